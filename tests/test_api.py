"""The API does what the commands do, says what is wrong in values, and its page runs as it stands."""

import multiprocessing
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from skjema import api
from skjema.batch.pack_layout import PackLayout
from tests.cli.running import skjema
from tests.drawing import SAMPLES, TODAY
from tests.reading_back import docx_text, pdf_text, without_token
from tests.sample_files import FORMS

PAGE = Path(__file__).parent.parent / "docs" / "api.md"
FORM = "samtykke-overgang"
CHILDREN = SAMPLES / FORM / "barn.json"
FAULTY = SAMPLES / FORM / "feil.xlsx"
FIXED = ("--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def form() -> Any:
    return api.load_form(FORM, kommune=SAMPLES / "kommune.toml")


def test_the_page_runs_as_it_stands(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(SAMPLES, folder / "samples")
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE.read_text("utf-8"), re.M | re.S)
    exec(compile("\n".join(blocks), "api.md", "exec"), {})
    said = capsys.readouterr().out.splitlines()
    assert said[0] == str(FORMS)
    assert any("Barn!" in line for line in said), "where a problem is"
    assert {"forms", "forms.zip", "all.pdf", "children.xlsx", "blank.pdf"} <= {one.name for one in folder.iterdir()}


def test_the_page_tells_of_every_function() -> None:
    functions = [name for name in api.__all__ if name[0].islower()]
    assert [name for name in functions if f"api.{name}(" not in PAGE.read_text("utf-8")] == []


@pytest.mark.parametrize("name", api.__all__)
def test_all_that_is_offered_is_there_and_says_what_it_is(name: str) -> None:
    assert getattr(api, name).__doc__


def test_importing_it_loads_no_library() -> None:
    code = "import sys, skjema.api; print(*{name.partition('.')[0] for name in sys.modules})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    unwanted = {"click", "pydantic", "typst", "lxml", "jinja2", "openpyxl", "pypdf", "multiprocessing", "tomllib"}
    assert set(run.stdout.split()) & unwanted == set()


def test_a_run_writes_what_the_command_writes(form: Any, folder: Path) -> None:
    report, result = api.fill(form, [CHILDREN], "api", today=TODAY)
    assert skjema("fill", FORM, CHILDREN, "-o", "kommando", *FIXED).code in (0, 1)
    made = {
        one.name: without_token(one.read_bytes()) for one in Path("api").iterdir() if not one.name.startswith("run.")
    }
    assert made == {name: without_token(Path("kommando", name).read_bytes()) for name in made}
    assert (report.taken, result.records, result.files) == (12, 12, len(made))


def test_a_pack_is_what_the_command_writes(form: Any) -> None:
    _, packed = api.pack(form, [CHILDREN], Path("api.pdf"), today=TODAY)
    skjema("pack", FORM, CHILDREN, "-o", "kommando.pdf", *FIXED)
    assert Path("api.pdf").read_bytes() == Path("kommando.pdf").read_bytes()
    assert [one.number for one in packed] == list(range(1, 13))


def test_a_document_is_what_a_run_writes(form: Any) -> None:
    records, problems = api.read_records(form, [CHILDREN])
    api.fill(form, [CHILDREN], "ut", rows=(range(1, 2),), today=TODAY)
    checked = api.check_record(form, records[0], today=TODAY)
    assert problems == []
    for kind in ("docx", "pdf"):
        made = Path("ut", f"{FORM}-0001.{kind}").read_bytes()
        assert without_token(api.render(form, checked, kind)) == without_token(made)


def test_nothing_is_written_of_faulty_data_and_the_problems_are_those_of_the_check(form: Any, folder: Path) -> None:
    for write in (
        lambda: api.fill(form, [FAULTY], "ut", today=TODAY),
        lambda: api.pack(form, [FAULTY], Path("ut.pdf")),
    ):
        with pytest.raises(api.InputError) as caught:
            write()
        assert api.Severity.ERROR in {one.severity for one in caught.value.problems}
    assert list(folder.iterdir()) == []
    expected = skjema("check", FORM, FAULTY, *FIXED).out.splitlines()
    assert [
        one.text("nb") for one in api.check(form, [FAULTY], today=TODAY).problems if one.code == "required-empty"
    ] == [line for line in expected if line.endswith("[required-empty]")]


def test_a_record_with_errors_is_rendered_as_a_draft_alone(form: Any) -> None:
    checked = api.check_record(form, api.make_record(form, {"Barnets navn": "Kari Nordmann"}), today=TODAY)
    with pytest.raises(api.InputError) as caught:
        api.render(form, checked, "docx")
    assert {one.code for one in caught.value.problems} == {"required-empty", "group-too-few"}
    assert "Kari Nordmann" in docx_text(api.render(form, checked, "docx", draft=True))
    assert "Kari Nordmann" in pdf_text(api.render(form, checked, "pdf", draft=True, flat=True))


def test_a_language_the_form_lacks_and_a_form_that_is_none_are_told(form: Any) -> None:
    with pytest.raises(api.UsageError) as caught:
        api.load_form("samtykke-overgangen")
    assert [one.code for one in caught.value.problems] == ["form-unknown"]
    with pytest.raises(api.UsageError) as caught:
        api.sheet(form, language="se")
    assert [one.code for one in caught.value.problems] == ["language-unknown"]


def test_a_pack_shows_no_secret_and_is_of_a_kind_that_there_is(form: Any) -> None:
    listed = [SAMPLES / "samtykke-overgang" / "barn.xlsx"]
    for layout, code in (
        (PackLayout(group="unntatt_offentlighet_finnes_ikke"), "field-unknown"),
        (PackLayout(group=next(one.id for one in form.fields.values() if one.is_secret), cover=True), "field-secret"),
    ):
        with pytest.raises(api.SkjemaError) as caught:
            api.pack(form, listed, Path("p.pdf"), layout=layout, today=TODAY)
        assert [one.code for one in caught.value.problems] == [code]
    for name, more in (("p.txt", PackLayout()), ("p.docx", PackLayout(cover=True)), ("p.docx", PackLayout(names=True))):
        with pytest.raises(ValueError, match=r"pack|ends"):
            api.pack(form, listed, Path(name), layout=more, today=TODAY)
    assert not [*Path().glob("p.*")]


def test_a_program_may_have_processes_of_its_own_and_fill_in_any_thread(form: Any, folder: Path) -> None:
    other = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(60,))
    other.start()
    listed = [SAMPLES / "samtykke-overgang" / "barn.xlsx"]
    with ThreadPoolExecutor(1) as thread:
        done = thread.submit(api.fill, form, listed, folder / "ut", formats=["pdf"], today=TODAY, workers=2)
        assert done.result(timeout=120)
    with pytest.raises(api.SkjemaError):  # the folder has a run: what was begun is called off
        api.fill(form, listed, folder / "ut", formats=["pdf"], today=TODAY, workers=2)
    assert other.is_alive()
    other.kill()
    other.join(timeout=60)


def test_an_earlier_run_that_is_none_is_missing(form: Any, folder: Path) -> None:
    with pytest.raises(api.SkjemaError) as caught:
        api.fill(form, [SAMPLES / "samtykke-overgang" / "barn.xlsx"], folder / "ut", since=folder, today=TODAY)
    assert [one.code for one in caught.value.problems] == ["run-missing"]


@pytest.mark.parametrize("asked", [{"formats": ()}, {"files": []}, {"rows": ()}])
def test_a_run_of_nothing_is_refused(form: Any, folder: Path, asked: dict[str, Any]) -> None:
    files = asked.pop("files", [SAMPLES / FORM / "barn.xlsx"])
    with pytest.raises(ValueError, match="is empty"):
        api.fill(form, files, "ut", today=TODAY, **asked)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("form_id", ["referat", FORM])
def test_pages_are_made_in_any_thread(form_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a web service, say; what sets and draws pages works for one thread at a time."""
    form = api.load_form(form_id, kommune=SAMPLES / "kommune.toml")
    data = sorted((SAMPLES / form_id).glob("*.json"))[0]
    record = next(api.checked_records(form, [data], today=TODAY))
    monkeypatch.setenv("SKJEMA_CACHE", str(tmp_path / "cache"))  # with pages that nothing has been kept of
    with ThreadPoolExecutor(3) as threads:
        days = [date(2026, 11, day) for day in range(1, 7)]
        reports = [*threads.map(lambda day: api.check(form, [data], today=day), days)]
        made = set(threads.map(lambda _: api.render(form, record, "pdf"), range(9)))
    assert made == {api.render(form, record, "pdf")}
    assert {report.taken for report in reports} == {3 if form_id == "referat" else 12}
