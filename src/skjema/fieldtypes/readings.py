"""How a written value comes out: as a value, as a value with a remark, or not at all."""

from typing import Any, NamedTuple

from skjema.problems import Severity


class Noted(NamedTuple):
    """A value the clerk should hear about: it was written otherwise, or looks wrong.

    Attributes:
        code: What was mended or noticed, such as `leading-zero`.
    """

    value: Any
    code: str
    gaps: dict[str, object]
    severity: Severity = Severity.NOTE


class Unfit(Exception):
    """What is written is no value of the field's type; `code` and `gaps` make a Problem."""

    def __init__(self, code: str, **gaps: object) -> None:
        super().__init__(code)
        self.code = code
        self.gaps = gaps
