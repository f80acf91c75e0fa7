"""A guess about a field of a foreign paper, and the guess of its type by its name and the words beside it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from skjema.text_match import match_key

Reason = Literal["kind", "label", "name", "unknown"]
"""What a field's type was guessed from: the kind of field, its label, its name, or nothing: then it is a text."""

Origin = Literal["field", "tag", "merge", "control", "legacy", "bookmark", "blank", "box", "cell", "table"]
"""What a field was read from: `field` is a field of a PDF, the others are places of a Word file."""


class GuessedAnswer(NamedTuple):
    """One answer of a guessed field.

    Attributes:
        source: Name in the paper: a state or option of a PDF field, or the field to tick for this answer.
    """

    id: str
    label: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A guess about a field of a paper.

    Attributes:
        id: Id in the definition; unique once `write_draft.settled` has changed it.
        type: A type of `skjema.fieldtypes`.
        label: Label on paper; the field's name where there is none.
        answers: Answers of a field of the types `choice` and `choices`.
        max_length: Most characters; 0 for no limit.
        lines: Number of lines for a long text.
        recipient: Whether the recipient fills it in, such as a line to sign on.
        place: Where it stands, in words for people: a page, or a quoted paragraph.
        section: The heading above it; empty without.
        sources: Names in the paper: full names of PDF fields, in the order of a group's rows.
        group: Id of the group that it is a column of; empty for a field of the record itself.
        reason: What its type was guessed from.
        said: The value that the paper already has: a text, or the chosen answers by their names in the paper.
        default: That value as an expression of the definition; empty without.
        found_in: What of the paper it was read from.
    """

    id: str
    type: str
    label: str
    answers: tuple[GuessedAnswer, ...] = ()
    required: bool = False
    max_length: int = 0
    lines: int = 1
    recipient: bool = False
    place: str = ""
    section: str = ""
    sources: tuple[str, ...] = ()
    group: str = ""
    reason: Reason = "unknown"
    said: tuple[str, ...] = ()
    default: str = ""
    found_in: Origin = "field"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessedGroup:
    """A group of rows with the same fields.

    Attributes:
        label: Name of one row, in the singular.
        rows: Number of rows on the paper; 0 where it grows.
    """

    id: str
    label: str
    rows: int = 0


class GuessedType(NamedTuple):
    type: str
    reason: Reason


# matched as whole words of a label or name; an expression may match several words
_TYPES: tuple[tuple[str, str], ...] = (
    ("fodselsnummer", r"(fødselsn(umme)?r|personn(umme)?r|fnr|fodselsn(umme)?r|d n(umme)?r|11 siff(er|re))"),
    ("date", r"(\w*dato(en)?|\w*date|fød[dt]|born|dob|dd ?mm ?(åå|aa|yy)\w*|birthday|fødselsdag|\w*beaivi)"),
    ("phone", r"(\w*telefon(en|n(umme)?r)?|tlf( ?nr)?|telefov\w*|\w*mobil(en|telefon|n(umme)?r)?|\w*phone|mobile|tel)"),
    ("email", r"(e ?(post|mail)( ?add?ress\w*)?|mail)"),
    ("postnummer", r"(postn(umme)?r)"),
    ("organisasjonsnummer", r"(org(anisasjons)? ?n(umme)?r|organisation number)"),
    ("kontonummer", r"((bank)?konto ?n(umme)?r|bank ?konto|bank account( number)?)"),
    ("iban", r"(iban)"),
    ("kommunenummer", r"(kommune ?n(umme)?r)"),
    ("time", r"(klokkeslett|klokka|kl)"),
    ("name", r"(\w*na[vm]n(et)?|\w*namma|\w*name)"),
)
"""Types by the words that name them; `nr` also stands for `nummer`."""
_DATE_PART = r"(d{1,2}|m{1,2}|å{2,4}|y{2,4}|a{2,4})"
_DATE_LETTERS = re.compile(rf"(?<![^\W\d_]){_DATE_PART}[\W_]?{_DATE_PART}[\W_]?{_DATE_PART}(?![^\W\d_])")
_DATE_WORDS = (r"(?<!\w)da(g|y)", r"(?<!\w)m(åned|ånad|onth)", r"(?<!\w)(år|year)")
"""Day, month and year as labels name them."""
_SIGNED = r"(vuolláičála\w*|\w*underskrift(er)?|\w*signatur(e|en)?|underteikna|undertegnet|sign)"
_OTHERS = r"(poststed\w*|sted|stad|place|adresse\w*|address|kommentar\w*|merknad\w*|arbeidssted)"
"""Words that show that a field holds something else, or more, than the type's own word says."""
_BESIDE_SIGNATURE = (
    r"((underskrifts?|signatur|signerings|dags)?dato(en)?|date|den|sted|stad|place"
    r"|blokkbokstaver|blokkbokstavar|block letters|print(ed)? name)"
)
_BORN = re.compile(r"\b(fø[dr]|fod[dst]|birth|born)")
_PART_OF_NAME = r"(fornavn|etternavn|fornamn|etternamn|(first|last|given|family) ?name|surname)"
_WHOLE_NAME = re.compile(
    r"(?<!\w)(for(navn|namn)?|first ?name) (?:og |and |mellomna[vm]n )*(etter(navn|namn)|last ?name|surname)(?!\w)"
)
"""A first and a last name in one field."""
_OF_OTHERS = (
    r"(foresatte?s?|føresette?s?|foreldre\w*|forelder|mors?|fars?|verges?|pårørende\w*|kontakt\w*|lærer\w*|lærar\w*"
    r"|rektor\w*|fastlege\w*|lege\w*|saksbehandler\w*|leder\w*|styrer\w*|parents?|guardians?|mother|father|contact)"
)
"""People other than the one whom the record is about."""
_THING = r"(medisin|medikament|legemid|preparat|kurs|fag|tiltak|aktivitet|arrangement|utstyr|dyr|hund)\w*"
_NO_PERSON = (
    r"(skole\w*|skule\w*|barnehage\w*|bedrift\w*|firma\w*|virksomhet\w*|verksemd\w*|kommune\w*|organisasjon\w*|bank\w*"
    r"|etat\w*|agency|department|authority|suffix|prefix|title|foretak\w*|føretak\w*|avdeling\w*|prosjekt\w*|bruker|user|file|fil|company|school|business|project"
    rf"|{_THING} na[vm]n|na[vm]n på {_THING}"
    r"|organi[sz]ation|institution|bank|product|city|street|state|country|county|domain|host|field|stedsnavn|gatenavn"
    r"|veinavn|middle|first|last|given|family|fornavn|etternavn|mellomnavn|fornamn|etternamn"
    r"|firmanavn|skolenavn|brukernavn|filnavn|bedriftsnavn|username|filename|firstname|lastname|surname)"
)
"""Words beside «name» which show that it is no person's name, or only a part of one."""


def guess_type(label: str, name: str = "") -> GuessedType:
    """The guessed type of a line of text.

    Args:
        label: The words beside or about it.
        name: Its name in the paper, which people don't see.
    """
    last = label.rstrip(": ").rpartition(":")[2]  # without whom it concerns: `Foresatt 1: Telefon`
    for text, reason in ((last, "label"), (label, "label"), (name, "name")):
        if found := _type_of(" ".join(words_of(text))):
            is_other = found == "date" and _has_other_order(label)
            return GuessedType("text" if is_other else found, reason)  # type: ignore[arg-type]
    return GuessedType("text", "unknown")


def _has_other_order(label: str) -> bool:
    """Whether a label asks for a date in another order than day, month, year."""
    small = label.casefold()
    letters = _DATE_LETTERS.search(small)
    if letters:
        return [one[0] for one in letters.groups()] not in (["d", "m", year] for year in "åya")
    places = [found.start() if (found := re.search(part, small)) else -1 for part in _DATE_WORDS]
    return -1 not in places and places != sorted(places)


def is_signed(label: str) -> bool:
    """Whether a label mentions a signature."""
    return _has(_SIGNED, " ".join(words_of(label)))


def is_part_of_name(label: str) -> bool:
    """Whether a field holds only a first or only a last name."""
    return _has(_PART_OF_NAME, re.sub(_WHOLE_NAME, "navn", " ".join(words_of(label))))


def is_of_others(guess: Guess) -> bool:
    """Whether a field is about another person than the record is, such as a parent."""
    return any(_has(_OF_OTHERS, " ".join(words_of(one))) for one in (guess.label, *guess.sources))


def is_of_signer(guess: Guess) -> bool:
    """Whether a field holds what is written beside a signature: date, place, or name in capitals."""
    words = " ".join(words_of(guess.label))
    return guess.type in ("date", "text", "name") and _has(_BESIDE_SIGNATURE, words) and not _BORN.search(words)


def _type_of(words: str) -> str:
    """The type that words name; `text` where they name several, empty where they name none."""
    if _has(_SIGNED, words) and not re.search(r"\b(dato|date|navn|namn|name|sted|stad) (for|av|på|of) ", words):
        return "signature"
    found = [kind for kind, pattern in _TYPES if _has(pattern, words)]
    if not found:
        return ""
    if found == ["fodselsnummer"] and _has(r"5 siff\w*", words):  # its last five digits, after the date of birth
        return "text"
    if found == ["name"] and _has(_NO_PERSON, re.sub(_WHOLE_NAME, "navn", words)):
        return "text"
    is_mixed = len(found) > 1 or (found != ["email"] and _has(_OTHERS, words))
    return "text" if is_mixed else found[0]


def _has(pattern: str, words: str) -> bool:
    return re.search(rf"(?<!\w){pattern}(?!\w)", words) is not None


def words_of(text: str) -> list[str]:
    """The words, in lower case, of a label, or of a name such as `ParentPhone_2` or `form1[0].Page1[0].navn[0]`."""
    last = re.sub(r"\[\d+\]", "", text).rpartition(".")[2] if re.fullmatch(r"\S+\[\d+\]", text) else text
    parted = re.sub(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])", " ", last)
    return re.findall(r"[^\W_]+", parted.casefold())


def plain_id(text: str) -> str:
    """A text as an id: `Barnets fødselsdato:` becomes `barnets_fodselsdato`; empty where no letter can be used."""
    letters = text.casefold().translate({ord("æ"): "ae", ord("ø"): "o", ord("å"): "a", ord("ß"): "ss", ord("ł"): "l"})
    ascii_only = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_only)
    short = ""
    for word in words:
        if short and len(short) + len(word) > _LONGEST_ID:
            break
        short = f"{short}_{word[:_LONGEST_ID]}" if short else word[:_LONGEST_ID]
    return short if short[:1].isalpha() else f"felt_{short}" if short else ""


_LONGEST_ID = 40


def distinct(ids: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """The ids with a number added to those that are taken or repeated, compared by `match_key`."""
    used, found = set(map(match_key, taken)), []
    for one in ids:
        wanted, number = one or "felt", 2
        while match_key(wanted) in used:
            wanted, number = f"{one or 'felt'}_{number}", number + 1
        used.add(match_key(wanted))
        found.append(wanted)
    return found
