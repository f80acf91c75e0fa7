"""Guesses a definition for the fields of a PDF made by others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from skjema.draft.fillable_copy import paper_with_fields
from skjema.draft.guess import (
    Guess,
    GuessedAnswer,
    GuessedGroup,
    Reason,
    guess_type,
    is_of_signer,
    is_signed,
    words_of,
)
from skjema.draft.nearby import PageWords
from skjema.draft.own_values import with_defaults
from skjema.draft.pdf_answers import answers_of, button_answers, is_open_list, is_yes_no, means_several, yes_no_pairs
from skjema.draft.pdf_box_lines import BoxLines
from skjema.draft.pdf_matrix import matrix_labels
from skjema.draft.pdf_places import TABLED, line_at, lines_of, rectangles
from skjema.draft.pdf_rows import Rows, are_alike, column_label, is_generic, rows_of
from skjema.draft.pdf_said import said_in
from skjema.draft.write_draft import DraftForm, guessed_groups, settled
from skjema.errors import InputError
from skjema.fieldtypes import TYPES
from skjema.formats.pdf.acroform import EDIT, MULTISELECT, READ_ONLY, REQUIRED, AcroForm, FormField, Place
from skjema.formats.pdf.field_look import look_of, text_box
from skjema.formats.pdf.field_names import by_page
from skjema.formats.pdf.page_texts import page_texts
from skjema.problems import Place as Where
from skjema.problems import Problem, Severity
from skjema.render.pdf.own_paper import is_left_unprinted, is_off_page, page_boxes, read_fields
from skjema.text_match import match_key
from skjema.wording import MessageLanguage
from skjema.wording.draft import draft_wording

_DIGITS = {
    "date": 8, "fodselsnummer": 11, "phone": 8, "kontonummer": 11, "organisasjonsnummer": 9, "postnummer": 4,
    "kommunenummer": 4,
}  # fmt: skip
"""Least number of letters in a value of a type."""
_NARROWEST = 3.2
"""Width of a digit in the smallest type, in points."""
_LONGEST_FOR_ID = 60


class Drafted(NamedTuple):
    """The guesses for a paper.

    Attributes:
        pdf: The paper, with fields added where it only drew places to fill in.
        left: Problems with fields for which no guess was possible, and others.
    """

    form: DraftForm
    pdf: bytes
    left: list[Problem]


def draft_pdf(name: str, content: bytes, form_id: str, language: MessageLanguage = "nb") -> Drafted:
    """The guesses for a PDF's fields.

    Args:
        name: Name of the file, without its folder.
        language: Language of the remarks on where each field stands.

    Raises:
        TemplateError: The PDF can't be read, or has no fields.
        InputError: An office couldn't fill in any of its fields.
    """
    pdf, told = paper_with_fields(name, content)
    reader = _Reader(read_fields(name, pdf), pdf, language)
    guesses, groups = reader.guesses()
    if all(one.recipient for one in guesses):
        left = [one for one in (*told, *reader.left(name)) if one.severity is Severity.WARNING]
        raise InputError(Problem("draft-nothing", Where(name)), *left)
    guesses, prefilled = with_defaults(name, guesses)
    form = DraftForm(
        id=form_id, title=reader.title or form_id, file=name, language=language, guesses=guesses, groups=groups,
        papers={"pdf": "own"},
    )  # fmt: skip
    return Drafted(form, pdf, [*told, *prefilled, *reader.left(name)])


class _Found(NamedTuple):
    field: FormField
    place: Place
    label: str
    section: str


class _Reader:
    """Guesses the fields of one PDF, in reading order."""

    def __init__(self, acroform: AcroForm, content: bytes, spoken: MessageLanguage) -> None:
        self._acroform, self._spoken = acroform, spoken
        self._left: dict[str, list[FormField]] = {}
        self._edges = page_boxes(acroform)
        places: dict[int, list[tuple[float, float, float, float]]] = {}
        for one in acroform.fields:
            for place in one.places:
                places.setdefault(place.page, []).append(place.rectangle)
        texts = dict(enumerate(page_texts(content)))
        self._words = {
            number: PageWords(own, places.get(number, ()), is_first=not number) for number, own in texts.items()
        }
        lines = [one for one in acroform.fields if one.kind in TABLED and len(one.places) == 1]
        self._tabled = {
            (number, place): label
            for number, own in texts.items()
            for place, label in matrix_labels(rectangles(lines, number), own).items()
        }
        self._boxes = BoxLines(acroform.fields, self._words)
        self.title = self._words[0].title if 0 in self._words else ""

    def guesses(self) -> tuple[list[Guess], dict[str, GuessedGroup]]:
        """A guess for each field that somebody can fill in, and the groups that some are columns of."""
        found = list(self._found())
        rows = [one for one in rows_of([one.field for one in found]) if self._fits(one)]
        sections = [next(one.section for one in found if one.field is row.columns[0][0]) for row in rows]
        named = [row.stem or section for row, section in zip(rows, sections, strict=True)]
        groups = {one.id: one for one in guessed_groups(named, [row.count for row in rows])}
        columns = {
            column[0].name: (own, row, column) for own, row in zip(groups, rows, strict=True) for column in row.columns
        }
        later = {one.name for row in rows for column in row.columns for one in column[1:]}
        pairs = yes_no_pairs((one.field for one in found if one.field.name not in {*columns, *later}), self._boxes)
        later |= {second.name for _, second in pairs.values()}
        guesses: dict[str, list[Guess]] = {}
        for one in found:
            if one.field.name in columns:
                own, row, column = columns[one.field.name]
                guesses.setdefault(f"group {own}", []).append(self._column(one, own, row, column))
            elif one.field.name not in later:
                guess = self._guess(one)
                guesses[one.field.name] = [
                    self._paired(guess, pairs[one.field.name]) if one.field.name in pairs else guess
                ]
        listed = [guess for same in guesses.values() for guess in same]
        return settled(self._with_signers(listed), groups.values()), groups

    def _found(self) -> Iterator[_Found]:
        """The fields that somebody can fill in, with their labels and headings."""
        labelled: list[tuple[FormField, Place, str]] = []
        for one in self._acroform.in_order:
            if reason := self._reason_to_leave(one):
                self._left.setdefault(reason, []).append(one)
            else:
                place = next(place for place in one.places if place.is_shown)
                labelled.append((one, place, self._label(one, place, self._words_on(place.page))))
        section, labels = "", frozenset(label for *_, label in labelled)
        for one, place, label in labelled:
            section = self._words_on(place.page).heading(place.rectangle, labels) or section
            yield _Found(one, place, label, section)

    def _fits(self, rows: Rows) -> bool:
        """Whether every column can be one of a group, without losing labels beside its fields."""
        if not all(are_alike(map(self._printed, column), rows.stem) for column in rows.columns):
            return False
        return all(TYPES[self._type(one[0], one[0].places[0], one[0].tooltip)[0]].fits_groups for one in rows.columns)

    def _paired(self, guess: Guess, pair: Sequence[FormField]) -> Guess:
        """One question whose answers are the boxes of two separate fields."""
        question = self._boxes.question(pair[0].places[0])
        answers = tuple(GuessedAnswer("", self._boxes.answer(one.places[0]), one.name) for one in pair)
        said = tuple(one.name for one in pair if said_in(one, "choice"))
        return replace(guess, id=question, label=question, type="choice", answers=answers, sources=(), said=said)

    def _column(self, one: _Found, group: str, rows: Rows, column: Sequence[FormField]) -> Guess:
        label = column_label(one.label, rows.stem)
        guess = self._guess(one._replace(label=label))
        said = tuple(words for field in column for words in said_in(field, guess.type))
        names = tuple(field.name for field in column)
        return replace(guess, group=group, id=label, sources=names, recipient=False, said=said)

    def _with_signers(self, guesses: Iterable[Guess]) -> Iterator[Guess]:
        """The guesses; date and place beside a signature are marked as the signer's to fill in."""
        listed = list(guesses)
        fields = {one.name: one for one in self._acroform.fields}
        lines = [line_at(fields[one.sources[0]]) for one in listed if one.type == "signature"]
        for one in listed:
            is_signers = (
                not one.group and bool(one.sources) and is_of_signer(one) and line_at(fields[one.sources[0]]) in lines
            )
            yield replace(one, recipient=True, required=False) if is_signers else one

    def _words_on(self, page: int) -> PageWords:
        return self._words.get(page) or PageWords((), ())

    def left(self, name: str) -> Iterator[Problem]:
        """Problems for the fields without a guess, by reason."""
        own = [one for one in self._acroform.in_order if not self._reason_to_leave(one)]
        told = {
            **self._left,
            "pdf-same-state": [one for one in own if one.is_mixed_up or means_several(one, self._beside)],
            "pdf-name-shared": [one for one in own if not one.name and len(one.holders) > 1],
            "pdf-off-page": [one for one in own if any(is_off_page(place, self._edges) for place in one.places)],
            "pdf-not-printed": [one for one in own if is_left_unprinted(one)],
            "draft-open-list": [one for one in own if is_open_list(one)],
        }
        for code, fields in told.items():
            kind = Severity.NOTE if code == "draft-open-list" else Severity.WARNING
            for page, names in by_page(fields):
                yield Problem(code, Where(name), kind, {"page": page, "names": names})

    def _beside(self, place: Place) -> str:
        return self._boxes.answer(place) or self._words_on(place.page).beside(place.rectangle)

    def _reason_to_leave(self, one: FormField) -> str:
        if one.kind in ("push", "unknown"):
            return "draft-left-button"
        if not any(place.is_shown for place in one.places):
            return "draft-left-unseen"
        if one.flags & READ_ONLY:
            return "draft-left-locked"
        is_list = one.kind in ("combo", "list")
        return "draft-left-empty" if is_list and not answers_of(one) and not one.flags & EDIT else ""

    def _guess(self, found: _Found) -> Guess:
        one, place, label, section = found
        kind, reason = self._type(one, place, label)
        answers = self._answers(one) if kind in ("choice", "choices") else ()
        page = draft_wording("draft-page", self._spoken, page=place.page + 1)
        # for a single box, `required` would mean that nobody may say no
        is_required = bool(one.flags & REQUIRED) and kind != "signature" and (kind != "yes_no" or len(one.states) > 1)
        recipient = kind == "signature" or (kind == "date" and is_signed(label))
        return Guess(
            id=label if len(label) <= _LONGEST_FOR_ID else " ".join(words_of(one.name)), type=kind, label=label,
            answers=answers, required=is_required and not recipient, max_length=one.max_length,
            lines=lines_of(one, place), recipient=recipient, place=page, section=section, sources=(one.name,),
            reason=reason, said=said_in(one, kind),
        )  # fmt: skip

    def _label(self, one: FormField, place: Place, words: PageWords) -> str:
        """A field's label: its text for screen readers, the words beside it, or its name."""
        if self._has_own_words(one):
            return one.tooltip.strip()
        if tabled := self._tabled.get((place.page, place.rectangle)):
            return tabled
        is_one_box = one.kind in ("tick", "radio") and len(one.places) == 1
        if told := self._boxes.label(one, place, words):
            return told
        beside = words.beside(place.rectangle) if is_one_box else words.label(place.rectangle)
        named = " ".join(words_of(one.name)).capitalize()
        return beside or (named if match_key(named) else one.name)

    def _printed(self, one: FormField) -> str:
        """The words for or beside a field; empty without."""
        place = next(place for place in one.places if place.is_shown)
        words = self._words_on(place.page)
        if self._has_own_words(one):
            return one.tooltip.strip()
        if tabled := self._tabled.get((place.page, place.rectangle)):
            return tabled
        if one.kind in ("tick", "radio"):
            return words.beside(place.rectangle) if len(one.places) == 1 else ""
        return words.label(place.rectangle, is_asked_below=False)

    @staticmethod
    def _has_own_words(one: FormField) -> bool:
        tooltip = one.tooltip.strip()
        return bool(match_key(tooltip)) and tooltip != one.name and not is_generic(tooltip)

    def _type(self, one: FormField, place: Place, label: str) -> tuple[str, Reason]:
        match one.kind:
            case "signature":
                return "signature", "kind"
            case "tick" | "radio" if len(one.states) == 1:
                return "yes_no", ("kind" if self._boxes.is_sure(one) else "label")
            case "tick" | "radio":
                is_sure = self._boxes.is_sure(one)
                return ("yes_no" if is_sure and is_yes_no(one, self._answers(one)) else "choice"), (
                    "kind" if is_sure else "label"
                )
            case "combo" | "list" if answers_of(one):
                return ("choices" if one.kind == "list" and one.flags & MULTISELECT else "choice"), "kind"
        if text_box(one, place, look_of(one, place).size).multiline:
            return "longtext", "kind"
        found = guess_type(label, one.name)
        digits = _DIGITS.get(found.type, 0)
        width = place.rectangle[2] - place.rectangle[0]
        is_narrow = 0 < one.max_length < digits or width < digits * _NARROWEST  # the first of three boxes for a date
        return ("text", "unknown") if is_narrow else found

    def _answers(self, one: FormField) -> tuple[GuessedAnswer, ...]:
        if one.kind in ("combo", "list"):
            return tuple(GuessedAnswer("", shown, export) for export, shown in answers_of(one))
        return tuple(button_answers(one, self._beside))
