"""The report of a run: counts, places and codes, and not one value."""

import json
import re
from pathlib import Path

from skjema.definition.model import Form
from skjema.output.folder import LocalFolder
from skjema.output.manifest import Manifest
from skjema.output.previous import Outcome, Previous
from tests.drawing import TODAY


def test_what_became_of_each_record(overgang: Form, tmp_path: Path) -> None:
    outcomes = [
        Outcome(1, "barn.xlsx: rad 3", "written", ("a-0001.docx", "a-0001.pdf")),
        Outcome(2, "barn.xlsx: rad 4", "warning", ("a-0002.docx",), ("skolestart-alder",)),
        Outcome(3, "barn.xlsx: rad 5", "failed", codes=("required-empty",)),
    ]
    folder = LocalFolder(tmp_path)
    manifest = Manifest(overgang, "nb", TODAY, folder, Previous.overwritten(folder))
    manifest.begin(alone=False)
    for one in outcomes:
        manifest.add(one)
    assert sorted(folder.names()) == ["run.key", "run.part"]
    manifest.end(complete=True)
    assert sorted(folder.names()) == ["run.json", "run.key"]
    found = json.loads((tmp_path / "run.json").read_bytes())
    assert list(found) == [
        "edition", "skjema", "form", "version", "language", "date", "complete", "records", "files", "counts", "left", "papers", "outcomes",
    ]  # fmt: skip
    assert found["counts"] == {"written": 1, "warning": 1, "failed": 1}
    assert (found["records"], found["files"], found["date"], found["complete"]) == (3, 3, "2026-11-22", True)
    assert found["outcomes"][2] == {
        "nr": 3, "place": "barn.xlsx: rad 5", "status": "failed", "files": [], "codes": ["required-empty"],
        "row": "", "key": "", "fields": "", "papers": [],
    }  # fmt: skip


def test_an_earlier_run_is_known_by_its_report_and_its_journal(overgang: Form, tmp_path: Path) -> None:
    folder = LocalFolder(tmp_path)
    assert Previous.of(folder) is None
    first = Manifest(overgang, "nb", TODAY, folder, Previous.overwritten(folder))
    first.begin(alone=False)
    first.add(Outcome(1, "a", "written", ("a-1.pdf",), row="x"))
    first.end(complete=False)
    noted = json.dumps(Outcome(2, "a", "written", ("a-2.pdf",), row="y").data).encode() + b"\n"
    (tmp_path / "run.part").write_bytes(noted + b'{"nr": 3, "pl')  # the machine went down in the middle of a line
    (tmp_path / "a-1.pdf").write_bytes(b"")
    previous = Previous.of(folder)
    assert previous is not None
    assert previous.key == first.key
    assert previous.kept(Outcome(1, "b", "failed", row="x")) == Outcome(1, "b", "written", ("a-1.pdf",), row="x")
    assert previous.kept(Outcome(1, "b", "failed", row="z")) is None, "the row has changed"
    assert previous.kept(Outcome(2, "b", "failed", row="y")) is None, "its file is gone"
    assert previous.files == {"a-1.pdf"}


def test_files_are_named_in_it_by_their_numbers_alone(overgang: Form, tmp_path: Path) -> None:
    names = (
        "samtykke-overgang-0001.pdf",
        "Kari Nordmann.pdf",
        "samtykke-overgang-9912.pdf",
        "samtykke-overgang-0001-Kari.pdf",
    )
    folder = LocalFolder(tmp_path)
    manifest = Manifest(overgang, "nb", TODAY, folder, Previous.overwritten(folder))
    manifest.begin(alone=False)
    manifest.add(Outcome(1, "a", "written", names))
    assert b"Kari" not in (tmp_path / "run.part").read_bytes()
    manifest.end(complete=True)
    report = (tmp_path / "run.json").read_bytes()
    plain, *others = json.loads(report)["outcomes"][0]["files"]
    assert plain == names[0]
    assert all(re.fullmatch(r"[0-9a-f]{24}\.pdf", one) for one in others)
    assert len(set(others)) == 3
    for name in names:
        (tmp_path / name).write_bytes(b"")
    previous = Previous.of(folder)
    assert previous is not None
    assert previous.owners == dict.fromkeys(names, 1), "whoever has the key and the files finds them again"


def test_a_key_without_report_or_journal_is_no_earlier_run(tmp_path: Path) -> None:
    (tmp_path / "run.key").write_bytes(b"k" * 16)
    assert Previous.of(LocalFolder(tmp_path)) is None
    (tmp_path / "run.part").write_bytes(b"")
    assert Previous.of(LocalFolder(tmp_path)) is not None
