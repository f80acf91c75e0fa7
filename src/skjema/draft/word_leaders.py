"""Marks places that no letters draw: tabs with leaders, underlined spaces, borders, and boxes in symbol fonts.

Each gets a mark or letter while a file is examined; where no field was made of it, it is restored afterwards.
"""

import re
from collections.abc import Iterator

from lxml import etree

from skjema.draft.blank_shapes import BLANK, MARK
from skjema.draft.word_asking_lines import rooms_behind_labels
from skjema.formats.blank_marks import BOX, ticked_lines
from skjema.formats.docx.members import Members
from skjema.formats.docx.part_xml import W, parse, part_of_kind
from skjema.formats.docx.run_texts import own_texts, own_words, put

_MARKS = MARK * 3
_LEADERS = frozenset({"underscore", "dot", "hyphen", "heavy", "middleDot"})
_LEAST_SPACES = 5
_BOX = "\u2610"
_SYMBOLS = frozenset({
    *(("Wingdings", one) for one in ("6F", "70", "71", "72", "A8")), ("Wingdings 2", "A3"), ("Wingdings 2", "2A"),
    ("Symbol", "F0"), ("Webdings", "63"),
})  # fmt: skip
"""Symbol fonts, and their empty boxes."""
_HELD = tuple(f"{W}{name}" for name in ("sdt", "fldChar", "fldSimple", "drawing", "pict", "object"))
_LONGEST_END = 60
_ASKS = re.compile(
    r"\b(ann[ae]t|annen|andre|hva|kva|hvilke\w*|hvem|kven|hvor|beskriv|spesifiser|oppgi|oppgje|kommentar|other|specify|"
    r"what|which)\b",
    re.IGNORECASE,
)
"""Words that ask for a text after the only box of a line."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class LeaderMarks:
    """Marks the places of a part, and removes the marks that are left."""

    def __init__(self, members: Members, main: str) -> None:
        styles = members.get(part_of_kind(members, main, "styles"))
        found = () if styles is None else parse(styles).iter(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._before: dict[etree._Element, str | None] = {}
        """The earlier content of each marked text; None for a new one."""
        self._symbols: dict[etree._Element, etree._Element] = {}
        self._lettered: dict[etree._Element, tuple[str, etree._Element]] = {}
        """The earlier letters and font of texts in symbol fonts that have become boxes."""

    def place(self, root: etree._Element) -> None:
        """Put a mark at each place."""
        for paragraph in root.iter(f"{W}p"):
            if not self._is_listed(paragraph):
                _draw_boxes(paragraph)
                self._mark_tabs(paragraph)
                self._mark_underlined(paragraph)
                self._mark_symbols(paragraph)
                self._mark_border(paragraph)
                self._mark_labels(paragraph)
                self._mark_open_end(paragraph)

    def take_back(self) -> None:
        """Restore every place that is still marked."""
        for text, (letters, font) in self._lettered.items():
            if set(text.text or "") <= {_BOX, " "} and (looks := _looks(text)) is not None:
                text.text = letters
                looks.insert(int(looks.find(f"{W}rStyle") is not None), font)
        for text, before in self._before.items():
            if text in self._symbols and text.text == _BOX:
                _put_in_place(text, self._symbols[text])
            if MARK not in (text.text or ""):
                _keep_spaces(text, before or "")
                continue
            if before is not None and text.text == _MARKS:
                text.text = before
                continue
            text.text = (text.text or "").replace(MARK, "")
            run = text.getparent()
            if before is None and not text.text and run is not None:
                run.remove(text)

    def _is_listed(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph is a line of a table of contents, whose tabs lead to page numbers."""
        words = [one.text or "" for one in paragraph.iter(f"{W}t")]
        is_in_field = next(paragraph.iter(f"{W}instrText", f"{W}fldSimple"), None) is not None
        return is_in_field or (bool(words) and words[-1].strip().isdigit())

    def _mark_tabs(self, paragraph: etree._Element) -> None:
        stops = list(self._stops(paragraph))
        tabs = [one for one in paragraph.iter(f"{W}tab") if _is_in_run(one, paragraph)]
        for number, tab in enumerate(tabs):
            if number < len(stops) and stops[number] in _LEADERS:
                text = etree.Element(f"{W}t")
                text.text = _MARKS
                tab.addprevious(text)
                self._before[text] = None

    def _stops(self, paragraph: etree._Element) -> Iterator[str]:
        """The leader of each tab stop of a paragraph, from left to right."""
        holder: etree._Element | None = paragraph
        seen: set[str] = set()
        while holder is not None:
            stops = holder.findall(f"{W}pPr/{W}tabs/{W}tab")
            if stops:
                stops.sort(key=lambda one: int(float(one.get(f"{W}pos", "0"))))
                yield from (one.get(f"{W}leader", "") for one in stops if one.get(f"{W}val") != "clear")
                return
            named = holder.find(f"{W}pPr/{W}pStyle" if holder is paragraph else f"{W}basedOn")
            style = "" if named is None else named.get(f"{W}val", "")
            holder = None if style in seen else self._styles.get(style)
            seen.add(style)

    def _mark_underlined(self, paragraph: etree._Element) -> None:
        """Mark underlined runs without words."""
        for run in paragraph.iter(f"{W}r"):
            underlined = run.find(f"{W}rPr/{W}u")
            if underlined is None or underlined.get(f"{W}val", "single") == "none":
                continue
            texts, tabs = run.findall(f"{W}t"), run.findall(f"{W}tab")
            words = "".join(one.text or "" for one in texts)
            if words.strip(" \u00a0") or (len(words) < _LEAST_SPACES and not tabs):
                continue
            if not texts:
                texts = [etree.Element(f"{W}t")]
                tabs[0].addprevious(texts[0])
            self._before[texts[0]] = texts[0].text
            texts[0].text = _MARKS
            texts[0].set(_SPACE, "preserve")

    def _mark_symbols(self, paragraph: etree._Element) -> None:
        """Replace each symbol that is an empty box by a letter."""
        for symbol in list(paragraph.iter(f"{W}sym")):
            if (symbol.get(f"{W}font", ""), symbol.get(f"{W}char", "").upper()[-2:]) in _SYMBOLS:
                text = etree.Element(f"{W}t")
                text.text = _BOX
                self._symbols[text] = symbol
                self._before[text] = None
                _put_in_place(symbol, text)
        for text in paragraph.iter(f"{W}t"):
            self._mark_letters(text)

    def _mark_letters(self, text: etree._Element) -> None:
        """Turn letters that are empty boxes in a symbol font into boxes in the surrounding font."""
        looks, letters = _looks(text), text.text or ""
        font = None if looks is None else looks.find(f"{W}rFonts")
        if font is None or looks is None or not letters.strip():
            return
        name = font.get(f"{W}ascii") or font.get(f"{W}hAnsi", "")
        if all(one == " " or (name, f"{ord(one):02X}") in _SYMBOLS for one in letters):
            text.text = "".join(" " if one == " " else _BOX for one in letters)
            self._lettered[text] = letters, font
            looks.remove(font)

    def _mark_border(self, paragraph: etree._Element) -> None:
        """Mark a paragraph with a border as its line, if it is empty below a question, or asks itself."""
        if not _is_bordered(paragraph) or next(paragraph.iter(*_HELD), None) is not None:
            return
        words = own_words(paragraph).strip()
        if words.endswith((":", "?")) or (not words and _is_asked(paragraph)):
            run = etree.SubElement(paragraph, f"{W}r")
            text = etree.SubElement(run, f"{W}t")
            text.text = _MARKS
            self._before[text] = None

    def _mark_labels(self, paragraph: etree._Element) -> None:
        """Mark the room after each label of a line with several labels."""
        for room in rooms_behind_labels(paragraph):
            room.text = _MARKS
            self._before[room] = None

    def _mark_open_end(self, paragraph: etree._Element) -> None:
        """Mark the room after a line of boxes that ends with another question."""
        words = own_words(paragraph)
        *before, last = BOX.split(words)
        if not before or not last.rstrip().endswith(":") or len(last) > _LONGEST_END or BLANK.search(last):
            return
        is_asked = len(before) > 1 or _ASKS.search(last) is not None
        if is_asked and next(paragraph.iter(*_HELD), None) is None and not _goes_on_below(paragraph):
            run = etree.SubElement(paragraph, f"{W}r")
            text = etree.SubElement(run, f"{W}t")
            text.text = _MARKS
            self._before[text] = None


def _looks(text: etree._Element) -> etree._Element | None:
    """The formatting of a text's run."""
    run = text.getparent()
    return None if run is None else run.find(f"{W}rPr")


def _draw_boxes(paragraph: etree._Element) -> None:
    """Replace each short line before or after a «Ja» or «Nei» by a box."""
    words = own_words(paragraph)
    if "{" not in words and next(paragraph.iterancestors(f"{W}sdt"), None) is None:
        for span in reversed(ticked_lines(words)):
            put(list(own_texts(paragraph)), *span, _BOX)


def _goes_on_below(paragraph: etree._Element) -> bool:
    """Whether what a paragraph asks for at its end stands, or is to be written, below it."""
    below = paragraph.getnext()
    if below is None or below.tag != f"{W}p":
        return below is not None and below.tag == f"{W}tbl"
    words = own_words(below).strip()
    is_listed = below.find(f"{W}pPr/{W}numPr") is not None
    return is_listed or not words or BLANK.match(words) is not None or BOX.match(words) is not None


def _keep_spaces(text: etree._Element, spaces: str) -> None:
    """Let underlined spaces that a tag has replaced stand there where there is no value."""
    if spaces and (tag := _TAG.fullmatch(text.text or "")):
        text.text = f"{tag[1]}{{{{ {tag[2]} or '{spaces}' }}}}"


_TAG = re.compile(r"( ?)\{\{ ([\w.]+) \}\}")


def _is_bordered(paragraph: etree._Element) -> bool:
    border = paragraph.find(f"{W}pPr/{W}pBdr/{W}bottom")
    return border is not None and border.get(f"{W}val", "single") not in ("nil", "none")


def _is_asked(paragraph: etree._Element) -> bool:
    """Whether the words above a line, or above similar lines, ask for something."""
    for before in paragraph.itersiblings(f"{W}p", preceding=True):
        words = own_words(before).replace(MARK, "").strip()
        if words or not _is_bordered(before):
            return words.endswith((":", "?"))
    return False


def _put_in_place(old: etree._Element, new: etree._Element) -> None:
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)


def _is_in_run(tab: etree._Element, paragraph: etree._Element) -> bool:
    run = tab.getparent()
    return run is not None and run.tag == f"{W}r" and next(tab.iterancestors(f"{W}p")) is paragraph
