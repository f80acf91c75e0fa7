"""Words of the input workbook."""

from skjema.wording import Language, Wording, message_language

GUIDE: dict[str, Wording] = {
    "guide-sheet": Wording(nb="Veiledning", nn="Rettleiing", en="Guide"),
    "lists-sheet": Wording(nb="Lister", nn="Lister", en="Lists"),
    "common-sheet": Wording(nb="Felles", nn="Felles", en="Common"),
    "edition-sheet": Wording(nb="Utgave", nn="Utgåve", en="Edition"),
    "left-sheet": Wording(nb="Uten plass", nn="Utan plass", en="Without a place"),
    "rolled-sheet": Wording(nb="Fra i fjor", nn="Frå i fjor", en="From last year"),
    "answers-beside": Wording(
        nb="Svar (rettes i arket «Svar», ikke her)",
        nn="Svar (blir retta i arket «Svar», ikkje her)",
        en='Answers (to be corrected in the sheet "Answers", not here)',
    ),
    "answers-sheet": Wording(nb="Svar", nn="Svar", en="Answers"),
    "odd-sheet": Wording(nb="Passer ikke", nn="Passar ikkje", en="Fit nobody"),
    "doubled-sheet": Wording(nb="Flere svar", nn="Fleire svar", en="Several answers"),
    "silent-sheet": Wording(nb="Ikke svart", nn="Ikkje svara", en="Not answered"),
    "pictures-sheet": Wording(nb="Bilder", nn="Bilete", en="Pictures"),
    "picture-field": Wording(nb="Felt", nn="Felt", en="Field"),
    "picture": Wording(nb="Slik står det på arket", nn="Slik står det på arket", en="As it stands on the sheet"),
    "picture-elsewhere": Wording(nb="Utenfor rutene", nn="Utanfor rutene", en="Outside of the boxes"),
    "picture-link": Wording(nb="Til svaret", nn="Til svaret", en="To the answer"),
    "status-sheet": Wording(nb="Status", nn="Status", en="Status"),
    "state": Wording(nb="Status", nn="Status", en="Status"),
    "expires": Wording(nb="Gjelder til", nn="Gjeld til", en="Valid to"),
    "state-silent": Wording(nb="ikke svart", nn="ikkje svara", en="not answered"),
    "state-conflicting": Wording(nb="motstridende", nn="motstridande", en="conflicting"),
    "state-open": Wording(nb="må ses på", nn="må sjåast på", en="to be looked at"),
    "state-partly": Wording(nb="delvis", nn="delvis", en="in part"),
    "state-no": Wording(nb="nei", nn="nei", en="no"),
    "state-yes": Wording(nb="ja", nn="ja", en="yes"),
    "state-answered": Wording(nb="besvart", nn="svara", en="answered"),
    "state-withdrawn": Wording(nb="trukket", nn="trekt", en="withdrawn"),
    "state-expiring": Wording(nb="utløper", nn="går ut", en="expiring"),
    "state-expired": Wording(nb="utløpt", nn="gått ut", en="expired"),
    "signers": Wording(nb="Hvem som signerer", nn="Kven som signerer", en="Who signs"),
    "phones": Wording(nb="Telefon", nn="Telefon", en="Telephone"),
    "said": Wording(nb="Avtalt", nn="Avtalt", en="Agreed"),
    "number": Wording(nb="Nr.", nn="Nr.", en="No."),
    "file": Wording(nb="Fil", nn="Fil", en="File"),
    "withdrawn": Wording(nb="Trukket", nn="Trekt", en="Withdrawn"),
    "answer-none": Wording(nb="ikke svart", nn="ikkje svara", en="not answered"),
    "answer-several": Wording(nb="flere svar ({count})", nn="fleire svar ({count})", en="several answers ({count})"),
    "row": Wording(nb="Rad", nn="Rad", en="Row"),
    "rolled-kept": Wording(
        nb="Fra i fjor, se om det fortsatt stemmer",
        nn="Frå i fjor, sjå om det framleis stemmer",
        en="From last year, see whether it still holds",
    ),
    "rolled-moved": Wording(nb="Flyttet, var {value}", nn="Flytta, var {value}", en="Moved on, was {value}"),
    "rolled-cleared": Wording(nb="Tømt, var {value}", nn="Tømt, var {value}", en="Emptied, was {value}"),
    "rolled-mentions": Wording(nb="Nevner {value}", nn="Nemner {value}", en="Mentions {value}"),
    "was-part-struck": Wording(
        nb="Noe av teksten var strøket ut i den forrige arbeidsboken.",
        nn="Noko av teksten var stroke ut i den førre arbeidsboka.",
        en="A part of the text was struck out in the earlier workbook.",
    ),
    "was-hidden": Wording(
        nb="Sto i en skjult rad i den forrige arbeidsboken.",
        nn="Stod i ei gøymd rad i den førre arbeidsboka.",
        en="Stood in a hidden row of the earlier workbook.",
    ),
    "note": Wording(nb="Merknad", nn="Merknad", en="Note"),
    "field": Wording(nb="Felt", nn="Felt", en="Field"),
    "value": Wording(nb="Verdi", nn="Verdi", en="Value"),
    "sheet": Wording(nb="Ark", nn="Ark", en="Sheet"),
    "column": Wording(nb="Kolonne", nn="Kolonne", en="Column"),
    "required": Wording(nb="Må fylles ut", nn="Må fyllast ut", en="Must be filled in"),
    "sometimes": Wording(nb="I noen tilfeller", nn="I nokre tilfelle", en="In some cases"),
    "at-least-one": Wording(nb="Minst ett kryss", nn="Minst eitt kryss", en="At least one tick"),
    "yes": Wording(nb="Ja", nn="Ja", en="Yes"),
    "no": Wording(nb="Nei", nn="Nei", en="No"),
    "what": Wording(nb="Hva du skriver", nn="Kva du skriv", en="What to write"),
    "rolled-what": Wording(nb="Hva som er gjort", nn="Kva som er gjort", en="What was done"),
    "other": Wording(nb="Generelt", nn="Generelt", en="General"),
    "tick-help": Wording(nb="x for ja, tom for nei.", nn="x for ja, tom for nei.", en="x for yes, empty for no."),
    "step-rows": Wording(
        nb="{number}. Fyll ut arket «{records}»: én rad for hvert skjema. Kolonner med * må fylles ut,"
        " de med (*) i noen tilfeller.",
        nn="{number}. Fyll ut arket «{records}»: éi rad for kvart skjema. Kolonnar med * må fyllast ut,"
        " dei med (*) i nokre tilfelle.",
        en='{number}. Fill in the sheet "{records}": one row for each form. Columns with * must be filled in,'
        " those with (*) in some cases.",
    ),
    "step-single": Wording(
        nb="{number}. Fyll ut arket «{records}»: svarene i kolonne C, og én rad for hver i tabellene nederst. Det med * må fylles ut,"
        " det med (*) i noen tilfeller. Trenger dere flere rader i en tabell, setter dere dem inn.",
        nn="{number}. Fyll ut arket «{records}»: svara i kolonne C, og éi rad for kvar i tabellane nedst. Det med * må fyllast ut,"
        " det med (*) i nokre tilfelle. Treng de fleire rader i ein tabell, set de dei inn.",
        en='{number}. Fill in the sheet "{records}": the answers in column C, and one row for each in the tables below. What has *'
        " must be filled in, what has (*) in some cases. If you need more rows in a table, insert them.",
    ),
    "step-common": Wording(
        nb="{number}. Fyll ut arket «{common}»: det som er likt for alle, for eksempel kommunens navn.",
        nn="{number}. Fyll ut arket «{common}»: det som er likt for alle, til dømes namnet på kommunen.",
        en='{number}. Fill in the sheet "{common}": what is the same for all, such as the municipality\'s name.',
    ),
    "common-given": Wording(
        nb="Tom: «{value}», fra {file}.",
        nn="Tom: «{value}», frå {file}.",
        en='Empty: "{value}", from {file}.',
    ),
    "step-groups": Wording(
        nb="{number}. Fyll ut arkene {groups}: én rad for hver. Skriv {key} likt som i arket «{records}».",
        nn="{number}. Fyll ut arka {groups}: éi rad for kvar. Skriv {key} likt som i arket «{records}».",
        en='{number}. Fill in the sheets {groups}: one row for each. Write {key} as in the sheet "{records}".',
    ),
    "step-check": Wording(
        nb="{number}. Lagre og lukk arbeidsboken, og sjekk den med: skjema check {form} FILEN",
        nn="{number}. Lagre og lukk arbeidsboka, og sjekk ho med: skjema check {form} FILA",
        en="{number}. Save and close the workbook, and check it with: skjema check {form} FILE",
    ),
    "date-stop": Wording(
        nb="Skriv en dato, for eksempel 21.03.2019.",
        nn="Skriv ein dato, til dømes 21.03.2019.",
        en="Write a date, for example 21.03.2019.",
    ),
    "list-stop": Wording(
        nb="Velg et av svarene i listen.", nn="Vel eit av svara i lista.", en="Choose one of the answers in the list."
    ),
}


def sheet_word(name: str, language: Language, /, **params: object) -> str:
    """One of `GUIDE` in the language of a workbook, its gaps filled; in bokmål for languages without a guide."""
    return GUIDE[name].text(message_language(language), **params)
