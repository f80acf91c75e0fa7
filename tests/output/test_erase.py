"""What runs have left is removed when it is asked for, and lists of the office's own never are."""

import json
import re
import shutil
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from skjema.layout.label_sheets import LABEL_SHEETS
from skjema.render.typst.labels import label_pages
from tests.cli.running import Result, skjema
from tests.drawing import SAMPLES, TODAY
from tests.returning import saved_whole

FORM = "samtykke-foto"
FIXED = ("--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")
CANARY = "Zuzanna"


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a list, a run of it, and all else that comes of it."""
    folder = tmp_path_factory.mktemp("kontor")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        patched.setenv("SKJEMA_CACHE", str(folder / "kept"))
        shutil.copy(SAMPLES / FORM / "barn.xlsx", "liste.xlsx")
        skjema("fill", FORM, "liste.xlsx", *FIXED, "-o", "ut")
        skjema("fill", FORM, "liste.xlsx", *FIXED, "-o", "ut.zip")
        skjema("pack", FORM, "liste.xlsx", *FIXED, "-o", "alle.pdf", "--index", "index.xlsx")
        skjema("pack", FORM, "liste.xlsx", *FIXED, "-o", "alle.docx")
        skjema("check", FORM, "liste.xlsx", *FIXED, "--annotate", "merket.xlsx")
        Path("inn").mkdir()
        Path("inn/svar.pdf").write_bytes(saved_whole(Path(f"ut/{FORM}-0002.pdf").read_bytes(), {"unntak": CANARY}))
        skjema("collect", "inn", "--run", "ut", "--list", "liste.xlsx", *FIXED, "-o", "svar.xlsx")
        status = ("--run", "ut", "--answers", "svar.xlsx", *FIXED)
        skjema("status", "liste.xlsx", *status, "-o", "status.xlsx")
        skjema("remind", "liste.xlsx", *status, "-o", "purring.pdf", "--phones", "ring.xlsx")
    return folder


@pytest.fixture(autouse=True)
def office(left: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of all that, to stand in."""
    shutil.copytree(left, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SKJEMA_CACHE", str(tmp_path / "kept"))
    return tmp_path


MADE = (
    "alle.pdf", "alle.docx", "index.xlsx", "merket.xlsx", "svar.xlsx", "status.xlsx", "purring.pdf", "ring.xlsx",
    "ut.zip", "inn/svar.pdf",
)  # fmt: skip


def erase(*arguments: object) -> Result:
    return skjema("erase", *arguments, "--date", "2027-06-30")


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.thorough
def test_all_that_a_run_left_is_gone_and_the_list_is_not(office: Path) -> None:
    before = Path("liste.xlsx").read_bytes()
    found = erase("ut", *MADE, "--yes")
    assert found.code == 0, found.said
    assert found.out == "slettet-2027-06-30.json\n"
    assert files(office) == {"liste.xlsx", "slettet-2027-06-30.json"}
    assert Path("liste.xlsx").read_bytes() == before
    assert "Slettes: dokumenter: 6, andre filer: 10, rapport og nøkkel: 2." in found.said
    assert "Sikkerhetskopier" in found.said


def test_what_lies_beside_and_was_not_named_is_named(office: Path) -> None:
    found = erase("ut", "alle.pdf", "--yes")
    (told,) = [line for line in found.said.splitlines() if "Ligger ved siden av" in line]
    named = {*re.findall(r"[\w-]+\.(?:pdf|docx|xlsx|zip)", told)}
    assert named == {name for name in MADE if "/" not in name} - {"alle.pdf"}
    rest = erase(*sorted(named), "--yes", "--receipt", "resten.json")
    assert (rest.code, "Ligger ved siden av" in rest.said) == (0, False)


def test_nothing_of_anybody_is_left_on_the_disk(office: Path) -> None:
    erase("ut", *MADE, "--yes")
    Path("liste.xlsx").unlink()
    left = [path for path in office.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]
    assert left == []


def test_the_receipt_has_numbers_and_hashes_and_no_name(office: Path) -> None:
    outcomes = json.loads(Path("ut/run.json").read_text(encoding="utf-8"))["outcomes"]
    erase("ut", "alle.pdf", "--yes", "--receipt", "kvittering.json")
    paper = json.loads(Path("kvittering.json").read_text(encoding="utf-8"))
    kinds = [one["kind"] for one in paper.pop("erased")]
    assert kinds == ["document"] * 6 + ["made", "report", "key"]
    assert (paper["form"], paper["date"], paper["records"], paper["files"]) == (FORM, "2027-06-30", 3, 9)
    text = Path("kvittering.json").read_text(encoding="utf-8")
    assert not any(one["key"] in text or one["row"] in text for one in outcomes)
    assert ".pdf" not in text


def test_without_a_yes_nothing_is_erased(office: Path) -> None:
    before = files(office)
    found = erase("ut", "alle.pdf")
    assert (found.code, "Ingenting er slettet" in found.said) == (2, True)
    assert files(office) == before


@pytest.mark.parametrize("name", ["liste.xlsx", "mal.xlsx", "notat.txt", "brev.pdf"])
def test_a_file_that_no_run_made_is_never_erased_and_nothing_else_is_then(office: Path, name: str) -> None:
    skjema("sheet", FORM, "-o", "mal.xlsx")
    Path("notat.txt").write_text("hei", encoding="utf-8")
    Path("brev.pdf").write_bytes(b"%PDF-1.7\n")
    before = files(office)
    found = erase("ut", "alle.pdf", name, "--yes")
    assert (found.code, f"{name}: " in found.said, "[erase-foreign]" in found.said) == (2, True, True)
    assert files(office) == before


def test_what_somebody_has_put_into_the_folder_stays_there(office: Path) -> None:
    Path("ut/notat.txt").write_text("hei", encoding="utf-8")
    found = erase("ut", "--yes")
    assert "ikke laget av kjøringen: 1." in found.said
    assert files(office / "ut") == {"notat.txt"}


def test_names_that_a_run_was_asked_for_are_found_by_the_key(office: Path) -> None:
    skjema("fill", FORM, "liste.xlsx", *FIXED, "-o", "navn", "--name", "{barn_navn}", "--format", "pdf")
    assert any(CANARY in name for name in files(office / "navn"))
    assert erase("navn", "--yes").code == 0
    assert not Path("navn").exists()


def test_an_erasing_that_is_cut_off_can_be_taken_up_again(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unlink = Path.unlink

    def locked(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == f"{FORM}-0002.pdf":
            raise PermissionError
        unlink(path, missing_ok=missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", locked)
        found = erase("ut", "--yes")
    assert (found.code, "[file-locked]" in found.said) == (6, True)
    paper = json.loads(Path("slettet-2027-06-30.json").read_text(encoding="utf-8"))
    assert (paper["files"], paper["left"]) == (3, 5)
    assert {"run.json", "run.key"} <= files(office / "ut")
    assert erase("ut", "--yes", "--receipt", "resten.json").code == 0
    assert not Path("ut").exists()


def test_the_folder_that_one_stands_in_and_a_link_to_one_are_emptied(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    skjema("fill", FORM, "liste.xlsx", *FIXED, "-o", "to", "--format", "pdf")
    Path("lenke").symlink_to("to", target_is_directory=True)
    assert (erase("lenke", "--yes").code, files(office / "to")) == (0, set())
    monkeypatch.chdir("ut")
    found = erase(".", "--yes", "--receipt", "../kvittering.json")
    assert (found.code, files(office / "ut")) == (0, set())
    assert json.loads((office / "kvittering.json").read_text(encoding="utf-8"))["left"] == 0


def test_a_folder_that_is_no_run_is_refused(office: Path) -> None:
    found = erase("inn", "--yes")
    assert (found.code, "[run-missing]" in found.said) == (2, True)
    assert Path("inn/svar.pdf").exists()


def test_labels_and_the_package_for_the_archive_are_among_what_was_made(office: Path) -> None:
    Path("etiketter.pdf").write_bytes(
        label_pages([["Noen Noensen", "Vei 1"]], LABEL_SHEETS["3x8"], 1, "Prøve", "nb", TODAY)
    )
    skjema("archive", "ut", "inn", "--list", "liste.xlsx", *FIXED, "-o", "arkiv.zip")
    made = [name for name in ("etiketter.pdf", "arkiv.zip") if Path(name).exists()]
    assert made == ["etiketter.pdf", "arkiv.zip"]
    assert erase("ut", *made, "--yes").code == 0
    assert not files(office) & {*made}


def test_a_package_that_somebody_else_made_is_foreign(office: Path) -> None:
    with zipfile.ZipFile("annet.zip", "w") as archive:
        archive.writestr("a/arkivmelding.xml", "<arkivmelding><system>Sak</system></arkivmelding>")
        archive.writestr("a/brev.pdf", "x")
    assert erase("ut", "annet.zip", "--yes").code == 2
    assert Path("annet.zip").exists()


def test_workbooks_kept_beside_the_answers_go_with_them_and_are_named(office: Path) -> None:
    for _ in range(2):
        skjema("collect", "inn", "--run", "ut", "--list", "liste.xlsx", *FIXED, "-o", "svar.xlsx", "--overwrite")
    own = Path("svar-forrige-notat.xlsx")
    shutil.copy("liste.xlsx", own)
    kept = {"svar-forrige.xlsx", "svar-forrige-2.xlsx"}
    assert kept <= files(office)
    found = erase("ut", "svar.xlsx", "--yes")
    assert all(name in found.said for name in kept)
    assert not files(office) & kept
    assert own.exists(), "the office's own"


def _scan(token: str) -> bytes:
    from skjema.formats.pdf.scanned_pages import Stacks, scanned_pdf
    from skjema.formats.scanned import Reading

    with closing(Stacks()) as stacks:
        return scanned_pdf(stacks, [], f"{FORM} 2026-11-22 nb {token}", Reading())


def test_a_folder_that_papers_were_scanned_into_goes_too(office: Path) -> None:
    split = Path("papir")
    split.mkdir()
    for name in ("0001.pdf", "0002.pdf"):
        (split / name).write_bytes(_scan("0123456789abcdef01234567"))
    assert erase("ut", split, "--yes").code == 0
    assert not split.exists()


def test_a_folder_with_anything_else_is_refused(office: Path) -> None:
    assert erase("ut", "inn", "--yes").code == 2
    assert Path("inn/svar.pdf").exists()
