"""Every fault that a definition or a profile may have, each provoked by a small text and reported in exactly these words."""

import ast
from pathlib import Path
from typing import NamedTuple

import pytest

from skjema.definition.form_cache import load_form
from skjema.errors import SkjemaError
from skjema.wording.problems_definition import DEFINITION
from tests.drawing import HEAD, field, lines, png, write_form

SOURCE = Path(__file__).parent.parent.parent / "src" / "skjema" / "definition"
READERS = (
    "answer_lists", "check_definition", "check_expressions", "check_fields", "check_profile", "check_texts", "definition_files",
    "form_reader", "laws", "placeholders", "origins", "rule_book", "shared_names", "toml_file",
)  # fmt: skip
SECTION = '[[section]]\nid = "del"\n'
NAME = field("navn")
GROUP = '[[section.field]]\nid = "gr"\ntype = "group"\nlabel = { nb = "Gruppe" }\n'
COLUMN = '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\n'
INNER = COLUMN.replace('"hva"', '"indre"').replace('"text"', '"group"').replace('"Hva"', '"Indre"')
INNER_COLUMN = COLUMN.replace("field.field", "field.field.field").replace('"hva"', '"x"').replace('"Hva"', '"X"')
DEEPER = INNER_COLUMN.replace('"x"', '"y"').replace('"X"', '"Y"').replace('"text"', '"group"')
ROWS = 'row = [{ id = "x", label = { nb = "X" } }]\n'
YES = '[{ id = "ja", label = { nb = "Ja" } }]'
RULE = '[[rule]]\nid = "r-en"\ntest = "navn == \'a\'"\nmessage = { nb = "Nei" }\n'
SETTING = '[[setting]]\nid = "grense"\ndefault = 15\nlabel = { nb = "Grense" }\n'


class Fault(NamedTuple):
    """A definition with one fault: what stands below its head, and what is reported of it, without the name of the definition."""

    body: str
    said: str
    head: str = HEAD
    kommune: str = ""


LETTER = HEAD.replace('layout = "fixed"', 'layout = "letter"') + (
    '[form.letter]\naddress = { nb = "{{ navn }}" }\nclosing = { nb = "Hilsen" }\n'
)


def head(before: str, after: str) -> str:
    """The head of a definition with something else in it."""
    assert before in HEAD
    return HEAD.replace(before, after)


def note(text: str) -> str:
    return f'[[section.field]]\nid = "merk"\ntype = "note"\ntext = {{ nb = "{text}" }}\n'


FAULTS = {
    "a language that is none": Fault(
        '[[section]]\nid = "del"\n' + NAME + field("b", label='{ nb = "B", no = "B" }'),
        "linje 20: «no» er ingen språkkode for et skjema. Skriv nb, nn, en, eller koden i ISO 639, som se, pl eller uk. "
        "[language-code]",
    ),
    "not toml": Fault(
        "postnr = 0150\n",
        "linje 11: Filen kan ikke leses her. Det skal stå navn = verdi, med tekst og nummer i anførselstegn. [toml-syntax]",
    ),
    "a key twice": Fault(
        '[[section]]\nid = "del"\n[[section.field]]\nid = "a"\nfilled_by = "office"\n  filled_by = "recipient"\n',
        "linje 16: «filled_by» står to ganger i samme del. Slett den ene. [key-twice]",
    ),
    "a table twice": Fault(
        "[form]\n",
        "linje 11: «[form]» står to ganger i samme del. Slett den ene. [key-twice]",
    ),
    "a Norwegian yes": Fault(
        "a = ja\n",
        "linje 11: Ja og nei skrives true og false her, med små bokstaver og uten anførselstegn. [toml-truth]",
    ),
    "curly quotation marks": Fault(
        "a = “Bodø”\n",
        'linje 11: Anførselstegnene her er ikke de som skal brukes. Skriv rette anførselstegn ("). [toml-quotes]',
    ),
    "deep brackets": Fault(
        "a = " + "[" * 5000,
        "Filen kan ikke leses her. Det skal stå navn = verdi, med tekst og nummer i anførselstegn. [toml-syntax]",
    ),
    "a number without end": Fault(
        "a = " + "1" * 5000,
        "Filen kan ikke leses her. Det skal stå navn = verdi, med tekst og nummer i anførselstegn. [toml-syntax]",
    ),
    "another schema": Fault(
        SECTION + NAME,
        "linje 2: schema er 2, men denne utgaven av skjema leser bare 1. [schema-version]",
        head=head("schema = 1", "schema = 2"),
    ),
    "schema no number": Fault(
        SECTION + NAME,
        """linje 2: schema er "{'a': 1}", men denne utgaven av skjema leser bare 1. [schema-version]""",
        head=head("schema = 1", "schema = { a = 1 }"),
    ),
    "schema missing": Fault(
        SECTION + NAME, "linje 1: Nøkkelen «schema» mangler. [key-missing]", head=head("schema = 1", "")
    ),
    "key of the file unknown": Fault(
        "[extra]\na = 1\n" + SECTION + NAME,
        "linje 11: Nøkkelen «extra» finnes ikke her. Mente du choices, form, rule, schema, section, setting? [key-unknown]",
    ),
    "section no list": Fault("[section]\nid = 'a'\n", "linje 11: «section» har feil form: [[...]]. [key-type]"),
    "key unknown": Fault(
        SECTION + field("navn", titel="1"),
        "linje 16: Nøkkelen «titel» finnes ikke her. Mente du alt, choices, constraint, default, filled_by, for_each, headers, help, id, label, last_year, lines, message, pdf, printed, profile, relevant, required, roll, sensitive, signer, size_mm, type, was, width? [key-unknown]",
    ),
    "key missing": Fault(
        SECTION + NAME + '[[section.field]]\nid = "a"\ntype = "text"\n',
        "linje 17: Nøkkelen «label» mangler. [key-missing]",
    ),
    "no such type": Fault(
        SECTION + field("navn", filled_by='"alle"'),
        "linje 16: «filled_by» skal være en av: 'office', 'recipient'. [key-value]",
    ),
    "text for a number": Fault(
        SECTION + field("navn", lines='"3"'), "linje 16: «lines» har feil form: det skal være et heltall. [key-type]"
    ),
    "number for a text": Fault(
        SECTION + field("navn", label="{ nb = 1 }"),
        "linje 16: «nb» har feil form: det skal være tekst i anførselstegn. [key-type]",
    ),
    "number for truth": Fault(
        SECTION + field("navn", sensitive="1"),
        "linje 16: «sensitive» har feil form: det skal være true eller false. [key-type]",
    ),
    "text for a list": Fault(
        SECTION + field("navn", headers='"Navn"'),
        "linje 16: «headers» har feil form: det skal være en liste. [key-type]",
    ),
    "text for a table": Fault(
        SECTION + field("navn", label='"Navn"'), "linje 16: «label» har feil form: det skal være en tabell. [key-type]"
    ),
    "form's id": Fault(
        SECTION + NAME,
        "linje 4: id er «annet», men mappen heter «prove». De skal være like, med små bokstaver a-z, sifre og bindestrek. [form-id]",
        head=head('id = "prove"', 'id = "annet"'),
    ),
    "form's version": Fault(
        SECTION + NAME,
        "linje 5: version er «2026-02-30», men skal være en dato som 2026-11-21. [form-version]",
        head=head("2026-11-22", "2026-02-30"),
    ),
    "no languages": Fault(
        SECTION + NAME, "linje 7: Nøkkelen «languages» mangler. [key-missing]", head=head('["nb"]', "[]")
    ),
    "key of no field": Fault(
        SECTION + NAME,
        "linje 10: «nvan» er ikke navnet på noe felt her. Mente du «navn»? [name-unknown]",
        head=head('["navn"]', '["nvan"]'),
    ),
    "no key": Fault(
        SECTION + NAME,
        "linje 10: «» er ikke navnet på noe felt her. Mente du navn? [name-unknown]",
        head=head('["navn"]', "[]"),
    ),
    "key twice": Fault(
        SECTION + NAME,
        "linje 10: «navn» er brukt to ganger. Gi hver sin id. [id-twice]",
        head=head('["navn"]', '["navn", "navn"]'),
    ),
    "key of the recipient": Fault(
        SECTION + field("navn", filled_by='"recipient"'),
        "linje 10: «navn» kan ikke skille radene fra hverandre. Velg et felt som kontoret fyller ut i hver rad, og som ikke er choices. [key-unfit]",
    ),
    "key of all rows": Fault(
        SECTION + field("navn", profile="true"),
        "linje 10: «navn» kan ikke skille radene fra hverandre. Velg et felt som kontoret fyller ut i hver rad, og som ikke er choices. [key-unfit]",
    ),
    "key of several answers": Fault(
        SECTION + field("navn", "choices", choices=YES),
        "linje 10: «navn» kan ikke skille radene fra hverandre. Velg et felt som kontoret fyller ut i hver rad, og som ikke er choices. [key-unfit]",
    ),
    "key that is a signature": Fault(
        SECTION + field("navn", "signature", filled_by='"recipient"'),
        "linje 10: «navn» kan ikke skille radene fra hverandre. Velg et felt som kontoret fyller ut i hver rad, og som ikke er choices. [key-unfit]",
    ),
    "title missing": Fault(
        SECTION + NAME,
        "linje 8: «title» mangler tekst på nb. Skjemaet skal finnes på alle språkene det oppgir. [text-missing]",
        head=head('title = { nb = "Prøve" }', 'title = { nn = "Prøve" }'),
    ),
    "records without letters": Fault(
        SECTION + NAME,
        "linje 9: «--» har ingen bokstaver eller sifre. Skriv det med ord. [label-unnamed]",
        head=head('"Rader"', '"--"'),
    ),
    "records named as skjema's own sheet": Fault(
        SECTION + NAME,
        "linje 9: Arbeidsboken har alt et ark som heter eller leses som «Lister». Velg et annet navn. [sheet-twice]",
        head=head('"Rader"', '"Lister"'),
    ),
    "records named as a group": Fault(
        SECTION + NAME + GROUP + COLUMN,
        "linje 20: Arbeidsboken har alt et ark som heter eller leses som «Gruppe». Velg et annet navn. [sheet-twice]",
        head=head('"Rader"', '"Gruppe"'),
    ),
    "groups with one title": Fault(
        SECTION + NAME + GROUP + COLUMN + (GROUP + COLUMN).replace('"gr"', '"to"').replace('"hva"', '"noe"'),
        "linje 28: Ledeteksten «Gruppe» er den samme som for «gr». To kolonner kan ikke ha samme overskrift. [label-twice]",
    ),
    "answer that is no yes or no": Fault(
        SECTION + NAME,
        "linje 11: «navn» kan ikke stå i answer: answer er et ja eller nei mottakeren svarer (i en gruppe bare en med faste rader), expires en dato, withdrawn et felt mottakeren fyller ut. [name-unfit]",
        head=HEAD + 'answer = "navn"\n',
    ),
    "subtitle with an unknown name": Fault(
        SECTION + NAME,
        "linje 11: «nvan» er ikke navnet på noe felt her. Mente du «navn»? [name-unknown]",
        head=HEAD + 'subtitle = { nb = "{{ nvan }}" }\n',
    ),
    "subtitle with code": Fault(
        SECTION + NAME,
        "linje 11: «{%» i teksten er ikke et flettefelt. Skriv to krøllparenteser om navnet på et felt, eller om in_words(navn), weekday(navn) eller lower(navn). [placeholder-form]",
        head=HEAD + 'subtitle = { nb = "{% if navn %}" }\n',
    ),
    "section's id": Fault(
        '[[section]]\nid = "Del en"\n' + NAME,
        "linje 12: «Del en» kan ikke være en id. Bruk små bokstaver a-z, sifre og understrek, og ikke et ord som har en fast betydning. [id-form]",
    ),
    "section's title": Fault(
        '[[section]]\nid = "del"\ntitle = { nb = " " }\n' + NAME,
        "linje 13: «title» mangler tekst på nb. Skjemaet skal finnes på alle språkene det oppgir. [text-missing]",
    ),
    "section's condition": Fault(
        '[[section]]\nid = "del"\nrelevant = "nvan"\n' + NAME,
        "linje 13: «nvan» er ikke navnet på noe felt her. Mente du «navn»? [name-unknown]",
    ),
    "id of a field": Fault(
        SECTION + NAME + field("Alder"),
        "linje 18: «Alder» kan ikke være en id. Bruk små bokstaver a-z, sifre og understrek, og ikke et ord som har en fast betydning. [id-form]",
    ),
    "id with a meaning": Fault(
        SECTION + NAME + field("today"),
        "linje 18: «today» kan ikke være en id. Bruk små bokstaver a-z, sifre og understrek, og ikke et ord som har en fast betydning. [id-form]",
    ),
    "id of a function": Fault(
        SECTION + NAME + field("age"),
        "linje 18: «age» kan ikke være en id. Bruk små bokstaver a-z, sifre og understrek, og ikke et ord som har en fast betydning. [id-form]",
    ),
    "id twice": Fault(
        SECTION + NAME + field("by") + field("by", label='{ nb = "Sted" }'),
        "linje 22: «by» er brukt to ganger. Gi hver sin id. [id-twice]",
    ),
    "id of a column": Fault(
        SECTION + NAME + GROUP + COLUMN.replace('"hva"', '"Hva"'),
        "linje 22: «Hva» kan ikke være en id. Bruk små bokstaver a-z, sifre og understrek, og ikke et ord som har en fast betydning. [id-form]",
    ),
    "id of a column twice": Fault(
        SECTION + NAME + GROUP + COLUMN + COLUMN.replace('"Hva"', '"Noe"'),
        "linje 26: «hva» er brukt to ganger. Gi hver sin id. [id-twice]",
    ),
    "id of a setting": Fault(
        SECTION + NAME + SETTING.replace('"grense"', '"nr"'),
        "linje 18: «nr» kan ikke være en id. Bruk små bokstaver a-z, sifre og understrek, og ikke et ord som har en fast betydning. [id-form]",
    ),
    "label of a setting": Fault(
        SECTION + NAME + SETTING.replace("nb =", "nn ="),
        "linje 20: «label» mangler tekst på nb. Skjemaet skal finnes på alle språkene det oppgir. [text-missing]",
    ),
    "label of letters that can't be printed": Fault(
        SECTION + field("navn", label='{ nb = "Na\\u0007vn" }'),
        "linje 16: «label» har et tegn som ikke kan skrives ut. Skriv teksten på nytt. [text-control]",
    ),
    "label with braces": Fault(
        SECTION + field("navn", label='{ nb = "{{ navn }}" }'),
        "linje 16: «{{ navn }}» har krøllparenteser, og denne teksten er den samme for alle. Skriv den uten. [placeholder-here]",
    ),
    "label of signs": Fault(
        SECTION + NAME + field("a", label='{ nb = "?" }'),
        "linje 20: «?» har ingen bokstaver eller sifre. Skriv det med ord. [label-unnamed]",
    ),
    "label too long": Fault(
        SECTION + field("navn", label='{ nb = "%s" }' % ("x" * 1001)),
        "linje 16: «label» er på 1001 tegn, og kan ha høyst 1000. Skriv det kortere. [text-long]",
    ),
    "label twice": Fault(
        SECTION + NAME + field("to", label='{ nb = "Navn:" }'),
        "linje 20: Ledeteksten «Navn:» er den samme som for «navn». To kolonner kan ikke ha samme overskrift. [label-twice]",
    ),
    "label is another id": Fault(
        SECTION + NAME + field("bup", label='{ nb = "B" }') + field("c", label='{ nb = "BUP" }'),
        "linje 24: «BUP» betyr alt «bup». Id, ledetekst og headers leses uten tegn og store bokstaver, og hver kan bare bety én kolonne. Gi dem tydelig ulike navn. [name-shared]",
    ),
    "label is a register's word": Fault(
        SECTION + field("navn", headers='["Fullt navn"]') + field("c", label='{ nb = "Fullt navn" }'),
        "linje 21: «Fullt navn» betyr alt «navn». Id, ledetekst og headers leses uten tegn og store bokstaver, og hver kan bare bety én kolonne. Gi dem tydelig ulike navn. [name-shared]",
    ),
    "register's word twice": Fault(
        SECTION + field("navn", headers='["Hele"]') + field("c", headers='["Hele"]'),
        "linje 21: «Hele» betyr alt «navn». Id, ledetekst og headers leses uten tegn og store bokstaver, og hver kan bare bety én kolonne. Gi dem tydelig ulike navn. [name-shared]",
    ),
    "answer's column is another's": Fault(
        SECTION + NAME + field("a", "choices", choices=YES) + field("b", label='{ nb = "A: ja" }'),
        "linje 25: Ledeteksten «A: ja» er den samme som for «a.ja». To kolonner kan ikke ha samme overskrift. [label-twice]",
    ),
    "numbered column is another's": Fault(
        SECTION + NAME + GROUP + "max = 2\n" + COLUMN + field("b", label='{ nb = "Gruppe 2: Hva" }'),
        "linje 29: Ledeteksten «Gruppe 2: Hva» er den samme som for «gr.2.hva». To kolonner kan ikke ha samme overskrift. [label-twice]",
    ),
    "word for a row that says what no field has": Fault(
        SECTION + NAME + GROUP + 'member = [{ words = ["Mor"], sets = { hvo = "x" } }]\n' + COLUMN,
        "linje 21: «hvo» er ikke navnet på noe felt her. Mente du «hva»? [name-unknown]",
    ),
    "columns of a group": Fault(
        SECTION + NAME + GROUP + COLUMN + COLUMN.replace('id = "hva"', 'id = "noe"'),
        "linje 28: Ledeteksten «Hva» er den samme som for «hva». To kolonner kan ikke ha samme overskrift. [label-twice]",
    ),
    "column named as the key": Fault(
        SECTION + NAME + GROUP + COLUMN.replace('nb = "Hva"', 'nb = "Navn"'),
        "linje 24: Ledeteksten «Navn» er den samme som for «navn». To kolonner kan ikke ha samme overskrift. [label-twice]",
    ),
    "fixed rows with one label": Fault(
        SECTION
        + NAME
        + GROUP
        + 'row = [{ id = "x", label = { nb = "X" } }, { id = "y", label = { nb = "X" } }]\n'
        + COLUMN,
        "linje 20: Ledeteksten «X: Hva» er den samme som for «gr.x.hva». To kolonner kan ikke ha samme overskrift. [label-twice]",
    ),
    "group named as a field": Fault(
        SECTION + NAME + GROUP.replace('"Gruppe"', '"Navn"') + "max = 2\n" + COLUMN,
        "linje 20: Ledeteksten «Navn» er den samme som for «navn». To kolonner kan ikke ha samme overskrift. [label-twice]",
    ),
    "help missing": Fault(
        SECTION + field("navn", help='{ nb = "" }'),
        "linje 16: «help» mangler tekst på nb. Skjemaet skal finnes på alle språkene det oppgir. [text-missing]",
    ),
    "message missing": Fault(
        SECTION + field("navn", constraint='"navn"', message='{ nb = "" }'),
        "linje 17: «message» mangler tekst på nb. Skjemaet skal finnes på alle språkene det oppgir. [text-missing]",
    ),
    "constraint without message": Fault(
        SECTION + field("navn", constraint='"navn"'),
        "linje 16: constraint og message hører sammen; den ene mangler. [constraint-message]",
    ),
    "required": Fault(
        SECTION + field("navn", required='"nvan"'),
        "linje 16: «nvan» er ikke navnet på noe felt her. Mente du «navn»? [name-unknown]",
    ),
    "default": Fault(
        SECTION + field("navn", default='"nvan"'),
        "linje 16: «nvan» er ikke navnet på noe felt her. Mente du «navn»? [name-unknown]",
    ),
    "relevant": Fault(
        SECTION + NAME + field("a", relevant='"nvan"'),
        "linje 20: «nvan» er ikke navnet på noe felt her. Mente du «navn»? [name-unknown]",
    ),
    "relevant of a column": Fault(
        SECTION + NAME + GROUP + COLUMN + 'relevant = "hvva"\n',
        "linje 25: «hvva» er ikke navnet på noe felt her. Mente du «hva»? [name-unknown]",
    ),
    "a letter without its parts": Fault(
        SECTION + NAME,
        'linje 3: Et brev har layout = "letter" og tabellen [form.letter] med address og closing; andre skjemaer har ingen av'
        " delene. [letter-needed]",
        head('layout = "fixed"', 'layout = "letter"'),
    ),
    "a note beside the sender": Fault(
        '[[section]]\nid = "topp"\nplace = "head"\n' + note("Husk") + SECTION + NAME,
        'linje 15: I en del med place = "head" kan det bare stå felt som skrives på linjer. Flytt merk til en annen del. [head-item]',
    ),
    "a bold text that doesn't end": Fault(
        SECTION + NAME + note("Husk **dette"),
        "linje 20: text har ** som ville stå på papiret. Fet skrift er **slik**, på én linje, og bare i teksten til en note."
        " [text-bold]",
    ),
    "a name in one brace": Fault(
        SECTION + NAME + note("Kjære { navn }"),
        "linje 20: { navn } ville stå slik på papiret. En verdi settes inn med to klammer på hver side. [braces-single]",
    ),
    "a name that moves on to next year": Fault(
        SECTION + NAME + 'roll = "next"\n',
        'linje 17: Et felt av typen text har ingenting som kan flyttes til neste år. roll = "next" er for date og integer.'
        " [roll-unfit]",
    ),
    "a law that isn't known": Fault(
        SECTION + NAME + note("Etter {{ lov('barnevernslova', '§ 1-1') }}"),
        "linje 20: Loven «barnevernslova» står ikke i _lover.toml. Mente du barnevernsloven? [law-unknown]",
    ),
    "a law that is repealed": Fault(
        SECTION + NAME + note("Etter {{ lov('barnevernloven-1992') }}"),
        "linje 20: barnevernloven av 1992 er opphevet før denne utgaven av skjemaet. Vis til barnevernsloven (LOV-2021-06-18-97). [law-left]",
    ),
    "a letter with its address in two places": Fault(
        SECTION + NAME,
        "linje 7: Adressen i et brev står i [form.letter]. Ta bort address i [form]. [letter-address]",
        LETTER.replace('layout = "letter"', 'layout = "letter"\naddress = { nb = "{{ navn }}" }'),
    ),
    "a letter in landscape": Fault(
        SECTION + NAME,
        "linje 7: Et brev kan ikke være liggende: adressen må stå der vinduet i konvolutten er. Ta bort landscape. [letter-landscape]",
        LETTER.replace('layout = "letter"', 'layout = "letter"\nlandscape = true'),
    ),
    "a letter's date that is no date": Fault(
        SECTION + NAME,
        "linje 13: «navn» er ikke navnet på noe felt her. Mente du today? [name-unknown]",
        LETTER.replace("closing", 'date = "navn"\nclosing'),
    ),
    "a letter's address with a name that isn't there": Fault(
        SECTION + NAME,
        "linje 12: «nvan» er ikke navnet på noe felt her. Mente du «navn»? [name-unknown]",
        LETTER.replace("{{ navn }}", "{{ nvan }}"),
    ),
    "documents for each row of no group": Fault(
        SECTION + NAME,
        "linje 11: «gr» er ikke navnet på noe felt her. Mente du -? [name-unknown]",
        HEAD + 'for_each = "gr"\n',
    ),
    "a group in a group in a group": Fault(
        SECTION + NAME + GROUP + COLUMN + INNER + INNER_COLUMN + DEEPER,
        "linje 35: En gruppe i en gruppe står i en med frie rader, har frie rader selv, og har ingen gruppe i seg."
        " [group-nested]",
    ),
    "choices needed": Fault(
        SECTION + NAME + field("a", "choice"), "linje 17: Et felt av denne typen må ha choices. [choices-needed]"
    ),
    "choices by a name that no list has": Fault(
        SECTION + NAME + field("a", "choice", choices='"svar"'),
        "linje 20: Listen med svar «svar» finnes ikke. En liste skrives som [[choices]] med id og answers. Det finnes:"
        " adressesperrer, instanser, moter. [choices-unknown]",
    ),
    "min of a group by a name that isn't there": Fault(
        SECTION + NAME + GROUP.replace("type", 'min = "nvan"\ntype', 1) + COLUMN,
        "linje 19: «nvan» er ikke navnet på noe felt her. Mente du «navn»? [name-unknown]",
    ),
    "choices misplaced": Fault(
        SECTION + NAME + field("a", choices=YES),
        "linje 20: Bare felt av typen choice og choices kan ha choices. [choices-misplaced]",
    ),
    "answer without text": Fault(
        SECTION + NAME + field("a", "choice", choices='[{ id = "ja", label = { nn = "Ja" } }]'),
        "linje 20: «choices» mangler tekst på nb. Skjemaet skal finnes på alle språkene det oppgir. [text-missing]",
    ),
    "answer twice": Fault(
        SECTION
        + NAME
        + field("a", "choice", choices='[{ id = "ja", label = { nb = "Ja" } }, { id = "ja", label = { nb = "Nei" } }]'),
        "linje 20: «ja» er brukt to ganger. Gi hver sin id. [id-twice]",
    ),
    "answer of signs": Fault(
        SECTION + NAME + field("a", "choice", choices='[{ id = "ja", label = { nb = "+" } }]'),
        "linje 20: Svaret «+» har ingen bokstaver eller sifre. Skriv det med ord. [choice-unnamed]",
    ),
    "answers alike": Fault(
        SECTION
        + NAME
        + field("a", "choice", choices='[{ id = "u", label = { nb = "< 5" } }, { id = "o", label = { nb = "> 5" } }]'),
        "linje 20: Svarene «> 5» og «< 5» leses likt, siden tegn og store bokstaver ikke regnes med. Gi dem tydelig ulike navn. [choices-alike]",
    ),
    "lines": Fault(
        SECTION + NAME + field("a", lines="2"),
        "linje 20: lines er høyden av en longtext, og minst 1. [lines-misplaced]",
    ),
    "too many lines": Fault(
        SECTION + NAME + field("a", "longtext", lines="1000000000"),
        "linje 20: «lines» er 1000000000, og kan være høyst 100. [number-large]",
    ),
    "keys of a signature": Fault(
        SECTION + field("navn", signer='"navn"'),
        "linje 13: Bare en signature kan ha for_each og signer. [signature-keys]",
    ),
    "signature of the office": Fault(
        SECTION + NAME + field("a", "signature"),
        "linje 17: En signature fylles ut av mottakeren: filled_by skal være recipient. [signature-recipient]",
    ),
    "signature for each of nothing": Fault(
        SECTION + NAME + GROUP + COLUMN + field("a", "signature", filled_by='"recipient"', for_each='"gruppe"'),
        "linje 29: «gruppe» er ikke navnet på noe felt her. Mente du gr? [name-unknown]",
    ),
    "signer": Fault(
        SECTION + NAME + field("a", "signature", filled_by='"recipient"', signer='"nvan"'),
        "linje 21: «nvan» er ikke navnet på noe felt her. Mente du «navn»? [name-unknown]",
    ),
    "note without text": Fault(
        SECTION + NAME + note(""),
        "linje 20: «text» mangler tekst på nb. Skjemaet skal finnes på alle språkene det oppgir. [text-missing]",
    ),
    "note with an unknown name": Fault(
        SECTION + NAME + note("{{ nvan }}"),
        "linje 20: «nvan» er ikke navnet på noe felt her. Mente du «navn»? [name-unknown]",
    ),
    "note with code": Fault(
        SECTION + NAME + note("{{ navn | upper }}"),
        "linje 20: «{{» i teksten er ikke et flettefelt. Skriv to krøllparenteser om navnet på et felt, eller om in_words(navn), weekday(navn) eller lower(navn). [placeholder-form]",
    ),
    "text in words as a date": Fault(
        SECTION + NAME + note("{{ in_words(navn) }}"),
        "linje 20: «navn» er ikke et datofelt, og kan ikke skrives i ord som dato. Skriv navnet på et datofelt, eller ta bort funksjonen. [placeholder-not-date]",
    ),
    "note too long": Fault(
        SECTION + NAME + note("x" * 20001),
        "linje 20: «text» er på 20001 tegn, og kan ha høyst 20000. Skriv det kortere. [text-long]",
    ),
    "group without columns": Fault(SECTION + NAME + GROUP, "linje 17: Nøkkelen «field» mangler. [key-missing]"),
    "group's label": Fault(
        SECTION + NAME + GROUP.replace("nb", "nn") + COLUMN,
        "linje 20: «label» mangler tekst på nb. Skjemaet skal finnes på alle språkene det oppgir. [text-missing]",
    ),
    "group's help": Fault(
        SECTION + NAME + GROUP + 'help = { nn = "a" }\n' + COLUMN,
        "linje 21: «help» mangler tekst på nb. Skjemaet skal finnes på alle språkene det oppgir. [text-missing]",
    ),
    "group's limits": Fault(
        SECTION + NAME + GROUP + "min = 3\nmax = 2\n" + COLUMN, "linje 21: min er 3, men max er 2. [group-limits]"
    ),
    "group's blank rows": Fault(
        SECTION + NAME + GROUP + "blank = 1000000000\n" + COLUMN,
        "linje 21: «blank» er 1000000000, og kan være høyst 100. [number-large]",
    ),
    "group's least rows": Fault(
        SECTION + NAME + GROUP + "min = -1\n" + COLUMN, "linje 21: «min» er -1, og må være minst 0. [number-small]"
    ),
    "group's most rows": Fault(
        SECTION + NAME + GROUP + "max = 0\n" + COLUMN, "linje 21: «max» er 0, og må være minst 1. [number-small]"
    ),
    "group's blank rows below none": Fault(
        SECTION + NAME + GROUP + "blank = -1\n" + COLUMN, "linje 21: «blank» er -1, og må være minst 0. [number-small]"
    ),
    "labels without width": Fault(
        SECTION + NAME + GROUP + "label_width = 0\n" + COLUMN,
        "linje 21: «label_width» er 0, og må være minst 1. [number-small]",
    ),
    "limits of fixed rows": Fault(
        SECTION + NAME + GROUP + "max = 2\n" + ROWS + COLUMN,
        "linje 22: En gruppe med faste rader (row) kan ikke ha min eller max. [group-fixed-limits]",
    ),
    "label of a fixed row": Fault(
        SECTION + NAME + GROUP + ROWS.replace("nb", "nn") + COLUMN,
        "linje 21: «row» mangler tekst på nb. Skjemaet skal finnes på alle språkene det oppgir. [text-missing]",
    ),
    "fixed rows twice": Fault(
        SECTION
        + NAME
        + GROUP
        + 'row = [{ id = "x", label = { nb = "X" } }, { id = "x", label = { nb = "Y" } }]\n'
        + COLUMN,
        "linje 21: «x» er brukt to ganger. Gi hver sin id. [id-twice]",
    ),
    "type in a group": Fault(
        SECTION
        + NAME
        + GROUP
        + COLUMN.replace('"text"', '"signature"').replace("label", 'filled_by = "recipient"\nlabel'),
        "linje 23: Et felt av typen signature kan ikke stå i en gruppe. [type-in-group]",
    ),
    "rule's id": Fault(
        SECTION + NAME + RULE.replace("r-en", "r_en"),
        "linje 18: «r_en» kan ikke være id for en regel. Bruk små bokstaver a-z, sifre og bindestrek, og ikke en av skjemas egne koder. [rule-id]",
    ),
    "rule with a code of skjema's": Fault(
        SECTION + NAME + RULE.replace("r-en", "id-twice"),
        "linje 18: «id-twice» kan ikke være id for en regel. Bruk små bokstaver a-z, sifre og bindestrek, og ikke en av skjemas egne koder. [rule-id]",
    ),
    "rule's test": Fault(
        SECTION + NAME + RULE.replace("navn ==", "nvan =="),
        "linje 19: «nvan» er ikke navnet på noe felt her. Mente du «navn»? [name-unknown]",
    ),
    "rule's message": Fault(
        SECTION + NAME + RULE.replace("nb", "nn"),
        "linje 20: «message» mangler tekst på nb. Skjemaet skal finnes på alle språkene det oppgir. [text-missing]",
    ),
    "rule twice": Fault(
        SECTION + NAME + RULE + RULE, "linje 22: «r-en» er brukt to ganger. Gi hver sin id. [id-twice]"
    ),
    "block unknown": Fault(
        SECTION + NAME + '[[section.field]]\nuse = "barnx"\n',
        "linje 18: Blokken «barnx» finnes ikke. Mente du «barn»? [block-unknown]",
    ),
    "block without what it hasn't": Fault(
        SECTION + NAME + '[[section.field]]\nuse = "egen"\nwithout = ["aldr"]\n',
        "linje 19: «aldr» er ikke navnet på noe felt her. Mente du «alder»? [name-unknown]",
    ),
    "answer that isn't there": Fault(
        SECTION + NAME + field("a", "choice", choices=YES) + field("b", relevant="\"a == 'jaa'\""),
        "linje 25: «a» har ikke svaret «jaa». Mente du «ja»? [literal-unknown]",
    ),
    "yes or no compared with words": Fault(
        SECTION + NAME + field("a", "yes_no") + field("b", relevant="\"a == 'ja'\""),
        "linje 24: «a» er ja eller nei, og aldri lik «ja». Skriv bare a, eller not a. [literal-yes-no]",
    ),
    "no expression": Fault(
        SECTION + field("navn", required='"navn =="'), "linje 16: «navn ==» er ikke et uttrykk. [expression-syntax]"
    ),
    "unknown function": Fault(
        SECTION + field("navn", required='"len(navn)"'),
        "linje 16: Funksjonen «len» finnes ikke. Det finnes: age, months, year, count, same_birth, length, workday, weekday, in_order, lower, school_year, school_year_end, mentions, identifies, identifies_person, dated, names, names_person, names_diagnosis, date, written, lines, lives_with_protected. [expression-function]",
    ),
    "suggestion that its column cannot hold": Fault(
        SECTION
        + NAME
        + GROUP
        + COLUMN.replace('"text"', '"integer"')
        + '[[section.field.suggest]]\nvalues = { hva = "mye" }\n',
        "linje 17: «mye» i suggest kan ikke stå i «Hva». Skriv det slik det skal stå i arbeidsboken. [suggestion-unfit]",
    ),
    "date that is none": Fault(
        SECTION + field("navn", required="\"today >= date('2026-02-30')\""),
        "linje 16: En dato i et uttrykk skrives date('ÅÅÅÅ-MM-DD'), for eksempel date('2026-07-01'). [expression-date]",
    ),
    "week in the place of a date": Fault(
        SECTION + field("navn", required="\"today >= date('2026-W27-3')\""),
        "linje 16: En dato i et uttrykk skrives date('ÅÅÅÅ-MM-DD'), for eksempel date('2026-07-01'). [expression-date]",
    ),
    "condition that the law book lacks": Fault(
        SECTION + field("navn", required="\"rule('mynig')\""),
        "linje 16: «mynig» står ikke i _regler.toml. Mente du «myndig»? [rule-unknown]",
    ),
    "function of another number of values": Fault(
        SECTION + field("navn", required='"length(navn, navn)"'),
        "linje 16: Antall verdier i funksjonen «length» skal være 1. [expression-arguments]",
    ),
    "unknown part": Fault(
        SECTION + field("navn", required='"{navn}"'),
        "linje 16: Uttrykket bruker Set, som skjema ikke kjenner. Se docs/definisjon.md. [expression-unsupported]",
    ),
    "unknown constant": Fault(
        SECTION + field("navn", required='"navn == 1j"'),
        "linje 16: Uttrykket bruker complex, som skjema ikke kjenner. Se docs/definisjon.md. [expression-unsupported]",
    ),
    "column of what is no group": Fault(
        SECTION + field("navn", required='"(navn + navn).hva"'),
        "linje 16: Uttrykket bruker .hva, som skjema ikke kjenner. Se docs/definisjon.md. [expression-unsupported]",
    ),
    "unknown sign": Fault(
        SECTION + field("navn", required='"+navn"'),
        "linje 16: Uttrykket bruker UAdd, som skjema ikke kjenner. Se docs/definisjon.md. [expression-unsupported]",
    ),
    "unknown arithmetic": Fault(
        SECTION + field("navn", required="\"'x'|center(1000000000)\""),
        "linje 16: Uttrykket bruker BitOr, som skjema ikke kjenner. Se docs/definisjon.md. [expression-unsupported]",
    ),
    "unknown comparison": Fault(
        SECTION + field("navn", required='"navn is navn"'),
        "linje 16: Uttrykket bruker Is, som skjema ikke kjenner. Se docs/definisjon.md. [expression-unsupported]",
    ),
    "expression too long": Fault(
        SECTION + field("navn", required="\"navn == '%s'\"" % ("x" * 2000)),
        "linje 16: Uttrykket er for langt, eller har for mange ledd inni hverandre. Del det opp, for eksempel i flere regler. [expression-long]",
    ),
    "expression too deep": Fault(
        SECTION + field("navn", required='"%snavn"' % ("not " * 150)),
        "linje 16: Uttrykket er for langt, eller har for mange ledd inni hverandre. Del det opp, for eksempel i flere regler. [expression-long]",
    ),
    "profile's setting": Fault(
        SECTION + NAME + SETTING,
        "nord.toml: linje 2: «femten» er ikke en verdi denne innstillingen kan ha. Standarden er 15. [setting-type]",
        kommune='[settings]\ngrense = "femten"\n',
    ),
    "profile's row without label": Fault(
        SECTION + NAME + GROUP + ROWS + COLUMN,
        "nord.toml: linje 3: «label» har ingen tekst. Skriv den på minst ett av språkene nb, nn og en. [text-empty]",
        kommune='[[rows.gr]]\nid = "z"\nlabel = {}\n',
    ),
    "profile's row that can't be printed": Fault(
        SECTION + NAME + GROUP + ROWS + COLUMN,
        "nord.toml: linje 3: «label» har et tegn som ikke kan skrives ut. Skriv teksten på nytt. [text-control]",
        kommune='[[rows.gr]]\nid = "z"\nlabel = { nb = "\\u0007" }\n',
    ),
    "profile's rows twice": Fault(
        SECTION + NAME + GROUP + ROWS + COLUMN,
        "nord.toml: linje 1: «z» er brukt to ganger. Gi hver sin id. [id-twice]",
        kommune='[[rows.gr]]\nid = "z"\nlabel = { nb = "Z" }\n[[rows.gr]]\nid = "z"\nlabel = { nb = "W" }\n',
    ),
    "profile's rows with one label": Fault(
        SECTION + NAME + GROUP + ROWS + COLUMN,
        "nord.toml: linje 1: Ledeteksten «Z: Hva» er den samme som for «gr.z.hva». To kolonner kan ikke ha samme overskrift. [label-twice]",
        kommune='[[rows.gr]]\nid = "z"\nlabel = { nb = "Z" }\n[[rows.gr]]\nid = "w"\nlabel = { nb = "Z" }\n',
    ),
    "profile's value nearly named": Fault(
        SECTION + NAME + field("enhet_navn"),
        "nord.toml: linje 2: «enhet_nvn» er ikke navnet på noe felt her. Mente du «enhet_navn»? [name-unknown]",
        kommune='[values]\nenhet_nvn = "x"\n',
    ),
    "profile's schema": Fault(
        SECTION + NAME,
        "nord.toml: linje 1: schema er 2, men denne utgaven av skjema leser bare 1. [schema-version]",
        kommune="schema = 2\n",
    ),
    "profile's logo gone": Fault(
        SECTION + NAME,
        "nord.toml: linje 1: Logoen «borte.png» finnes ikke. Legg den i samme mappe som nord.toml, eller ta bort linjen. [logo-missing]",
        kommune='logo = "borte.png"\n',
    ),
    "profile's logo with a name no file has": Fault(
        SECTION + NAME,
        "nord.toml: linje 1: Logoen «a\\x00b.png» finnes ikke. Legg den i samme mappe som nord.toml, eller ta bort linjen. [logo-missing]",
        kommune='logo = "a\\u0000b.png"\n',
    ),
    "profile's logo no PNG": Fault(
        SECTION + NAME,
        "nord.toml: linje 1: Logoen «nord.toml» er ikke en PNG-fil. Lagre den som PNG. [logo-not-png]",
        kommune='logo = "nord.toml"\n',
    ),
    "profile's logo too large": Fault(
        SECTION + NAME,
        "nord.toml: linje 1: Logoen «stor.png» er for stor: hver fil som lages, bærer den med seg. Lagre den i mindre størrelse, under 200 kB. [logo-large]",
        kommune='logo = "stor.png"\n',
    ),
    "profile's logo damaged": Fault(
        SECTION + NAME,
        "nord.toml: linje 1: Logoen «skadet.png» er skadet. Lagre den som PNG på nytt. [logo-damaged]",
        kommune='logo = "skadet.png"\n',
    ),
}


def said(folder: Path, fault: Fault) -> list[str]:
    """What is said of a definition, and of a profile beside it where there is one."""
    form_folder = write_form(folder, fault.body, fault.head)
    blocks = folder / "templates" / "_blocks"
    blocks.mkdir()
    (blocks / "egen.toml").write_text("schema = 1\n" + field("alder").replace("section.", ""), "utf-8")
    (folder / "stor.png").write_bytes(png(300_000))
    (folder / "skadet.png").write_bytes(png().replace(b"IDAT", b"IDAS"))
    profile = folder / "nord.toml"
    profile.write_text(fault.kommune, "utf-8")
    with pytest.raises(SkjemaError) as caught:
        load_form(form_folder, profile if fault.kommune else None)
    messages = (one.removeprefix("prove/skjema.toml: ") for one in lines(caught.value.problems))
    return [one.removeprefix(f"{folder.name}/") for one in messages]


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_reported_once_with_its_line(tmp_path: Path, name: str) -> None:
    assert said(tmp_path, FAULTS[name]) == [FAULTS[name].said]


def test_a_definition_in_another_encoding_says_so(tmp_path: Path) -> None:
    form_folder = write_form(tmp_path, "")
    (form_folder / "skjema.toml").write_bytes("a = 'æ'".encode("latin-1"))
    with pytest.raises(SkjemaError) as caught:
        load_form(form_folder)
    assert lines(caught.value.problems) == [
        "prove/skjema.toml: Filen er ikke UTF-8. Lagre den som UTF-8. [toml-not-utf8]"
    ]


def test_every_code_that_a_reader_of_definitions_gives_is_provoked_here() -> None:
    given: set[str] = set()
    for module in READERS:
        tree = ast.parse((SOURCE / f"{module}.py").read_text("utf-8"))
        constants = {str(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant)}
        given |= constants & DEFINITION.keys()
    provoked = {one.said.rpartition("[")[2].rstrip("]") for one in FAULTS.values()}
    assert given - provoked == {"toml-not-utf8"}
