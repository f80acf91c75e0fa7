"""Many documents in one run: batches, workers, and those that go wrong."""

import errno
import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from skjema.convert.conversion import convert_documents
from skjema.convert.documents import find_documents
from skjema.convert.libreoffice import LibreOffice
from skjema.errors import ConverterError, FileError, InputError
from tests.cli.running import own_process, started, wait_until
from tests.convert.programs import Program
from tests.drawing import lines
from tests.render.word.documents import docx

HEI = docx("Hei")
QUICK = 2.0
"""Seconds of patience with a program that hangs."""


def put(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(HEI)
    return folder


def convert(program: Program, *places: Path, folder: Path | None = None, patience: float = QUICK, **options: Any) -> list[str]:  # fmt: skip
    """The messages about documents that gave no PDF."""
    problems_of = convert_documents(
        find_documents(places, folder), LibreOffice(program.path, patience=patience), **options
    )
    return lines([problem for problems in problems_of.values() for problem in problems])


def pdfs(folder: Path) -> list[str]:
    """Every file but the documents: no traces may be left."""
    return sorted(
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and path.suffix != ".docx"
    )


def shapes(program: Program) -> list[int]:
    """How many documents each process was given."""
    return [len(call["files"]) for call in program.calls]


def test_each_document_becomes_a_whole_pdf_beside_it(tmp_path: Path, program: Program) -> None:
    folder = put(tmp_path / "inn", "a.docx", "b.docx")
    assert convert(program, folder) == []
    assert pdfs(folder) == ["a.pdf", "b.pdf"]
    assert (folder / "a.pdf").read_bytes() == b"%PDF-1.7\n" + HEI[-40:].hex().encode() + b"\n%%EOF\n"
    assert sorted(path.name for path in folder.iterdir()) == ["a.docx", "a.pdf", "b.docx", "b.pdf"]


def test_names_that_systems_stumble_over_work(tmp_path: Path, program: Program) -> None:
    long = "/".join(letter * 200 for letter in "defg")
    names = ("Åse & Øyvind 100 % #1 (2).docx", "%41.docx", "-o.docx", "a.b.docx", f"{long}/{'h' * 240}.docx")
    folder = put(tmp_path / "mappe æøå #", *names)
    assert convert(program, *(folder / name for name in names)) == []
    assert pdfs(folder) == sorted(name.replace(".docx", ".pdf") for name in names)


def test_documents_of_the_same_name_in_two_folders_are_kept_apart(tmp_path: Path, program: Program) -> None:
    put(tmp_path, "a/vedtak.docx", "b/vedtak.docx")
    (tmp_path / "b" / "vedtak.docx").write_bytes(docx("Hei på deg, du"))
    assert convert(program, tmp_path / "a", tmp_path / "b") == []
    first, second = ((tmp_path / folder / "vedtak.pdf").read_bytes() for folder in "ab")
    assert first != second
    assert shapes(program) == [1, 1]


def test_a_program_gets_a_hundred_documents_and_then_another_takes_over(tmp_path: Path, program: Program) -> None:
    folder = put(tmp_path / "inn", *(f"{at:03}.docx" for at in range(250)))
    calls: list[tuple[int, int]] = []
    assert convert(program, folder, progress=lambda done, total: calls.append((done, total))) == []
    assert shapes(program) == [100, 100, 50]
    assert len({call["profile"] for call in program.calls}) == 3
    assert calls == [(at, 250) for at in range(1, 251)]
    assert len(pdfs(folder)) == 250


def test_workers_share_what_there_is(tmp_path: Path, program: Program) -> None:
    folder = put(tmp_path / "inn", *(f"{at}.docx" for at in range(5)))
    assert convert(program, folder, folder=tmp_path / "ut" / "pdf", workers=2) == []
    assert sorted(shapes(program)) == [2, 3]
    assert pdfs(tmp_path / "ut" / "pdf") == [f"{at}.pdf" for at in range(5)]


@pytest.mark.parametrize("bad", ["krasjer", "nektes", "halv", "tull"])
def test_one_bad_document_never_stops_the_others(tmp_path: Path, program: Program, bad: str) -> None:
    folder = put(tmp_path / "inn", "a.docx", f"b-{bad}.docx", "c.docx")
    assert convert(program, folder) == [
        f"b-{bad}.docx: LibreOffice laget ingen PDF av dokumentet. Åpne det i Word og se om det er skadet eller har passord,"
        " lagre det på nytt og prøv igjen. [document-refused]"
    ]
    assert pdfs(folder) == ["a.pdf", "c.pdf"]
    assert shapes(program) == ([3, 1, 1] if bad == "krasjer" else [3, 1])


@pytest.mark.thorough
def test_a_document_the_program_hangs_on_is_left_out_and_the_program_ended(tmp_path: Path, program: Program) -> None:
    folder = put(tmp_path / "inn", "a.docx", "b-henger.docx", "c.docx")
    assert convert(program, folder) == [
        "b-henger.docx: Det kom ingen PDF på 2 sekunder, så LibreOffice ble stanset. Åpne dokumentet i Word, lagre det på nytt"
        " og prøv igjen. [document-hung]"
    ]
    assert pdfs(folder) == ["a.pdf", "c.pdf"]
    assert not program.has_children()


def test_a_program_that_only_hangs_is_given_up(tmp_path: Path, program: Program) -> None:
    folder = put(tmp_path / "inn", *(f"henger-{at}.docx" for at in range(9)))
    messages = convert(program, folder, patience=0.3)
    assert shapes(program) == [9, 1, 1, 1]
    assert [line.rpartition(" ")[2] for line in messages] == ["[document-hung]"] * 3 + ["[converter-silent]"] * 6
    assert messages[3] == (
        "henger-3.docx: Dokumentet er ikke forsøkt alene, for LibreOffice ble stående på dokumentene før det (3). Start maskinen på nytt,"
        " og prøv med dette dokumentet. [converter-silent]"
    )
    assert pdfs(folder) == []


def test_documents_that_are_not_fit_are_told_and_the_program_not_given_them(tmp_path: Path, program: Program) -> None:
    folder = put(tmp_path / "inn", "a.docx", "b.docm")
    assert [line.rpartition(" ")[2] for line in convert(program, folder)] == ["[document-macros]"]
    assert [call["files"] for call in program.calls] == [["a.docx"]]


def test_where_no_document_is_fit_no_program_is_started(tmp_path: Path, program: Program) -> None:
    with pytest.raises(InputError) as caught:
        convert(program, put(tmp_path / "inn", "a.docm", "b.docm"))
    assert [problem.code for problem in caught.value.problems] == ["document-macros"] * 2
    assert not (program.path.parent / "soffice.calls").exists()


def test_a_pdf_that_came_in_the_meantime_is_left_alone(tmp_path: Path, program: Program) -> None:
    folder = put(tmp_path / "inn", "a.docx", "b.docx")
    (folder / "a.pdf").write_bytes(b"fra i fjor")
    assert [line.rpartition(" ")[2] for line in convert(program, folder)] == ["[file-exists]"]
    assert (folder / "a.pdf").read_bytes() == b"fra i fjor"
    assert convert(program, folder, overwrite=True) == []
    assert (folder / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_a_full_disk_stops_the_run(tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = put(tmp_path / "inn", "a.docx", "b.docx")

    link = os.link

    def full(source: str, target: str) -> None:
        if Path(target).parent == folder:
            raise OSError(errno.ENOSPC, "full")
        link(source, target)

    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(FileError) as caught:
        convert(program, folder)
    assert [problem.code for problem in caught.value.problems] == ["disk-full"]
    assert pdfs(folder) == []


def test_a_program_that_does_not_start_stops_the_run(tmp_path: Path, program: Program) -> None:
    program.path.write_text("ikke et program", "utf-8")
    with pytest.raises(ConverterError):
        convert(program, put(tmp_path / "inn", "a.docx"), workers=2)


def test_ctrl_c_ends_the_program_and_leaves_whole_pdfs_only(tmp_path: Path, program: Program) -> None:
    folder = put(tmp_path / "inn", "a.docx", "b-henger.docx")
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    command = own_process("convert", folder, "--soffice", program.path)
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with started(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        wait_until(lambda: program.is_hanging() and (folder / "a.pdf").exists(), process)
        process.send_signal(signal.SIGINT)
        out, messages = process.communicate(timeout=20)
    assert (process.returncode, out) == (130, b"")
    assert messages.decode() == (
        "\nAvbrutt. PDF-ene som er laget, er hele. Kjør samme kommando med --overwrite for å lage alle.\n"
    )
    assert not program.has_children()
    assert sorted(path.name for path in folder.iterdir()) == ["a.docx", "a.pdf", "b-henger.docx"]
    assert list(temporary.iterdir()) == []
