"""Laws by name: what texts call them, and what is told of one that is repealed, on both sides of its day."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from skjema.definition.catalogue import LAWS
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form, Note
from skjema.errors import DefinitionError
from skjema.validation.check import RecordChecker
from tests.drawing import HEAD, TEMPLATES, field, form_of, from_json
from tests.sample_files import FORMS

BOOK: dict[str, Any] = tomllib.loads((TEMPLATES / LAWS).read_text("utf-8"))
SOURCES = (Path(__file__).parents[2] / "docs" / "sources.md").read_text("utf-8")


def note(text: str, language: str = "nb") -> str:
    return f'[[section.field]]\nid = "merk"\ntype = "note"\ntext = {{ {language} = "{text}" }}\n'


def text_of(form: Form, language: str = "nb") -> str:
    return next(item for item in form.items if isinstance(item, Note)).text[language]


def test_a_text_names_a_law_in_its_own_language(tmp_path: Path) -> None:
    words = "Etter {{ lov('barnevernsloven', '§ 13-2') }}. {{ Lov('opplaringslova') }}."
    assert text_of(form_of(tmp_path, field("navn"), note(words))) == "Etter barnevernsloven § 13-2. Opplæringslova."
    head = HEAD.replace('"nb"', '"nn"').replace("nb = ", "nn = ")
    nynorsk = form_of(tmp_path / "nn", field("navn", label='{ nn = "Namn" }'), note(words, "nn"), head=head)
    assert text_of(nynorsk, "nn") == "Etter barnevernslova § 13-2. Opplæringslova."


def test_an_office_has_laws_of_its_own_and_its_forms_go_by_them(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), note("Etter {{ lov('barnehageloven') }}"))
    own = form.folder.parent / LAWS
    own.write_text('schema = 1\n[[law]]\nid = "barnehageloven"\nname = { nb = "lov om barnehager" }\n', "utf-8")
    again = load_form(form.folder)
    assert text_of(again) == "Etter lov om barnehager"
    assert again.digest != form.digest, "a Word template made before is out of date"


@pytest.mark.parametrize(
    "tables", ["law = 1", 'law = "x"', "law = [1]", "[law]\nfrom = 1", "term = [[1]]", 'term = ["x"]']
)
def test_laws_that_are_no_tables_are_told_of(tables: str, tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"))
    (form.folder.parent / LAWS).write_text(f"schema = 1\n{tables}\n", "utf-8")
    with pytest.raises(DefinitionError) as told:
        load_form(form.folder)
    assert {(one.code, one.place.row) for one in told.value.problems if one.place} == {("key-type", 2)}


@pytest.mark.parametrize("name", FORMS)
def test_no_form_that_comes_with_skjema_cites_a_law_by_hand(name: str) -> None:
    for line in (TEMPLATES / name / "skjema.toml").read_text("utf-8").splitlines():
        if not line.lstrip().startswith(("#", "source", "help")):
            bare = re.sub(r"\{\{ ?[Ll]ov\([^}]*\}\}", "", line)
            assert not re.search(r"\w(?:loven|lova|Act) (?:§|section)", bare), line


@pytest.mark.parametrize("law", BOOK["law"], ids=lambda law: str(law["id"]))
def test_each_law_has_its_names_and_its_successor(law: dict[str, Any]) -> None:
    assert {"nb", "nn", "en"} <= law["name"].keys()
    assert ("to" in law) == ("successor" in law)
    later = law.get("successor", law["id"])
    assert ({later} if isinstance(later, str) else set(later)) <= {one["id"] for one in BOOK["law"]}


@pytest.mark.parametrize("one", [*BOOK["law"], *BOOK["repealed"], *BOOK["term"]], ids=str)
def test_each_source_is_written_down(one: dict[str, Any]) -> None:
    assert f"## {one['source'].removeprefix('docs/sources.md#')}\n" in SOURCES


def told(form: Form, folder: Path, today: date, **values: str) -> list[tuple[str, str]]:
    record = from_json(form, folder, {"navn": "Kari", **values})[0].record
    problems = RecordChecker(form, today).check(record).problems
    return [(one.code, str(one.params["got"])) for one in problems if one.code in ("law-repealed", "word-outdated")]


@pytest.mark.parametrize("one", BOOK["law"], ids=lambda law: str(law["id"]))
def test_a_repealed_law_in_a_list_is_told_from_its_day_on(one: dict[str, Any], tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("lov"), field("om", "longtext"))
    for word in one.get("words", ()):
        before, after = one["to"].replace(year=one["to"].year - 1), one["to"]
        assert told(form, tmp_path, before, lov=word) == []
        assert told(form, tmp_path, after, lov=word.upper()) == [("law-repealed", word.upper())]
        assert told(form, tmp_path, after, om=f"Planen bygger på {word}, og annet.") == [("law-repealed", word)]
        assert told(form, tmp_path, after, om=f"x{word}x") == []


def test_all_laws_that_came_instead_are_named(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("lov"))
    record = from_json(form, tmp_path, {"navn": "Kari", "lov": "Sosialtjenesteloven av 1991"})[0].record
    [problem] = RecordChecker(form, date(2026, 12, 1)).check(record).problems
    assert (
        "helse- og omsorgstjenesteloven (LOV-2011-06-24-30), sosialtjenesteloven (LOV-2009-12-18-131)"
        in problem.text("nb")
    )


@pytest.mark.parametrize("one", BOOK["term"], ids=lambda term: str(term["words"][0]))
def test_a_word_that_the_law_uses_no_more_is_a_note(one: dict[str, Any], tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("om", "longtext"))
    for word in one["words"]:
        assert told(form, tmp_path, one["from"], om=f"Han har {word} i norsk.") == [("word-outdated", word)]
        assert told(form, tmp_path, one["from"].replace(year=2000), om=f"Han har {word} i norsk.") == []


@pytest.mark.parametrize("one", BOOK["repealed"], ids=lambda part: str(part["parts"][0]))
def test_a_paragraph_that_a_law_has_no_more_is_told_from_its_day_on(one: dict[str, Any], tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("lov"))
    for law in one["laws"]:
        for part in one["parts"]:
            word = f"{law} {part}"
            assert told(form, tmp_path, one["from"], lov=word) == [("law-repealed", word)]
            assert told(form, tmp_path, one["from"].replace(year=one["from"].year - 1), lov=word) == []
            assert told(form, tmp_path, one["from"], lov=f"{law} § 1-1") == []


@pytest.mark.parametrize(
    ("written", "got"),
    [
        ("Opplæringsloven § 9 A", "Opplæringsloven § 9 A"),
        ("Opplæringsloven § 9A-4", "Opplæringsloven § 9A"),
        ("Opplæringslova kapittel 9A", "Opplæringslova kapittel 9A"),
        ("Opplæringslova § 15-8", "Opplæringslova § 15-8"),
        ("Opplæringsloven (1998)", "Opplæringsloven (1998)"),
        ("Helsepersonelloven § 25 a", "Helsepersonelloven § 25 a"),
        ("Barnevernlovens kapittel 4", "Barnevernlovens"),
        ("Lov 17. juli 1992 nr 100", "Lov 17. juli 1992 nr 100"),
        ("LOV-1992-07-17-0100", "LOV-1992-07-17-0100"),
        ("LOV-1992-12-04-126", "LOV-1992-12-04-126"),
        ("Riksarkivarens forskrift, 2017-2286", "Riksarkivarens forskrift"),
        ("Personopplysningsloven av 2000", "Personopplysningsloven av 2000"),
        ("Lov av 14. april 2000 nr. 31", "Lov av 14. april 2000 nr. 31"),
        ("Kommunehelsetjenestelovens § 1-3", "Kommunehelsetjenestelovens"),
        ("Sosialtjenesteloven fra 1991", "Sosialtjenesteloven fra 1991"),
        ("Barnehageloven (1995)", "Barnehageloven (1995)"),
    ],
)
def test_a_repealed_law_is_known_however_it_is_written(written: str, got: str, tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("lov"))
    assert told(form, tmp_path, date(2026, 11, 22), lov=written) == [("law-repealed", got)]


@pytest.mark.parametrize(
    "written",
    ["Opplæringslova § 9-1", "Opplæringslova § 15-9", "Helsepersonelloven § 25", "Barnevernsloven § 13-2", "Arkivlova",
     "LOV-1992-07-17-1001", "Barnehageloven § 22", "bvl. § 6-4", "Opplæringslova kapittel 12", "LOV-2021-06-18-97",
     "Personopplysningsloven", "Sosialtjenesteloven", "Lov om sosiale tjenester i arbeids- og velferdsforvaltningen",
     "Lov om psykisk helsevern", "Barnehageloven av 2005", "Straffeloven § 209", "Sykehuset"],
)  # fmt: skip
def test_a_law_in_force_is_not_told_of(written: str, tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("lov"))
    assert told(form, tmp_path, date(2026, 11, 22), lov=written) == []


@pytest.mark.parametrize(
    "word",
    ["spesialundervisningen", "spesialundervisninga", "barneverntjenestens", "Barneverntjenesten", "helsesøster", "Helsesøstra",
     "helsesyster", "fylkesnemnda", "Fylkesmannens", "fylkesmannen", "samtykkekompetent"],
)  # fmt: skip
def test_an_old_word_is_known_with_each_ending(word: str, tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("om", "longtext"))
    assert told(form, tmp_path, date(2026, 11, 22), om=f"Vi har {word} i år.") == [("word-outdated", word)]
    assert told(form, tmp_path, date(2026, 11, 22), om="Vi har barnevernstjenesten og helsesykepleier.") == []


def test_all_old_words_of_a_field_are_told_of_at_once(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("om", "longtext"))
    record = from_json(form, tmp_path, {"navn": "Kari", "om": "Spesialundervisningen og helsesøster."})[0].record
    (problem,) = RecordChecker(form, date(2026, 11, 22)).check(record).problems
    assert problem.text("nb").endswith(
        "«Om» har «Spesialundervisningen», «helsesøster», som loven ikke bruker lenger. "
        "Det heter individuelt tilrettelagt opplæring, helsesykepleier. [word-outdated]"
    )
