"""Words printed on every form, such as «Side 1 av 2».

They have all languages of messages. For other languages, `paper_words/<language>.toml` has the words; a word that is
missing there is printed in bokmål, and lint says so.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from skjema.wording import LANGUAGES, Language, Wording, message_language, spell

_FOLDER = Path(__file__).with_name("paper_words")

FORMS: dict[str, Wording] = {
    "yes": Wording(nb="Ja", nn="Ja", en="Yes"),
    "no": Wording(nb="Nei", nn="Nei", en="No"),
    "page": Wording(nb="Side {n} av {total}", nn="Side {n} av {total}", en="Page {n} of {total}"),
    "draft": Wording(nb="UTKAST", nn="UTKAST", en="DRAFT"),
    "draft-missing": Wording(
        nb="UTKAST. Mangler: {missing}.",
        nn="UTKAST. Manglar: {missing}.",
        en="DRAFT. Missing: {missing}.",
    ),
    "draft-complete": Wording(
        nb="UTKAST. Ingenting mangler.", nn="UTKAST. Ingenting manglar.", en="DRAFT. Nothing is missing."
    ),
    "draft-to-fill": Wording(nb="[Fylles ut: {label}]", nn="[Blir fylt ut: {label}]", en="[To be filled in: {label}]"),
    "draft-to-fill-so": Wording(
        nb="[Fylles ut: {label}. {what}]", nn="[Blir fylt ut: {label}. {what}]", en="[To be filled in: {label}. {what}]"
    ),
    "legend-star": Wording(
        nb="Felt merket med * må fylles ut.",
        nn="Felt merkte med * må fyllast ut.",
        en="Fields marked with * must be filled in.",
    ),
    "legend-shade": Wording(
        nb="De fargede feltene fylles ut av den som får skjemaet.",
        nn="Dei farga felta blir fylte ut av den som får skjemaet.",
        en="The shaded fields are for whoever receives the form.",
    ),
    "must-be-filled": Wording(nb="må fylles ut", nn="må fyllast ut", en="must be filled in"),
    "edition": Wording(nb="utgave {version}", nn="utgåve {version}", en="edition {version}"),
    "signature-date": Wording(nb="Dato", nn="Dato", en="Date"),
    "cover-count": Wording(nb="Skjemaer: {count}", nn="Skjema: {count}", en="Forms: {count}"),
    "cover-none": Wording(nb="Ikke oppgitt: {label}", nn="Ikkje oppgitt: {label}", en="Not given: {label}"),
    "row-number": Wording(nb="Nr.", nn="Nr.", en="No."),
    "none": Wording(nb="Ingen", nn="Ingen", en="None"),
    "telephone": Wording(nb="tlf. {number}", nn="tlf. {number}", en="tel. {number}"),
    "continued": Wording(
        nb="(fortsetter på vedlegg {number})",
        nn="(held fram på vedlegg {number})",
        en="(continued on attachment {number})",
    ),
    "see-attached": Wording(nb="se vedlegg {number}", nn="sjå vedlegg {number}", en="see attachment {number}"),
    "attachment": Wording(
        nb="Vedlegg {number}: {label}", nn="Vedlegg {number}: {label}", en="Attachment {number}: {label}"
    ),
    "wheel-months": Wording(
        nb="Januar Februar Mars April Mai Juni Juli August September Oktober November Desember",
        nn="Januar Februar Mars April Mai Juni Juli August September Oktober November Desember",
        en="January February March April May June July August September October November December",
    ),
    "wheel-short": Wording(
        nb="jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des.",
        nn="jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des.",
        en="Jan Feb Mar Apr May June July Aug Sep Oct Nov Dec",
    ),
    "wheel-month": Wording(nb="Måned", nn="Månad", en="Month"),
    "wheel-alt": Wording(
        nb="Årshjul: tolv måneder i en sirkel, med numrene på tiltakene i den måneden fristen er ({what}). Listen under sier det samme.",
        nn="Årshjul: tolv månader i ein sirkel, med numra på tiltaka i den månaden fristen er ({what}). Lista under seier det same.",
        en="Year wheel: twelve months in a circle, with the numbers of what falls due in each ({what}). The list below says the same.",
    ),
    "paper-reference": Wording(nb="Ref. {reference}", nn="Ref. {reference}", en="Ref. {reference}"),
    "reminder": Wording(
        nb="**Påminnelse:** Vi kan ikke se at vi har fått svar på dette skjemaet. Har dere svart, ser dere bort fra det.",
        nn="**Påminning:** Vi kan ikkje sjå at vi har fått svar på dette skjemaet. Har de svart, ser de bort frå det.",
        en="**Reminder:** We can't see that we have had an answer to this form. If you have answered, please disregard it.",
    ),
    "logo": Wording(nb="Logoen til {name}", nn="Logoen til {name}", en="Logo of {name}"),
}


def paper_word(name: str, language: Language, /, **params: object) -> str:
    """One of `FORMS` in the language of a paper, its gaps filled."""
    if language not in LANGUAGES and name in (own := _own_words(language)):
        return own[name].format_map({gap: spell(value, language) for gap, value in params.items()})
    return FORMS[name].text(message_language(language), **params)


def words_lacking(language: Language) -> tuple[str, ...]:
    """Names of words that haven't been translated into a language, so that its papers have them in bokmål."""
    return () if language in LANGUAGES else tuple(name for name in FORMS if name not in _own_words(language))


@cache
def _own_words(language: Language) -> Mapping[str, str]:
    """The words in a language's own file."""
    file = _FOLDER / f"{language}.toml"
    if not file.is_file():
        return {}
    import tomllib  # only for papers in other languages than ours

    return {name: str(text) for name, text in tomllib.loads(file.read_text("utf-8")).items() if name in FORMS}
