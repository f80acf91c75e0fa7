"""How a written value comes out: as a value, as a value that was repaired or looks wrong, or not at all."""

from typing import Any, NamedTuple

from skjema.problems import Severity


class Repaired(NamedTuple):
    """A value the clerk should hear about: it was written otherwise, or looks wrong.

    Attributes:
        code: What was mended or noticed, such as `leading-zero`.
    """

    value: Any
    code: str
    params: dict[str, object]
    severity: Severity = Severity.NOTE


class InvalidValue(Exception):
    """What is written is no value of the field's type; `code` and `params` make a Problem."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def bare(value: Any) -> Any:
    """The value alone, whether it was repaired or not."""
    return value.value if isinstance(value, Repaired) else value
