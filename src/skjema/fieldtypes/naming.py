"""Guesses whether a text names a person, a school or a diagnosis; good enough for a warning."""

import re
import unicodedata


def _letters(category: str) -> str:
    """All capital or all small letters of the Latin, Greek and Cyrillic scripts, for use in a pattern."""
    spans = (range(0x41, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000))
    return "".join(chr(code) for span in spans for code in span if unicodedata.category(chr(code)) == category)


_CAPITAL, _SMALL = _letters("Lu"), _letters("Ll")
_NAME = rf"[{_CAPITAL}][{_SMALL}'’]+(?:-[{_CAPITAL}][{_SMALL}'’]+)?"
_CALLED = re.compile(
    rf"\b(?:heter|heiter|ved navn|ved namn|navnet er|namnet er|kalles|blir kalla|called|named) ({_NAME})"
)
_WHO = (
    "mor|moren|mora|mamma|far|faren|pappa|søster|søsteren|søstera|bror|broren|gutten|guten|jenta|jenten|barnet|eleven|elev|"
    "tante|onkel|bestemor|bestefar|besteforelder|stefar|stemor|fostermor|fosterfar|lærer|læreren|læraren|rektor|styrer|"
    "pedagogisk leder|miljøterapeut|helsesykepleier|helsesjukepleiar|kontaktlærer|ppt-rådgiver|saksbehandler"
)
_ROLE_AND_NAME = re.compile(rf"\b(?i:{_WHO}),? ({_NAME})")
_PLACE = re.compile(
    rf"\b({_NAME}) (?i:(?:barne|ungdoms|vidaregåande |videregående |grunn)?sk[ou]le|(?:familie)?barnehage|sfo)\b"
)
_TWO = re.compile(rf"(?<![\w.-])({_NAME}) (?:[{_CAPITAL}]\.? ){{0,2}}({_NAME})(?![\w-])")
_LAST_FIRST = re.compile(rf"\s*({_NAME}), ({_NAME})\s*")
"""`Olsen, Mari`, as in lists; matched against whole texts only, since commas are common within texts."""
_CAPITALS = re.compile(rf"\s*([{_CAPITAL}]{{3,}})(?: [{_CAPITAL}]\.?)? ([{_CAPITAL}]{{3,}})\s*")
_SUBJECTS = re.compile(
    r"(?i:møte|team|plan|skole|skule|barnehage|sfo|ppt|bup|nav|sak|tiltak|samarbeid|overgang|miljø|råd|gruppe|oppfølging|"
    r"evaluering|info|tolk|fravær|språk|trygg|trygt|trinn|klasse|avdeling|høst|vår|helse|barn|elev|foreldre)"
)
"""Words of headings in capitals, which are then no names."""
_DIAGNOSIS = re.compile(
    r"\b(?:adhd|add|asperger\w*|autis\w+|tourette\w*|dysleksi\w*|dyskalkuli\w*|depresjon\w*|angstlidelse\w*|bipolar\w*|"
    r"psykose\w*|schizofreni\w*|ptsd|ocd|epilepsi\w*|diabetes|cerebral parese|downs? syndrom|utviklingshemm\w+|"
    r"anoreksi\w*|bulimi\w*|spiseforstyrrelse\w*|selektiv mutisme|fas|fasd|afasi|diagnose\w*)\b",
    re.IGNORECASE,
)
_NO_PERSON = frozenset(
    """
    aski autisme bedre feirer forebyggende følger harry kompetanseteam lions mitt mulig nrk oppvekst rask sone star
    team trygt voksne zippys
    agder ages akershus alle april arabisk august blå bufdir bufetat buskerud child circle de den desember det
    engelsk europa facebook familiens februar finnmark fredag helse innlandet instagram januar jul juli juni kirkens
    lørdag mai mandag mars marte microsoft nasjonale nav norden nordland nordre noreg norge norsk november oktober
    onsdag oslo public påske redd rogaland røde samisk september snapchat språk statens statped strengths søndag
    søndre teams telemark tidleg tidlig tiktok tirsdag torsdag troms trøndelag tuning udir utrolige vestfold
    vestland viken visma østfold
    """.split()  # noqa: SIM905 - read as a list of words
)
"""First words of names that aren't a person's: offices, programmes, common places, languages, months."""
_DIRECTIONS = frozenset(("Nord", "Sør", "Øst", "Aust", "Vest", "Sentrum"))
"""Second words of the names of teams and districts."""
_OPENING = frozenset(
    """
    alle alt andre annan annen at av bare barn barna barneskole barnet begge da de dei den denne der dere derfor det
    dette du eg egen eigen ein eit eleven elevene ellers elles en et etter far faren felles for fordi foreldra
    foreldre foreldrene fra frå før først guten gutten han har hel ho hos hun hva hver hvis hvor i ikke ikkje ingen
    ja jeg jenta jenten kan kommunal kva kvar kvifor med mellom men mor mora moren mot må møte no noen nokon ny nye
    nå når nærmeste offentleg offentlig ofte og også om open ordinær privat på referat rektor saka saken samarbeid
    same samisk samme samtale selv sidan siden skal skolen skulen som styrer så til tiltak under utan uten vanleg
    vanlig ved vi vidaregåande videregående vil viss vurder åpen
    """.split()  # noqa: SIM905 - read as a list of words
)
"""Words that often begin a sentence, and so have a capital without being a name."""


def may_name(text: str) -> bool:
    """Whether a text seems to name a person, a school or a kindergarten."""
    return may_name_person(text) or any(_is_name(found[1]) for found in _PLACE.finditer(_spaced(text)))


def may_name_person(text: str) -> bool:
    """Whether a text seems to name a person: a name after `heter` or a role, or two names in a row."""
    spaced = _spaced(text)
    return (
        any(_is_name(found[1]) for pattern in (_CALLED, _ROLE_AND_NAME) for found in pattern.finditer(spaced))
        or any(
            _is_name(found[1]) and _is_name(found[2]) and found[2] not in _DIRECTIONS for found in _TWO.finditer(spaced)
        )
        or _is_whole_name(spaced)
    )


def _is_whole_name(text: str) -> bool:
    """Whether the whole text is a name, with the surname first or in capitals."""
    found = _LAST_FIRST.fullmatch(text) or _CAPITALS.fullmatch(text)
    return found is not None and all(map(_is_name, found.groups())) and not _SUBJECTS.search(text)


def may_name_diagnosis(text: str) -> bool:
    """Whether a text names a common diagnosis, or has the word `diagnose`."""
    return _DIAGNOSIS.search(text) is not None


def _spaced(text: str) -> str:
    return re.sub(r"[^\S\n]+", " ", unicodedata.normalize("NFC", text))


def _is_name(word: str) -> bool:
    folded = word.casefold()
    return folded not in _NO_PERSON and folded not in _OPENING
