"""The report of a run: counts, places and codes, and not one value."""

import json
from pathlib import Path

from skjema.definition.model import Form
from skjema.output.manifest import Manifest, Outcome
from tests.drawing import TODAY


def test_what_became_of_each_record(overgang: Form, tmp_path: Path) -> None:
    outcomes = [
        Outcome(1, "barn.xlsx:Barn, rad 3", "written", ("a-0001.docx", "a-0001.pdf")),
        Outcome(2, "barn.xlsx:Barn, rad 4", "warning", ("a-0002.docx",), ("skolestart-alder",)),
        Outcome(3, "barn.xlsx:Barn, rad 5", "failed", codes=("required-empty",)),
    ]
    Manifest(overgang, "nb", TODAY, outcomes).write(tmp_path, overwrite=False)
    found = json.loads((tmp_path / "run.json").read_bytes())
    assert list(found) == ["skjema", "form", "version", "language", "date", "records", "files", "counts", "outcomes"]
    assert found["counts"] == {"written": 1, "warning": 1, "failed": 1}
    assert (found["records"], found["files"], found["date"]) == (3, 3, "2026-11-22")
    assert found["outcomes"][2] == {
        "nr": 3, "place": "barn.xlsx:Barn, rad 5", "status": "failed", "files": [], "codes": ["required-empty"],
    }  # fmt: skip
