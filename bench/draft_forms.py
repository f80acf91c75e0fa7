# ruff: noqa: E501 - a line of a form is one line
"""Word forms as offices write them, in LibreOffice's own format, and beside each what a person takes its places for.

The lists of what is to be found were written with the forms, before `skjema draft` had seen any of them. A line of such
a list is `label: type`, with `recipient` after it where it is left to whoever gets the paper, and `row` where it is a
column of repeated rows. `|` parts spellings of a label that are all right.
"""

import re
from typing import NamedTuple
from xml.sax.saxutils import escape

LINE = "_" * 24
_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}  # fmt: skip
_STYLES = """
<style:style style:name="Fet" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Strek" style:family="text"><style:text-properties style:text-underline-style="solid"
 style:text-underline-width="auto" style:text-underline-color="font-color"/></style:style>
<style:style style:name="Leder" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties>
<style:tab-stops><style:tab-stop style:position="8cm" style:leader-style="solid" style:leader-text="_"/>
<style:tab-stop style:position="16cm" style:leader-style="solid" style:leader-text="_"/></style:tab-stops>
</style:paragraph-properties></style:style>
"""


class Form(NamedTuple):
    """A form.

    Attributes:
        blocks: Paragraphs and tables of its body, as XML.
        expected: What is to be found, in the order of the form.
    """

    name: str
    blocks: tuple[str, ...]
    expected: tuple[str, ...]


def fodt(form: Form) -> str:
    """The form as a flat OpenDocument text."""
    names = " ".join(f'xmlns:{short}="{name}"' for short, name in _NAMES.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {names} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:automatic-styles>{_STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(form.blocks)}</office:text></office:body></office:document>"
    )


def h(words: str) -> str:
    return f'<text:h text:outline-level="1">{escape(words)}</text:h>'


def p(words: str, style: str = "Standard") -> str:
    """A paragraph; a tab is one, and of several spaces all are kept."""
    written = escape(words).replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")
    written = re.sub(" {2,}", lambda spaces: f'<text:s text:c="{len(spaces[0])}"/>', written)
    return f'<text:p text:style-name="{style}">{written}</text:p>'


def lined(label: str, blanks: int) -> str:
    """A label, and spaces or tabs that are underlined."""
    return (
        f'<text:p>{escape(label)} <text:span text:style-name="Strek"><text:s text:c="{blanks}"/></text:span></text:p>'
    )


def bold(words: str) -> str:
    return f'<text:p><text:span text:style-name="Fet">{escape(words)}</text:span></text:p>'


def t(*rows: tuple[str, ...]) -> str:
    """A table; a line break within a cell begins a paragraph."""
    cells = [
        "".join(f"<table:table-cell>{''.join(map(p, cell.split(chr(10))))}</table:table-cell>" for cell in row)
        for row in rows
    ]
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    return (
        f"<table:table>{columns}{''.join(f'<table:table-row>{row}</table:table-row>' for row in cells)}</table:table>"
    )


def control(attributes: str, words: str = "Klikk her", items: tuple[str, ...] = ()) -> str:
    listed = "".join(f'<loext:list-item loext:display-text="{one}" loext:value="{one}"/>' for one in items)
    return f"<loext:content-control {attributes}>{listed}{escape(words)}</loext:content-control>"


def around(before: str, inner: str, after: str = "") -> str:
    return f"<text:p>{escape(before)}{inner}{escape(after)}</text:p>"


FORMS = (
    Form(
        "samtykke", (
            h("Samtykke til samarbeid"), p("Solbakken kommune, barnehage og skole"),
            p(f"Barnets navn: {LINE}"), p(f"Fødselsdato: {LINE}"), p(f"Barnehage/skole: {LINE}"),
            bold("Jeg samtykker til at disse kan dele opplysninger:"),
            p("\u2610 Helsestasjonen"), p("\u2610 PPT"), p("\u2610 Barnevernstjenesten"),
            p("Samtykket gjelder også bilder:  \u2610 Ja   \u2610 Nei"),
            p(f"Sted og dato: {LINE}"), p(f"Underskrift foresatt: {LINE}"),
        ),
        (
            "Barnets navn: name", "Fødselsdato: date", "Barnehage/skole: text",
            "Jeg samtykker til at disse kan dele opplysninger: choices", "Samtykket gjelder også bilder: yes_no",
            "Sted og dato: text", "Underskrift foresatt: signature recipient",
        ),
    ),
    Form(
        "permisjon", (
            h("Søknad om permisjon fra undervisningen"),
            t(("Elevens navn", ""), ("Klasse", ""), ("Skole", ""), ("Foresattes navn", ""), ("Telefon", ""), ("E-post", "")),
            p(""),
            t(("Fra dato", "", "Til dato", ""), ("Antall skoledager", "", "", "")),
            p("Begrunnelse for søknaden:"), p(LINE * 3), p(LINE * 3), p(LINE * 3),
            t(("Dato", "", "Foresattes underskrift", "")),
            bold("Skolens avgjørelse"), p("\u25a1 Innvilget   \u25a1 Avslått"), p(f"Rektors underskrift: {LINE}"),
        ),
        (
            "Elevens navn: name", "Klasse: text", "Skole: text", "Foresattes navn: name", "Telefon: phone", "E-post: email",
            "Fra dato: date", "Til dato: date", "Antall skoledager: text|integer", "Begrunnelse for søknaden: longtext",
            "Dato: date recipient", "Foresattes underskrift: signature recipient", "Skolens avgjørelse|Innvilget / Avslått: choice",
            "Rektors underskrift: signature recipient",
        ),
    ),
    Form(
        "medisin", (
            h("Avtale om medisinering i barnehagen"),
            t(("Barnets navn\n", "Fødselsnummer\n"), ("Navn på medisin\n", "Dosering\n"), ("Klokkeslett\n", "Fastlege, telefon\n")),
            bold("Medisinen oppbevares"), p("[ ] i kjøleskap"), p("[ ] i låst skap"), p("[ ] annet sted"),
            p(f"Avtalen gjelder fra {LINE} til {LINE}"),
            p("................................................"), p("(dato og underskrift, foresatt)"),
        ),
        (
            "Barnets navn: name", "Fødselsnummer: fodselsnummer", "Navn på medisin: text|name", "Dosering: text",
            "Klokkeslett: time", "Fastlege, telefon: phone|text", "Medisinen oppbevares: choices",
            "Avtalen gjelder fra: text|date", "til: text|date",
            "dato og underskrift, foresatt: signature recipient",
        ),
    ),
    Form(
        "sfo", (
            h("Påmelding til SFO"),
            p("Barnets navn:\t", "Leder"), p("Født:\t Trinn:\t", "Leder"), p("Adresse:\t", "Leder"),
            p("Postnr:\t Poststed:\t", "Leder"),
            bold("Ønsket plass"), p("\u2610 Hel plass\t\u2610 Halv plass\t\u2610 Kun morgen"),
            p("Dager:   \u2610 Mandag  \u2610 Tirsdag  \u2610 Onsdag  \u2610 Torsdag  \u2610 Fredag"),
            p("Har barnet allergier? \u2610 ja \u2610 nei"), p("Hvis ja, hvilke:\t\t", "Leder"),
            p("Dato:\t Underskrift:\t", "Leder"),
        ),
        (
            "Barnets navn: name", "Født: date", "Trinn: text", "Adresse: text", "Postnr: postnummer", "Poststed: text",
            "Ønsket plass: choice", "Dager: choices|choice", "Har barnet allergier?: yes_no", "Hvis ja, hvilke: text|longtext",
            "Dato: date recipient", "Underskrift: signature recipient",
        ),
    ),
    Form(
        "taushet", (
            h("Taushetserklæring"),
            p(f"Jeg, {LINE} (navn), født {LINE}, er kjent med at jeg har taushetsplikt om det jeg får vite i arbeidet "
              "i kommunen. Plikten gjelder også etter at jeg har sluttet."),
            p(f"Stilling: {LINE}    Avdeling: {LINE}"),
            p(f"{LINE}          {LINE}"), p("Sted og dato                              Underskrift"),
        ),
        (
            "navn|Jeg: name", "født: date", "Stilling: text", "Avdeling: text", "Sted og dato: text recipient",
            "Underskrift: signature recipient",
        ),
    ),
    Form(
        "referat", (
            h("Referat fra samarbeidsmøte"),
            t(("Dato:", ""), ("Sted:", ""), ("Til stede:", ""), ("Referent:", "")),
            h("Saker"),
            t(("Sak", "Hva ble sagt", "Ansvarlig", "Frist"), ("", "", "", ""), ("", "", "", ""), ("", "", "", "")),
            bold("Neste møte"), p(f"Dato og klokkeslett: {LINE}"),
        ),
        (
            "Dato: date", "Sted: text", "Til stede: text", "Referent: text|name", "Sak: text row", "Hva ble sagt: text row",
            "Ansvarlig: text row|name row", "Frist: text row|date row", "Dato og klokkeslett: text",
        ),
    ),
    Form(
        "kartlegging", (
            h("Kartlegging av trivsel"), p(f"Elev: {LINE}   Klasse: {LINE}   Dato: {LINE}"),
            t(("Påstand", "Aldri", "Av og til", "Ofte"),
              ("Jeg har noen å være sammen med", "\u2610", "\u2610", "\u2610"),
              ("Jeg får hjelp når jeg trenger det", "\u2610", "\u2610", "\u2610")),
            p("Er det noe du vil fortelle?"), p("." * 90), p("." * 90),
        ),
        (
            "Elev: text|name", "Klasse: text", "Dato: date", "Jeg har noen å være sammen med: choice",
            "Jeg får hjelp når jeg trenger det: choice", "Er det noe du vil fortelle?: longtext",
        ),
    ),
    Form(
        "fullmakt", (
            h("Fullmakt"), p("Undertegnede gir herved fullmakt til:"),
            lined("Navn:", 40), lined("Personnummer (11 siffer):", 30), lined("Adresse:", 50), lined("Mobiltelefon:", 24),
            p("Fullmakten gjelder (kryss av):"), p("\u25a1 Hente post"), p("\u25a1 Levere søknader"), p("\u25a1 Annet: " + LINE),
            p("Sted/dato: ....................    Signatur: ...................."),
        ),
        (
            "Navn: name", "Personnummer (11 siffer): fodselsnummer", "Adresse: text", "Mobiltelefon: phone",
            "Fullmakten gjelder (kryss av): choices", "Annet: text", "Sted/dato: text recipient", "Signatur: signature recipient",
        ),
    ),
    Form(
        "reise", (
            h("Reiseregning"),
            t(("Navn", "", "Ansattnr", ""), ("Kontonummer", "", "Avdeling", ""), ("Formål med reisen", "", "", "")),
            p(""),
            t(("Dato", "Fra - til", "Km", "Kroner"), ("", "", "", ""), ("", "", "", ""), ("", "", "", ""), ("Sum", "", "", "")),
            p(f"Dato {LINE}  Underskrift {LINE}"), p(f"Attestert (navn): {LINE}"),
        ),
        (
            "Navn: name", "Ansattnr: text", "Kontonummer: kontonummer", "Avdeling: text", "Formål med reisen: text",
            "Dato: date row", "Fra - til: text row", "Km: text row|integer row", "Kroner: text row|decimal row",
            "Sum: text|decimal", "Dato: date recipient", "Underskrift: signature recipient", "Attestert (navn): name",
        ),
    ),
    Form(
        "skyss", (
            h("Søknad om skoleskyss"),
            around("Elevens navn: ", control('loext:showing-place-holder="true"')),
            around("Født: ", control('loext:date="true" loext:date-format="DD.MM.YYYY" loext:date-rfc-language-tag="nb-NO"', "Velg dato")),
            around("Skole: ", control('loext:showing-place-holder="true"', "Velg skole", ("Solbakken skole", "Furulia skole"))),
            around("", control(
                'loext:checkbox="true" loext:checked="false" loext:checked-state="\u2612" loext:unchecked-state="\u2610"', "\u2610"
            ), " Eleven har nedsatt funksjonsevne"),
            around("Merknader: ", control('loext:showing-place-holder="true"')),
        ),
        (
            "Elevens navn: name", "Født: date", "Skole: choice", "Eleven har nedsatt funksjonsevne: yes_no", "Merknader: text",
        ),
    ),
    Form(
        "innkalling", (
            p("{{ mottaker_navn }}"), p("{{ adresse }}"), p("{{ postnr }} {{ poststed }}"), h("Innkalling til møte"),
            p("Vi inviterer til møte om {{ barn.navn }}, født {{ barn.fodselsdato }}, den {{ motedato }} kl. {{ klokkeslett }}."),
            p("{%p if tolk %}"), p("Det kommer tolk i {{ sprak }}."), p("{%p endif %}"),
            t(("Navn", "Rolle"), ("{%tr for d in deltakere %}", ""), ("{{ d.navn }}", "{{ d.rolle }}"), ("{%tr endfor %}", "")),
            p("Saksbehandler: {{ saksbehandler }}, telefon {{ saksbehandler_tlf }}"),
        ),
        (
            "Mottaker navn: name", "Adresse: text", "Postnr: postnummer", "Poststed: text", "Barn navn: name",
            "Barn fodselsdato|Fodselsdato: date", "Motedato: date", "Klokkeslett: time", "Tolk: yes_no", "Sprak: text",
            "Navn: name row", "Rolle: text row", "Saksbehandler: text|name", "Saksbehandler tlf: phone",
        ),
    ),
    Form(
        "english", (
            h("Parental consent"), p(f"Name of child: {LINE}"), p(f"Date of birth: {LINE}"), p(f"School: {LINE}"),
            t(("Parent's name", ""), ("Phone", ""), ("E-mail address", "")),
            p("I consent to photographs being taken:  [ ] Yes  [ ] No"), p(f"Date: {LINE}     Signature: {LINE}"),
        ),
        (
            "Name of child: name", "Date of birth: date", "School: text", "Parent's name: name", "Phone: phone",
            "E-mail address: email", "I consent to photographs being taken: yes_no", "Date: date recipient",
            "Signature: signature recipient",
        ),
    ),
)  # fmt: skip

LATER = (
    Form(
        "elevvurdering", (
            h("Halvårsvurdering"), t(("Elev", "", "Trinn", ""), ("Kontaktlærer", "", "Dato", "")),
            h("Faglig"), t(("Fag", "Mål", "Kommentar"), ("", "", ""), ("", "", ""), ("", "", ""), ("", "", "")),
            h("Orden og oppførsel"), p("Elevens egne ord:"), p(LINE * 3), p(LINE * 3),
            p("Det er ønske om ny samtale:   \u25a1 Ja   \u25a1 Nei"),
            t(("Kontaktlærer", "Foresatt"), ("\n\n", "\n\n")), p("(underskrift)"),
        ),
        (
            "Elev: text|name", "Trinn: text", "Kontaktlærer: text|name", "Dato: date", "Fag: text row", "Mål: text row",
            "Kommentar: text row", "Elevens egne ord: longtext", "Det er ønske om ny samtale: yes_no",
            "Kontaktlærer: text|signature recipient", "Foresatt: text|signature recipient",
        ),
    ),
    Form(
        "nokkel", (
            bold("KVITTERING FOR NØKLER"), p("Undertegnede har i dag fått utlevert:"),
            t(("Nøkkel nr.", "Lokale", "Utlevert dato", "Innlevert dato"), ("", "", "", ""), ("", "", "", ""), ("", "", "", "")),
            p("Navn (blokkbokstaver):\t", "Leder"), p("Mobil:\tE-post:\t", "Leder"), p("Organisasjonsnr:\t", "Leder"),
            p("Jeg er kjent med reglene for bruk av lokalene. \u2610"),
            p(f"{LINE}\t{LINE}"), p("Dato\tUnderskrift"),
        ),
        (
            "Nøkkel nr: text row", "Lokale: text row", "Utlevert dato: date row", "Innlevert dato: date row",
            "Navn (blokkbokstaver): name", "Mobil: phone", "E-post: email", "Organisasjonsnr: organisasjonsnummer",
            "Jeg er kjent med reglene for bruk av lokalene: yes_no", "Dato: date recipient", "Underskrift: signature recipient",
        ),
    ),
    Form(
        "avvik", (
            h("Melding om avvik"), t(("Meldt av:", "Dato:"), ("Enhet:", "Klokkeslett:")),
            p("1. Hva skjedde?"), p("." * 110), p("." * 110), p("." * 110),
            p("2. Hvor alvorlig var det? (sett ett kryss)"), p("( ) Lite alvorlig"), p("( ) Alvorlig"), p("( ) Svært alvorlig"),
            p("3. Ble noen skadet?  Ja [ ]  Nei [ ]"), p("4. Er saken meldt videre til: " + "." * 40),
            p("Leders navn: " + "." * 30 + " Sak lukket dato: " + "." * 14),
        ),
        (
            "Meldt av: text|name", "Dato: date", "Enhet: text", "Klokkeslett: time", "1. Hva skjedde?|Hva skjedde?: longtext",
            "2. Hvor alvorlig var det? (sett ett kryss)|Hvor alvorlig var det? (sett ett kryss): choice|choices", "3. Ble noen skadet?|Ble noen skadet?: yes_no",
            "4. Er saken meldt videre til|Er saken meldt videre til: text", "Leders navn: name", "Sak lukket dato: date",
        ),
    ),
    Form(
        "tilskudd", (
            h("Søknad om tilskudd til lag og foreninger"), h("1. Søker"),
            t(("Lagets navn", ""), ("Organisasjonsnummer", ""), ("Bankkonto", ""), ("Leder", ""), ("Leders e-post", ""), ("Antall medlemmer", "")),
            h("2. Tiltak"), t(("Hva søkes det om?\n\n\n",),), t(("Søknadsbeløp (kr)", ""), ("Startdato", ""), ("Sluttdato", "")),
            h("3. Vedlegg"), p("\u2610 Årsmelding"), p("\u2610 Regnskap"), p("\u2610 Budsjett"),
            t(("Sted/dato", ""), ("Underskrift", "")),
        ),
        (
            "Lagets navn: text|name", "Organisasjonsnummer: organisasjonsnummer", "Bankkonto: kontonummer", "Leder: text|name",
            "Leders e-post: email", "Antall medlemmer: text|integer", "Hva søkes det om?: longtext", "Søknadsbeløp (kr): text|decimal|integer",
            "Startdato: date", "Sluttdato: date", "3. Vedlegg|Vedlegg: choices", "Sted/dato: text recipient|text",
            "Underskrift: signature recipient",
        ),
    ),
    Form(
        "nynorsk", (
            h("Søknad om barnehageplass"), p("Namnet til barnet:\t", "Leder"), p("Fødselsnr (11 siffer):\t", "Leder"),
            p("Namn på føresette:\t", "Leder"), p("Telefonnr. dagtid:\t", "Leder"), p("Adresse:\t", "Leder"), p("Postnr./stad:\t", "Leder"),
            p("Ønskt oppstart:\t", "Leder"), p("Har barnet sysken i barnehagen?   \u2610 Ja   \u2610 Nei"),
            p("Ønskjer plass:  \u2610 100 %   \u2610 80 %   \u2610 60 %"), p("Andre opplysningar:"), p(LINE * 3), p(LINE * 3),
            p("Stad og dato:\tUnderskrift:\t", "Leder"),
        ),
        (
            "Namnet til barnet: name", "Fødselsnr (11 siffer): fodselsnummer", "Namn på føresette: name", "Telefonnr. dagtid: phone",
            "Adresse: text", "Postnr./stad: text", "Ønskt oppstart: text|date", "Har barnet sysken i barnehagen?: yes_no",
            "Ønskjer plass: choice", "Andre opplysningar: longtext", "Stad og dato: text recipient", "Underskrift: signature recipient",
        ),
    ),
)  # fmt: skip
"""Written when `skjema draft` had been mended by what the others showed, and counted before it was mended again."""

LAST = (
    Form(
        "kantine", (
            h("Bestilling av møtemat"), p("Bestiller: " + LINE + " Enhet: " + LINE), p("Ansvarsnummer: " + LINE),
            p("Dato for møtet: " + "." * 30 + " Klokkeslett: " + "." * 20), p("Antall personer: " + "." * 20),
            p("Matallergier:"), p(LINE * 3), p("Levering: \u2610 Møterom 1  \u2610 Møterom 2  \u2610 Kantina"),
            t(("Vare", "Antall", "Pris"), ("", "", ""), ("", "", ""), ("", "", ""), ("", "", "")),
            p("Bestillingen sendes til kantina senest tre dager før."),
        ),
        (
            "Bestiller: text|name", "Enhet: text", "Ansvarsnummer: text", "Dato for møtet: date", "Klokkeslett: time",
            "Antall personer: text|integer", "Matallergier: text|longtext", "Levering: choice", "Vare: text row",
            "Antall: text row|integer row", "Pris: text row|decimal row",
        ),
    ),
    Form(
        "vikar", (
            h("Timeliste for vikarer"),
            t(("Navn:", "", "Fødselsnr.:", ""), ("Adresse:", "", "Kontonr.:", ""), ("Arbeidssted:", "", "Skattekommune:", "")),
            p(""), t(("Dato", "Fra kl.", "Til kl.", "Timer", "Vikar for"), *[("",) * 5] * 6),
            p("Sum timer:\t", "Leder"), t(("Dato og underskrift vikar", ""), ("Attestert av", ""), ("Anvist av", "")),
        ),
        (
            "Navn: name", "Fødselsnr: fodselsnummer", "Adresse: text", "Kontonr: kontonummer", "Arbeidssted: text",
            "Skattekommune: text", "Dato: date row", "Fra kl: time row", "Til kl: time row", "Timer: text row|decimal row",
            "Vikar for: text row", "Sum timer: text|decimal", "Dato og underskrift vikar: signature recipient",
            "Attestert av: text|name", "Anvist av: text|name",
        ),
    ),
    Form(
        "bilder", (
            h("Samtykke til bruk av bilder"), p("Til foresatte ved Solbakken barnehage"),
            lined("Barnets fulle navn:", 40), lined("Fødselsdato:", 20), p(""),
            t(("Bildene kan brukes", "Ja", "Nei"), ("I barnehagens permer", "\u25a1", "\u25a1"),
              ("På barnehagens nettside", "\u25a1", "\u25a1"), ("I lokalavisen", "\u25a1", "\u25a1")),
            p("Samtykket kan når som helst trekkes tilbake. Det gjelder til barnet slutter."),
            p("Dato:\tForesatt 1:\t", "Leder"), p("Dato:\tForesatt 2:\t", "Leder"), p("(begge foresatte må skrive under)"),
        ),
        (
            "Barnets fulle navn: name", "Fødselsdato: date", "I barnehagens permer: yes_no", "På barnehagens nettside: yes_no",
            "I lokalavisen: yes_no", "Dato: date|date recipient", "Foresatt 1: text|name|text recipient|signature recipient",
            "Dato: date|date recipient", "Foresatt 2: text|name|text recipient|signature recipient",
        ),
    ),
    Form(
        "klage", (
            h("Klage på vedtak"), bold("Opplysninger om deg"), p(f"Fornavn og etternavn: {LINE}"), p(f"Adresse: {LINE}"),
            p(f"Postnummer og sted: {LINE}"), p(f"Telefon: {LINE} E-postadresse: {LINE}"),
            bold("Vedtaket du klager på"), p(f"Saksnummer: {LINE} Vedtaksdato: {LINE}"), p("Hva vil du ha endret?"),
            p("_" * 80), p("_" * 80), p("Hvorfor?"), p("_" * 80), p("_" * 80), p("_" * 80),
            p("Jeg legger ved dokumenter \u2610 ja \u2610 nei, antall: ____"),
            p("Sted: ____________ Dato: ____________ Underskrift: ____________"),
        ),
        (
            "Fornavn og etternavn: name|text", "Adresse: text", "Postnummer og sted: text", "Telefon: phone", "E-postadresse: email",
            "Saksnummer: text", "Vedtaksdato: date", "Hva vil du ha endret?: longtext", "Hvorfor?: longtext",
            "Jeg legger ved dokumenter: yes_no", "antall: text|integer", "Sted: text recipient", "Dato: date recipient",
            "Underskrift: signature recipient",
        ),
    ),
    Form(
        "hjemme", (
            h("Avtale om hjemmekontor"), p(f"Avtalen er mellom Solbakken kommune ved {LINE} (leder) og {LINE} (arbeidstaker)."),
            p(f"1. Arbeidstakeren har ansattnummer {LINE} og stilling {LINE}."),
            p("2. Dager på hjemmekontor:"), p("\u2610 Mandag"), p("\u2610 Tirsdag"), p("\u2610 Onsdag"), p("\u2610 Torsdag"), p("\u2610 Fredag"),
            p(f"3. Avtalen gjelder fra {LINE} til {LINE}."), p("4. Utstyr som er lånt ut:"), p(LINE * 3), p(LINE * 3),
            t(("For kommunen", "Arbeidstaker"), ("Dato:", "Dato:"), ("Underskrift:", "Underskrift:")),
        ),
        (
            "leder: text|name", "arbeidstaker: text|name", "Arbeidstakeren har ansattnummer|ansattnummer: text", "stilling|og stilling: text",
            "Dager på hjemmekontor|2. Dager på hjemmekontor: choices", "Avtalen gjelder fra|3. Avtalen gjelder fra: text|date", "til: text|date",
            "Utstyr som er lånt ut|4. Utstyr som er lånt ut: longtext", "Dato: date recipient", "Dato: date recipient",
            "Underskrift: signature recipient", "Underskrift: signature recipient",
        ),
    ),
)  # fmt: skip
"""Written when it had been mended once more, and counted before it was mended again."""
