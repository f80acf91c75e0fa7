"""A package for the archive: each document with a message as KS's schema has it."""

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.arkivmelding import GRAMMAR
from tests.cli.running import Result, skjema
from tests.drawing import SAMPLES
from tests.returning import saved_as_revision

FORM = "samtykke-foto"
KOMMUNE = ("--kommune", SAMPLES / "kommune.toml")
POST = "{*}registrering"
OBJECT = f"{POST}/{{*}}dokumentbeskrivelse/{{*}}dokumentobjekt"


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    rows = json.loads((SAMPLES / FORM / "barn.json").read_text(encoding="utf-8"))
    cases = ("2026/1201", "26-17", "2026-7")
    children = [{**row, "saksnummer": case} for row, case in zip(rows, cases, strict=True)]
    Path("barn.json").write_text(json.dumps(children), encoding="utf-8")
    skjema("fill", FORM, "barn.json", *KOMMUNE, "-o", "ut", "--date", "2026-11-22")
    Path("inn").mkdir()
    sent = Path(f"ut/{FORM}-0001.pdf").read_bytes()
    for name in ("mor.pdf", "far.pdf"):
        Path("inn", name).write_bytes(saved_as_revision(sent, {"bruk.vegg.svar": "/ja", "unntak": name}))
    Path("inn/bilde.png").write_bytes(b"\x89PNG")
    return tmp_path


def archive(*more: object) -> Result:
    return skjema("archive", "ut", *more, "--list", "barn.json", *KOMMUNE, "-o", "pakke.zip", "--date", "2026-12-20")


def messages(package: bytes) -> dict[str, tuple[etree._Element, dict[str, bytes]]]:
    """The message of each folder, and the files beside it."""
    found: dict[str, tuple[etree._Element, dict[str, bytes]]] = {}
    with zipfile.ZipFile(io.BytesIO(package)) as held:
        for name in held.namelist():
            folder, _, file = name.partition("/")
            if file == "arkivmelding.xml":
                found[folder] = etree.fromstring(held.read(name)), {}
        for name in held.namelist():
            folder, _, file = name.partition("/")
            if file != "arkivmelding.xml":
                found[folder][1][file] = held.read(name)
    return found


def text(message: etree._Element, path: str) -> str | None:
    return message.findtext(path)


def test_every_message_is_as_the_schema_of_fiks_arkiv_has_it(office: Path) -> None:
    found = archive("inn")
    packed = messages(Path("pakke.zip").read_bytes())
    assert [*packed] == [
        f"{FORM}-0001", f"{FORM}-0002", f"{FORM}-0003", f"{FORM}-0001-svar", f"{FORM}-0001-svar-2",
    ]  # fmt: skip
    for message, files in packed.values():
        GRAMMAR.assertValid(message)
        assert text(message, "{*}antallFiler") == str(len(files)) == "1"
    assert "sendte: 3, mottatte: 2." in found.said
    assert "[returned-picture]" in found.said


def test_the_file_is_named_and_summed_as_it_lies_in_the_package(office: Path) -> None:
    archive("inn")
    for message, files in messages(Path("pakke.zip").read_bytes()).values():
        ((name, content),) = files.items()
        assert text(message, f"{OBJECT}/{{*}}referanseDokumentfil") == name
        assert text(message, f"{OBJECT}/{{*}}sjekksum") == hashlib.sha256(content).hexdigest()
        assert text(message, f"{OBJECT}/{{*}}filstoerrelse") == str(len(content))


def test_what_was_sent_is_archival_and_what_came_back_is_as_it_came(office: Path) -> None:
    archive("inn")
    packed = messages(Path("pakke.zip").read_bytes())
    kinds = {
        name: (text(one, f"{OBJECT}/{{*}}variantformat/{{*}}kode"), text(one, f"{POST}/{{*}}journalposttype/{{*}}kode"))
        for name, (one, _) in packed.items()
    }
    assert kinds[f"{FORM}-0002"] == ("A", "U")
    assert kinds[f"{FORM}-0001-svar"] == kinds[f"{FORM}-0001-svar-2"] == ("P", "I")
    assert packed[f"{FORM}-0001-svar"][1] == {f"{FORM}-0001-svar.pdf": Path("inn/far.pdf").read_bytes()}
    dates = {text(packed[name][0], f"{POST}/{{*}}dokumentetsDato") for name in (f"{FORM}-0001", f"{FORM}-0001-svar")}
    assert dates == {"2026-11-22", "2026-12-20"}


def test_the_case_is_that_of_the_list_and_one_that_is_none_is_told(office: Path) -> None:
    found = archive()
    packed = messages(Path("pakke.zip").read_bytes())
    cases = [
        [one.text for one in message.iterfind(f"{POST}/{{*}}referanseForelderMappe/{{*}}saksnummer/*")]
        for message, _ in packed.values()
    ]
    assert cases == [["2026", "1201"], [], ["2026", "7"]]
    assert found.code == 1
    assert [line for line in found.said.splitlines() if "[archive-case]" in line] == [
        "ADVARSEL Saksnummer mangler, eller er ikke år/nummer: dokumentene arkiveres uten sak: nr. 2. Skriv det i listen,"
        " for eksempel 2026/1201. [archive-case]"
    ]


def test_a_message_has_the_title_of_the_form_and_the_name_of_nobody(office: Path) -> None:
    archive("inn", "--restriction", "13")
    names = [row["barn_navn"] for row in json.loads(Path("barn.json").read_text(encoding="utf-8"))]
    for folder, (message, files) in messages(Path("pakke.zip").read_bytes()).items():
        whole = etree.tostring(message, encoding="unicode") + folder + "".join(files)
        assert not any(part in whole for name in names for part in (*name.split(), "mor", "far"))
        assert text(message, f"{POST}/{{*}}offentligTittel") == "Samtykke til bilder og film"
        assert text(message, f"{POST}/{{*}}skjerming/{{*}}tilgangsrestriksjon/{{*}}kode") == "13"
        assert text(message, f"{POST}/{{*}}skjerming/{{*}}skjermingshjemmel") == "offl. § 13, fvl. § 13"


def test_the_same_gives_the_same_bytes_and_a_package_that_exists_is_left_alone(office: Path) -> None:
    archive("inn")
    first = Path("pakke.zip").read_bytes()
    assert archive("inn").code == 6
    assert archive("inn", "--overwrite").code == 1
    assert Path("pakke.zip").read_bytes() == first


def test_a_run_of_word_files_is_archived_as_such(office: Path) -> None:
    skjema("fill", FORM, "barn.json", *KOMMUNE, "-o", "ut", "--date", "2026-11-22", "--format", "docx", "--overwrite")
    for path in Path("ut").glob("*.pdf"):
        path.unlink()
    archive()
    for message, files in messages(Path("pakke.zip").read_bytes()).values():
        assert all(name.endswith(".docx") for name in files)
        assert text(message, f"{OBJECT}/{{*}}format/{{*}}kode") == "DOCX"
        assert text(message, f"{OBJECT}/{{*}}variantformat/{{*}}kode") == "P"


def test_what_was_scanned_is_archived_without_being_named(office: Path) -> None:
    """It lies with the run, which is erased after the archive has it: the signed sheets would be gone."""
    Path("ut/skannet").mkdir()
    Path("inn/mor.pdf").rename(f"ut/skannet/{FORM}-0001.pdf")
    assert archive("inn").code == 1
    with zipfile.ZipFile("pakke.zip") as held:
        returned = {name.split("/")[0] for name in held.namelist() if "-svar" in name}
    assert len(returned) == 2
    assert archive("inn", "ut/skannet", "--overwrite").code == 1, "named as well, it is there once"
    with zipfile.ZipFile("pakke.zip") as held:
        assert {name.split("/")[0] for name in held.namelist() if "-svar" in name} == returned
