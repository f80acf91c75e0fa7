"""Problems that `skjema lint` finds by making a form: pages, blank and with examples, and the input workbook."""

from collections import deque
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from skjema.definition.example import EXAMPLE, example_common
from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.disk_cache import cached
from skjema.errors import InputError, TemplateError
from skjema.printing.form_pages import page_problems
from skjema.problems import Place, Problem, Severity
from skjema.records.input import Input
from skjema.wording import Language

if TYPE_CHECKING:
    from skjema.render.pdf.fillable import FillablePdf

_LIBRARIES = ("typst", "pypdf", "fontTools", "pypdfium2")
_WORKBOOK = Path("arbeidsbok.xlsx")
_SHOWN = 3
"""Number of example records whose pages are made."""


def made_problems(form: Form, language: Language) -> list[Problem]:
    """Problems with what a form is made into in a language."""
    example = form.folder / EXAMPLE
    content = example.read_bytes() if example.exists() else b""
    made_of = (form.digest, form.profile, form.folder.name, language, form.id, example_common(form))

    return cached(
        "lint",
        (repr(made_of).encode(), form.logo or b"", content, form.own_pdfs.get(language, ("", b""))[1]),
        lambda: [
            *(_page_problems(form, language) if form.pdf != "from-word" else ()),
            *_workbook_problems(form, language),
        ],
        _LIBRARIES,
    )


def _page_problems(form: Form, language: Language) -> list[Problem]:
    if form.pdf == "own":
        return _own_problems(form, language)
    answers: list[Problem] = []

    def pdfs() -> list[bytes]:
        from skjema.render.pdf.pdf_renderer import blank_pages

        blank = blank_pages(form, language)
        answers.extend(_answer_problems(form, language, blank))
        return [blank.fill({}), *_example_pdfs(form, language)]

    try:
        return [*page_problems(form, language, pdfs), *answers]
    except InputError as error:  # an error in the example
        return list(error.problems)


def _own_problems(form: Form, language: Language) -> list[Problem]:
    """Problems that keep the form's example from being filled into its own PDF, whose boxes have a fixed size."""
    try:
        deque(_example_pdfs(form, language), maxlen=0)
    except InputError as error:
        return list(error.problems)
    except TemplateError:  # reported among the problems of the PDF itself
        pass
    return []


def _answer_problems(form: Form, language: Language, blank: "FillablePdf") -> Iterator[Problem]:
    """Answers too long for the list box that shows them, which only the form's author can shorten."""
    from skjema.render.pdf.fillable import TextField

    picked = [field for field in blank.fields if isinstance(field, TextField)]
    answers = [(field, one.drawn) for field in picked for one in field.options.values()]
    found = {(field.name, label) for field, label in answers if field.writer.excess(label)}
    for name, label in sorted(found):
        params: dict[str, object] = {"language": language, "got": label, "name": name}
        yield Problem("answer-long", Place(f"{form.id}/skjema.toml"), Severity.WARNING, params)


def _example_pdfs(form: Form, language: Language) -> Iterator[bytes]:
    """The PDFs of the first example records.

    Raises:
        InputError: The example can't be read, or a record of it can't be printed (only without a profile).
    """
    from skjema.render.pdf.pdf_renderer import PdfRenderer
    from skjema.validation.check import RecordChecker

    path = form.folder / EXAMPLE
    if not path.exists():
        return
    # as of the day of the edition, which is later than an example's dates
    checker, renderer = RecordChecker(form, date.fromisoformat(form.version)), PdfRenderer(form, language)
    common = {Slot(name): value for name, value in example_common(form).items() if name in form.fields}
    for record in islice(Input(form, (path,)), _SHOWN):
        record.cells = common | record.cells
        checked = checker.check(record)
        errors = [one for one in (*checked.problems, *renderer.problems(checked)) if one.severity is Severity.ERROR]
        if not errors:
            yield renderer.render(checked)
        elif not (
            form.profile.rows or form.profile.settings or form.profile.values
        ):  # a profile may change which values are required
            raise InputError(*errors)


def _workbook_problems(form: Form, language: Language) -> Iterator[Problem]:
    """Problems that a check would report about the headings of the workbook made by `skjema sheet`."""
    from skjema.render.workbook.input_sheet import input_workbook

    for single in (False, True):
        content = input_workbook(form, language, single=single)
        data = Input(form, (_WORKBOOK,), contents={_WORKBOOK: content})
        for problem in data.problems:
            if problem.code not in ("common-missing", "sheet-unused"):
                params: dict[str, object] = {"language": language, "code": problem.code}
                params["got"] = str(problem.params.get("got") or "-")
                yield Problem("workbook-unread", Place(f"{form.id}/skjema.toml"), params=params)
