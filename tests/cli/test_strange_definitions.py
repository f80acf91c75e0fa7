"""What people really write into definitions and profiles: each ends in one clear message with the right exit code."""

import json
import subprocess
import zlib
from pathlib import Path

import openpyxl
import pytest

from skjema.formats.png import is_whole
from tests.cli.running import own_process, skjema
from tests.drawing import SAMPLES, field, png, png_part, write_form
from tests.records.test_any_form import ANSWERS, TWO_LANGUAGES, VALUES

SECTION = '[[section]]\nid = "del"\n'
GROUPS = (
    '[[section.field]]\nid = "{a}x"\ntype = "group"\nlabel = {{ nb = "Rad", nn = "Rad" }}\nmax = 2\n'
    '[[section.field.field]]\nid = "{a}"\ntype = "yes_no"\nlabel = {{ nb = "Kryss", nn = "Kryss" }}\n'
    '[[section.field]]\nid = "{a}y"\ntype = "group"\nlabel = {{ nb = "Fast", nn = "Fast" }}\n'
    'row = [{{ id = "{a}", label = {{ nb = "En", nn = "Ein" }} }}]\n'
    '[[section.field.field]]\nid = "{a}"\ntype = "yes_no"\nlabel = {{ nb = "Kryss", nn = "Kryss" }}\n'
)


def label(text: str) -> str:
    return f'{{ nb = "{text}", nn = "{text}" }}'


@pytest.mark.thorough
@pytest.mark.parametrize("length", [1, 2, 3])
def test_an_id_may_be_of_any_length(folder: Path, length: int) -> None:
    """A field of every type, under an id of so many letters, through every command."""
    ids = {kind: (chr(97 + at) * length).replace("if", "ig") for at, kind in enumerate(sorted(VALUES))}
    ids = {kind: "zzz"[:length] if name in ("nr", "id") else name for kind, name in ids.items()}
    fields = [
        field(name, kind, label=label(f"Felt {kind}"), **({"choices": ANSWERS} if "choice" in kind else {}))
        for kind, name in ids.items()
    ]
    head = TWO_LANGUAGES.replace('["k"]', f'["{ids["text"]}"]')
    made = write_form(folder, SECTION + "".join(fields) + GROUPS.format(a="u" * length), head)
    row = {"u" * length: True}
    record = {name: VALUES[kind] for kind, name in ids.items()}
    record |= {"u" * length + "x": [row], "u" * length + "y": {"u" * length: row}}
    (made / "eksempel.json").write_text(json.dumps([record]), "utf-8")
    assert skjema("lint", "prove").code == 0
    assert skjema("sheet", "prove", "--example", "-o", "a.xlsx").code == 0
    checked = skjema("check", "prove", "a.xlsx")
    assert (checked.code, checked.lines) == (0, [])
    assert skjema("fill", "prove", "a.xlsx", "-o", "ut", "--flat").code == 0


def test_a_problem_points_at_its_own_cell_whatever_its_id(folder: Path) -> None:
    write_form(
        folder,
        SECTION + field("navn") + field("sted") + field("n", required="\"navn != 'x'\"", label='{ nb = "Antall" }'),
    )
    Path("a.csv").write_text("Navn;Sted\nKari;x\n", "utf-8")
    (missing,) = [one for one in skjema("check", "prove", "a.csv").lines if "Antall" in one]
    assert missing.startswith("a.csv: linje 2: «Antall»")


def test_a_fault_of_another_profile_is_told_with_its_name(folder: Path) -> None:
    write_form(folder, SECTION + field("navn") + field("dag", "date") + field("by", profile="true", required="true"))
    Path("nord.toml").write_text('[values]\ndag = "i går"\n', "utf-8")
    Path("a.csv").write_text("Navn;Dag\nKari;\n", "utf-8")
    found = skjema("check", "prove", "a.csv", "--kommune", "nord.toml")
    assert found.code == 5
    assert found.said.startswith("nord.toml: ")
    Path("nord.toml").write_text('[values]\ndag = "01.02.2026"\n', "utf-8")
    found = skjema("check", "prove", "a.csv", "--kommune", "nord.toml")
    assert "Fyll det ut i nord.toml" in found.out


def test_no_text_of_a_definition_becomes_a_formula(folder: Path) -> None:
    label = '{ nb = "=1+1" }'
    answers = '[{ id = "a", label = { nb = "=2+2" } }]'
    body = (
        '[[section]]\nid = "del"\ntitle = { nb = "=3+3" }\n'
        + field("navn", label=label, help='{ nb = "@sum" }')
        + field("valg", "choice", choices=answers, label='{ nb = "+valg" }')
        + field("felles", profile="true", label='{ nb = "-felles" }', help='{ nb = "=4+4" }')
        + '[[section.field]]\nid = "fast"\ntype = "group"\nlabel = { nb = "Fast" }\n'
        'row = [{ id = "x", label = { nb = "=5+5" } }]\n'
        '[[section.field.field]]\nid = "kryss"\ntype = "yes_no"\nlabel = { nb = "Kryss" }\n'
    )
    write_form(folder, body)
    Path("kommune.toml").write_text('[[rows.fast]]\nid = "z"\nlabel = { nb = "=6+6" }\n', "utf-8")
    assert skjema("sheet", "prove", "-o", "a.xlsx").code == 0
    cells = [cell for sheet in openpyxl.load_workbook("a.xlsx") for row in sheet.iter_rows() for cell in row]
    signed = [cell for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))]
    assert {str(cell.value) for cell in signed} >= {"=1+1", "=2+2", "=3+3", "=6+6: Kryss", "+valg", "-felles", "=4+4"}
    assert [cell.value for cell in signed if cell.data_type != "s" or not cell.quotePrefix] == []


@pytest.mark.parametrize("command", [("list",), ("lint", "prove"), ("sheet", "prove"), ("check", "prove", "a.csv")])
def test_a_profile_nested_without_end_stops_no_command_with_a_bug(folder: Path, command: tuple[str, ...]) -> None:
    write_form(folder, SECTION + field("navn"))
    Path("a.csv").write_text("Navn\nKari\n", "utf-8")
    Path("kommune.toml").write_text("a = " + "[" * 20_000, "utf-8")
    assert skjema(*command).code == (0 if command == ("list",) else 5)


def test_a_folder_that_is_gone_is_told_of(folder: Path) -> None:
    gone = folder / "borte"
    gone.mkdir()
    script = 'cd borte && rmdir ../borte && exec "$@"'
    run = subprocess.run(
        ["/bin/sh", "-c", script, "sh", *own_process("list")],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        timeout=60,
    )
    assert run.returncode == 6
    assert run.stderr.endswith("Gå til en annen mappe og prøv igjen. [working-folder-gone]\n")


def picture(lines: bytes, *, depth: int = 8, colour: int = 2, interlaced: int = 0, side: int = 2) -> bytes:
    """A PNG file of a square picture."""
    size = side.to_bytes(4) * 2 + bytes((depth, colour, 0, 0, interlaced))
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_part(b"IHDR", size)
        + png_part(b"IDAT", zlib.compress(lines))
        + png_part(b"IEND", b"")
    )


SOUND = picture((b"\0" + b"rgb" * 2) * 2)


@pytest.mark.parametrize(
    ("png", "whole"),
    [
        ((SAMPLES / "logo.png").read_bytes(), True),
        (SOUND, True),
        (png(), True),
        (picture(b"\0rgb\0rgb" + b"\0rgbrgb", interlaced=1), True),
        (picture(b"\0\xc0" * 2, depth=1, colour=0), True),
        (SOUND.replace(b"IDAT", b"IDAS"), False),
        (SOUND[:-14] + b"x" + SOUND[-13:], False),
        (picture(b"\0" + b"rgb" * 2), False),
        (picture(b"\7" + b"rgb" * 2 + b"\0" + b"rgb" * 2), False),
        (picture((b"\0" + b"rgb" * 2) * 2, depth=3), False),
        (picture(b"\0\0\0" * 2, colour=3), False),
        (SOUND[:8] + SOUND[33:], False),
    ],
    ids=[
        "sample",
        "plain",
        "filled",
        "interlaced",
        "one bit",
        "check sum",
        "a letter",
        "cut",
        "filter",
        "depth",
        "palette",
        "head",
    ],
)
def test_a_logo_is_looked_through(png: bytes, whole: bool) -> None:
    assert is_whole(png) is whole
