"""What people write, click and leave lying: understood, or told with what to do."""

import unicodedata
from pathlib import Path

import pytest

from tests.cli.running import Result, skjema
from tests.drawing import SAMPLES

CHILDREN = SAMPLES / "samtykke-overgang"
CONSENT = ("--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")


@pytest.fixture
def liste(folder: Path) -> Path:
    path = folder / "barn.json"
    path.write_bytes((CHILDREN / "barn.json").read_bytes())
    return path


@pytest.fixture
def book(folder: Path) -> Path:
    path = folder / "barn.xlsx"
    path.write_bytes((CHILDREN / "barn.xlsx").read_bytes())
    (folder / "kommune.toml").write_text(
        (SAMPLES / "kommune.toml").read_text("utf-8").replace("logo =", "# logo ="), "utf-8"
    )
    return path


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits there to answer."""
    for module in ("ask", "guided"):
        monkeypatch.setattr(f"skjema.cli.{module}.is_somebody_there", lambda: True)


def sound(found: Result) -> bool:
    return found.code == 1 and "Poster sjekket: 12." in found.said


@pytest.mark.parametrize("arguments", [("-h",), ("hjelp",), ("help",)])
def test_help_is_found_by_whatever_it_is_called(arguments: tuple[str, ...]) -> None:
    assert skjema(*arguments).out == skjema("--help").out


def test_help_of_a_command_is_too() -> None:
    for arguments in (("fill", "-h"), ("hjelp", "fill"), ("help", "fill")):
        assert skjema(*arguments).out == skjema("fill", "--help").out


def test_form_and_file_may_stand_either_way(liste: Path) -> None:
    assert sound(skjema("check", liste, "samtykke-overgang", *CONSENT))


@pytest.mark.parametrize(
    "name", ["overgang", "tillatelse", "Tillatelse til å gi opplysninger", "løyve", "SAMTYKKE-OVERGANG"]
)
def test_a_form_may_be_named_by_its_title_or_a_part_of_it(liste: Path, name: str) -> None:
    assert sound(skjema("check", name, liste, *CONSENT))


def test_a_part_that_several_forms_have_names_none(liste: Path) -> None:
    found = skjema("check", "samtykke", liste, *CONSENT)
    assert (
        found.code,
        "kan være flere skjemaer: samtykke-foto, samtykke-overgang, samtykke-samarbeid, samtykke-tilbaketrekking."
        in found.said,
    ) == (2, True)


def test_a_pattern_that_no_shell_has_written_out_is_its_files(liste: Path) -> None:
    Path("~$barn.json").write_bytes(b"x")
    assert sound(skjema("check", "samtykke-overgang", "*.json", *CONSENT))
    assert "[file-missing]" in skjema("check", "samtykke-overgang", "*.csv", *CONSENT).said


def test_a_name_is_found_in_whichever_normal_form_it_is_written(liste: Path) -> None:
    liste.rename(unicodedata.normalize("NFD", "barn på Å.json"))
    assert sound(skjema("check", "samtykke-overgang", "barn på Å.json", *CONSENT))


@pytest.mark.parametrize("lock", ["~$barn.json", ".~lock.barn.json#"])
def test_a_file_that_is_open_elsewhere_is_told(liste: Path, lock: str) -> None:
    Path(lock).write_bytes(b"x")
    for command in (("check",), ("fill", "-o", "ut", "--format", "docx"), ("pack", "-o", "alle.pdf")):
        found = skjema(command[0], "samtykke-overgang", liste, *command[1:], *CONSENT)
        assert "barn.json: Filen er åpen i et annet program." in found.out + found.said


@pytest.mark.parametrize("name", ["data/kommune.toml", "kommune.toml.txt", "data/kommune.toml.txt"])
def test_settings_that_are_not_read_where_they_lie_are_told(folder: Path, liste: Path, name: str) -> None:
    (folder / "data").mkdir()
    liste.rename(folder / "data" / "barn.json")
    (folder / name).write_bytes((SAMPLES / "kommune.toml").read_bytes())
    found = skjema("check", "samtykke-overgang", "data/barn.json", "--date", "2026-11-22")
    assert f"Filen {name} er ikke brukt" in found.out


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<html><table></table></html>", "file-old-kind"), ('<?xml version="1.0"?><Workbook/>', "file-old-kind"),
        ("Navn;Postnr\nKari;0150\n", "file-text-as-workbook"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.xls", "a.xlsx"])
def test_what_is_called_a_workbook_and_is_something_else_is_told_by_name(
    folder: Path, name: str, content: str, code: str
) -> None:
    (folder / name).write_text(content, "utf-8")
    found = skjema("check", "samtykke-overgang", name)
    ending = name.removeprefix("a")
    assert (found.code, f"[{code}]" in found.said, f"Filen heter {ending}, men" in found.said) == (4, True, True)


@pytest.mark.parametrize(("answers", "files"), [("nei\nn\n", 0), ("kanskje\nJA\nn\n", 25), ("j\ny\n", 26), ("", 0)])
@pytest.mark.usefixtures("somebody")
def test_a_workbook_alone_is_checked_and_then_asked_about(book: Path, answers: str, files: int) -> None:
    found = skjema(book, answers=answers)
    assert "Poster sjekket: 12." in found.said
    assert sum(path.suffix in (".docx", ".pdf", ".json") for path in Path().rglob("*.*")) == files


def test_a_list_of_another_making_needs_a_form(liste: Path) -> None:
    found = skjema(liste)
    assert (found.code, "Si hvilket skjema listen er til: skjema check SKJEMA barn.json." in found.said) == (2, True)


@pytest.mark.usefixtures("somebody")
def test_a_list_of_another_making_asks_which_form_it_is_for(liste: Path) -> None:
    assert "Hvilket skjema er listen til?" in skjema(liste, answers="1\n").said


@pytest.mark.parametrize(("answer", "made"), [("j\n", 2), ("nei\n", 1), ("hm\nn\n", 1), ("", 0)])
@pytest.mark.usefixtures("somebody")
def test_hidden_rows_are_asked_about_without_a_default(folder: Path, answer: str, made: int) -> None:
    from openpyxl import Workbook

    from tests.drawing import field, write_form

    write_form(folder, '[[section]]\nid = "del"\n' + field("navn") + field("sted"))
    workbook = Workbook()
    page = workbook.active
    assert page is not None
    for row in (["Navn", "Sted"], ["Kari", "Bodø"], ["Per", "Bodø"]):
        page.append(row)
    page.row_dimensions[3].hidden = True
    workbook.save("a.xlsx")
    found = skjema("fill", "prove", "a.xlsx", "-o", "ut", "--format", "docx", answers=answer)
    assert "[ja/nei]" in found.said
    assert len(list(Path().glob("ut/*.docx"))) == made
