"""All faults of a definition at once, each with its line and a remedy."""

from pathlib import Path

import pytest

from skjema.definition.catalogue import bundled_folder, list_forms
from skjema.definition.form_cache import load_form
from skjema.errors import DefinitionError
from skjema.fieldtypes import TYPES
from tests.cli.running import skjema
from tests.drawing import HEAD, SAMPLES, field, form_of, lines, png, write_form


def faults(folder: Path, body: str, head: str = HEAD) -> list[str]:
    with pytest.raises(DefinitionError) as caught:
        load_form(write_form(folder, body, head))
    return lines(caught.value.problems)


def test_every_fault_is_reported_with_its_line(tmp_path: Path) -> None:
    body = """\
[[section]]
id = "barnet"
titel = { nb = "Barnet" }

[[section.field]]
id = "navn"
type = "tekst"
label = { nb = "Navn" }

[[section.field]]
id = "fodt"
type = "date"
label = { nn = "Fødd" }
required = "alder > 3"
constraint = "fodt <= today"

[[section.field]]
id = "fodt"
type = "choice"
label = { nb = "Igjen" }
width = 13
"""
    types = ", ".join(map(repr, TYPES))
    assert faults(tmp_path, body) == [
        "prove/skjema.toml: linje 13: Nøkkelen «titel» finnes ikke her. Mente du «title»? [key-unknown]",
        f"prove/skjema.toml: linje 17: «type» skal være en av: {types}. [key-value]",
        "prove/skjema.toml: linje 23: «label» mangler tekst på nb. Skjemaet skal finnes på alle språkene det oppgir. "
        "[text-missing]",
        "prove/skjema.toml: linje 24: «alder» er ikke navnet på noe felt her. Mente du fodt, navn, today? [name-unknown]",
        "prove/skjema.toml: linje 25: constraint og message hører sammen; den ene mangler. [constraint-message]",
        "prove/skjema.toml: linje 31: «width» skal være en av: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12. [key-value]",
    ]


def test_faults_of_meaning_have_places_and_hints(tmp_path: Path) -> None:
    body = '[[section]]\nid = "del"\n' + "".join(
        [
            field("navn"),
            field("fodt", "date", required='"nvan == 1"', constraint='"fodt <= today"'),
            field("kjonn", "choice"),
            field("svar", "choice", choices='[{ id = "ja", label = { nb = "Ja" } }]'),
            field("grunn", relevant="\"svar == 'jaa'\"", lines="3"),
            field("uttrykk", relevant='"len(navn) > 1"'),
            field("syntaks", relevant='"navn =="'),
            field("today"),
        ]
    )
    assert faults(tmp_path, body) == [
        "prove/skjema.toml: linje 20: «nvan» er ikke navnet på noe felt her. Mente du «navn»? [name-unknown]",
        "prove/skjema.toml: linje 21: constraint og message hører sammen; den ene mangler. [constraint-message]",
        "prove/skjema.toml: linje 23: Et felt av denne typen må ha choices. [choices-needed]",
        "prove/skjema.toml: linje 35: «svar» har ikke svaret «jaa». Mente du «ja»? [literal-unknown]",
        "prove/skjema.toml: linje 36: lines er høyden av en longtext, og minst 1. [lines-misplaced]",
        "prove/skjema.toml: linje 41: Funksjonen «len» finnes ikke. Det finnes: age, months, year, count, same_birth, length, workday, weekday, in_order, lower, school_year, school_year_end, mentions, identifies, identifies_person, dated, names, names_person, names_diagnosis, date, written, lines, lives_with_protected. "
        "[expression-function]",
        "prove/skjema.toml: linje 46: «navn ==» er ikke et uttrykk. [expression-syntax]",
        "prove/skjema.toml: linje 49: «today» kan ikke være en id. Bruk små bokstaver a-z, sifre og understrek, og ikke et "
        "ord som har en fast betydning. [id-form]",
    ]


def test_toml_refuses_what_yaml_would_misread(tmp_path: Path) -> None:
    assert faults(tmp_path, "postnr = 0150\n") == [
        "prove/skjema.toml: linje 11: Filen kan ikke leses her. Det skal stå navn = verdi, med tekst og nummer i anførselstegn. [toml-syntax]"
    ]


def test_a_form_without_its_top_says_what_is_missing(tmp_path: Path) -> None:
    assert faults(tmp_path, "", head="schema = 2\n") == [
        "prove/skjema.toml: linje 1: schema er 2, men denne utgaven av skjema leser bare 1. [schema-version]",
        "prove/skjema.toml: linje 1: Nøkkelen «form» mangler. [key-missing]",
        "prove/skjema.toml: linje 1: Nøkkelen «section» mangler. [key-missing]",
    ]


def test_the_folder_and_the_version_are_checked(tmp_path: Path) -> None:
    head = HEAD.replace('"prove"', '"Prøve"').replace("2026-11-22", "i dag")
    assert faults(tmp_path, '[[section]]\nid = "del"\n' + field("navn"), head) == [
        "prove/skjema.toml: linje 4: id er «Prøve», men mappen heter «prove». De skal være like, med små bokstaver a-z, "
        "sifre og bindestrek. [form-id]",
        "prove/skjema.toml: linje 5: version er «i dag», men skal være en dato som 2026-11-21. [form-version]",
    ]


def test_a_text_missing_in_a_language_is_named(tmp_path: Path) -> None:
    head = HEAD.replace('["nb"]', '["nb", "nn"]')
    found = faults(tmp_path, '[[section]]\nid = "del"\n' + field("navn"), head)
    assert found == [
        "prove/skjema.toml: linje 8: «title» mangler tekst på nn. Skjemaet skal finnes på alle språkene det oppgir. "
        "[text-missing]",
        "prove/skjema.toml: linje 9: «records» mangler tekst på nn. Skjemaet skal finnes på alle språkene det oppgir. "
        "[text-missing]",
        "prove/skjema.toml: linje 16: «label» mangler tekst på nn. Skjemaet skal finnes på alle språkene det oppgir. "
        "[text-missing]",
    ]


def test_two_fields_with_one_heading_are_refused(tmp_path: Path) -> None:
    label = '{ nb = "Navn" }'
    found = faults(tmp_path, '[[section]]\nid = "del"\n' + field("navn") + field("nok_et", label=label))
    assert found == [
        "prove/skjema.toml: linje 20: Ledeteksten «Navn» er den samme som for «navn». To kolonner kan ikke ha samme "
        "overskrift. [label-twice]"
    ]


def test_braces_in_notes_and_labels_are_checked(tmp_path: Path) -> None:
    note = '[[section.field]]\nid = "tekst"\ntype = "note"\ntext = { nb = "Hei {{ nvan }} og {{ navn | upper }}" }\n'
    found = faults(tmp_path, '[[section]]\nid = "del"\n' + field("navn") + note)
    assert found == [
        "prove/skjema.toml: linje 20: «{{» i teksten er ikke et flettefelt. Skriv to krøllparenteser om navnet på et felt,"
        " eller om in_words(navn), weekday(navn) eller lower(navn). [placeholder-form]"
    ]


def test_a_block_is_put_in_and_may_leave_fields_out(tmp_path: Path) -> None:
    blocks = tmp_path / "templates" / "_blocks"
    blocks.mkdir(parents=True)
    (blocks / "barn.toml").write_text(
        "schema = 1\n" + (field("fornavn") + field("alder")).replace("section.", ""), "utf-8"
    )
    form = form_of(tmp_path, field("navn"), '[[section.field]]\nuse = "barn"\nwithout = ["alder"]\n')
    assert list(form.fields) == ["navn", "fornavn"]
    with pytest.raises(DefinitionError) as caught:
        form_of(
            tmp_path,
            field("navn"),
            '[[section.field]]\nuse = "brn"\n[[section.field]]\nuse = "barn"\nwithout = ["aldr"]\n',
        )
    assert lines(caught.value.problems) == [
        "prove/skjema.toml: linje 18: Blokken «brn» finnes ikke. Mente du «barn»? [block-unknown]",
        "prove/skjema.toml: linje 21: «aldr» er ikke navnet på noe felt her. Mente du «alder»? [name-unknown]",
    ]


def test_a_condition_on_a_block_holds_for_all_of_it(tmp_path: Path) -> None:
    blocks = tmp_path / "templates" / "_blocks"
    blocks.mkdir(parents=True)
    inner = field("alder", "integer") + field("skole", relevant='"alder > 5"')
    (blocks / "barn.toml").write_text("schema = 1\n" + inner.replace("section.", ""), "utf-8")
    form = form_of(tmp_path, field("navn"), '[[section.field]]\nuse = "barn"\nrelevant = "navn != \'x\'"\n')
    assert [one.relevant for one in form.fields.values()] == [True, "navn != 'x'", "(navn != 'x') and (alder > 5)"]


def test_kommune_toml_gives_settings_rows_and_values(tmp_path: Path) -> None:
    group = (
        '[[section.field]]\nid = "tjenester"\ntype = "group"\nlabel = { nb = "Tjeneste" }\n'
        'row = [{ id = "skole", label = { nb = "Skole" } }]\n'
        '[[section.field.field]]\nid = "kryss"\ntype = "yes_no"\nlabel = { nb = "Kryss" }\n'
    )
    setting = '[[setting]]\nid = "alder"\ndefault = 15\nlabel = { nb = "Alder" }\n'
    kommune = (
        'schema = 1\n[values]\nnavn = "Kari"\nby = "Bodø"\nland = " "\n[settings]\nalder = 16\n'
        '[[rows.tjenester]]\nid = "nav"\nlabel = { nb = "Nav" }\n'
    )
    form = form_of(tmp_path, field("navn"), field("by"), group, more=setting, kommune=kommune)
    assert form.settings == {"alder": 16}
    assert [row.id for row in form.groups["tjenester"].row] == ["nav"]
    assert form.common == {"by": "Bodø"}, "what tells rows apart, and what is blank, is nobody's to give"


def test_kommune_toml_may_speak_several_languages(tmp_path: Path) -> None:
    kommune = '[values]\nby = { nb = "Bodø", en = "Bodo" }\nland = { en = " " }\nfylke = {}\nsted = { nn = "Fauske" }\n'
    form = form_of(tmp_path, *map(field, ("navn", "by", "land", "fylke", "sted")), kommune=kommune)
    assert form.common == {"by": "Bodø", "sted": "Fauske"}
    assert form.with_common_values("en").common == {"by": "Bodo", "sted": "Fauske"}


def test_rows_of_a_municipality_need_not_be_in_every_language_of_the_form(tmp_path: Path) -> None:
    kommune = tmp_path / "kommune.toml"
    kommune.write_text('[[rows.tjenester]]\nid = "nav"\nlabel = { nn = "NAV-kontoret" }\n', "utf-8")
    form = load_form(bundled_folder() / "samtykke-samarbeid", kommune)
    assert [row.label for row in form.groups["tjenester"].row] == [{"nn": "NAV-kontoret"}]


def test_rows_of_a_municipality_are_for_groups_of_fixed_rows_alone(tmp_path: Path) -> None:
    kommune = tmp_path / "kommune.toml"
    kommune.write_text('[[rows.tjenester]]\nid = "nav"\nlabel = { nb = "NAV" }\n', "utf-8")
    plan = load_form(bundled_folder() / "virksomhetsplan", kommune)  # which has services of another kind
    assert plan.groups["tjenester"].row == ()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("[values]\nnavn = [1]", "linje 2: «navn» har feil form: det skal være tekst i anførselstegn. [key-type]"),
        ("[values]\nby = { nb = 1 }", "linje 2: «nb» har feil form: det skal være tekst i anførselstegn. [key-type]"),
        ("[values]\ndate = [1]", "linje 2: «date» har feil form: det skal være tekst i anførselstegn. [key-type]"),
        (
            "[values]\nby = { no = 'a' }",
            "linje 2: «no» er ingen språkkode for et skjema. Skriv nb, nn, en, eller koden i ISO 639, som se, pl eller uk. [language-code]",
        ),
        ("[[rows.a]]\nid = 'b'", "linje 1: Nøkkelen «label» mangler. [key-missing]"),
        (
            "[[rows.a]]\nid = 'b'\nlabel = {}",
            "linje 3: «label» har ingen tekst. Skriv den på minst ett av språkene nb, nn og en. [text-empty]",
        ),
        (
            "rows.a = [{ id = 'b', label = { nb = 'B' } }, { id = 'b', label = { nb = 'C' } }]",
            "linje 1: «b» er brukt to ganger. Gi hver sin id. [id-twice]",
        ),
    ],
)
def test_a_fault_of_kommune_toml_is_reported_once(tmp_path: Path, given: str, said: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        form_of(tmp_path, field("navn"), field("by"), kommune=given)
    assert [one.text("nb").partition("kommune.toml: ")[2] for one in caught.value.problems] == [said]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('by = "To"', "key-twice"), ("[values]", "key-twice"), ("tar_imot = ja", "toml-truth"),
        ("tar_imot = True # noe", "toml-truth"), ("sted = “Oppvekst”", "toml-quotes"), ("sted = «Bodø»", "toml-quotes"),
        ("sted = 0150", "toml-syntax"), ("sted = Bodø", "toml-syntax"), ("sted", "toml-syntax"), ('sted = "C:\\Users"', "toml-syntax"),
    ],
)  # fmt: skip
def test_what_people_often_write_in_kommune_toml_is_told_by_its_cause(tmp_path: Path, line: str, code: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        form_of(tmp_path, field("navn"), field("by"), kommune=f'schema = 1\n[values]\nby = "En"\n{line}\n')
    assert [(one.code, one.place and one.place.row) for one in caught.value.problems] == [(code, 4)]


@pytest.mark.parametrize("given", ['"femten"', "true"])
def test_a_setting_keeps_its_kind(tmp_path: Path, given: str) -> None:
    setting = '[[setting]]\nid = "alder"\ndefault = 15\nlabel = { nb = "Alder" }\n'
    with pytest.raises(DefinitionError) as caught:
        form_of(tmp_path, field("navn"), more=setting, kommune=f"[settings]\nalder = {given}\n")
    assert [problem.code for problem in caught.value.problems] == ["setting-type"]


def test_what_is_nested_without_end_is_no_toml(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError) as caught:
        form_of(tmp_path, field("navn"), kommune=f"a = {'[' * 5000}")
    assert [problem.code for problem in caught.value.problems] == ["toml-syntax"]


def test_texts_hold_what_can_be_printed(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError) as caught:
        form_of(tmp_path, field("navn", label='{ nb = "Na\\u0007vn" }'))
    assert [problem.code for problem in caught.value.problems] == ["text-control"]


def test_a_name_that_is_nearly_right_in_kommune_toml_is_a_fault(tmp_path: Path) -> None:
    kommune = '[values]\nenhet_nvn = "x"\nnoe_helt_annet = "y"\n'
    with pytest.raises(DefinitionError) as caught:
        form_of(tmp_path, field("navn"), field("enhet_navn"), kommune=kommune)
    assert [problem.code for problem in caught.value.problems] == ["name-unknown"]
    assert "linje 2: «enhet_nvn»" in caught.value.problems[0].text("nb")


def test_a_logo_must_be_a_small_png(tmp_path: Path) -> None:
    (tmp_path / "logo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "brutt.png").write_bytes((SAMPLES / "logo.png").read_bytes()[:-1])
    (tmp_path / "tom.png").write_bytes(png(pixels=0))
    for name in ("logo.jpg", "brutt.png", "tom.png"):
        with pytest.raises(DefinitionError) as caught:
            form_of(tmp_path, field("navn"), kommune=f'logo = "{name}"\n')
        assert caught.value.problems[0].code == "logo-not-png"
    for large in (png(300_000), png(pixels=40_000)):
        (tmp_path / "logo.png").write_bytes(large)
        with pytest.raises(DefinitionError) as caught:
            form_of(tmp_path, field("navn"), kommune='logo = "logo.png"\n')
        assert caught.value.problems[0].code == "logo-large"
    with pytest.raises(DefinitionError) as caught:
        form_of(tmp_path, field("navn"), kommune='logo = "borte.png"\n')
    assert caught.value.problems[0].code == "logo-missing"


def test_the_digest_follows_the_definition_and_not_the_municipality(tmp_path: Path) -> None:
    first = form_of(tmp_path, field("navn"))
    assert form_of(tmp_path, field("navn"), kommune='[values]\nnavn = "x"\n').digest == first.digest
    assert form_of(tmp_path, field("navn", width="6")).digest != first.digest


def test_yes_or_no_is_not_compared_with_words(tmp_path: Path) -> None:
    body = (
        '[[section]]\nid = "del"\n'
        + field("navn")
        + field("medisin", "yes_no")
        + field("hvilken", relevant="\"medisin == 'ja'\"")
    )
    assert [one.rsplit(": ", 1)[1] for one in faults(tmp_path, body)] == [
        "«medisin» er ja eller nei, og aldri lik «ja». Skriv bare medisin, eller not medisin. [literal-yes-no]"
    ]


ANSWERS = '[{{ id = "under", label = {{ nb = "{}" }} }}, {{ id = "over", label = {{ nb = "{}" }} }}]'
COLUMNS = (
    '[[section.field]]\nid = "linjer"\ntype = "group"\nlabel = { nb = "Rad" }\n'
    '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\nrelevant = "count(linjer.hva, hva) == 1"\n'
)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (field("alder", "choice", choices=ANSWERS.format("< 5 år", "> 5 år")), "choices-alike"),
        (field("alder", "choice", choices=ANSWERS.format("Ja", "over")), ""),
        (field("alder", "choice", choices=ANSWERS.format("+", "-")), "choice-unnamed"),
        (field("nummer"), "id-form"),
        (field("bred_logo"), "id-form"),
        (field("pass"), "id-form"),
        (field("del"), "id-form"),
        ('[[section]]\nid = "navn"\n' + field("by"), "id-twice"),
        (field("a", label='{ nb = "Tlf. mor" }') + field("b", label='{ nb = "Tlf mor" }'), "label-twice"),
        (COLUMNS, ""),
    ],
)
def test_what_could_be_confused_later_is_a_fault_of_the_definition(tmp_path: Path, body: str, code: str) -> None:
    found = []
    try:
        load_form(write_form(tmp_path, '[[section]]\nid = "forste"\n' + field("navn") + body))
    except DefinitionError as error:
        found = [one.code for one in error.problems]
    assert set(found) == ({code} if code else set())


@pytest.mark.parametrize("version", ["2026-13-45", "2026-02-30", "i går"])
def test_a_version_is_a_day(tmp_path: Path, version: str) -> None:
    (fault,) = faults(tmp_path, '[[section]]\nid = "forste"\n' + field("navn"), HEAD.replace("2026-11-22", version))
    assert fault.endswith("[form-version]")


@pytest.mark.parametrize(
    "head",
    [
        '[form]\ntitle = "Hei"',
        "[[form]]",
        "form = 1",
        "[form]\nlanguages = 1",
        "[form]\ntitle = { nb = 1, xx = 'a' }\nlanguages = [1]",
        "a = [",
        "\0",
    ],
)
def test_the_catalogue_lists_what_it_cannot_read(tmp_path: Path, head: str) -> None:
    (tmp_path / "rar").mkdir()
    (tmp_path / "rar" / "skjema.toml").write_text(head, "utf-8")
    assert "rar" in [one.id for one in list_forms(tmp_path)]
    assert "rar" in skjema("list", "--templates", tmp_path).out


@pytest.mark.parametrize("name", ["signatur", "rekker"])
def test_a_sentence_names_no_rows(tmp_path: Path, name: str) -> None:
    body = '[[section.field]]\nid = "rekker"\ntype = "group"\nlabel = { nb = "Rekke" }\n' + field("a").replace(
        "[[section.field]]", "[[section.field.field]]"
    )
    note = f'[[section.field]]\nid = "tekst"\ntype = "note"\ntext = {{ nb = "Om {{{{ {name} }}}}." }}\n'
    sign = field("signatur", "signature", filled_by='"recipient"')
    (fault,) = faults(tmp_path, '[[section]]\nid = "forste"\n' + field("navn") + sign + body + note)
    assert f"«{name}» er ikke navnet på noe felt her" in fault
