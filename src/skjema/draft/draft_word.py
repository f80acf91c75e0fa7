"""A Word file as a form: what its places to fill in are taken for, and a copy of it that has a tag in each."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from lxml import etree

from skjema.draft.guess import Guess, GuessedGroup
from skjema.draft.word_blanks import line_places
from skjema.draft.word_boxes import box_places
from skjema.draft.word_breaks import part_lines_of_cells
from skjema.draft.word_controls import control_places, form_field_places
from skjema.draft.word_leaders import LeaderMarks
from skjema.draft.word_marks import bookmark_places, merge_places
from skjema.draft.word_places import Place, Source
from skjema.draft.word_tables import table_places
from skjema.draft.word_tags import tag_places
from skjema.draft.word_text_boxes import TextBoxes
from skjema.draft.write_draft import guessed_groups, settled
from skjema.errors import InputError, TemplateError
from skjema.fieldtypes import TYPES
from skjema.formats.docx.clean import clean_template
from skjema.formats.docx.members import Members, members_of
from skjema.formats.docx.part_xml import W, parse, part_of_kind, relations, unparse
from skjema.formats.docx.run_texts import own_words
from skjema.formats.zip_writer import Archive, compress_member
from skjema.problems import Place as ProblemPlace
from skjema.problems import Problem

_HEADING = re.compile(r"heading ?\d|overskrift ?\d|title|tittel", re.IGNORECASE)
_LONGEST_HEADING = 80


class TakenPlace(NamedTuple):
    """What a field was read from, for whoever looks it over."""

    source: Source
    guess: Guess


class WordDraft(NamedTuple):
    """What a Word file is taken for.

    Attributes:
        title: What it calls itself; empty where it doesn't.
        docx: The copy that is to be the form's template.
        strange: What of its tags can't be understood.
    """

    title: str
    docx: bytes
    taken: list[TakenPlace]
    groups: Mapping[str, GuessedGroup]
    strange: list[str]

    @property
    def guesses(self) -> list[Guess]:
        return [one.guess for one in self.taken]


def draft_word(name: str, docx: bytes) -> WordDraft:
    """What a Word file is taken for.

    Args:
        name: What messages call it.

    Raises:
        TemplateError: It is damaged.
        InputError: There is nothing in it to fill in, or nothing that tells two records apart.
    """
    members = dict(members_of(docx, name))
    places: list[Place] = []
    strange: list[str] = []
    roots: dict[str, etree._Element] = {}
    boxes: list[TextBoxes] = []
    title = ""
    marks = LeaderMarks(members, part_of_kind(members, "", "officeDocument"))
    for part in _parts(members):
        try:
            root = roots[part] = parse(members[part])
        except (KeyError, etree.XMLSyntaxError):
            raise TemplateError(Problem("template-damaged", ProblemPlace(name))) from None
        boxes.append(TextBoxes(root))
        part_lines_of_cells(root)
        marks.place(root)
        found, not_understood = _places_of(part, root)
        strange += not_understood
        title = title or _title(root)
        places += _in_order(root, found)
    taken, groups = _settled(places)
    if not taken:
        raise InputError(Problem("draft-empty", ProblemPlace(name)))
    if not any(map(_tells_apart, taken)):
        raise InputError(Problem("draft-no-key", ProblemPlace(name)))
    marks.take_back()
    for one in boxes:
        one.write_copies()
    members |= {part: unparse(root) for part, root in roots.items()}
    copy = Archive(compress_member(part, content) for part, content in _cleaned(name, members).items()).build()
    return WordDraft(title, copy, taken, groups, list(dict.fromkeys(strange)))


def _places_of(part: str, root: etree._Element) -> tuple[list[Place], list[str]]:
    """The places of a part, marked or drawn, and what of its tags isn't understood."""
    found, not_understood = tag_places(part, root)
    found += control_places(root)
    found += form_field_places(root)
    found += merge_places(root)
    found += bookmark_places(root)
    cells = [place for table in root.iter(f"{W}tbl") for place in table_places(table)]
    plain = list(_plain_paragraphs(root, {place.element for place in cells}))
    return [*found, *cells, *box_places(plain), *line_places(plain)], not_understood


def _tells_apart(one: TakenPlace) -> bool:
    """Whether a field may tell two records apart."""
    return not one.guess.recipient and not one.guess.group and TYPES[one.guess.type].fits_groups


def _cleaned(name: str, members: Members) -> Members:
    """The file without what no document gets; as it is, where somebody has to take something out first."""
    try:
        return clean_template(name, members).members
    except TemplateError:  # told of by lint and fill, with what to do; a merge field becomes a tag before that
        return members


def _parts(members: Members) -> Iterator[str]:
    """The parts that hold text: headers, the body, footers and footnotes, in the order people read them."""
    main = part_of_kind(members, "", "officeDocument")
    others = list(dict.fromkeys((one.kind, one.target) for one in relations(members, main)))
    yield from (target for kind, target in others if kind == "header")
    yield main
    yield from (target for kind, target in others if kind in ("footer", "footnotes"))


def _plain_paragraphs(root: etree._Element, used: Collection[etree._Element]) -> Iterator[etree._Element]:
    """Paragraphs without tags, and without anything that Word itself knows to be filled in.

    Args:
        used: Paragraphs and rows that have been taken for something else.
    """
    for paragraph in root.iter(f"{W}p"):
        is_used = paragraph in used or any(row in used for row in paragraph.iterancestors(f"{W}tr"))
        controls = [*paragraph.iterancestors(f"{W}sdt"), *paragraph.iter(f"{W}sdt")]
        if not is_used and not controls and "{" not in own_words(paragraph):
            yield paragraph


def _title(root: etree._Element) -> str:
    """The first heading of a part, or its first words."""
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
    is_in_table = next(paragraph.iterancestors(f"{W}tc"), None) is not None  # where bold words head a column
    return bool(runs) and not is_in_table and all(one.find(f"{W}rPr/{W}b") is not None for one in runs)


def _in_order(root: etree._Element, found: Iterable[Place]) -> Iterator[Place]:
    """The places of a part as they stand in it, each with the heading above it."""
    order = {element: number for number, element in enumerate(root.iter())}
    headings = [
        (order[one], words)
        for one in root.iter(f"{W}p")
        if _is_heading(one) and (words := " ".join(own_words(one).split()).strip(" :"))
    ]
    taken = {order.get(place.element) for place in found}
    headings = [
        (at, words) for at, words in headings if at not in taken and len(words) <= _LONGEST_HEADING and "{" not in words
    ]
    for place in sorted(found, key=lambda one: (order.get(one.element, 0), one.at)):
        at = order.get(place.element, 0)
        # the first heading of a form is its title
        section = next((words for where, words in reversed(headings[1:]) if where < at), "")
        place.guess = replace(place.guess, section=section)
        yield place


def _settled(places: list[Place]) -> tuple[list[TakenPlace], dict[str, GuessedGroup]]:
    """Each field once, with ids and labels of its own; the places are filled in."""
    by_key: dict[str, list[Place]] = {}
    for place in places:
        by_key.setdefault(place.key, []).append(place)
    merged = [_merged(same) for same in by_key.values()]
    names = list(dict.fromkeys(one.group for one in merged if one.group))
    firsts = {name: next(one for one in merged if one.group == name) for name in names}
    # a table that is only drawn has no name but its section's
    called = {name: one.section or "Tabell" if name.startswith("rader ") else name for name, one in firsts.items()}
    groups = {one.id: one for one in guessed_groups([called[name] for name in names], [0] * len(names))}
    ids = dict(zip(names, groups, strict=True))
    fields = _together(
        (replace(guess, group=ids.get(guess.group, "")), same)
        for guess, same in zip(merged, by_key.values(), strict=True)
    )
    own = settled((guess for guess, _ in fields), groups.values())
    # from the end, so that what stands before is where it was
    for guess, (_, same) in reversed(list(zip(own, fields, strict=True))):
        for place in reversed(same):
            place.fill(guess)
    taken = [TakenPlace(same[0].source, guess) for guess, (_, same) in zip(own, fields, strict=True)]
    return taken, groups


def _together(pairs: Iterable[tuple[Guess, list[Place]]]) -> list[tuple[Guess, list[Place]]]:
    """The same, columns of a group beside the first of them."""
    listed, first = list(pairs), dict[str, int]()
    for number, (guess, _) in enumerate(listed):
        if guess.group:
            first.setdefault(guess.group, number)
    ordered = sorted(enumerate(listed), key=lambda one: (first.get(one[1][0].group, one[0]), one[0]))
    return [pair for _, pair in ordered]


def _merged(same: list[Place]) -> Guess:
    """One guess of all places of a field."""
    first = same[0].guess
    answers = {one.label: one for place in same for one in place.guess.answers}
    kinds = [place.guess.type for place in same]
    kind = first.type
    if "choice" in kinds and len(set(kinds)) > 1:
        # what is printed as it is may say anything, whatever it is compared with
        kind = next(one for one in kinds if one != "choice")
    return replace(first, type=kind, answers=tuple(answers.values()) if kind in ("choice", "choices") else ())
