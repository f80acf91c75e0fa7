"""Words printed on every form."""

from skjema.wording import Language, Wording

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
    "legend": Wording(
        nb="Felt merket med * må fylles ut. De fargede feltene fyller dere ut.",
        nn="Felt merkte med * må fyllast ut. Dei farga felta fyller de ut.",
        en="Fields marked with * must be filled in. The shaded fields are for you to fill in.",
    ),
    "must-be-filled": Wording(nb="må fylles ut", nn="må fyllast ut", en="must be filled in"),
    "edition": Wording(nb="utgave {version}", nn="utgåve {version}", en="edition {version}"),
    "signature-date": Wording(nb="Dato", nn="Dato", en="Date"),
    "cover-count": Wording(nb="Skjemaer: {count}", nn="Skjema: {count}", en="Forms: {count}"),
    "cover-none": Wording(nb="Ikke oppgitt: {label}", nn="Ikkje oppgitt: {label}", en="Not given: {label}"),
    "cover-number": Wording(nb="Nr.", nn="Nr.", en="No."),
    "telephone": Wording(nb="tlf. {number}", nn="tlf. {number}", en="tel. {number}"),
    "logo": Wording(nb="Logoen til {name}", nn="Logoen til {name}", en="Logo of {name}"),
}


def word(name: str, language: Language, /, **gaps: object) -> str:
    """One of `FORMS` in a language, its gaps filled."""
    return FORMS[name].text(language, **gaps)
