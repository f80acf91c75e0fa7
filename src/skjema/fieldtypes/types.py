"""Field types: for each, the function that makes a value of what is written."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from skjema.definition.model import Field, FieldType
from skjema.fieldtypes import identifiers
from skjema.fieldtypes.dates import read_date, read_time
from skjema.fieldtypes.readings import Noted, Unfit
from skjema.fieldtypes.texts import line, text
from skjema.formats.table import Percent, Unreadable, Value, Written
from skjema.problems import Severity, quoted
from skjema.text_match import normal

if TYPE_CHECKING:
    from decimal import Decimal

Reader = Callable[[Value], Any]
"""Takes what is written; gives a value or a `Noted`, or raises `Unfit`."""

Factory = Callable[[Field, date], Reader]
"""Makes the reader of a field; a two-digit year is completed as seen from the date."""

_SEPARATORS = re.compile(r"[\s.\-/\u2010-\u2015]")
_SCIENTIFIC = re.compile(r"\d([.,]\d+)?[eE]\+?\d+")
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_LETTER = re.compile(r"[^\W\d_]")
_SURE_DIGITS = 15
"""Digits of a number that a spreadsheet keeps; the rest of a longer one is gone."""

_SHEET_ERRORS = frozenset(
    [
        "#NULL!",
        "#DIV/0!",
        "#VERDI!",
        "#VALUE!",
        "#REF!",
        "#NAVN?",
        "#NAMN?",
        "#NAME?",
        "#NUM!",
        "#I/T",
        "#N/A",
        "#SPILL!",
    ]
)
"""What a spreadsheet writes in the place of a value, as text once it has been saved as one."""
_YES = frozenset({"ja", "j", "x", "1", "sann", "true", "yes", "y", "✓", "✔", "☒", "☑"})
_NO = frozenset({"nei", "n", "0", "usann", "false", "no", "☐"})


def reader(field: Field, today: date) -> Reader:
    """The reader of a field's cells."""
    return READERS[field.type](field, today)


def readable(written: Written) -> Value:
    """What is written, if it is a value at all.

    Raises:
        Unfit: The cell holds an error, or a formula nobody has calculated.
    """
    if isinstance(written, Unreadable):
        raise Unfit(written.code)
    return written


def plain(written: Value) -> str:
    """What is written in a cell that should hold text.

    Raises:
        Unfit: The cell holds a date, a time or yes/no, so that the sheet has changed what was typed, or an error.
    """
    if isinstance(written, str):
        if "#" in written and written.strip() in _SHEET_ERRORS:
            raise Unfit("cell-error")
        return written
    if isinstance(written, bool | date | datetime | time):
        raise Unfit("text-changed")
    if isinstance(written, Percent):
        return f"{_decimal(written * 100)} %".replace(".", ",")
    if isinstance(written, float):
        return f"{_decimal(written)}".replace(".", ",")
    return str(written)


def _text(written: Value) -> str | Noted:
    return line(plain(written))


def _longtext(written: Value) -> str | Noted:
    return text(plain(written))


def _name(written: Value) -> str | Noted:
    """A person's name; `Olsen, Mari` from a register becomes `Mari Olsen`."""
    name = line(plain(written))
    bare = name.value if isinstance(name, Noted) else name
    if not _LETTER.search(bare):
        raise Unfit("name-form")
    if "?" in bare:
        return Noted(bare, "name-question-mark", {}, Severity.WARNING)
    if "," not in bare:
        return name
    family, comma, given = bare.partition(",")
    if comma and given.strip() and family.strip() and "," not in given:
        turned = f"{given.strip()} {family.strip()}"
        return Noted(turned, "name-turned", {"value": quoted(turned)})
    return name


def _number(written: Value) -> "Decimal":
    from decimal import Decimal  # loaded for forms that have numbers: it takes longer than checking one that has none

    if isinstance(written, Percent):
        return _decimal(written * 100)
    if isinstance(written, int | float) and not isinstance(written, bool):
        return _decimal(written)
    bare = "".join(plain(written).split()).removesuffix("%").replace("\u2212", "-").replace(",", ".", 1)
    if not _NUMBER.fullmatch(bare):
        raise Unfit("number-form")
    return Decimal(bare)


def _decimal(number: float) -> "Decimal":
    """A number without the noise of binary fractions, and without a fraction of zeros."""
    from decimal import Decimal, InvalidOperation

    try:
        value = Decimal(f"{number:.{_SURE_DIGITS}g}") if isinstance(number, float) else Decimal(number)
    except InvalidOperation:
        raise Unfit("number-form") from None
    if not value.is_finite():
        raise Unfit("number-form")
    if isinstance(number, int):
        return value
    if abs(number) >= 10**_SURE_DIGITS:
        raise Unfit("digits-lost")
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _integer(written: Value) -> int:
    if isinstance(written, int) and not isinstance(written, bool):
        return written
    try:
        value = _number(written)
    except Unfit as unfit:
        raise Unfit("integer-form" if unfit.code == "number-form" else unfit.code) from None
    if value != value.to_integral_value():
        raise Unfit("integer-form")
    return int(value)


def yes_or_no(written: Value) -> bool:
    """Whether a cell says yes; an empty cell says nothing and never comes here.

    Raises:
        Unfit: It says something else than yes or no.
    """
    if isinstance(written, bool):
        return written
    word = str(written).strip().casefold()
    if word in _YES or word in _NO:
        return word in _YES
    raise Unfit("yes-no-form")


def _answers(field: Field) -> dict[str, str]:
    """Id of each answer, by its label in any language and by the id itself."""
    labels = {normal(label): choice.id for choice in field.choices for label in choice.label.values()}
    return labels | {normal(choice.id): choice.id for choice in field.choices}


def _choice(field: Field, today: date) -> Reader:
    answers, known = _answers(field), tuple(choice.label for choice in field.choices)

    def read_choice(written: Value) -> str:
        if (answer := answers.get(normal(plain(written)))) is None:
            raise Unfit("choice-unknown", known=known)
        return answer

    return read_choice


def _choices(field: Field, today: date) -> Reader:
    """Answers between semicolons, line breaks or commas; a comma inside an answer is part of it."""
    answers, read_one = _answers(field), _choice(field, today)

    def read_choices(written: Value) -> tuple[str, ...]:
        found: set[str] = set()
        for part in re.split(r"[;\n]", plain(written)):
            ones = [part] if normal(part) in answers else part.split(",")
            found.update(read_one(one) for one in ones if one.strip())
        return tuple(choice.id for choice in field.choices if choice.id in found)

    return read_choices


def _digits(written: Value) -> str:
    """The digits of a number that is a name; spaces, points and hyphens between them don't count."""
    bare = _SEPARATORS.sub("", plain(written))
    if _SCIENTIFIC.fullmatch(bare):
        raise Unfit("digits-scientific")
    if not bare.isascii() or not bare.isdecimal():
        raise Unfit("digits-form")
    return bare


def _padded(length: int) -> Reader:
    """A number of fixed length without check digits; a lost leading zero is put back."""

    def read_padded(written: Value) -> str | Noted:
        digits = _digits(written)
        if len(digits) > length or len(digits) < length - 1 or not int(digits):
            raise Unfit("digits-length", length=length)
        return digits if len(digits) == length else _with_zero(digits)

    return read_padded


def _checked(code: str, length: int, is_valid: Callable[[str], bool]) -> Reader:
    """A number with check digits; a lost leading zero is put back only where they then agree."""

    def read_checked(written: Value) -> str | Noted:
        digits = _digits(written)
        if len(digits) == length - 1 and is_valid(f"0{digits}"):
            return _with_zero(digits)
        if len(digits) != length:
            raise Unfit("digits-length", length=length)
        if not is_valid(digits):
            raise Unfit(f"{code}-checksum")
        return digits

    return read_checked


def _with_zero(digits: str) -> Noted:
    return Noted(f"0{digits}", "leading-zero", {})


_checked_fodselsnummer = _checked("fodselsnummer", 11, identifiers.fodselsnummer)
_BIRTH_AND_NUMBER = re.compile(r"(\d{1,2})\.(\d{1,2})\.(?:\d\d)?(\d\d) (\d{1,5})")


def _fodselsnummer(written: Value) -> str | Noted:
    """Also a birth date and a personnummer that stand in two columns."""
    if isinstance(written, str) and (parts := _BIRTH_AND_NUMBER.fullmatch(written.strip())):
        day, month, year, number = parts.groups()
        written = f"{day:0>2}{month:0>2}{year}{number:0>5}"
    return _checked_fodselsnummer(written)  # type: ignore[no-any-return]


_BETWEEN_DIGITS = re.compile(r"[\s.\-()/]")
_LOST_PLUS = re.compile(r"47[2-9]\d{7}", re.ASCII)
_PHONE = re.compile(r"[2-9]\d{7}|0\d{4}|\+[1-9]\d{6,14}", re.ASCII)


def _phone(written: Value) -> str | Noted:
    """Digits alone for a Norwegian number, `+` and digits for a foreign one; a + lost before 47 is put back."""
    bare = _BETWEEN_DIGITS.sub("", plain(written)).casefold().removeprefix("tlf").removeprefix(":")
    bare = "+" + bare[2:] if bare.startswith("00") else bare
    bare = bare.removeprefix("+47") if len(bare) == 11 else bare
    if _LOST_PLUS.fullmatch(bare):
        return Noted(bare[2:], "phone-plus", {"value": bare[2:]})
    if not _PHONE.fullmatch(bare):
        raise Unfit("phone-form")
    return bare


_PLAIN_EMAIL = re.compile(r"[a-z0-9]{1,20}([._-][a-z0-9]{1,20}){0,2}@([a-z0-9]{1,30}\.){1,4}(no|com|org)")
"""Addresses that nobody doubts; the library that knows the others takes longer to load than most commands take."""


def _email(written: Value) -> str:
    address = plain(written).strip()
    if _PLAIN_EMAIL.fullmatch(address):
        return address
    from email_validator import EmailNotValidError, validate_email

    try:
        found = validate_email(address, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise Unfit("email-form") from None
    return found.normalized


def _signature(written: Value) -> None:
    raise Unfit("signature-written")


def _same(read: Reader) -> Factory:
    """The factory of a type that reads alike in every field."""
    return lambda field, today: read


READERS: dict[FieldType, Factory] = {
    "text": _same(_text),
    "longtext": _same(_longtext),
    "name": _same(_name),
    "date": lambda field, today: lambda written: read_date(written, today),
    "time": _same(read_time),
    "integer": _same(_integer),
    "decimal": _same(_number),
    "yes_no": _same(yes_or_no),
    "choice": _choice,
    "choices": _choices,
    "fodselsnummer": _same(_fodselsnummer),
    "organisasjonsnummer": _same(_checked("organisasjonsnummer", 9, identifiers.organisasjonsnummer)),
    "kontonummer": _same(_checked("kontonummer", 11, identifiers.kontonummer)),
    "postnummer": _same(_padded(4)),
    "kommunenummer": _same(_padded(4)),
    "phone": _same(_phone),
    "email": _same(_email),
    "signature": _same(_signature),
}
