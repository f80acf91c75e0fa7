"""A run whose papers come back through a scanner."""

import shutil
from pathlib import Path

import pytest

from tests.scan.test_scan import Sent


@pytest.fixture(scope="module")
def sent_once(tmp_path_factory: pytest.TempPathFactory) -> Sent:
    return Sent(tmp_path_factory.mktemp("sendt"))


@pytest.fixture
def sent(sent_once: Sent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sent:
    shutil.copytree(sent_once.folder / "sendt", tmp_path / "sendt")
    monkeypatch.chdir(tmp_path)
    return sent_once
