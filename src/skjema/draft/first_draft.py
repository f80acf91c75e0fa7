"""Drafts the first definition of a form from its papers: a Word file, a PDF, or one of each."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from skjema.draft.draft_pdf import draft_pdf
from skjema.draft.draft_word import draft_word
from skjema.draft.guess import Guess
from skjema.draft.two_papers import on_both
from skjema.draft.write_draft import DraftForm, definition_text
from skjema.errors import InputError
from skjema.problems import Place, Problem, Severity
from skjema.wording import MessageLanguage

_PDF, _WORD = ".pdf", ".docx"


class Draft(NamedTuple):
    """A drafted definition of a form made by others.

    Attributes:
        definition: Content of `skjema.toml`.
        papers: Contents of the files to put beside it, by name.
        guesses: A guess for each field, in print order; see `skjema.draft.guess.Guess`.
        problems: What could not be understood, and what else to look at.
    """

    definition: str
    papers: dict[str, bytes]
    guesses: Sequence[Guess]
    problems: list[Problem]


class _Drafted(NamedTuple):
    form: DraftForm
    paper: bytes
    problems: list[Problem]


def first_draft(
    papers: Mapping[str, bytes], form_id: str, language: MessageLanguage, today: date, *, has_converter: bool
) -> Draft:
    """The drafted definition of a form.

    Args:
        papers: Contents of one Word file, of one PDF, or of one of each, by file name.
        form_id: Id of the new form; kebab-case.
        language: Language of the comments in the definition, and of the form.
        today: Date of its first edition.
        has_converter: Whether PDFs can be made from Word files on this machine.

    Raises:
        TemplateError: A file is damaged, or a PDF has nothing to fill in.
        InputError: The files are not such papers, or an office couldn't fill in any of their fields.
    """
    word, pdf = _by_kind(papers, _WORD), _by_kind(papers, _PDF)
    _require_one_of_each(papers, word, pdf)
    by_word = _of_word(*word[0], form_id, language, has_converter=has_converter or bool(pdf)) if word else None
    by_pdf = _of_pdf(*pdf[0], form_id, language) if pdf else None
    drafted = [one for one in (by_word, by_pdf) if one is not None]
    problems = [problem for one in drafted for problem in one.problems]
    form = drafted[0].form
    if by_word and by_pdf:
        form, more = on_both(by_word.form, by_pdf.form)
        problems += more
    files = {f"{form_id}.{language}.docx": by_word.paper} if by_word else {}
    files |= {f"{form_id}.pdf": by_pdf.paper} if by_pdf else {}
    return Draft(definition_text(form, today, language), files, form.guesses, problems)


def _by_kind(papers: Mapping[str, bytes], ending: str) -> list[tuple[str, bytes]]:
    return [(name, content) for name, content in papers.items() if PurePath(name).suffix.casefold() == ending]


def _require_one_of_each(papers: Mapping[str, bytes], *kinds: Sequence[tuple[str, bytes]]) -> None:
    known = {name for kind in kinds for name, _ in kind}
    if others := [name for name in papers if name not in known]:
        raise InputError(*(Problem("draft-kind", Place(name)) for name in others))
    if several := [one for kind in kinds for one in kind[1:]]:
        raise InputError(*(Problem("draft-several", Place(name)) for name, _ in several))


def _of_word(name: str, content: bytes, form_id: str, language: MessageLanguage, *, has_converter: bool) -> _Drafted:
    found = draft_word(name, content)
    papers = {"word": "own"} | ({"pdf": "from-word"} if has_converter else {})
    form = DraftForm(
        id=form_id, title=found.title or PurePath(name).stem, file=name, language=language, guesses=found.guesses,
        groups=found.groups, papers=papers,
    )  # fmt: skip
    problems = [Problem("draft-strange", Place(name), Severity.WARNING, {"got": one}) for one in found.strange]
    if not has_converter:
        problems.append(Problem("draft-no-converter", Place(name), Severity.NOTE))
    return _Drafted(form, found.docx, [*problems, *found.problems])


def _of_pdf(name: str, content: bytes, form_id: str, language: MessageLanguage) -> _Drafted:
    found = draft_pdf(name, content, form_id, language)
    return _Drafted(found.form, found.pdf, found.left)
