"""The clerk's job from workbook to paper: what is said, what is written, and how each run ends."""

import json
import os
import re
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from openpyxl import load_workbook

from skjema.cli.problem_lines import show
from skjema.definition.form_cache import load_form
from skjema.output.manifest import Manifest
from skjema.problems import Problem, Severity
from skjema.render.word.word_renderer import WordRenderer
from tests.cli.running import Result, interrupt, skjema
from tests.drawing import HEAD, SAMPLES, TEMPLATES, field, sheet, write_form
from tests.reading_back import docx_text, page_count, pdf_fields, pdf_text, pdf_values
from tests.render.word.documents import docx, with_part

KOMMUNE = ("--kommune", SAMPLES / "kommune.toml")
DATE = ("--date", "2026-11-22")
CHILDREN = SAMPLES / "samtykke-overgang" / "barn.xlsx"
FAULTY = SAMPLES / "samtykke-overgang" / "feil.xlsx"


def fill(*arguments: object, form: str = "samtykke-overgang", data: Path = CHILDREN) -> Result:
    return skjema("fill", form, data, *KOMMUNE, *DATE, *arguments)


def run_report(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "run.json").read_text("utf-8"))
    return found


def names(folder: Path) -> list[str]:
    """What is in a folder, but for the key of the report's hashes."""
    return sorted(path.name for path in folder.iterdir() if path.name != "run.key")


@pytest.fixture
def own(folder: Path) -> Path:
    """A small form of one's own, `prove`, and the folder it is used in."""
    write_form(
        folder,
        '[[section]]\nid = "del"\n'
        + field("navn", "name", required="true")
        + field("sted")
        + field("postnr", "postnummer"),
    )
    return folder


def data(folder: Path, text: str, name: str = "liste.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


# sheet


def test_a_workbook_is_made_and_never_overwritten_unasked(folder: Path) -> None:
    assert (skjema("sheet", "virksomhetsplan").code, names(folder)) == (0, ["virksomhetsplan.xlsx"])
    again = skjema("sheet", "virksomhetsplan")
    assert again.code == 6
    assert "finnes fra før" in again.said
    assert skjema("sheet", "virksomhetsplan", "--overwrite").code == 0
    assert skjema("sheet", "virksomhetsplan", "-o", "nn.xlsx", "--lang", "nn").said == "nn.xlsx er skriven.\n"


@pytest.mark.thorough
@pytest.mark.parametrize("form", ["samtykke-overgang", "samtykke-samarbeid", "virksomhetsplan"])
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_an_example_workbook_is_sound_as_it_comes(form: str, language: str) -> None:
    skjema("sheet", form, "--example", "-o", "a.xlsx", "--lang", language)
    assert skjema("check", form, "a.xlsx", *DATE).code in (0, 1)


def test_a_form_in_a_language_it_does_not_have() -> None:
    found = skjema("sheet", "virksomhetsplan", "--lang", "en")
    assert found.code == 2
    assert found.said.endswith("[language-unknown]\n")


# check


def test_check_tells_every_fault_the_gravest_first(folder: Path) -> None:
    found = skjema("check", "samtykke-overgang", FAULTY, *DATE)
    assert found.code == 4
    assert found.said == "Poster sjekket: 8. Feil: 6, advarsler: 7, merknader: 1.\n"
    codes = [line.rsplit("[")[-1].rstrip("]") for line in found.lines]
    assert codes == [
        "common-missing", "date-none", "required-empty", "choice-unknown", "required-empty", "ingen-kan-samtykke",
        "bare-en-forelder", "skolestart-alder", "foreldreansvar-ukjent", "record-differs", "date-unpacked",
    ]  # fmt: skip
    assert names(folder) == []


def test_check_as_data() -> None:
    found = json.loads(skjema("check", "samtykke-overgang", FAULTY, *DATE, "--json").out)
    assert found["records"] == 8
    assert found["problems"][1] == {
        "code": "date-none",
        "severity": "error",
        "place": {"file": "feil.xlsx", "sheet": "Barn", "row": 4, "column": 3},
        "message": "«Fødselsdato» er '31.02.2021', en dag som ikke finnes. Se etter tastefeil.",
    }


def test_check_in_other_languages() -> None:
    assert "ERROR" not in skjema("check", "samtykke-overgang", FAULTY, *DATE, "--lang", "nn").out
    found = skjema("check", "samtykke-overgang", FAULTY, *DATE, "--lang", "en")
    assert (
        'feil.xlsx:Barn!J5: "Parent or guardian 1: Parental responsibility" must be filled in. [required-empty]'
        in found.lines
    )


def test_check_counts_warnings_apart_from_faults(own: Path) -> None:
    assert skjema("check", "prove", data(own, "Navn;Postnr\nKari;0150\n")).code == 0
    warned = skjema("check", "prove", data(own, "Navn;Postnr\nKari;0150\nKari;0150\n"))
    assert (warned.code, warned.said) == (1, "Poster sjekket: 2. Feil: 0, advarsler: 1, merknader: 0.\n")
    noted = skjema("check", "prove", data(own, "Navn;Postnr\nKari;150\n"))
    assert noted.code == 0
    assert noted.lines == [
        "MERK liste.csv: linje 2, kolonne 2: «Postnr» var '150'; nullen foran er satt tilbake. [leading-zero]"
    ]


def test_annotate_makes_a_copy_and_leaves_the_original(folder: Path) -> None:
    before = FAULTY.read_bytes()
    assert skjema("check", "samtykke-overgang", FAULTY, *DATE, "--annotate", "merket.xlsx").code == 4
    assert names(folder) == ["merket.xlsx"]
    assert FAULTY.read_bytes() == before


def test_a_copy_that_is_there_is_told_of_before_anything_is_read(own: Path) -> None:
    (own / "merket.xlsx").write_bytes(b"")
    found = skjema("check", "prove", own / "liste.csv", "--annotate", "merket.xlsx")
    assert (found.code, "[file-exists]" in found.said) == (6, True)


def test_a_copy_shows_what_no_workbook_can_hold(own: Path) -> None:
    found = skjema("check", "prove", data(own, "navn;sted\nKa\x01ri;Bodø\n"), "--annotate", "merket.xlsx")
    assert "[character-refused]" in found.out
    assert load_workbook("merket.xlsx").worksheets[1]["A2"].value == "Ka\ufffdri"


def test_a_file_that_no_copy_can_be_made_of_is_reported_all_the_same(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skjema.render.workbook.annotated_copy.load_workbook", Mock(side_effect=ValueError("a colour")))
    found = skjema(
        "check", "prove", sheet(own / "liste.xlsx", "| Navn | Sted |\n| | Bodø |"), "--annotate", "merket.xlsx"
    )
    assert (found.code, "[required-empty]" in found.out, "[copy-refused]" in found.said) == (4, True, True)


@pytest.mark.parametrize("rows", ["5-", "-5", "0", "3-2", "1,,2", "x"])
def test_rows_that_say_no_numbers_are_refused(own: Path, rows: str) -> None:
    found = skjema("fill", "prove", own / "liste.csv", "--rows", rows)
    assert (found.code, "Skriv numre og områder" in found.said) == (2, True)


def test_annotate_never_writes_over_the_original(own: Path) -> None:
    liste = data(own, "Navn\nKari\n")
    for target in (liste, own / "templates" / ".." / "liste.csv"):
        found = skjema("check", "prove", liste, "--annotate", target, "--overwrite")
        assert found.code == 2
        assert found.said.startswith("--annotate merker én arbeidsbok")
    assert liste.read_text("utf-8") == "Navn\nKari\n"


def test_texts_too_long_for_the_paper_are_found_when_checking(own: Path) -> None:
    found = skjema("check", "prove", data(own, f"Navn;Sted\nKari;{'x' * 400}\n"))
    assert found.code == 1
    assert re.search(r"ADVARSEL liste.csv: linje 2, kolonne 2: «Sted» er omtrent \d+ tegn for lang", found.out)


def test_what_is_mended_in_kommune_toml_is_told(own: Path) -> None:
    (own / "kommune.toml").write_text("[values]\npostnr = 150\n", "utf-8")
    found = skjema("check", "prove", data(own, "navn;sted\nKari;Bodø\n"))
    assert "MERK kommune.toml: «Postnr» var '150'; nullen foran er satt tilbake. [leading-zero]" in found.out


# fill


def test_word_and_pdf_for_every_row(folder: Path) -> None:
    found = fill("-o", "ut")
    assert (found.code, found.out) == (1, "ut\n")
    assert found.said.splitlines()[-1] == "Filer skrevet i ut: 24. Poster: 12."
    assert len(names(folder / "ut")) == 25
    report = run_report(folder / "ut")
    assert report["counts"] == {"written": 9, "warning": 3, "failed": 0}
    hashed = ("row", "key", "fields", "papers")
    assert report["outcomes"][0] | dict.fromkeys(hashed, "?") == {
        **dict.fromkeys(hashed, "?"), "nr": 1, "place": "barn.xlsx: rad 3", "status": "written",
        "files": ["samtykke-overgang-0001.docx", "samtykke-overgang-0001.pdf"], "codes": [],
    }  # fmt: skip


def test_one_format_some_rows_flat(folder: Path) -> None:
    assert fill("-o", "ut", "--format", "pdf", "--flat", "--rows", "1-2,12").code == 0
    assert names(folder / "ut") == [
        "run.json", "samtykke-overgang-0001.pdf", "samtykke-overgang-0002.pdf", "samtykke-overgang-0012.pdf",
    ]  # fmt: skip
    assert pdf_fields((folder / "ut" / "samtykke-overgang-0001.pdf").read_bytes()) == {}


def test_each_run_gets_a_folder_of_its_own(folder: Path) -> None:
    assert fill("--rows", "1").out == "samtykke-overgang-2026-11-22\n"
    assert fill("--rows", "1").out == "samtykke-overgang-2026-11-22-2\n"


def test_files_that_exist_stop_a_run_before_anything_is_written(folder: Path) -> None:
    fill("-o", "ut", "--rows", "2")
    before = {path: path.read_bytes() for path in (folder / "ut").iterdir()}
    found = fill("-o", "ut")
    assert (found.code, found.out) == (6, "")
    assert found.said.splitlines()[-1] == (
        "ut: Filer som finnes fra før: 3. Ingenting er skrevet. Velg en annen mappe med -o, fortsett en avbrutt kjøring med --resume, eller bruk --overwrite. [files-exist]"
    )
    assert {path: path.read_bytes() for path in (folder / "ut").iterdir()} == before
    assert fill("-o", "ut", "--overwrite").code == 1


@pytest.mark.usefixtures("one_key")
def test_the_same_run_gives_the_same_bytes(folder: Path) -> None:
    fill("-o", "en", "--rows", "1-3")
    fill("-o", "to", "--rows", "1-3")
    for name in names(folder / "en"):
        assert (folder / "en" / name).read_bytes() == (folder / "to" / name).read_bytes(), name


def test_nothing_is_written_when_something_is_missing(folder: Path) -> None:
    found = skjema("fill", "samtykke-overgang", FAULTY, *KOMMUNE, *DATE, "-o", "ut")
    assert (found.code, found.out) == (4, "")
    assert "Ingenting er skrevet. Rett feilene" in found.said
    assert not (folder / "ut").exists()


def test_partial_writes_the_good_rows_and_reports_the_others(folder: Path) -> None:
    found = skjema("fill", "samtykke-overgang", FAULTY, *KOMMUNE, *DATE, "-o", "ut", "--partial")
    assert found.code == 3
    assert found.said.splitlines()[-2:] == [
        "Filer skrevet i ut: 8. Poster: 8, ikke skrevet: 4.",
        "MERK feil.xlsx:Barn!C8: «Fødselsdato» var '44265' og er lest som 10.03.2021. [date-unpacked]",
    ]
    report = run_report(folder / "ut")
    assert [one["nr"] for one in report["outcomes"] if one["status"] == "failed"] == [2, 3, 4, 5]
    assert report["outcomes"][1]["codes"] == ["date-none", "bare-en-forelder"]


def test_a_draft_is_marked_and_says_what_is_missing(own: Path) -> None:
    liste = data(own, "Navn;Sted\n;Bodø\nKari;\n")
    assert skjema("fill", "prove", liste, "-o", "ut").code == 4
    found = skjema("fill", "prove", liste, "-o", "ut", "--draft")
    assert found.code == 1
    word, pdf = ((own / "ut" / f"prove-0001.{suffix}").read_bytes() for suffix in ("docx", "pdf"))
    assert docx_text(word).startswith("UTKAST. Mangler: Navn.")
    assert "Mangler: Navn." in pdf_text(pdf)


def test_a_draft_cannot_hide_what_is_wrong(own: Path) -> None:
    assert skjema("fill", "prove", data(own, "Navn;Postnr\nKari;15x\n"), "-o", "ut", "--draft").code == 4
    assert not (own / "ut").exists()


def test_file_names_by_pattern_must_differ(own: Path) -> None:
    liste = data(own, "Navn;Sted\nKari;Bodø\nPer;bodø\n")
    found = skjema("fill", "prove", liste, "-o", "ut", "--name", "{sted}")
    assert found.code == 4
    assert "[names-collide]" in found.said
    assert not (own / "ut").exists()
    assert skjema("fill", "prove", liste, "-o", "ut", "--name", "{sted}-{nr}", "--format", "docx").code == 0
    assert names(own / "ut") == ["Bodø-0001.docx", "bodø-0002.docx", "run.json"]


def test_file_names_that_tell_whom_they_concern_are_told_of(own: Path) -> None:
    liste = data(own, "Navn;Sted\nKari;Bodø\nPer;Narvik\n")
    told = skjema("fill", "prove", liste, "-o", "navn", "--name", "{navn}-{nr}", "--format", "docx").said
    assert "Filnavnene har Navn." in told
    assert "{nr}" in told
    for pattern in ("{sted}-{nr}", "{nr}"):
        assert "Filnavnene" not in skjema("fill", "prove", liste, "-o", "nr", "--name", pattern, "--overwrite").said


def test_rows_that_do_not_exist_are_told(own: Path) -> None:
    found = skjema("fill", "prove", data(own, "Navn\nKari\n"), "--rows", "1,3")
    assert found.code == 4
    assert "[row-number]" in found.said


def test_several_files_are_numbered_through(own: Path) -> None:
    en, to = data(own, "Navn\nKari\nPer\n", "en.csv"), data(own, '[{"navn": "Ola"}]', "to.json")
    assert skjema("fill", "prove", en, to, "-o", "ut", "--format", "docx").code == 0
    assert [one["place"] for one in run_report(own / "ut")["outcomes"]] == [
        "en.csv: linje 2", "en.csv: linje 3", "to.json:$[0]",
    ]  # fmt: skip
    assert "Ola" in docx_text((own / "ut" / "prove-0003.docx").read_bytes())


def test_the_paper_is_in_the_language_asked_for(folder: Path) -> None:
    fill("-o", "ut", "--rows", "1", "--lang", "nn")
    assert "Løyve til å gje" in pdf_text((folder / "ut" / "samtykke-overgang-0001.pdf").read_bytes())
    assert fill("-o", "en", "--lang", "en", form="virksomhetsplan").code == 2


def test_a_template_of_ones_own_that_asks_for_something_unknown_is_a_template_error(own: Path) -> None:
    (own / "templates" / "prove" / "prove.nb.docx").write_bytes(docx("{{ nvan }}"))
    found = skjema("fill", "prove", data(own, "Navn\nKari\n"), "-o", "ut")
    assert found.code == 5
    assert "[tag-name]" in found.said


def test_hidden_rows_are_asked_about_or_said(own: Path) -> None:
    from openpyxl import Workbook

    from tests.drawing import first, put

    book = Workbook()
    put(first(book), [["Navn"], ["Kari"], ["Per"]])
    first(book).row_dimensions[3].hidden = True
    book.save(own / "a.xlsx")
    found = skjema("fill", "prove", "a.xlsx", "-o", "ut")
    assert found.code == 4
    assert "[rows-hidden]" in found.said
    assert skjema("fill", "prove", "a.xlsx", "-o", "alle", "--hidden", "use", "--format", "docx").code == 0
    assert run_report(own / "alle")["records"] == 2
    assert skjema("fill", "prove", "a.xlsx", "-o", "synlige", "--hidden", "skip", "--format", "docx").code in (0, 1)
    assert run_report(own / "synlige")["records"] == 1


# how a run ends


def test_ctrl_c_leaves_whole_files_and_a_report(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupt(monkeypatch, after=5)
    found = fill("-o", "ut", "--format", "docx")
    assert found.code == 130
    assert found.said.splitlines()[-1] == (
        "Avbrutt. Filene som er skrevet, er hele. Kjør samme kommando med --resume for å lage resten."
    )
    assert names(folder / "ut") == ["run.json", *(f"samtykke-overgang-{nr:04}.docx" for nr in range(1, 6))]
    assert len(run_report(folder / "ut")["outcomes"]) == 5


def test_a_full_disk_stops_the_run_and_keeps_what_is_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write

    def full(file: int, content: bytes) -> int:
        if len(list((folder / "ut").glob("*.docx"))) == 3:
            raise OSError(28, os.strerror(28))
        return write(file, content)

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        patched.setattr(Manifest, "end", lambda self, complete: self._journal.close())  # which has no room either
        found = fill("-o", "ut", "--format", "docx")
    assert found.code == 6
    assert found.said.splitlines()[-2:] == [
        "samtykke-overgang-0004.docx: Disken er full. Frigjør plass og kjør på nytt; filene som er ferdige, er hele. [disk-full]",
        "MERK ut: Kjør samme kommando med --resume for å lage resten. [rest-resumable]",
    ]
    assert names(folder / "ut") == ["run.part", *(f"samtykke-overgang-{nr:04}.docx" for nr in range(1, 4))]
    assert "Uendret fra før: 3." in fill("-o", "ut", "--format", "docx", "--resume").said
    assert names(folder / "ut") == ["run.json", *(f"samtykke-overgang-{nr:04}.docx" for nr in range(1, 13))]


def test_a_run_never_writes_its_report_over_its_data(own: Path) -> None:
    list_of_ours = data(own, '[{"navn": "Kari"}]', "run.json")
    (own / "link.json").symlink_to(list_of_ours)
    for name in ("run.json", "link.json"):
        for way in ("--overwrite", "--resume"):
            found = skjema("fill", "prove", name, "-o", ".", way)
            assert (found.code, "run.json: Filen ligger i mappen" in found.said) == (2, True)
    assert list_of_ours.read_text("utf-8") == '[{"navn": "Kari"}]'
    assert skjema("fill", "prove", "run.json", "-o", "ut").code == 0


def test_the_same_fault_in_many_rows_is_one_line_and_all_of_them_are_data(own: Path) -> None:
    lines = ["navn;postnr", *("Kari;150" for _ in range(1500)), *("Kari;x" for _ in range(1500))]
    found = skjema("check", "prove", data(own, "\n".join(lines)))
    assert found.code == 4
    assert found.lines == [
        "liste.csv: linje 1502, kolonne 2: «Postnr» er 'x', men skal bare ha sifre. Det samme er det flere steder (1499): rad"
        " 1503–3001. [digits-form]",
        "ADVARSEL liste.csv: linje 3: Raden er lik post 1 i alle kolonner. Ta bort den ene. Det samme er det flere steder"
        " (1498): rad 4–1501. [record-twice]",
        "ADVARSEL liste.csv: linje 1502: Raden har samme Navn som post 1, men er ulik i Postnr. Begge er med. Rett den som er"
        " feil. Det samme er det flere steder (1499): rad 1503–3001. [record-differs]",
        "MERK liste.csv: linje 2, kolonne 2: «Postnr» var '150'; nullen foran er satt tilbake. Det samme er det flere steder"
        " (1499): rad 3–1501. [leading-zero]",
    ]
    listed = json.loads(skjema("check", "prove", "liste.csv", "--json").out)["problems"]
    assert len(listed) == 5999


def test_of_many_lines_the_gravest_are_shown_and_the_others_counted(capsys: pytest.CaptureFixture[str]) -> None:
    notes = [Problem("row-number", severity=Severity.NOTE, params={"number": 1, "count": 1})] * 700
    errors = [Problem("row-number", params={"number": 1, "count": 1})] * 700
    show([*notes, *errors])
    lines = capsys.readouterr().err.splitlines()
    assert [line.startswith("MERK") for line in lines] == [False] * 700 + [True] * 300 + [False]
    assert lines[-1].startswith("Ikke vist her: 400.")


def test_headings_that_are_not_used_are_one_line(own: Path) -> None:
    found = skjema("check", "prove", data(own, "Navn;Sted;Kode;Merk\nKari;Bodø;;\n"))
    assert found.lines == [
        "MERK liste.csv: linje 1: Kolonner som ikke hører til skjemaet, og ikke er brukt: «Kode», «Merk». [heading-unused]"
    ]


def test_a_bug_is_told_without_a_traceback_or_a_value(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: WordRenderer, checked: Any) -> bytes:
        raise RuntimeError(checked.values["barn_navn"])

    monkeypatch.setattr(WordRenderer, "render", broken)
    found = fill("-o", "ut", "--format", "docx", "--rows", "1")
    assert found.code == 70
    assert "Dette er en feil i skjema (RuntimeError test_check_and_fill.py:" in found.said
    assert "Čáhppes" not in found.said


def test_a_locked_folder_is_told(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "nei")

    liste = data(own, "Navn\nKari\n")
    monkeypatch.setattr(Path, "mkdir", locked)
    found = skjema("fill", "prove", liste, "-o", "ut")
    assert found.code == 6
    assert "[file-locked]" in found.said


def test_files_that_are_missing_are_told(own: Path) -> None:
    found = skjema("fill", "prove", "borte.xlsx")
    assert found.code == 6
    assert found.said.startswith("borte.xlsx: ")


# build


def test_build_makes_every_template_of_a_form(own: Path) -> None:
    assert skjema("build", "prove").code == 0
    assert names(own / "templates" / "prove") == ["prove.nb.docx", "prove.nb.pdf", "skjema.toml"]
    assert page_count((own / "templates" / "prove" / "prove.nb.pdf").read_bytes()) == 1
    assert skjema("lint", "prove").code == 0
    assert skjema("build", "prove").code == 6
    assert skjema("build", "prove", "--overwrite").code == 0
    assert skjema("build", "prove", "-o", "maler").code == 0


def test_a_bundled_form_is_restyled_in_ones_own_folder(folder: Path) -> None:
    assert skjema("build", "samtykke-overgang").code == 0
    own = folder / "templates" / "samtykke-overgang" / "samtykke-overgang.nb.docx"
    changed = with_part(own.read_bytes(), "word/document.xml", lambda xml: xml.replace("Leveres til", "Levér til"))
    own.write_bytes(changed)
    assert fill("-o", "ut", "--rows", "1").code == 0
    assert "Levér til" in docx_text((folder / "ut" / "samtykke-overgang-0001.docx").read_bytes())


def test_a_definition_of_ones_own_is_not_printed_on_the_bundled_template(folder: Path) -> None:
    own = folder / "templates" / "samtykke-overgang" / "skjema.toml"
    own.parent.mkdir(parents=True)
    bundled = (TEMPLATES / "samtykke-overgang" / "skjema.toml").read_text("utf-8")
    own.write_text(bundled.replace('nb = "Leveres til"', 'nb = "Levér til"'), "utf-8")
    assert fill("-o", "ut", "--rows", "1").code == 0
    assert "Levér til" in docx_text((folder / "ut" / "samtykke-overgang-0001.docx").read_bytes())


def test_a_form_of_ones_own_may_use_the_shared_blocks(folder: Path) -> None:
    write_form(folder, '[[section]]\nid = "del"\n' + field("navn") + '[[section.field]]\nuse = "avsender"\n', HEAD)
    assert skjema("lint", "prove").code == 0


# privacy


def test_no_value_leaves_the_forms_themselves(folder: Path) -> None:
    form = load_form(TEMPLATES / "samtykke-overgang")
    records = json.loads((SAMPLES / "samtykke-overgang" / "barn.json").read_text("utf-8"))
    values = {str(value) for one in records for name, value in one.items() if name in ("barn_navn", "saksnummer")}
    values |= {parent["navn"] for one in records for parent in one["foresatte"]}
    assert form.key[0] == "barn_navn"
    found = fill("-o", "ut", data=SAMPLES / "samtykke-overgang" / "barn.json")
    public = found.out + found.said + (folder / "ut" / "run.json").read_text("utf-8") + " ".join(names(folder / "ut"))
    assert [value for value in values if value in public] == []


def test_what_is_printed_is_what_was_written_in_the_workbook(folder: Path) -> None:
    fill("-o", "ut", "--format", "pdf")
    records = json.loads((SAMPLES / "samtykke-overgang" / "barn.json").read_text("utf-8"))
    for nr, record in enumerate(records, start=1):
        found = pdf_values((folder / "ut" / f"samtykke-overgang-{nr:04}.pdf").read_bytes())
        assert found["barn_navn"] == record["barn_navn"]
        assert [found[f"foresatte.{at}.navn"] for at in range(1, len(record["foresatte"]) + 1)] == [
            parent["navn"] for parent in record["foresatte"]
        ]


def test_every_field_without_a_column_is_told_of(own: Path) -> None:
    fields = "".join(field(name, required="\"navn == 'Kari'\"") for name in ("by", "land"))
    write_form(own, '[[section]]\nid = "del"\n' + field("navn", "name") + fields)
    found = skjema("check", "prove", data(own, "Navn\nKari\n"))
    assert [f"«{name}» må fylles ut" in found.out for name in ("By", "Land")] == [True, True]


def test_a_draft_has_the_same_rows_in_a_pack(own: Path) -> None:
    folder = own / "samtykker"
    folder.mkdir()
    rows = data(folder, "Barnets navn;Fødselsdato;Barnehage;Skole\nKari Prøve;21.03.2021;Solbakken;\n")
    for command in (("fill", "-o", own / "ut", "--format", "pdf", "--flat"), ("pack", "-o", own / "ut.pdf")):
        name, *more = command
        skjema(name, "samtykke-overgang", rows, *more, "--draft", *KOMMUNE, *DATE)
    for path in (own / "ut" / "samtykke-overgang-0001.pdf", own / "ut.pdf"):
        assert pdf_text(path.read_bytes()).count("Ukjent") == 2, path.name


def test_a_run_that_was_killed_at_once_says_how_to_go_on(own: Path) -> None:
    (own / "ut").mkdir()
    (own / "ut" / "run.part").write_bytes(b'\n{"form": "prove"}\n')
    found = skjema("fill", "prove", data(own, "Navn\nKari\n"), "-o", "ut")
    assert (found.code, "[files-exist]" in found.said) == (6, True)


def test_what_has_the_name_of_a_file_to_be_made_again_stops_no_other(own: Path) -> None:
    rows = data(own, "Navn\nKari\nOla\n")
    skjema("fill", "prove", rows, "-o", "ut", "--rows", "1", "--format", "docx")
    (own / "ut" / "prove-0002.docx").mkdir()
    found = skjema("fill", "prove", rows, "-o", "ut", "--resume", "--format", "docx")
    assert (found.code, "prove-0002.docx: Filen finnes fra før" in found.said) == (3, True)
