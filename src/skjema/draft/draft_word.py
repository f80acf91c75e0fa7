"""Guesses a definition for a Word file made by others, and makes a copy with a tag in each place to fill in."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from lxml import etree

from skjema.draft.blank_shapes import BLANK
from skjema.draft.guess import Guess, GuessedGroup
from skjema.draft.merged_places import merged_guess, together
from skjema.draft.own_values import with_defaults
from skjema.draft.word_around import cells_of, rows_of
from skjema.draft.word_blanks import line_places
from skjema.draft.word_boxes import box_places
from skjema.draft.word_breaks import part_lines_of_cells
from skjema.draft.word_control_traits import (
    fields_of_file,
    has_date_shape,
    is_locked,
    is_open_list,
    open_pictures,
    repeated_sections,
)
from skjema.draft.word_controls import control_places, form_field_places
from skjema.draft.word_leaders import LeaderMarks
from skjema.draft.word_left import active_controls, left_in
from skjema.draft.word_marks import bookmark_places
from skjema.draft.word_merges import merge_places
from skjema.draft.word_places import Place, fill_places
from skjema.draft.word_said import is_calculated
from skjema.draft.word_tables import table_places
from skjema.draft.word_tags import tag_places
from skjema.draft.word_text_boxes import TextBoxes
from skjema.draft.word_told import Told
from skjema.draft.write_draft import guessed_groups, settled
from skjema.errors import InputError, TemplateError
from skjema.fieldtypes import TYPES
from skjema.formats.blank_marks import BOX
from skjema.formats.docx.clean import clean_template
from skjema.formats.docx.members import Members, members_of
from skjema.formats.docx.part_xml import W, parse, part_of_kind, relations, unparse
from skjema.formats.docx.run_texts import own_words
from skjema.formats.zip_writer import Archive, compress_member
from skjema.problems import Place as ProblemPlace
from skjema.problems import Problem

_HEADING = re.compile(r"heading ?\d|overskrift ?\d|title|tittel", re.IGNORECASE)
_LONGEST_HEADING = 80
_LEAST_COLUMNS = 2
_PLACE = re.compile(rf"{BLANK.pattern}|{BOX.pattern}")


class WordDraft(NamedTuple):
    """The guesses for a Word file.

    Attributes:
        title: The file's own title; empty without.
        docx: The copy to use as the form's template.
        strange: Tags that can't be understood.
        problems: Places without a guess, and changes to the file.
    """

    title: str
    docx: bytes
    guesses: list[Guess]
    groups: Mapping[str, GuessedGroup]
    strange: list[str]
    problems: list[Problem]


def draft_word(name: str, docx: bytes) -> WordDraft:
    """The guesses for a Word file.

    Args:
        name: Name of the file in messages.

    Raises:
        TemplateError: The file is damaged.
        InputError: It has nothing to fill in, or nothing that can tell two records apart.
    """
    members = dict(members_of(docx, name))
    told = Told(name)
    read = _Parts(name, members, told)
    guesses, groups, kept = _settled(read.places)
    if not guesses:
        raise InputError(Problem("draft-empty", ProblemPlace(name)), *told.problems())
    if not any(map(_tells_apart, guesses)):
        raise InputError(Problem("draft-no-key", ProblemPlace(name)))
    guesses, prefilled = with_defaults(name, guesses)
    told.left = [words for root in read.roots.values() for words in left_in(root, kept)]
    members |= read.written()
    copy = Archive(compress_member(part, content) for part, content in _cleaned(name, members).items()).build()
    return WordDraft(
        read.title, copy, guesses, groups, list(dict.fromkeys(told.strange)), [*told.problems(), *prefilled]
    )


class _Parts:
    """Finds the places to fill in, in all parts of a file that hold text.

    Args:
        name: Name of the file in messages.

    Attributes:
        roots: XML of each part, by the part's name; changed when places are filled in.
        places: The places in reading order.

    Raises:
        TemplateError: The file is damaged.
    """

    def __init__(self, name: str, members: Members, told: Told) -> None:
        self.places: list[Place] = []
        self.roots: dict[str, etree._Element] = {}
        self._boxes: list[TextBoxes] = []
        self._titles: dict[str, str] = {}
        self._main = part_of_kind(members, "", "officeDocument")
        self._marks = LeaderMarks(members, self._main)
        for part in _parts(members):
            try:
                root = self.roots[part] = parse(members[part])
            except (KeyError, etree.XMLSyntaxError):
                raise TemplateError(Problem("template-damaged", ProblemPlace(name))) from None
            self._boxes.append(TextBoxes(root))
            part_lines_of_cells(root)
            self._marks.place(root)
            found = _places_of(part, root, told)
            self._titles[part] = _title(root)
            self.places += _in_order(root, found)

    @property
    def title(self) -> str:
        """The file's title, from its text or else from its headers; empty without."""
        return self._titles.get(self._main) or next(filter(None, self._titles.values()), "")

    def written(self) -> dict[str, bytes]:
        """The parts with tags put in; places that no field was made of are unchanged."""
        self._marks.take_back()
        for one in self._boxes:
            one.write_copies()
        return {part: unparse(root) for part, root in self.roots.items()}


def _places_of(part: str, root: etree._Element, told: Told) -> list[Place]:
    """The places to fill in of a part, whether Word knows them or they are only drawn."""
    found, not_understood = tag_places(part, root)
    told.strange += not_understood
    told.active += active_controls(root)
    found += (controls := list(control_places(root)))
    told.opened += [one.guess.label for one in controls if one.guess.type == "choice" and is_open_list(one.element)]
    told.shaped += [one.guess.label for one in controls if one.guess.type == "date" and has_date_shape(one.element)]
    told.locked += [one.guess.label for one in controls if is_locked(one.element)]
    told.repeated += repeated_sections(root)
    told.pictures += open_pictures(root)
    told.fixed += fields_of_file(root)
    found += (older := list(form_field_places(root)))
    told.calculated += [one.guess.label for one in older if is_calculated(one.element)]
    found += (merged := merge_places(root)).places
    told.shaped += merged.shaped
    told.merged += merged.left
    found += bookmark_places(root)
    cells = [place for table in root.iter(f"{W}tbl") for place in table_places(table)]
    plain = list(_plain_paragraphs(root, {place.element for place in cells}))
    return [*found, *cells, *box_places(plain), *line_places(plain)]


def _tells_apart(one: Guess) -> bool:
    """Whether a field can tell two records apart."""
    return not one.recipient and not one.group and TYPES[one.type].fits_groups


def _cleaned(name: str, members: Members) -> Members:
    """The file without what must not get into documents; unchanged if somebody has to remove something first."""
    try:
        return clean_template(name, members).members
    except TemplateError:  # lint and fill report it, with advice; merge fields become tags before that
        return members


def _parts(members: Members) -> Iterator[str]:
    """The parts with text in reading order: headers, body, footers, footnotes."""
    main = part_of_kind(members, "", "officeDocument")
    others = list(dict.fromkeys((one.kind, one.target) for one in relations(members, main)))
    yield from (target for kind, target in others if kind == "header")
    yield main
    yield from (target for kind, target in others if kind in ("footer", "footnotes"))


def _plain_paragraphs(root: etree._Element, used: Collection[etree._Element]) -> Iterator[etree._Element]:
    """Paragraphs without tags, controls or form fields.

    Args:
        used: Paragraphs and rows that already have places.
    """
    for paragraph in root.iter(f"{W}p"):
        is_used = paragraph in used or any(row in used for row in paragraph.iterancestors(f"{W}tr"))
        controls = [*paragraph.iterancestors(f"{W}sdt"), *paragraph.iter(f"{W}sdt")]
        if not is_used and not controls and "{" not in own_words(paragraph):
            yield paragraph


def _title(root: etree._Element) -> str:
    """The first heading of a part, or else its first words."""
    words = [(_is_heading(one), " ".join(own_words(one).split())) for one in root.iter(f"{W}p")]
    told = [text for is_heading, text in words if is_heading and text]
    first = next((text for _, text in words if text), "")
    title = told[0] if told else first
    return "" if "{" in title or len(title) > _LONGEST_HEADING or re.search(r"_{3,}|\.{5,}", title) else title


def _is_heading(paragraph: etree._Element) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is not None and _HEADING.match(str(style.get(f"{W}val", ""))):
        return True
    runs = [one for one in paragraph.findall(f"{W}r") if next(one.iter(f"{W}t"), None) is not None]
    is_in_table = next(paragraph.iterancestors(f"{W}tc"), None) is not None  # bold there heads a column
    return bool(runs) and not is_in_table and all(one.find(f"{W}rPr/{W}b") is not None for one in runs)


def _headings_of_rows(table: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs in table rows that span all columns and ask for nothing: headings within a table."""
    rows = [cells_of(row) for row in rows_of(table)]
    if max(map(len, rows), default=0) < _LEAST_COLUMNS:
        return
    for row in rows:
        paragraphs = [one for cell in row for one in cell.findall(f"{W}p") if own_words(one).strip()]
        words = own_words(paragraphs[0]).strip() if len(row) == len(paragraphs) == 1 else ""
        if words and not words.endswith((":", "?")) and not _PLACE.search(words):
            yield paragraphs[0]


def _in_order(root: etree._Element, found: Iterable[Place]) -> Iterator[Place]:
    """The places of a part in document order, each with the heading above it."""
    order = {element: number for number, element in enumerate(root.iter())}
    taken = {place.element for place in found}
    # the first heading of a form is its title
    told = [one for one in root.iter(f"{W}p") if _is_heading(one) and own_words(one).strip(" :")][1:]
    told += [one for table in root.iter(f"{W}tbl") for one in _headings_of_rows(table)]
    headings = sorted(
        (order[one], words)
        for one in told
        if one not in taken and (words := " ".join(own_words(one).split()).strip(" :")) and "{" not in words
    )
    headings = [one for one in headings if len(one[1]) <= _LONGEST_HEADING]
    for place in sorted(found, key=lambda one: (order.get(one.element, 0), one.at)):
        at = order.get(place.element, 0)
        section = next((words for where, words in reversed(headings) if where < at), "")
        place.guess = replace(place.guess, section=section)
        yield place


def _settled(places: list[Place]) -> tuple[list[Guess], dict[str, GuessedGroup], set[etree._Element]]:
    """Each field once, with a unique id and label; places are filled in, except those left for handwriting."""
    by_key: dict[str, list[Place]] = {}
    for place in places:
        by_key.setdefault(place.key, []).append(place)
    merged = [merged_guess(same) for same in by_key.values()]
    names = list(dict.fromkeys(one.group for one in merged if one.group))
    firsts = {name: next(one for one in merged if one.group == name) for name in names}
    # a table that is only drawn is named after its section
    called = {name: one.section or "Tabell" if name.startswith("rader ") else name for name, one in firsts.items()}
    groups = {one.id: one for one in guessed_groups([called[name] for name in names], [0] * len(names))}
    ids = dict(zip(names, groups, strict=True))
    fields = together(
        (replace(guess, group=ids.get(guess.group, "")), same)
        for guess, same in zip(merged, by_key.values(), strict=True)
    )
    own = settled((guess for guess, _ in fields), groups.values())
    fill_places([(guess, same) for guess, (_, same) in zip(own, fields, strict=True)])
    found = [replace(guess, found_in=same[0].source) for guess, (_, same) in zip(own, fields, strict=True)]
    left = [place.element for guess, (_, same) in zip(own, fields, strict=True) if guess.recipient for place in same]
    return found, groups, {*left, *(cell for one in left for cell in one.iterancestors(f"{W}tc"))}
