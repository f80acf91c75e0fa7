"""Finds features of content controls in a Word file that a field made of one will not have."""

import re
from collections.abc import Iterator

from lxml import etree

from skjema.draft.word_around import said_words, words_before
from skjema.draft.word_places import value_of
from skjema.formats.docx.fields import field_name, instructions
from skjema.formats.docx.part_xml import W

_OUR_DATES = re.compile(r"d{1,2}\.M{1,2}\.yyyy")
_LOCKED = ("contentLocked", "sdtContentLocked")
_LONGEST = 40


def is_open_list(control: etree._Element) -> bool:
    """Whether a list accepts other answers than its own."""
    return control.find(f"{W}sdtPr/{W}comboBox") is not None


def has_date_shape(control: etree._Element) -> bool:
    """Whether a date has a format of its own, such as with the weekday."""
    shape = value_of(control.find(f"{W}sdtPr/{W}date/{W}dateFormat"))
    return bool(shape) and _OUR_DATES.fullmatch(shape) is None


def is_locked(control: etree._Element) -> bool:
    """Whether Word prevents changes to a control's contents."""
    return value_of(control.find(f"{W}sdtPr/{W}lock")) in _LOCKED


_OF_FILE = re.compile(
    r"DOCPROPERTY|AUTHOR|LASTSAVEDBY|TITLE|SUBJECT|KEYWORDS|COMMENTS|FILENAME|INFO|SAVEDATE|CREATEDATE|PRINTDATE"
)
"""Fields that show properties of the file."""


def fields_of_file(root: etree._Element) -> Iterator[str]:
    """The fields of a part that show properties of the file, whose current values are now on every paper."""
    for instruction in instructions(root):
        if _OF_FILE.fullmatch(field_name(instruction)):
            yield " ".join(re.sub(r"\\\S.*", "", instruction).split())


def open_pictures(root: etree._Element) -> Iterator[str]:
    """Names of controls that wait for a picture: their titles, or else the words before them."""
    for control in root.iter(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        if properties is not None and {f"{W}picture", f"{W}showingPlcHdr"} <= {one.tag for one in properties}:
            named = (value_of(properties.find(f"{W}{name}")) for name in ("alias", "tag"))
            yield next(filter(None, named), "") or words_before(control) or "?"


def repeated_sections(root: etree._Element) -> Iterator[str]:
    """Names of sections that people can repeat in Word: their titles, or else their first words."""
    for control in root.iter(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        if properties is not None and properties.find("{*}repeatingSection") is not None:
            words = " ".join(filter(None, map(said_words, control.iter(f"{W}p"))))[:_LONGEST]
            yield value_of(properties.find(f"{W}alias")) or value_of(properties.find(f"{W}tag")) or f"«{words}»"
