"""What a field of somebody else's paper is taken for, judged by its name and by the words that stand beside it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from skjema.text_match import match_key

Reason = Literal["kind", "label", "name", "unknown"]
"""What a field's type was taken from: the kind of field it is, its label, its name, or nothing: then it is a text."""

Origin = Literal["field", "tag", "merge", "control", "legacy", "bookmark", "blank", "box", "cell", "table"]
"""What a field was read from: the first is a field of a PDF, the others are places of a Word file."""


class GuessedAnswer(NamedTuple):
    """One answer of a field.

    Attributes:
        source: What the paper calls it: the state or option of a PDF field, or the field that is ticked for it.
    """

    id: str
    label: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A field of a paper, and what it is taken for.

    Attributes:
        id: As the definition calls it; unique among the guesses once `write_draft` has seen to it.
        type: A type of `skjema.fieldtypes`.
        label: What it is called on paper; its name where nothing else is there.
        answers: Of a field of the types `choice` and `choices`.
        max_length: Most letters; 0 for any number.
        lines: Lines of a text of several.
        recipient: Whether it is left to who gets the paper, as a line to sign on is.
        place: Where it stands, as people look for it: a page, or the paragraph's own words.
        section: The heading that it stands under; empty where there is none.
        sources: What the paper calls it: of a PDF its fields' full names, in the order of a group's rows.
        group: Id of the group that it is a column of; empty for a field of the record itself.
        reason: What its type was taken from.
        said: What the paper says there already: a text, or the answers chosen there, as it calls them.
        default: That as an expression of the definition; empty for none.
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
    """Rows of the same fields.

    Attributes:
        label: What one row is, in the singular.
        rows: How many the paper has room for; 0 where it grows.
    """

    id: str
    label: str
    rows: int = 0


class GuessedType(NamedTuple):
    type: str
    reason: Reason


# As whole words of a label or name once it is cut into words; an expression may reach over several of them.
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
"""Types by the words that name them; `nr` stands for `nummer` too."""
_DATE_PART = r"(d{1,2}|m{1,2}|å{2,4}|y{2,4}|a{2,4})"
_DATE_LETTERS = re.compile(rf"(?<![^\W\d_]){_DATE_PART}[\W_]?{_DATE_PART}[\W_]?{_DATE_PART}(?![^\W\d_])")
_DATE_WORDS = (r"(?<!\w)da(g|y)", r"(?<!\w)m(åned|ånad|onth)", r"(?<!\w)(år|year)")
"""Day, month and year, as a label says where each is to stand."""
_SIGNED = r"(vuolláičála\w*|\w*underskrift(er)?|\w*signatur(e|en)?|underteikna|undertegnet|sign)"
_OTHERS = r"(poststed\w*|sted|stad|place|adresse\w*|address|kommentar\w*|merknad\w*|arbeidssted)"
"""Words that say that a field holds something else, or more, than the one that names a type."""
_BESIDE_SIGNATURE = (
    r"((underskrifts?|signatur|signerings|dags)?dato(en)?|date|den|sted|stad|place"
    r"|blokkbokstaver|blokkbokstavar|block letters|print(ed)? name)"
)
_BORN = re.compile(r"\b(fø[dr]|fod[dst]|birth|born)")
_PART_OF_NAME = r"(fornavn|etternavn|fornamn|etternamn|(first|last|given|family) ?name|surname)"
_WHOLE_NAME = re.compile(
    r"(?<!\w)(for(navn|namn)?|first ?name) (?:og |and |mellomna[vm]n )*(etter(navn|namn)|last ?name|surname)(?!\w)"
)
"""A first and a last name together."""
_OF_OTHERS = (
    r"(foresatte?s?|føresette?s?|foreldre\w*|forelder|mors?|fars?|verges?|pårørende\w*|kontakt\w*|lærer\w*|lærar\w*"
    r"|rektor\w*|fastlege\w*|lege\w*|saksbehandler\w*|leder\w*|styrer\w*|parents?|guardians?|mother|father|contact)"
)
"""Those whom a record names beside the one it is about."""
_THING = r"(medisin|medikament|legemid|preparat|kurs|fag|tiltak|aktivitet|arrangement|utstyr|dyr|hund)\w*"
_NO_PERSON = (
    r"(skole\w*|skule\w*|barnehage\w*|bedrift\w*|firma\w*|virksomhet\w*|verksemd\w*|kommune\w*|organisasjon\w*|bank\w*"
    r"|etat\w*|agency|department|authority|suffix|prefix|title|foretak\w*|føretak\w*|avdeling\w*|prosjekt\w*|bruker|user|file|fil|company|school|business|project"
    rf"|{_THING} na[vm]n|na[vm]n på {_THING}"
    r"|organi[sz]ation|institution|bank|product|city|street|state|country|county|domain|host|field|stedsnavn|gatenavn"
    r"|veinavn|middle|first|last|given|family|fornavn|etternavn|mellomnavn|fornamn|etternamn"
    r"|firmanavn|skolenavn|brukernavn|filnavn|bedriftsnavn|username|filename|firstname|lastname|surname)"
)
"""Words beside «name» that say that no person is called by it, or that it is but a part of a name."""


def guess_type(label: str, name: str = "") -> GuessedType:
    """The type of a line of text.

    Args:
        label: What stands beside it, or is told of it.
        name: What the paper calls it, out of sight.
    """
    last = label.rstrip(": ").rpartition(":")[2]  # of whom comes first: `Foresatt 1: Telefon`
    for text, reason in ((last, "label"), (label, "label"), (name, "name")):
        if found := _type_of(" ".join(words_of(text))):
            is_other = found == "date" and _has_other_order(label)
            return GuessedType("text" if is_other else found, reason)  # type: ignore[arg-type]
    return GuessedType("text", "unknown")


def _has_other_order(label: str) -> bool:
    """Whether a label asks for a date in another order than day, month and year, in which dates are written."""
    small = label.casefold()
    letters = _DATE_LETTERS.search(small)
    if letters:
        return [one[0] for one in letters.groups()] not in (["d", "m", year] for year in "åya")
    places = [found.start() if (found := re.search(part, small)) else -1 for part in _DATE_WORDS]
    return -1 not in places and places != sorted(places)


def is_signed(label: str) -> bool:
    """Whether a label speaks of a signature, whatever else of it."""
    return _has(_SIGNED, " ".join(words_of(label)))


def is_part_of_name(label: str) -> bool:
    """Whether a field holds a first or a last name alone."""
    return _has(_PART_OF_NAME, re.sub(_WHOLE_NAME, "navn", " ".join(words_of(label))))


def is_of_others(guess: Guess) -> bool:
    """Whether a field is about somebody else than the one whom the record is about, such as a parent."""
    return any(_has(_OF_OTHERS, " ".join(words_of(one))) for one in (guess.label, *guess.sources))


def is_of_signer(guess: Guess) -> bool:
    """Whether a field holds what is written beside a signature: the day, the place, or the name in capitals."""
    words = " ".join(words_of(guess.label))
    return guess.type in ("date", "text", "name") and _has(_BESIDE_SIGNATURE, words) and not _BORN.search(words)


def _type_of(words: str) -> str:
    """The one type that words name; `text` where they name several, nothing where they name none."""
    if _has(_SIGNED, words) and not re.search(r"\b(dato|date|navn|namn|name|sted|stad) (for|av|på|of) ", words):
        return "signature"
    found = [kind for kind, pattern in _TYPES if _has(pattern, words)]
    if not found:
        return ""
    if found == ["fodselsnummer"] and _has(r"5 siff\w*", words):  # its end, behind the day of birth
        return "text"
    if found == ["name"] and _has(_NO_PERSON, re.sub(_WHOLE_NAME, "navn", words)):
        return "text"
    is_mixed = len(found) > 1 or (found != ["email"] and _has(_OTHERS, words))
    return "text" if is_mixed else found[0]


def _has(pattern: str, words: str) -> bool:
    return re.search(rf"(?<!\w){pattern}(?!\w)", words) is not None


def words_of(text: str) -> list[str]:
    """The words of a label or of a name such as `ParentPhone_2` or `form1[0].Page1[0].navn[0]`, in small letters."""
    last = re.sub(r"\[\d+\]", "", text).rpartition(".")[2] if re.fullmatch(r"\S+\[\d+\]", text) else text
    parted = re.sub(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])", " ", last)
    return re.findall(r"[^\W_]+", parted.casefold())


def plain_id(text: str) -> str:
    """A text as an id: `Barnets fødselsdato:` is `barnets_fodselsdato`; empty where nothing of it can be one."""
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
    """The ids, those that come again or are taken, as `match_key` has them, with a number after them."""
    used, found = set(map(match_key, taken)), []
    for one in ids:
        wanted, number = one or "felt", 2
        while match_key(wanted) in used:
            wanted, number = f"{one or 'felt'}_{number}", number + 1
        used.add(match_key(wanted))
        found.append(wanted)
    return found
