"""What reading a cell gives other than a plain value: a repaired value, or the reason for refusing it."""

from typing import Any, NamedTuple

from skjema.problems import Severity


class Repaired(NamedTuple):
    """A value with a problem to report to the clerk: it was written otherwise than it is read, or looks wrong.

    Attributes:
        code: Code of the problem that says what was repaired or looks wrong, such as `leading-zero`.
        params: Values for the gaps of the problem's wording, besides those that every problem of a cell has.
    """

    value: Any
    code: str
    params: dict[str, object]
    severity: Severity = Severity.NOTE


class InvalidValue(Exception):
    """The cell holds no value of the field's type; `code` and `params` are those of the problem to report."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def value_of(value: Any) -> Any:
    """The plain value of a result, whether it was repaired or not."""
    return value.value if isinstance(value, Repaired) else value
