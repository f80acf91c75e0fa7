"""The field type `phone`: a telephone number, Norwegian or foreign."""

import re

from skjema.fieldtypes.cell_text import cell_text
from skjema.fieldtypes.digits import refuse_power, without_fraction
from skjema.fieldtypes.field_type import FieldType, grouped
from skjema.fieldtypes.reading_results import InvalidValue, Repaired
from skjema.formats.table import Value
from skjema.wording import Wording

_BETWEEN_DIGITS = re.compile(r"[\s.\-()/]")
_TRUNK_ZERO = re.compile(r"^((?:\+|00)\s*\d{1,3})\s*\(0\)")
"""The (0) after a country code, which is dialled only within the country."""
_SUBSCRIBER = re.compile(r"[2-9]\d{7}", re.ASCII)
_LOST_PLUS = re.compile(r"47[2-9]\d{7}", re.ASCII)
# a number that looks Norwegian after + has lost its 47: no foreign number is that short
_PHONE = re.compile(r"[2-9]\d{7}|0\d{4}|\+(?![2-9]\d{7}\Z)[1-9]\d{6,14}", re.ASCII)
_NORWEGIAN = 8
"""Digits of a Norwegian number."""


class _Phone(FieldType):
    meaning = "telefonnummer: åtte sifre, fem som begynner med 0, eller + og landkode"
    examples = ("22222222", "80012345", "+46701234567")
    help = Wording(
        nb="8 sifre, eller + og landkode.", nn="8 siffer, eller + og landkode.", en="8 digits, or + and country code."
    )
    column_width = 16

    def read(self, written: Value) -> str | Repaired:
        """Digits only for a Norwegian number, `+` and digits for a foreign one; a + lost before 47 is restored."""
        # registers write 0047, and spreadsheets drop the plus: all ways of writing one number give the same value
        text = without_fraction(cell_text(written)).strip()
        if _SUBSCRIBER.fullmatch(text):
            return text
        refuse_power(text)
        bare = _TRUNK_ZERO.sub(r"\1", text)
        bare = _BETWEEN_DIGITS.sub("", bare).casefold().removeprefix("tlf").removeprefix(":")
        bare = "+" + bare[2:] if bare.startswith("00") else bare
        if bare.startswith("+47"):
            bare = bare[3:]
            if not _SUBSCRIBER.fullmatch(bare):  # a digit too few or too many, or a first digit that no number has
                raise InvalidValue("phone-form")
        if _LOST_PLUS.fullmatch(bare):
            return Repaired(bare[2:], "phone-plus", {"value": bare[2:]})
        if not _PHONE.fullmatch(bare):
            raise InvalidValue("phone-form")
        return bare

    def show(self, value: str) -> str:
        """Pairs of digits; three groups for numbers that begin with 8."""
        if len(value) != _NORWEGIAN or value.startswith("+"):
            return value
        return grouped(value, (3, 2, 3) if value.startswith("8") else (2, 2, 2, 2))


TYPE = _Phone()
