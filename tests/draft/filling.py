"""Word files that somebody has, drafted as a form and filled in at once."""

import io
import re
from pathlib import Path

import docx as python_docx
from docx.document import Document

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.draft.draft_word import WordDraft, draft_word
from skjema.draft.write_draft import DraftForm, definition_text
from skjema.render.word.word_renderer import WordRenderer
from tests.drawing import TODAY, from_json, is_sound, write_form


def drafted(content: bytes) -> WordDraft:
    return draft_word("a.docx", content)


def fields(content: bytes) -> dict[str, str]:
    """The type of each field, by its label; of one of the recipient's, `pen`."""
    return {one.label: "pen" if one.recipient else one.type for one in drafted(content).guesses}


def word_form(folder: Path, content: bytes, *recipients: str) -> Form:
    """The form as it is drafted.

    Args:
        recipients: Ids of fields that whoever looks the draft over leaves to the recipient.
    """
    found = drafted(content)
    draft = DraftForm(
        id="prove", title=found.title or "Prøve", file="a.docx", language="nb", guesses=found.guesses,
        groups=found.groups, papers={"word": "own"},
    )  # fmt: skip
    text = definition_text(draft, TODAY, "nb")
    for one in recipients:
        text = re.sub(rf'^( *)id = "{one}"$', r'\g<0>\n\1filled_by = "recipient"', text, count=1, flags=re.MULTILINE)
    place = write_form(folder, "", text)
    (place / "prove.nb.docx").write_bytes(found.docx)
    return load_form(place)


def filled(folder: Path, content: bytes, *recipients: str, **values: object) -> Document:
    """The form filled in, as it is drafted; see `word_form`."""
    form = word_form(folder, content, *recipients)
    checked = from_json(form, folder, values)[0]
    assert is_sound(checked), checked.problems
    return python_docx.Document(io.BytesIO(WordRenderer(form, "nb").render(checked)))


def texts(document: Document) -> list[str]:
    """The paragraphs of the body, and the rows of its tables with a line between cells."""
    rows = [" | ".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    return [*(one.text for one in document.paragraphs), *rows]
