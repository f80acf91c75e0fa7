"""The first definition that is written of guesses: whole at once, with each guess marked."""

from datetime import date
from pathlib import Path

import pytest

from skjema.cli import main
from skjema.definition.columns import sheet_title
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form, Group
from skjema.draft.guess import Guess, GuessedAnswer, GuessedGroup, guess_type
from skjema.draft.write_draft import DraftForm, definition_text, guessed_groups, with_unique_names
from skjema.text_match import match_key

TODAY = date(2026, 11, 30)


def draft(*guesses: Guess, groups: dict[str, GuessedGroup] | None = None) -> DraftForm:
    return DraftForm(
        id="soknad", title="Søknad", file="soknad.pdf", language="nb", guesses=with_unique_names(guesses), groups=groups or {},
        papers={},
    )  # fmt: skip


def written(folder: Path, form: DraftForm) -> Form:
    """The form that is read of what is written of it."""
    place = folder / "templates" / form.id
    place.mkdir(parents=True)
    (place / "skjema.toml").write_text(definition_text(form, TODAY, "nb"), "utf-8")
    return load_form(place)


def test_every_line_of_a_first_definition() -> None:
    form = draft(
        Guess(id="Navn", type="name", label="Barnets navn:", required=True, place="side 1", reason="label", sources=("a.b",)),
        Guess(id="", type="longtext", label="Annet", lines=4, max_length=500, place="side 2", section="Mer"),
        Guess(
            id="vei", type="choice", label="Vei", section="Mer", reason="kind", sources=("vei",),
            answers=(GuessedAnswer("", "Tog", "1"), GuessedAnswer("", "Bil", "2")),
        ),
    )  # fmt: skip
    assert definition_text(form, TODAY, "nb").splitlines() == [
        "# Laget av soknad.pdf med skjema draft. Se over det som er merket GJETTET, og slett merket når det stemmer.",
        "schema = 1",
        "",
        "[form]",
        'id = "soknad"',
        'version = "2026-11-30"',
        'layout = "fixed"',
        'languages = ["nb"]',
        'title = { nb = "Søknad" }',
        'records = { nb = "Rader" }',
        "# GJETTET: det som skiller to rader fra hverandre.",
        'key = ["navn"]',
        "",
        "[[section]]",
        'id = "del"',
        "",
        "  # side 1",
        "  # GJETTET av ledeteksten: name.",
        "  [[section.field]]",
        '  id = "navn"',
        '  type = "name"',
        '  label = { nb = "Barnets navn" }',
        "  required = true",
        '  pdf = "a.b"',
        "",
        "[[section]]",
        'id = "mer"',
        'title = { nb = "Mer" }',
        "",
        "  # side 2 Plass til 500 tegn.",
        "  [[section.field]]",
        '  id = "annet"',
        '  type = "longtext"',
        '  label = { nb = "Annet" }',
        "  lines = 4",
        "",
        "  [[section.field]]",
        '  id = "vei"',
        '  type = "choice"',
        '  label = { nb = "Vei" }',
        '  pdf = "vei"',
        "  choices = [",
        '    { id = "tog", label = { nb = "Tog" }, pdf = "1" },',
        '    { id = "bil", label = { nb = "Bil" }, pdf = "2" },',
        "  ]",
    ]


def test_whatever_a_paper_calls_its_fields_is_a_sound_definition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels = [
        "Navn", "Navn", "navn:", "Ŋ", "", "{{ navn }}", "today", "***", "records", "a\x00b\x7f\u2028", "Del 1",
        'Sa "hei" \\ nei', "ord " * 100, "if", "vis", "Felt", "felt_2", "Rader",
    ]  # fmt: skip
    answers = tuple(GuessedAnswer("", label) for label in ("+", "-", "Ja", "ja", "", "Ja"))
    form = draft(
        *(Guess(id="", type="text", label=label, section="Del 1") for label in labels),
        Guess(id="valg", type="choice", label="Valg", section="Navn", answers=answers),
        Guess(id="underskrift", type="signature", label="Underskrift", recipient=True),
    )
    read = written(tmp_path, form)
    assert len(read.fields) == len(labels) + 2
    assert len({choice.id for choice in read.fields["valg"].choices}) == len(answers)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["lint", "soknad"])
    assert ended.value.code == 0


def test_columns_lie_in_their_group(tmp_path: Path) -> None:
    group = GuessedGroup(id="foresatte", label="Foresatt", rows=2)
    form = draft(
        Guess(id="barn", type="name", label="Barnets navn"),
        Guess(id="navn", type="name", label="Navn", group="foresatte", sources=("n1", "n2")),
        Guess(id="telefon", type="phone", label="Telefon", group="foresatte", sources=("Tlf{n}",)),
        groups={"foresatte": group},
    )
    read = written(tmp_path, form)
    foresatte = read.groups["foresatte"]
    assert isinstance(foresatte, Group)
    assert (foresatte.max, [field.pdf for field in foresatte.field]) == (2, [("n1", "n2"), "Tlf{n}"])


def test_a_group_is_called_as_no_other_sheet_of_the_workbook_is() -> None:
    names = ["", "rader", "Rader", "Felles", "Veiledning", "Tiltak i barnehagen og i skolen, første år",
             "Tiltak i barnehagen og i skolen, andre år", "foresatte"]  # fmt: skip
    groups = guessed_groups(names, [0] * len(names))
    called = [{match_key(one.id), match_key(sheet_title(one.label))} for one in groups]
    others = {match_key(one) for one in ("Rader", "Felles", "Veiledning", "Rows")}
    assert all(not one & others for one in called)
    assert sum(map(len, called)) == len(set().union(*called))
    assert (groups[-1].id, groups[-1].label) == ("foresatte", "Foresatte")


def test_the_key_is_a_name_else_a_text_else_whatever_the_office_writes() -> None:
    name, text, tick = (
        Guess(id=kind, type=kind, label=kind, recipient=kind == "longtext") for kind in ("name", "text", "yes_no")
    )
    keys = [
        next(line for line in definition_text(draft(*guesses), TODAY, "en").splitlines() if line.startswith("key"))
        for guesses in ((tick, text, name), (tick, text), (tick,))
    ]
    assert keys == ['key = ["name"]', 'key = ["text"]', 'key = ["yes_no"]']


@pytest.mark.parametrize(
    ("labels", "group"),
    [
        (["Jeg,", "Jeg, (2)", "Jeg"], "jeg"),
        (["Barn", "barn_2", "BARN 2"], "Barn"),
        (["a_b", "ab", "a b", "a__b"], "a-b"),
        (["Søsken (2)", "Søsken", "Søsken 2"], "Søsken"),
        (["Sosken 2", "Søsken2"], "Søsken"),
    ],
)
def test_no_field_is_called_as_another_or_as_a_group_is(tmp_path: Path, labels: list[str], group: str) -> None:
    groups = guessed_groups([group, group], [0, 0])
    columns = [Guess(id="", type="text", label=label, group=one.id) for one in groups for label in [*labels, group]]
    guesses = with_unique_names([*(Guess(id="", type="text", label=label) for label in labels), *columns], groups)
    form = DraftForm(
        id="soknad", title="Søknad", file="soknad.pdf", language="nb", guesses=guesses, papers={},
        groups={one.id: one for one in groups},
    )  # fmt: skip
    read = written(tmp_path, form)
    assert len(read.fields) == len(labels)
    assert [len(one.field) for one in read.groups.values()] == [len(labels) + 1] * 2


def test_no_field_is_called_as_a_column_of_a_few_rows_or_of_an_answer(tmp_path: Path) -> None:
    groups = guessed_groups(["foresatt"], [2])
    guesses = with_unique_names(
        [
            Guess(id="a", type="text", label="Foresatt 1 navn"),
            Guess(id="b", type="text", label="Tema: Helse"),
            Guess(
                id="c", type="choices", label="Tema", answers=(GuessedAnswer("", "Helse"), GuessedAnswer("", "Skole"))
            ),
            Guess(id="d", type="name", label="Navn", group=groups[0].id),
        ],
        groups,
    )
    form = DraftForm(
        id="soknad", title="Søknad", file="soknad.pdf", language="nb", guesses=guesses, papers={},
        groups={one.id: one for one in groups},
    )  # fmt: skip
    assert len(written(tmp_path, form).all_fields) == len(guesses)


@pytest.mark.parametrize(
    ("labels", "key"),
    [
        (("Navn: Foresatt 1", "Barnets fornavn og etternavn"), "barnets_fornavn_og_etternavn"),
        (("Mors navn", "Elevens navn"), "elevens_navn"),
        (("Foresattes navn", "Fornavn", "Etternavn"), "fornavn, etternavn"),
        (("Foresattes navn", "Telefon"), "foresattes_navn"),
        (("For- og etternavn", "Skole"), "for_og_etternavn"),
        (("Etternavn, fornavn", "Skole"), "etternavn_fornavn"),
        (("Skolens navn", "Klasse"), "skolens_navn"),
        (("Fornavn", "Etternavn", "Navn på fastlege"), "fornavn, etternavn"),
    ],
)
def test_the_key_is_of_whom_the_form_is_about(labels: tuple[str, ...], key: str) -> None:
    guesses = [Guess(id=one, label=one, type=guess_type(one).type) for one in labels]
    lines = definition_text(draft(*guesses), TODAY, "nb").splitlines()
    wanted = ", ".join(f'"{one}"' for one in key.split(", "))
    assert next(line for line in lines if line.startswith("key")) == f"key = [{wanted}]"
