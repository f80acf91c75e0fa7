"""Help texts of the commands and their options."""

from skjema.wording import MessageLanguage, Wording

HELP: dict[str, Wording] = {
    "skjema": Wording(
        nb="Fyller skjemaer og dokumenter fra regneark: sjekker dataene, lager Word og PDF.",
        nn="Fyller skjema og dokument frå rekneark: sjekkar dataa, lagar Word og PDF.",
        en="Fills forms and documents from spreadsheets: checks the data, makes Word and PDF.",
    ),
    "list": Wording(
        nb="Vis hvilke skjemaer som finnes.", nn="Vis kva skjema som finst.", en="Show which forms there are."
    ),
    "show": Wording(nb="Vis hva et skjema trenger.", nn="Vis kva eit skjema treng.", en="Show what a form needs."),
    "sheet": Wording(
        nb="Lag arbeidsboken som et skjema fylles ut fra.",
        nn="Lag arbeidsboka som eit skjema blir fylt ut frå.",
        en="Make the workbook that a form is filled in from.",
    ),
    "check": Wording(
        nb="Sjekk data og vis alle feil på én gang, uten å skrive noe.",
        nn="Sjekk data og vis alle feil på éin gong, utan å skrive noko.",
        en="Check data and show every fault at once, without writing anything.",
    ),
    "fill": Wording(
        nb="Lag ett skjema for hver rad, som Word og PDF.",
        nn="Lag eitt skjema for kvar rad, som Word og PDF.",
        en="Make one form for each row, as Word and PDF.",
    ),
    "collect": Wording(
        nb="Les skjemaer som har kommet tilbake, og før svarene inn ved siden av listen.",
        nn="Les skjema som har kome tilbake, og før svara inn ved sida av lista.",
        en="Read forms that have come back, and put the answers beside the list.",
    ),
    "scan": Wording(
        nb="Les skjemaer som har kommet tilbake på papir, av det skanneren har laget.",
        nn="Les skjema som har kome tilbake på papir, av det skannaren har laga.",
        en="Read forms that have come back on paper, of what the scanner has made.",
    ),
    "status": Wording(
        nb="Vis hvordan det står til med hvert skjema: svart, ikke svart, ja, nei, trukket.",
        nn="Vis korleis det står til med kvart skjema: svara, ikkje svara, ja, nei, trekt.",
        en="Show how it stands with each form: answered or not, yes, no, withdrawn.",
    ),
    "remind": Wording(
        nb="Lag en utskriftspakke med påminnelse til dem som ikke har svart.",
        nn="Lag ei utskriftspakke med påminning til dei som ikkje har svara.",
        en="Make a pack for print with a reminder to those who haven't answered.",
    ),
    "archive": Wording(
        nb="Lag en pakke til arkivet: dokumentene, hver med en arkivmelding.",
        nn="Lag ein pakke til arkivet: dokumenta, kvart med ei arkivmelding.",
        en="Make a package for the archive: the documents, each with a message about it.",
    ),
    "erase": Wording(
        nb="Slett alt en kjøring har lagt igjen, og skriv en kvittering uten navn.",
        nn="Slett alt ei køyring har lagt att, og skriv ei kvittering utan namn.",
        en="Erase all that a run has left, and write a receipt without names.",
    ),
    "convert": Wording(
        nb="Lag PDF av Word-dokumenter, med LibreOffice eller Word.",
        nn="Lag PDF av Word-dokument, med LibreOffice eller Word.",
        en="Make PDF of Word documents, with LibreOffice or Word.",
    ),
    "draft": Wording(
        nb="Lag en første definisjon av et skjema i Word, som PDF eller begge deler. Det som er gjettet, er merket.",
        nn="Lag ein første definisjon av eit skjema i Word, som PDF eller begge delar. Det som er gjetta, er merkt.",
        en="Make a first definition from a form in Word, as a PDF, or both. Guesses are marked.",
    ),
    "draft -o": Wording(
        nb="Mappen til skjemaet, som templates/samtykke. Av flere skjemaer: mappen der hvert får sin egen, som templates.",
        nn="Mappa til skjemaet, som templates/samtykke. Av fleire skjema: mappa der kvart får si eiga, som templates.",
        en="The folder of the form, such as templates/samtykke. Of several forms: where each gets its own, such as templates.",
    ),
    "build": Wording(
        nb="Lag Word-mal og tomt PDF-skjema av definisjonen.",
        nn="Lag Word-mal og tomt PDF-skjema av definisjonen.",
        en="Make the Word template and the blank PDF form from the definition.",
    ),
    "lint": Wording(
        nb="Sjekk definisjoner, Word-maler og kommune.toml.",
        nn="Sjekk definisjonar, Word-malar og kommune.toml.",
        en="Check definitions, Word templates and kommune.toml.",
    ),
    "schema": Wording(
        nb="Skriv ut JSON Schema for skjema.toml eller kommune.toml.",
        nn="Skriv ut JSON Schema for skjema.toml eller kommune.toml.",
        en="Print the JSON Schema of skjema.toml or kommune.toml.",
    ),
    "--help": Wording(nb="Vis denne hjelpen.", nn="Vis denne hjelpa.", en="Show this help."),
    "--version": Wording(nb="Vis utgaven av skjema.", nn="Vis utgåva av skjema.", en="Show the version of skjema."),
    "--lang": Wording(
        nb="Språk: nb, nn eller en. Ellers SKJEMA_LANG, kommune.toml eller nb.",
        nn="Språk: nb, nn eller en. Elles SKJEMA_LANG, kommune.toml eller nb.",
        en="Language: nb, nn or en. Otherwise SKJEMA_LANG, kommune.toml or nb.",
    ),
    "--templates": Wording(
        nb="Mappe med egne skjemaer. Ellers templates i denne mappen.",
        nn="Mappe med eigne skjema. Elles templates i denne mappa.",
        en="Folder with your own forms. Otherwise templates in this folder.",
    ),
    "--kommune": Wording(
        nb="Fil med det som er likt for alle rader. Ellers kommune.toml i denne mappen.",
        nn="Fil med det som er likt for alle rader. Elles kommune.toml i denne mappa.",
        en="File with what is the same for all rows. Otherwise kommune.toml in this folder.",
    ),
    "--json": Wording(nb="Skriv JSON, for programmer.", nn="Skriv JSON, for program.", en="Write JSON, for programs."),
    "--date": Wording(
        nb="Dato som kjøringen regnes fra, ÅÅÅÅ-MM-DD. Ellers i dag.",
        nn="Dato som køyringa blir rekna frå, ÅÅÅÅ-MM-DD. Elles i dag.",
        en="The date to take for today's, YYYY-MM-DD. Otherwise today.",
    ),
    "--hidden": Wording(
        nb="Skjulte rader i regnearket: use (ta med) eller skip (hopp over).",
        nn="Gøymde rader i reknearket: use (ta med) eller skip (hopp over).",
        en="Hidden rows of the spreadsheet: use or skip.",
    ),
    "--overwrite": Wording(
        nb="Skriv over filer som finnes.", nn="Skriv over filer som finst.", en="Overwrite files that exist."
    ),
    "sheet -o": Wording(
        nb="Arbeidsboken som lages. Ellers <skjema>.xlsx.",
        nn="Arbeidsboka som blir laga. Elles <skjema>.xlsx.",
        en="The workbook to make. Otherwise <form>.xlsx.",
    ),
    "--split": Wording(
        nb="Mappen de skannede arkene legges i, én PDF for hvert skjema. Ellers skannet i mappen til --run.",
        nn="Mappa dei skanna arka blir lagde i, éin PDF for kvart skjema. Elles skannet i mappa til --run.",
        en="The folder for the scanned sheets, one PDF for each form. Otherwise skannet in the folder of --run.",
    ),
    "collect -o": Wording(
        nb="Arbeidsboken svarene skrives i. Ellers svar.xlsx.",
        nn="Arbeidsboka svara blir skrivne i. Elles svar.xlsx.",
        en="The workbook for the answers. Otherwise svar.xlsx.",
    ),
    "--list": Wording(
        nb="Listen skjemaene ble laget fra. Svarene kommer i en kopi av den.",
        nn="Lista skjemaa vart laga frå. Svara kjem i ein kopi av ho.",
        en="The list the forms were made from. The answers come in a copy of it.",
    ),
    "--run": Wording(
        nb="Mappen skjemaene ble laget i, med run.json og run.key.",
        nn="Mappa skjemaa vart laga i, med run.json og run.key.",
        en="The folder the forms were made in, with run.json and run.key.",
    ),
    "--answers": Wording(
        nb="Arbeidsboken fra skjema collect. Ellers svar.xlsx.",
        nn="Arbeidsboka frå skjema collect. Elles svar.xlsx.",
        en="The workbook from skjema collect. Otherwise svar.xlsx.",
    ),
    "--expiring": Wording(
        nb="Så mange dager før siste dag et svar er merket som utløper. Ellers 60.",
        nn="Så mange dagar før siste dag eit svar er merkt som går ut. Elles 60.",
        en="So many days before its last an answer is marked as expiring. Otherwise 60.",
    ),
    "status -o": Wording(
        nb="Skriv arbeidsboken med svar hit, med et ark «Status» først.",
        nn="Skriv arbeidsboka med svar hit, med eit ark «Status» først.",
        en='Write the workbook of answers here, with a first sheet "Status".',
    ),
    "remind -o": Wording(
        nb="PDF-en påminnelsene skrives i.",
        nn="PDF-en påminningane blir skrivne i.",
        en="The PDF for the reminders.",
    ),
    "remind --expiring": Wording(
        nb="Lag heller nye skjemaer for svar som utløper innen så mange dager.",
        nn="Lag heller nye skjema for svar som går ut innan så mange dagar.",
        en="Make new forms instead, for answers that expire within so many days.",
    ),
    "--phones": Wording(
        nb="Lag også en ringeliste, som arbeidsbok.",
        nn="Lag òg ei ringeliste, som arbeidsbok.",
        en="Make a list to telephone by too, as a workbook.",
    ),
    "--yes": Wording(nb="Slett uten å spørre.", nn="Slett utan å spørje.", en="Erase without asking."),
    "--receipt": Wording(
        nb="Filen kvitteringen skrives i. Ellers slettet-<dato>.json.",
        nn="Fila kvitteringa blir skriven i. Elles slettet-<dato>.json.",
        en="The file for the receipt. Otherwise slettet-<date>.json.",
    ),
    "archive -o": Wording(
        nb="Zip-filen pakken skrives i.", nn="Zip-fila pakken blir skriven i.", en="The zip file for the package."
    ),
    "--restriction": Wording(
        nb="Koden arkivet har for det som er unntatt offentlighet. Ellers UOFF.",
        nn="Koden arkivet har for det som er unnateke offentlegheit. Elles UOFF.",
        en="The archive's code for what is exempt from public disclosure. Otherwise UOFF.",
    ),
    "--example": Wording(
        nb="Fyll arbeidsboken med eksempler.", nn="Fyll arbeidsboka med døme.", en="Fill the workbook with examples."
    ),
    "--from": Wording(
        nb="Flytt radene fra denne arbeidsboken, av en eldre utgave, fra i fjor eller, for ip-gjennomgang, av planene.",
        nn="Flytt radene frå denne arbeidsboka, av ei eldre utgåve, frå i fjor eller, for ip-gjennomgang, av planane.",
        en="Carry the rows of this workbook over, of an older edition, from last year or, for ip-gjennomgang, of the plans.",
    ),
    "--year": Wording(
        nb="Året radene skal gjelde; datoer flyttes eller tømmes.",
        nn="Året radene skal gjelde; datoar blir flytta eller tømde.",
        en="The year that the rows are for; dates are moved on or emptied.",
    ),
    "--single": Wording(
        nb="Ark for én sak: feltene under hverandre.",
        nn="Ark for éi sak: felta under kvarandre.",
        en="A sheet for one case: the fields below one another.",
    ),
    "--annotate": Wording(
        nb="Lag en kopi av arbeidsboken med feilene merket.",
        nn="Lag ein kopi av arbeidsboka med feila merkte.",
        en="Make a copy of the workbook with the faults marked.",
    ),
    "--reference": Wording(
        nb="Brevmal (Word-fil) som skrift, farger, topptekst og bunntekst hentes fra.",
        nn="Brevmal (Word-fil) som skrift, fargar, topptekst og botntekst blir henta frå.",
        en="Letterhead (Word file) whose fonts, colors, header and footer are used.",
    ),
    "lint --annotate": Wording(
        nb="Lag en kopi av Word- eller PDF-filen med merknader der noe er galt.",
        nn="Lag ein kopi av Word- eller PDF-fila med merknader der noko er gale.",
        en="Make a copy of the Word or PDF file with comments where something is wrong.",
    ),
    "fill -o": Wording(
        nb="Mappen filene legges i, en .zip, eller en adresse som s3://... Ellers <skjema>-<dato>.",
        nn="Mappa filene blir lagde i, ei .zip, eller ei adresse som s3://... Elles <skjema>-<dato>.",
        en="The folder for the files, a .zip, or an address such as s3://... Otherwise <form>-<date>.",
    ),
    "--format": Wording(
        nb="Bare dette formatet: docx, pdf, eller ics for kalendere. Kan gjentas.",
        nn="Berre dette formatet: docx, pdf, eller ics for kalendrar. Kan gjentakast.",
        en="Only this format: docx, pdf, or ics for calendars. May be repeated.",
    ),
    "--flat": Wording(
        nb="PDF uten felt å fylle ut, for utskrift og arkiv.",
        nn="PDF utan felt å fylle ut, for utskrift og arkiv.",
        en="PDF without fields to fill in, for print and archive.",
    ),
    "--set": Wording(
        nb="Én post uten datafil: feltets id og verdi, i en gruppe gruppe.1.felt. Andre på maskinen kan se verdiene mens det kjører.",
        nn="Éin post utan datafil: id og verdi for feltet, i ei gruppe gruppe.1.felt. Andre på maskina kan sjå verdiane medan det køyrer.",
        en="One record without a data file: a field's id and value, in a group group.1.field. Others on the machine can see them meanwhile.",
    ),
    "--rows": Wording(
        nb="Bare disse postene, for eksempel 1-3,7.",
        nn="Berre desse postane, til dømes 1-3,7.",
        en="Only these records, for example 1-3,7.",
    ),
    "--draft": Wording(
        nb="Lag utkast selv om noe mangler; det står på skjemaet hva.",
        nn="Lag utkast sjølv om noko manglar; det står på skjemaet kva.",
        en="Make drafts even if something is missing; the form says what.",
    ),
    "--partial": Wording(
        nb="Lag skjemaene som er i orden, og meld fra om resten.",
        nn="Lag skjemaa som er i orden, og meld frå om resten.",
        en="Make the forms without errors, and report the others.",
    ),
    "--name": Wording(
        nb="Mønster for filnavn, for eksempel {{barnehage_navn}}-{{nr}}.",
        nn="Mønster for filnamn, til dømes {{barnehage_navn}}-{{nr}}.",
        en="Pattern for file names, for example {{barnehage_navn}}-{{nr}}.",
    ),
    "pack": Wording(
        nb="Lag alle skjemaene som én fil, klar til utskrift.",
        nn="Lag alle skjemaa som éi fil, klar til utskrift.",
        en="Make all forms as one file, ready for print.",
    ),
    "pack --run": Wording(
        nb="Mappen som husker hvem arkene gjelder, så svar på papir kjennes igjen av skjema scan. Lages om den ikke finnes.",
        nn="Mappa som hugsar kven arka gjeld, så svar på papir blir kjende att av skjema scan. Blir laga om ho ikkje finst.",
        en="The folder that remembers whom the sheets are about, so that skjema scan knows answers on paper. Made if missing.",
    ),
    "pack -o": Wording(
        nb="Filen som lages: .pdf, eller .docx for ett Word-dokument.",
        nn="Fila som blir laga: .pdf, eller .docx for eitt Word-dokument.",
        en="The file to make: .pdf, or .docx for one Word document.",
    ),
    "--sort": Wording(
        nb="Feltene skjemaene sorteres etter. Ellers som i dataene.",
        nn="Felta skjemaa blir sorterte etter. Elles som i dataa.",
        en="The fields to sort the forms by. Otherwise as in the data.",
    ),
    "--group": Wording(
        nb="Feltet som samler skjemaer, for eksempel barnehage_navn.",
        nn="Feltet som samlar skjema, til dømes barnehage_navn.",
        en="The field to group forms by, for example barnehage_navn.",
    ),
    "--duplex": Wording(
        nb="For tosidig utskrift: hvert skjema begynner på et nytt ark.",
        nn="For tosidig utskrift: kvart skjema byrjar på eit nytt ark.",
        en="For printing on both sides: each form begins on a new sheet.",
    ),
    "--cover": Wording(
        nb="Et forsideark for hver gruppe, med liste til avkryssing.",
        nn="Eit framsideark for kvar gruppe, med liste til avkryssing.",
        en="A cover sheet for each group, with a list to tick off.",
    ),
    "--names": Wording(
        nb="Navn i PDF-ens bokmerker. Ellers bare nummer.",
        nn="Namn i bokmerka i PDF-en. Elles berre nummer.",
        en="Names in the PDF's bookmarks. Otherwise numbers alone.",
    ),
    "--index": Wording(
        nb="Lag også en arbeidsbok som viser hvilken side hvert skjema ligger på.",
        nn="Lag òg ei arbeidsbok som viser kva side kvart skjema ligg på.",
        en="Also make a workbook that shows the page each form is on.",
    ),
    "--labels": Wording(
        nb="Lag også en PDF med adresseetiketter, i samme rekkefølge.",
        nn="Lag òg ein PDF med adresseetikettar, i same rekkjefølgje.",
        en="Also make a PDF of address labels, in the same order.",
    ),
    "--label-sheet": Wording(
        nb="Etikettarkene: 3x8 er 24 på 70 x 37 mm, 2x7 er 14 på 99,1 x 38,1 mm. Uten, 3x8.",
        nn="Etikettarka: 3x8 er 24 på 70 x 37 mm, 2x7 er 14 på 99,1 x 38,1 mm. Utan, 3x8.",
        en="The sheets: 3x8 is 24 of 70 x 37 mm, 2x7 is 14 of 99.1 x 38.1 mm. Without, 3x8.",
    ),
    "--first-label": Wording(
        nb="Den første etiketten som er ledig på det første arket.",
        nn="Den første etiketten som er ledig på det første arket.",
        en="The first label that is free on the first sheet.",
    ),
    "--for": Wording(
        nb="Sjekk filen mot reglene til en utskriftstjeneste: svarut eller digipost.",
        nn="Sjekk fila mot reglane til ei utskriftsteneste: svarut eller digipost.",
        en="Check the file against the rules of a print service: svarut or digipost.",
    ),
    "--resume": Wording(
        nb="Fortsett en kjøring i samme mappe: lag det som mangler, er endret eller feilet.",
        nn="Hald fram med ei køyring i same mappe: lag det som manglar, er endra eller feila.",
        en="Continue a run in the same folder: make what is missing, changed or failed.",
    ),
    "--changed": Wording(
        nb="Lag bare det som er nytt eller endret siden kjøringen i denne mappen.",
        nn="Lag berre det som er nytt eller endra sidan køyringa i denne mappa.",
        en="Make only what is new or changed since the run in this folder.",
    ),
    "--workers": Wording(
        nb="Antall prosesser som arbeider samtidig. Ellers 1.",
        nn="Talet på prosessar som arbeider samtidig. Elles 1.",
        en="How many processes work at once. Otherwise 1.",
    ),
    "--executor": Wording(
        nb="Adressen til en klynge som gjør arbeidet: tls://vert:port.",
        nn="Adressa til ei klynge som gjer arbeidet: tls://vert:port.",
        en="Address of a cluster that does the work: tls://host:port.",
    ),
    "convert -o": Wording(
        nb="Mappen PDF-ene legges i. Ellers ved siden av hvert dokument.",
        nn="Mappa PDF-ane blir lagde i. Elles ved sida av kvart dokument.",
        en="The folder for the PDFs. Otherwise beside each document.",
    ),
    "--soffice": Wording(
        nb="Programmet soffice i LibreOffice. Ellers SKJEMA_SOFFICE, eller der det pleier å ligge.",
        nn="Programmet soffice i LibreOffice. Elles SKJEMA_SOFFICE, eller der det plar liggje.",
        en="The program soffice of LibreOffice. Otherwise SKJEMA_SOFFICE, or where it usually is.",
    ),
    "build -o": Wording(
        nb="Mappe å skrive malene i. Ellers templates/<skjema>.",
        nn="Mappe å skrive malane i. Elles templates/<skjema>.",
        en="Folder for the templates. Otherwise templates/<form>.",
    ),
}

CLICK: dict[str, Wording] = {
    "Usage:": Wording(nb="Bruk:", nn="Bruk:", en="Usage:"),
    "Options": Wording(nb="Valg", nn="Val", en="Options"),
    "[OPTIONS]": Wording(nb="[VALG]", nn="[VAL]", en="[OPTIONS]"),
    "COMMAND [ARGS]...": Wording(nb="KOMMANDO ...", nn="KOMMANDO ...", en="COMMAND ..."),
    "Commands": Wording(nb="Kommandoer", nn="Kommandoar", en="Commands"),
    "SKJEMA": Wording(nb="SKJEMA", nn="SKJEMA", en="FORM"),
    "[SKJEMA...]": Wording(nb="[SKJEMA...]", nn="[SKJEMA...]", en="[FORM...]"),
    "DOKUMENT...": Wording(nb="DOKUMENT...", nn="DOKUMENT...", en="DOCUMENT..."),
    "MAPPE": Wording(nb="MAPPE", nn="MAPPE", en="FOLDER"),
    "FIL": Wording(nb="FIL", nn="FIL", en="FILE"),
    "FELT=VERDI": Wording(nb="FELT=VERDI", nn="FELT=VERDI", en="FIELD=VALUE"),
    "DATO": Wording(nb="DATO", nn="DATO", en="DATE"),
    "FELT": Wording(nb="FELT", nn="FELT", en="FIELD"),
    "FELT,FELT": Wording(nb="FELT,FELT", nn="FELT,FELT", en="FIELD,FIELD"),
    "MØNSTER": Wording(nb="MØNSTER", nn="MØNSTER", en="PATTERN"),
    "ADRESSE": Wording(nb="ADRESSE", nn="ADRESSE", en="ADDRESS"),
}
"""Words of Click's help pages: headings, and placeholders for the values of options."""


def help_word(written: str, language: MessageLanguage) -> str:
    """A word of a help page in a language; words that aren't in `CLICK` are unchanged."""
    return CLICK[written].text(language) if written in CLICK else written


def help_text(name: str, language: MessageLanguage) -> str:
    """One of `HELP` in a language."""
    return HELP[name].text(language)
