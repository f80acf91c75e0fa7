"""A program that stands for LibreOffice, and no LibreOffice of the developer's own."""

from pathlib import Path

import pytest

from tests.convert.programs import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "libreoffice")
