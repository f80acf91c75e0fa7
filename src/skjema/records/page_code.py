"""The code at the foot of a paper: form, edition, whose it is and which page, as digits; and a few letters for people.

The digits are as many on every paper, and each has its place: so the code of a page is worked out from parts.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple, Self

from skjema.definition.model import Form
from skjema.hashing import blake2b
from skjema.wording import Language

_KIND = "7"
"""The first digit: tells our codes, of this edition, from others' of as many digits."""
_TOKEN, _PAPER, _DAYS, _PAGE = 29, 5, 5, 2
"""How many digits each part has; a token of 24 hexadecimal letters is a number of at most 29."""
DIGITS = 1 + _TOKEN + _PAPER + _DAYS + 2 * _PAGE
MOST_PAGES = 99
"""A paper of more says of none of its pages which it is."""
_FIRST_DAY = date(2000, 1, 1)
_CODE = re.compile(rf"(?a:{_KIND}(\d{{{_TOKEN}}})(\d{{{_PAPER}}})(\d{{{_DAYS}}})(\d{{{_PAGE}}})(\d{{{_PAGE}}}))")
_LETTERS = "23456789CDFHJKLMNPRTVX"
"""Of a reference: none is like another in handwriting or in the ear, and without vowels they make no words."""
_REFERENCE = 6


class PageCode(NamedTuple):
    """What the code of a page says. It holds no value of a record.

    Attributes:
        paper: A number made of the form, the language and the places on its pages, by which who knows those knows it.
        edition: The form's version.
        token: Whose it is, as a `Mark` has it; empty where nobody knows, as on a blank form.
        page: Which page it is, from 1; 0 where nobody knows, as in a Word file.
        pages: How many the paper has.
    """

    paper: int
    edition: date
    token: str = ""
    page: int = 0
    pages: int = 0

    @classmethod
    def of(cls, form: Form, language: Language, layout: str = "") -> Self:
        """The code of a form's papers, before it is known whose they are.

        Args:
            layout: Token of the places on their pages; empty where nobody knows them, as in a Word file.
        """
        return cls(paper_number(form.id, language, layout), date.fromisoformat(form.version))

    def at(self, page: int, pages: int) -> Self:
        """The code of one page of so many."""
        return self._replace(page=page, pages=pages) if pages <= MOST_PAGES else self._replace(page=0, pages=0)

    @classmethod
    def read(cls, text: str) -> Self | None:
        """What the digits of a code say; None where it is somebody else's."""
        found = _CODE.fullmatch(text)
        if not found:
            return None
        token, paper, days, page, pages = map(int, found.groups())
        if token >> 96:
            return None
        return cls(paper, _FIRST_DAY + timedelta(days), f"{token:024x}" if token else "", page, pages)

    @property
    def digits(self) -> str:
        days = (self.edition - _FIRST_DAY).days
        return (
            f"{token_digits(self.token)}{self.paper:0{_PAPER}}{days:0{_DAYS}}{self.page:0{_PAGE}}{self.pages:0{_PAGE}}"
        )


def token_digits(token: str) -> str:
    """How the digits begin of the codes of whose papers these are."""
    return f"{_KIND}{int(token or '0', 16):0{_TOKEN}}"


def paper_number(form: str, language: str, layout: str) -> int:
    """What a code has in the place of the form's id, the language and the token of the places on its pages."""
    digest = blake2b(f"{form} {language} {layout}".encode(), digest_size=8).hexdigest()
    return int(digest, 16) % int(10**_PAPER)


def reference(token: str) -> str:
    """A few letters by which people tell a paper from others, `K7M-4XT`; empty without a token.

    They are made of the token, and are no proof of whose a paper is: one of a hundred million others has the same.
    """
    if not token:
        return ""
    number, letters = int(token, 16), ""
    for _ in range(_REFERENCE):
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    half = _REFERENCE // 2
    return f"{letters[:half]}-{letters[half:]}"
