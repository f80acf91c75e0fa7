"""What reading a cell gives besides a plain value: a repaired value, or the reason why there is none."""

from typing import Any, NamedTuple

from skjema.problems import Severity


class Repaired(NamedTuple):
    """A value that the clerk should hear about: it was written otherwise, or looks wrong.

    Attributes:
        code: Code of the problem that says what was mended or noticed, such as `leading-zero`.
        params: Values for the gaps of its wording, besides those that every problem of a cell has.
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


def value_of(value: Any) -> Any:
    """The value alone, whether it was repaired or not."""
    return value.value if isinstance(value, Repaired) else value
