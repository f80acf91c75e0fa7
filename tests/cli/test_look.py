"""Commands that only look: list, show, schema, lint, and help in three languages."""

import json
import re
from pathlib import Path

import pytest

from skjema import __version__
from skjema.cli.app import COMMANDS
from skjema.wording import MessageLanguage
from skjema.wording.help import help_text
from tests.cli.running import skjema
from tests.drawing import HEAD, SAMPLES, TEMPLATES, field, write_form
from tests.sample_files import FORMS


def listed(lines: list[str]) -> dict[str, str]:
    """Title of each form of a list, by its id."""
    forms = [line.split(maxsplit=1) for line in lines if re.match(r"  \S", line)]
    return {one[0]: one[1] for one in forms}


def test_list_shows_every_form_under_its_family() -> None:
    lines = skjema("list").lines
    forms = listed(lines)
    assert sorted(forms) == FORMS
    assert forms["samtykke-samarbeid"] == "Samtykke til tverrfaglig samarbeid (nb, nn, en)"
    assert forms["virksomhetsplan"] == "Virksomhetsplan (nb, nn)"
    families = [line for line in lines if not line.startswith(" ")]
    assert families[:4] == ["Samtykker", "Henvisninger", "Planer", "Møter"]
    assert "Andre skjemaer" not in families
    assert any(line.strip() == "Innkalling til møte, ett brev til hver deltaker." for line in lines)
    assert listed(skjema("list", "--lang", "nn").lines)["samtykke-overgang"].startswith("Løyve til å gje")


def test_list_as_data() -> None:
    found = json.loads(skjema("list", "--json").out)
    assert [one["id"] for one in found] == FORMS
    plan = next(one for one in found if one["id"] == "virksomhetsplan")
    assert plan["layout"] == "flowing"
    assert plan["languages"] == ["nb", "nn"]


def test_ones_own_forms_come_first_and_hide_bundled_ones(folder: Path) -> None:
    own = write_form(folder, '[[section]]\nid = "del"\n' + field("navn"))
    own.rename(own.parent / "samtykke-overgang")
    text = (
        (own.parent / "samtykke-overgang" / "skjema.toml").read_text("utf-8").replace('"prove"', '"samtykke-overgang"')
    )
    (own.parent / "samtykke-overgang" / "skjema.toml").write_text(text, "utf-8")
    forms = listed(skjema("list").lines)
    assert forms["samtykke-overgang"] == "Prøve (nb)"
    assert len(forms) == len(FORMS)


def test_show_says_who_fills_in_what() -> None:
    found = skjema("show", "samtykke-overgang")
    assert found.code == 0
    assert found.lines[0].startswith("Tillatelse til å gi opplysninger fra barnehage til skole (samtykke-overgang ")
    for heading in ("Fylles ut av kontoret", "Likt for alle rader", "Fylles ut av mottakeren", "Regler"):
        assert heading in found.lines
    assert "  barn_navn                   name               Barnets navn (må fylles ut)" in found.lines


def test_show_as_data() -> None:
    found = json.loads(skjema("show", "samtykke-overgang", "--json").out)
    fields = {one["name"]: one for one in found["fields"]}
    assert fields["barn_navn"]["required"] is True
    assert fields["foresatte[].rolle"]["choices"][0] == "mor"
    assert fields["samtykke"]["filled_by"] == "recipient"
    assert [rule["id"] for rule in found["rules"]]


def test_a_form_that_does_not_exist_is_a_usage_error_with_a_hint() -> None:
    found = skjema("show", "samtykke-overgong")
    assert (found.code, found.out) == (2, "")
    assert (
        found.said
        == "Skjemaet «samtykke-overgong» finnes ikke. Mente du samtykke-overgang? Se «skjema list». [form-unknown]\n"
    )


@pytest.mark.parametrize("file", ["skjema", "kommune"])
def test_schema_is_a_json_schema(file: str) -> None:
    found = json.loads(skjema("schema", file).out)
    assert found["$schema"].startswith("https://json-schema.org/")
    assert found["additionalProperties"] is False


@pytest.mark.parametrize("form_id", ["moteinnkalling"])
def test_lint_of_a_sound_form(form_id: str) -> None:
    """A letter: .ci/run looks at all."""
    found = skjema("lint", form_id, "--kommune", SAMPLES / "kommune.toml")
    assert (found.code, found.out, found.said) == (0, "", "Skjemaer i orden: 1.\n")


def test_lint_tells_every_fault_with_its_line(folder: Path) -> None:
    write_form(folder, '[[section]]\nid = "del"\n' + field("navn", required='"alder > 3"') + field("sted", "tekst"))
    found = skjema("lint", "prove")
    assert found.code == 5
    assert [line.split(": ", 2)[1] for line in found.lines] == ["linje 16", "linje 20"]
    assert skjema("show", "prove").code == 5


def test_a_profile_of_the_wrong_shape_is_told(folder: Path) -> None:
    (folder / "kommune.toml").write_text('schema = 1\n[values]\nkomune_navn = "X"\n', "utf-8")
    found = skjema("show", "samtykke-overgang")
    assert found.code == 5
    assert "kommune.toml: linje 3" in found.said
    assert skjema("show", "samtykke-overgang", "--kommune", "borte.toml").code == 6


@pytest.mark.parametrize("command", [None, *COMMANDS])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_help_is_in_the_clerks_language(command: str | None, language: MessageLanguage) -> None:
    found = skjema(*([command] if command else []), "--help", "--lang", language)
    assert found.code == 0
    words = {"nb": ("Bruk:", "Valg"), "nn": ("Bruk:", "Val"), "en": ("Usage:", "Options")}[language]
    assert found.out.startswith(words[0])
    assert f"\n{words[1]}:\n" in found.out
    assert max(map(len, found.lines)) <= 80
    assert help_text(command or "skjema", language) in " ".join(found.out.split())


def test_language_from_the_environment_and_from_the_municipality(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("SKJEMA_LANG", "en")
    assert skjema("--help").out.startswith("Usage:")
    assert any(line.endswith("til skule (nb, nn, en)") for line in skjema("list", "--lang", "nn").lines)
    monkeypatch.delenv("SKJEMA_LANG")
    (folder / "kommune.toml").write_text('schema = 1\nlanguage = "nn"\n', "utf-8")
    assert "Må fyllast ut" in skjema("show", "samtykke-overgang").out.replace("må", "Må")


def test_version() -> None:
    assert skjema("--version").out == f"{__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["fil"], "Kommandoen «fil» finnes ikke. Det finnes: list, show, sheet, check, fill, pack, collect, scan, status, remind, archive, erase, convert, draft, build, lint, schema. Se «skjema --help»."),
        (["list", "--jsn"], "Valget --jsn finnes ikke. Se «skjema list --help»."),
        (["show"], "SKJEMA mangler i kommandoen. Se «skjema show --help»."),
        (["check", "samtykke-overgang"], "DATA... mangler i kommandoen. Se «skjema check --help»."),
        (["fill", "x", "y", "--format", "odt"], "--format har en verdi som ikke kan brukes. Velg en av: docx, pdf, ics. Se «skjema fill --help»."),
        (["list", "x"], "Kommandoen har mer enn den kan bruke. Navn med mellomrom skal stå i anførselstegn. Se «skjema list --help»."),
        (["fill", "x", "y", "--workers", "0"], "--workers har en verdi som ikke kan brukes. Skriv et tall fra 1 til 64. Se «skjema fill --help»."),
        (["fill", "x", "y", "-o"], "Valget -o skal ha en verdi etter seg. Se «skjema fill --help»."),
        (["fill", "x", "y", "--date", "i dag"], "--date har en verdi som ikke kan brukes. Skriv en dag som 15.01.2027 eller 2027-01-15. Se «skjema fill --help»."),
        (["fill", "x", "y", "--rows", "0"], "--rows har en verdi som ikke kan brukes. Skriv numre og områder, for eksempel 1-3,7. Se «skjema fill --help»."),
        (["fill", "x", "y", "--rows", "3-1"], "--rows har en verdi som ikke kan brukes. Skriv numre og områder, for eksempel 1-3,7. Se «skjema fill --help»."),
    ],
)  # fmt: skip
def test_a_command_that_is_wrong_says_how_it_should_be(arguments: list[str], said: str) -> None:
    found = skjema(*arguments)
    assert (found.code, found.out) == (2, "")
    assert found.said.replace("'", "") == f"{said}\n"


def test_every_bundled_form_is_shown() -> None:
    for path in TEMPLATES.glob("*/skjema.toml"):
        assert skjema("show", path.parent.name).code == 0


def test_the_municipality_decides_the_language_of_help_and_of_what_is_not_understood(folder: Path) -> None:
    (folder / "kommune.toml").write_text('language = "nn"', "utf-8")
    assert "Skriv eit tal frå 1 til 64" in skjema("fill", "--workers", "x").said
    assert skjema("pak").said == skjema("--lang", "nn", "pak").said
    assert skjema("pack", "x", "y", "-o", "z").said == skjema("--lang", "nn", "pack", "x", "y", "-o", "z").said
    for arguments in ((), ("--help",)):
        assert "Bruk: skjema [VAL]" in skjema(*arguments).out + skjema(*arguments).said
    assert skjema("pack", "--sort").said == "Valet --sort skal ha ein verdi etter seg. Sjå «skjema pack --help».\n"
    assert skjema("--lang", "en", "pack", "--sort").said.endswith("See 'skjema pack --help'.\n")
    (folder / "kommune.toml").write_text("language = [", "utf-8")
    assert skjema("--help").out.startswith("Bruk: skjema [VALG]")


def test_a_title_steers_no_terminal(folder: Path) -> None:
    head = HEAD.replace('nb = "Prøve"', 'nb = "Pr\\u001b[31møve"')
    write_form(folder, '[[section]]\nid = "del"\n' + field("navn", label='{ nb = "Na\\u001b[2Jvn" }'), head)
    assert listed(skjema("list").lines)["prove"] == "Pr\\x1b[31møve (nb)"
    assert "\x1b" not in skjema("show", "prove").out
