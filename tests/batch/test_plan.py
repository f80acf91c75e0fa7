"""Whatever changes what is printed makes a run begin anew; what doesn't, doesn't."""

import json
import signal
from concurrent.futures import Executor, Future
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from skjema.batch import run_notes
from skjema.batch.executor import InProcess, open_executor
from skjema.batch.plan import Engine, Plan
from skjema.batch.workers import Pool, ProcessPool
from skjema.definition.form_cache import load_form
from skjema.output.folder import LocalFolder
from skjema.output.manifest import Manifest
from skjema.output.previous import Outcome, Previous
from skjema.records.input import Input
from skjema.render.word.static_parts import build_template
from tests.cli.running import interrupt, skjema
from tests.drawing import SAMPLES, TEMPLATES, TODAY, field, form_of
from tests.render.word.documents import with_part

FORM = "samtykke-overgang"
CHILDREN = SAMPLES / FORM / "barn.xlsx"
FIXED = ("--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return Plan(form_of(tmp_path, field("navn"), field("by"), kommune='[values]\nby = "x"\n'), "nb", TODAY, ("docx",))


def test_all_that_decides_how_a_record_is_printed_counts(plan: Plan, tmp_path: Path) -> None:
    other = tmp_path / "annet"
    other.mkdir()
    changed = [
        plan._replace(language="nn"),
        plan._replace(today=date(2026, 11, 23)),
        plan._replace(formats=("pdf",)),
        plan._replace(flat=True),
        plan._replace(draft=True),
        plan._replace(pattern="{navn}"),
        plan._replace(form=replace_form(plan.form, logo=b"\x89PNG")),
        plan._replace(form=replace_form(plan.form, digest="other")),
        plan._replace(form=form_of(tmp_path, field("navn"), field("by"), kommune='[values]\nby = "y"\n')),
    ]
    assert plan.printing == plan._replace().printing
    assert all(one.printing != plan.printing for one in changed)
    before = plan.printing
    own = with_part(build_template(plan.form, "nb"), "word/document.xml", lambda xml: xml.replace("Navn", "NAVN"))
    (plan.form.folder / "prove.nb.docx").write_bytes(own)
    assert plan.printing != before, "a template changed in Word"


def replace_form(form: Any, **changes: Any) -> Any:
    return replace(form, **changes)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_another_version_of_skjema_makes_all_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ("fill", FORM, CHILDREN, "-o", "ut", "--format", "docx", *FIXED)
    skjema(*arguments)
    monkeypatch.setattr(run_notes, "__version__", "9.9")
    assert "Uendret fra før" not in skjema(*arguments, "--resume").said


def test_the_hashes_of_two_runs_have_nothing_in_common(folder: Path) -> None:
    for name in ("en", "to"):
        skjema("fill", FORM, CHILDREN, "-o", name, "--format", "docx", "--rows", "1", *FIXED)
    first, second = (Previous.of(LocalFolder(folder / name)) for name in ("en", "to"))
    assert first is not None and second is not None  # noqa: PT018
    for one, other in zip(first.outcomes[1][5:8], second.outcomes[1][5:8], strict=True):
        assert one != other
    assert first.outcomes[1]._replace(row="", key="", fields="") == second.outcomes[1]._replace(
        row="", key="", fields=""
    )


def test_what_failed_is_never_taken_as_done(folder: Path) -> None:
    place = LocalFolder(folder)
    manifest = Manifest(load_form(TEMPLATES / FORM), "nb", TODAY, place, Previous.overwritten(place))
    manifest.begin(alone=False)
    manifest.add(Outcome(1, "a", "failed", row="x"))
    manifest.end(complete=True)
    previous = Previous.of(place)
    assert previous is not None
    assert previous.kept(Outcome(1, "a", "failed", row="x")) is None


def test_a_report_tells_of_its_own_run_alone(folder: Path) -> None:
    place = LocalFolder(folder)
    (folder / "run.part").write_bytes(
        b'{"nr": 7, "place": "before", "status": "written", "files": [], "codes": [], "row": ""}\n'
    )
    manifest = Manifest(load_form(TEMPLATES / FORM), "nb", TODAY, place, Previous.overwritten(place))
    manifest.begin(alone=False)
    manifest.add(Outcome(1, "now", "written"))
    manifest.end(complete=True)
    assert b"before" not in place.read("run.json")


def test_a_run_that_was_stopped_says_nothing_of_files_left_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ("fill", FORM, CHILDREN, "-o", "ut", "--format", "docx", *FIXED)
    skjema(*arguments)
    interrupt(monkeypatch, after=1)
    found = skjema(*arguments, "--resume", "--date", "2026-11-23")
    assert (found.code, "Filer fra før" in found.said) == (130, False)
    assert json.loads((folder / "ut" / "run.json").read_bytes())["complete"] is False


def test_what_a_killed_run_had_begun_to_write_is_swept_away(folder: Path) -> None:
    arguments = ("fill", FORM, CHILDREN, "-o", "ut", "--format", "docx", *FIXED)
    skjema(*arguments)
    (folder / "ut" / ".skjema-123.tmp").write_bytes(b"half")
    skjema(*arguments, "--resume")
    assert not list((folder / "ut").glob(".*"))


def test_a_fault_that_rows_share_is_told_once(folder: Path) -> None:
    book = load_workbook(CHILDREN)
    sheet = book["Felles"]
    for row in range(2, 14):
        if str(sheet.cell(row, 1).value).startswith("Enhetens telefon"):
            sheet.cell(row, 2).value = "12"
    book.save("feil.xlsx")
    found = skjema("check", FORM, "feil.xlsx", "--date", "2026-11-22")
    assert found.out.count("[phone-form]") == 1
    assert "Feil: 1," in found.said


# -- who does the work


def test_ctrl_c_is_left_to_the_process_that_writes() -> None:
    with open_executor(2) as processes:
        assert isinstance(processes, ProcessPool)
        assert processes._pool.submit(signal.getsignal, signal.SIGINT).result(timeout=60) == signal.SIG_IGN


class Counting(Executor):
    """Notes how many records each piece of work has, and does none of it."""

    def __init__(self) -> None:
        self.pieces: list[int] = []
        self.futures: list[Future[Any]] = []

    def submit(self, function: Any, /, *arguments: Any, **_: Any) -> Future[Any]:
        self.pieces.append(len(arguments[2]))
        self.futures.append(Future())
        if len(self.futures) == 1:
            self.futures[0].set_result(list(arguments[2]))
        return self.futures[-1]


def nothing(_: Engine, records: Any) -> Any:
    return iter(records)


@pytest.mark.parametrize(
    ("form", "data", "size"),
    [(FORM, CHILDREN, 12), ("virksomhetsplan", SAMPLES / "virksomhetsplan" / "enheter.xlsx", 1)],
    ids=["many forms in a piece", "a plan that is set anew is a piece"],
)
def test_pieces_of_work(form: str, data: Path, size: int) -> None:
    definition = load_form(TEMPLATES / form, SAMPLES / "kommune.toml")
    counting = Counting()
    records = Input(definition, [data])
    results = Pool(counting).results(Plan(definition, "nb", TODAY), nothing, iter(records))
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert counting.pieces[0] == size


@pytest.mark.thorough
def test_work_that_nobody_waits_for_is_called_off() -> None:
    definition = load_form(TEMPLATES / FORM, SAMPLES / "kommune.toml")
    counting = Counting()
    records = [record for _ in range(40) for record in Input(definition, [CHILDREN])]
    results = Pool(counting).results(Plan(definition, "nb", TODAY), nothing, iter(records))
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert len(counting.futures) > 1
    assert all(future.cancelled() for future in counting.futures[1:])


def test_this_process_builds_one_engine_for_the_same_plan(plan: Plan) -> None:
    here = InProcess()
    assert here.engine(plan) is here.engine(plan._replace())
    assert here.engine(plan) is not here.engine(plan._replace(draft=True))
