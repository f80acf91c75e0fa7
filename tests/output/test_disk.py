"""What a run has written reaches the disk before its report says so."""

import os
from pathlib import Path

import pytest

from tests.cli.running import skjema
from tests.drawing import field, write_form


def test_files_are_on_the_disk_before_the_report_says_they_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not hasattr(os, "sync"):
        monkeypatch.setattr(os, "sync", None, raising=False)
    there: list[list[str]] = []
    monkeypatch.setattr(os, "sync", lambda: there.append(sorted(path.suffix for path in Path("ut").iterdir())))
    write_form(tmp_path, '[[section]]\nid = "del"\n' + field("navn"))
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text("Navn;\nKari;\nPer;\n", "utf-8")
    assert skjema("fill", "prove", "a.csv", "-o", "ut", "--format", "docx").code == 0
    assert there == [[".docx", ".docx", ".key", ".part"]]
