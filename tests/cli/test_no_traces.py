"""Nothing of a record is written anywhere but where the clerk wants it, not even for a moment."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from skjema.records.paper_layout import PaperLayout
from tests.cli.running import skjema
from tests.convert.programs import Program
from tests.drawing import SAMPLES
from tests.render.word.documents import docx
from tests.scan.pen import cross, printed, stacked

FORM = "samtykke-overgang"
CHILDREN, FAULTY = SAMPLES / FORM / "barn.xlsx", SAMPLES / FORM / "feil.xlsx"
FIXED = ("--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")
# Notes every file that is opened for writing, or folder that is made, and every name that tempfile gives.
WATCHED = """
import os, sys
seen = []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        path, mode, flags = arguments
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            seen.append(os.path.abspath(os.fsdecode(path)))
    elif event in ("os.mkdir", "tempfile.mkstemp", "tempfile.mkdtemp"):
        seen.append(os.path.abspath(os.fsdecode(arguments[0])))
sys.addaudithook(watch)
from skjema.cli import main
try:
    main(sys.argv[1:])
finally:
    print("written:", *seen, sep="\\n", file=sys.__stdout__)
"""


@pytest.mark.thorough
@pytest.mark.parametrize(
    "arguments",
    [
        ("sheet", FORM, "--example", "-o", "ut/ark.xlsx"),
        ("check", FORM, FAULTY, "--annotate", "ut/rettet.xlsx"),
        ("fill", FORM, CHILDREN, "-o", "ut", *FIXED),
        ("fill", FORM, CHILDREN, "-o", "ut/alt.zip", *FIXED),
        ("pack", FORM, CHILDREN, "-o", "ut/alle.pdf", "--index", "ut/liste.xlsx", "--cover", "--sort", "Barnehage", *FIXED),
        ("pack", FORM, CHILDREN, "-o", "ut/alle.docx", *FIXED),
        ("convert", "inn/a.docx", "-o", "ut"),
        ("build", FORM, "-o", "ut"),
    ],
    ids=lambda arguments: f"{arguments[0]} {arguments[-5] if arguments[0] == 'pack' else arguments[-1]}",
)  # fmt: skip
def test_files_are_opened_in_the_folder_asked_for_and_in_the_cache_alone(
    folder: Path, arguments: tuple[object, ...]
) -> None:
    (folder / "inn").mkdir()
    (folder / "inn" / "a.docx").write_bytes(docx("Kari"))
    written, _ = watched(*arguments, program=Program(folder / "bin").path)
    assert elsewhere(written, folder / "ut") == []
    assert any(path.startswith(str(folder / "ut")) for path in written)


def watched(*arguments: object, program: Path | None = None) -> tuple[list[str], str]:
    """What a command has opened to write, and all that it has said."""
    environment = {**os.environ, **({"SKJEMA_SOFFICE": str(program)} if program else {})}
    command = [sys.executable, "-c", WATCHED, *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, env=environment)
    said, _, written = run.stdout.partition("written:\n")
    assert run.returncode in (0, 1, 4), run.stderr
    return written.splitlines(), said + run.stderr


def elsewhere(written: list[str], *folders: Path) -> list[str]:
    """Of the paths those that lie neither in these folders nor in the cache."""
    allowed = (*map(str, folders), os.environ["SKJEMA_CACHE"], os.devnull)
    return [path for path in written if not path.startswith(allowed)]


def test_what_comes_back_leaves_nothing_elsewhere_and_no_name_anywhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two answers on paper and on a screen, from the pack to the archive, each step in a process of its own."""
    monkeypatch.setenv("SKJEMA_CACHE", str(folder / "cache"))
    skjema("pack", FORM, CHILDREN, "-o", "p.pdf", "--run", "sendt", "--rows", "1-2", *FIXED)
    pages = printed((folder / "p.pdf").read_bytes())
    layout = PaperLayout.of(json.loads((folder / "sendt" / "run.json").read_bytes())["papers"][0]["layout"])
    box = next(one for one in layout.boxes if (one.name, one.answer) == ("samtykke", "ja"))
    cross(pages[1], (box.left, box.top, box.right, box.bottom))
    scanned = stacked(pages[:2], folder / "bunke.pdf")
    (folder / "ut").mkdir()
    circle: list[tuple[object, ...]] = [
        ("scan", scanned, "--run", "sendt", "--list", CHILDREN, "-o", "ut/svar.xlsx", *FIXED),
        ("collect", "sendt/skannet", "--run", "sendt", "--list", CHILDREN, "-o", "ut/svar2.xlsx", *FIXED),
        ("status", CHILDREN, "--run", "sendt", "--answers", "ut/svar.xlsx", "-o", "ut/status.xlsx", *FIXED),
        ("remind", CHILDREN, "--run", "sendt", "--answers", "ut/svar.xlsx", "-o", "ut/purring.pdf",
         "--phones", "ut/ring.xlsx", *FIXED),
        ("archive", "sendt", "sendt/skannet", "--list", CHILDREN, "-o", "ut/arkiv.zip", *FIXED),
    ]  # fmt: skip
    names = [
        re.escape(record["barn_navn"]).encode() for record in json.loads(CHILDREN.with_suffix(".json").read_bytes())
    ]
    named = re.compile(b"|".join(names))
    for arguments in circle:
        written, said = watched(*arguments)
        assert elsewhere(written, folder / "ut", folder / "sendt") == [], arguments[0]
        assert not named.search(said.encode()), said
    kept = [*(folder / "cache").rglob("*"), folder / "sendt" / "run.json"]
    assert len(kept) > 1
    assert [path for path in kept if path.is_file() and named.search(path.read_bytes())] == []
    assert [path for path in folder.rglob("*") if named.search(str(path).encode())] == []
