"""Words of drafts: comments of a drafted definition, and remarks on guesses."""

from skjema.wording import MessageLanguage, Wording

DRAFT: dict[str, Wording] = {
    "draft-head": Wording(
        nb="Laget av {file} med skjema draft. Se over det som er merket GJETTET, og slett merket når det stemmer.",
        nn="Laga av {file} med skjema draft. Sjå over det som er merkt GJETTA, og slett merket når det stemmer.",
        en="Made from {file} by skjema draft. Look over what is marked GUESSED, and delete the mark when it is right.",
    ),
    "draft-key": Wording(
        nb="GJETTET: det som skiller to rader fra hverandre.",
        nn="GJETTA: det som skil to rader frå kvarandre.",
        en="GUESSED: what tells two rows apart.",
    ),
    "draft-by-label": Wording(
        nb="GJETTET av ledeteksten: {type}.", nn="GJETTA av leieteksten: {type}.", en="GUESSED from the label: {type}."
    ),
    "draft-by-name": Wording(
        nb="GJETTET av navnet {source}: {type}.",
        nn="GJETTA av namnet {source}: {type}.",
        en="GUESSED from the name {source}: {type}.",
    ),
    "draft-own-value": Wording(
        nb="GJETTET: verdien sto i skjemaet, og gjelder der raden ikke har noen.",
        nn="GJETTA: verdien stod i skjemaet, og gjeld der rada ikkje har nokon.",
        en="GUESSED: the value stood in the form, and holds where the row has none.",
    ),
    "draft-most": Wording(nb="Plass til {most} tegn.", nn="Plass til {most} teikn.", en="Room for {most} letters."),
    "draft-page": Wording(nb="Side {page}.", nn="Side {page}.", en="Page {page}."),
    "draft-records": Wording(nb="Rader", nn="Rader", en="Rows"),
}


def draft_wording(name: str, language: MessageLanguage, /, **params: object) -> str:
    """One of `DRAFT` in a language, its gaps filled."""
    return DRAFT[name].text(language, **params)
