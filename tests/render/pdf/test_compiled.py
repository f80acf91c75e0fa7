"""Pages made ready are kept for the next run, and nothing of a row with them."""

import io
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from pypdf import PdfReader

from skjema.definition.example import example_records
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.render.pdf import compile_pages
from skjema.render.pdf.pdf_pack import PdfPack
from skjema.render.pdf.pdf_renderer import PdfRenderer
from skjema.validation.checked import CheckedRecord
from skjema.wording import Language
from tests.drawing import HEAD, SAMPLES, TEMPLATES, checked, field, first, form_of, from_json, put

SENTENCE = '[[section.field]]\nid = "setning"\ntype = "note"\ntext = { nb = "Skjemaet gjelder {{ navn }}." }\n'


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKJEMA_CACHE", str(tmp_path / "kept"))


def made(form: Form, tmp_path: Path, name: str, *, flat: bool = False, draft: bool = False) -> bytes:
    return PdfRenderer(form, "nb", flat=flat, draft=draft).render(from_json(form, tmp_path, {"navn": name})[0])


def kept_pages() -> list[bytes]:
    return [path.read_bytes() for path in (Path(os.environ["SKJEMA_CACHE"]) / "skjema").glob("pdf-*")]


@pytest.mark.parametrize("flat", [False, True])
def test_what_is_kept_gives_the_same_file_and_is_not_made_again(
    tmp_path: Path, flat: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = form_of(tmp_path, field("navn"), field("kryss", "yes_no"))
    first = made(form, tmp_path, "Čáhppes", flat=flat)
    assert len(kept_pages()) == 1
    monkeypatch.setattr(compile_pages, "compile_pages", None)
    assert made(form, tmp_path, "Čáhppes", flat=flat) == first


def test_values_in_boxes_are_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    form, kept = form_of(tmp_path, field("navn")), []
    for name in ("Kari", "Ola Nordmann"):
        monkeypatch.setenv("SKJEMA_CACHE", str(tmp_path / name))
        made(form, tmp_path, name)
        kept.append(
            {path.name: path.read_bytes() for path in (Path(os.environ["SKJEMA_CACHE"]) / "skjema").glob("pdf-*")}
        )
    assert kept[0] == kept[1]


def test_pages_that_say_what_stands_in_a_row_are_not_kept(tmp_path: Path) -> None:
    head = HEAD.replace('["navn"]', '["sak"]')
    form = form_of(tmp_path, field("sak"), field("navn", profile="true"), SENTENCE, head=head)
    made(form, tmp_path, "Kari")
    assert kept_pages() == []


def test_pages_that_say_what_is_made_of_a_row_are_not_kept(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("kalles", default='"navn"'), SENTENCE.replace("navn", "kalles"))
    made(form, tmp_path, "Kari")
    assert kept_pages() == []


def test_pages_that_say_what_stands_in_the_common_sheet_are_kept(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("enhet", profile="true"), SENTENCE.replace("navn", "enhet"))
    book = Workbook()
    put(first(book), "| Navn |\n| Kari |\n| Ola |")
    put(book.create_sheet("Felles"), "| Enhet | Solbakken |")
    book.save(tmp_path / "barn.xlsx")
    records, problems = checked(form, tmp_path / "barn.xlsx")
    assert [one.values["enhet"] for one in records] == ["Solbakken"] * 2, problems
    PdfRenderer(form, "nb").render(records[0])
    assert len(kept_pages()) == 1


def test_drafts_are_not_kept(tmp_path: Path) -> None:
    made(form_of(tmp_path, field("navn")), tmp_path, "Kari", draft=True)
    assert kept_pages() == []


def test_another_form_setting_or_logo_makes_other_pages(tmp_path: Path) -> None:
    for kommune in ("", '[values]\nby = "x"\n', 'logo = "logo.png"\n'):
        (tmp_path / "logo.png").write_bytes(Path("samples/logo.png").read_bytes())
        made(form_of(tmp_path, field("navn"), field("by"), kommune=kommune), tmp_path, "Kari")
    made(form_of(tmp_path, field("navn", label='{ nb = "Hele navnet" }'), kommune=""), tmp_path, "Kari")
    assert len(kept_pages()) == 4


def made_in_every_way(form: Form, record: CheckedRecord, language: Language) -> list[bytes]:
    out = io.BytesIO()
    pack = PdfPack(out, form, language)
    pack.finish([pack.add(record)], [], duplex=False)
    return [*(PdfRenderer(form, language, flat=flat).render(record) for flat in (False, True)), out.getvalue()]


@pytest.mark.thorough
def test_what_is_kept_of_one_record_is_never_taken_for_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records that differ in rows, in lines to sign on, in font, language or what is hidden, one cache for all."""
    form = load_form(TEMPLATES / "samtykke-overgang", SAMPLES / "kommune.toml")
    given = example_records(form)[0]
    first, other = given["foresatte"]
    parents = ([first, other], [first], [first, {**other, "foreldreansvar": "nei"}])
    changes: list[dict[str, Any]] = [*({"foresatte": some} for some in parents), {"barn_navn": "Олександр"}]
    records = [from_json(form, tmp_path, {**given, **change})[0] for change in changes]
    numbered = replace(form, settings={**form.settings, "bruk_fodselsnummer": True})
    wanted: list[tuple[Form, CheckedRecord, Language]] = [(form, record, "nb") for record in records]
    wanted += [(form, records[0], "nn"), (numbered, from_json(numbered, tmp_path, given)[0], "nb")]
    together = [made_in_every_way(*one) for one in wanted]
    assert len({file for made in together for file in made}) == 3 * len(wanted), "two of them are the same"
    for at, one in enumerate(wanted):
        monkeypatch.setenv("SKJEMA_CACHE", str(tmp_path / f"alone-{at}"))
        assert made_in_every_way(*one) == together[at]


def test_a_page_with_boxes_alone_is_tagged_in_a_flat_file(tmp_path: Path) -> None:
    columns = '[[section.field.field]]\nid = "hva"\ntype = "longtext"\nlabel = { nb = "Hva" }\n'
    table = f'[[section.field]]\nid = "tabell"\ntype = "group"\nlabel = {{ nb = "Tabell" }}\n{columns}'
    form = form_of(tmp_path, field("navn"), table)
    record = from_json(form, tmp_path, {"navn": "Kari", "tabell": [{"hva": str(row)} for row in range(40)]})[0]
    pages = PdfReader(io.BytesIO(PdfRenderer(form, "nb", flat=True).render(record))).pages
    assert len({page["/StructParents"] for page in pages}) == len(pages) > 1
