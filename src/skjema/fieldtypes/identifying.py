"""Finds what in a text may identify a person: numbers, addresses, links and dates; names are in `naming`.

Ordinary contents of a case aren't counted: an age, a class, a paragraph, a test score or a school year.
"""

import re
import unicodedata

from skjema.fieldtypes.identifiers import fodselsnummer

_MONTHS = "jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des|oct|dec|may"
_ORDINALS = (
    "første|fyrste|andre|tredje|fjerde|femte|sjette|sjuende|sjuande|syvende|åttende|åttande|niende|niande|tiende|tiande|"
    "ell[ei]v?te|tolvte|trettende|trettande|fjortende|fjortande|femtende|femtande|sekstende|sekstande|syttende|syttande|"
    "attende|attande|nittende|nittande|tjuende|tjuande|tjue(?:første|fyrste|andre|tredje|fjerde|femte|sjette|sjuende|"
    "sjuande|syvende|åttende|åttande|niende|niande)|trettiende|trettiande|tretti(?:første|fyrste)"
)
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_WEEKDAY = r"(?:(?:man|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag(?: den)? )?"
_BORN = rf"\b(?:f(?:\.|ødt|ødd|ødselsdato|ødselsdag|ødselsdagen)|née?|born)[: ] ?(?:er )?(?:den |på )?{_WEEKDAY}"
_PHONE = (
    r"[2-9]\d{7}|(?<!\d )[2-79]\d(?P<twos>[ .-])\d\d(?:(?P=twos)\d\d){2}(?! \d)|"
    r"[2-9]\d\d(?P<last>[ .-])\d\d(?P=last)\d{3}|[2-9]\d(?P<mid>[ .-])(?!000)\d{3}(?P=mid)(?!000)\d{3}"
)
_UNIT = r"(?! ?(?:min|km|time|dag|gang|veke|uke|mnd|måned|månad|år|%|prosent|kr|barn|elev|meter|poeng|skår|stk|ord))"
_ROAD = r"(?:gat[ae]n?|vei(?:en)?|veg(?:en)?)"
_PLACE = (
    r"(?:all[eé](?:en)?|bakken|stien|svingen|terrasse|tunet|løkka|kroken|ringen|lia|åsen|haugen|brygga|grenda|"
    r"torg(?:et)?)"
)
_OPEN_SITES = (
    r"(?:[\w-]+\.)*(?:kommune|udir|lovdata|helsedirektoratet|bufdir|fhi|nav|statped|regjeringen|helsenorge|"
    r"helsebiblioteket|"
    r"barneombudet|ung|datatilsynet|statsforvalteren|nubu|rvtsost|stafettloggen|snakkemedbarn|ndla|skolenettet|0-24-samarbeidet)"
    r"\.no"
)
_PERSON = (
    # an identity number, also one typed wrong
    r"(?<!\d)(?:\d{6}|\d\d \d\d \d\d)[ .-]?\d{5}(?!\d)",
    # a telephone number, as it may be grouped
    rf"(?<!\d)(?<!\d[.,])(?<!skår )(?<!poeng )(?<!score )(?:(?:\+|00)47 ?)?(?:{_PHONE})(?!\d){_UNIT}",
    r"(?<!\d)(?:\+|00)[1-9]\d(?:[ .-]?\d){7,12}(?!\d)",
    rf"(?<!\d)(?<!\d )(?!{_YEAR}[ .]{_YEAR})[2-9]\d{{3}}[ .](?!000\b)\d{{4}}(?!\d)(?! ?\d){_UNIT}",
    r"\b(?:tlf|telefon|telefonnummer|mobil|mobilnummer|mob)\b[.:]{0,2} ?\d(?:[ .-]?\d){7}(?!\d)",
    r"[\w.+-]{1,64} ?(?:@|[(\[{] ?(?:at|a|krøllalfa|alfakrøll) ?[)\]}]) ?[\w-]+ ?\. ?[a-z]{2}",
    # where somebody is to be found
    r"(?<![\w.])@[a-z_][\w.]{2,}",
    rf"(?:\bhttps?://(?:www\.)?|\bwww\.)(?!{_OPEN_SITES}(?![\w.-]))[\w-]+\.\w",
    r"\b(?:facebook|fb|instagram|snapchat|tiktok|linkedin|twitter|youtube|threads|discord)\.(?:com|no|net|gg)\b",
    rf"\b[a-zæøåčđŋšŧž-]{{2,}}{_ROAD} \d{{1,3}} ?[a-h]?\b{_UNIT}",
    r"\b(?:gnr|bnr|gårdsnummer|gardsnummer|bruksnummer)\b\.? ?\d",
    # the number of an asylum seeker, or of an account
    r"(?<!\d)(?:19|20)\d{10}(?!\d)",
    r"\bduf\b\D{0,12}\d[\d ]{5,}",
    r"(?<!\d)\d{4}(?P<bank>[ .])\d\d(?P=bank)\d{5}(?!\d)",
    # the day somebody was born
    rf"{_BORN}(?:\d{{6}}|{_DAY}[./ -]{{1,2}}{_MONTH}[./ -]{{1,2}}(?:\d\d)?\d\d|{_DAY}[./]{_MONTH}(?![\d,]))(?!\d)",
    rf"{_BORN}{_DAY}\.? ?(?:{_MONTHS})[a-z]*\b",
)
_CASES = (
    rf"(?<![\d/])(?:19|20)\d\d/(?!{_YEAR}\b)\d{{3,6}}(?![\d/])",
    r"\b(?:saks?nummer|saks?nr|saks?\s?nr|journalnummer|journalnr|sak)\b\.?:? ?\d{2,4}[/-](?!(?:19|20)\d\d\b)\d{3,6}\b",
    r"\b(?:saksnummer|saksnr|journalnummer|journalnr|klientnummer|klientnr)\b\.?:? ?\d{3,}",
)
_DATES = (  # whole dates, which may be dates of birth
    rf"(?<!\d){_DAY}(?: ?[./-] ?| ){_MONTH}(?: ?[./-] ?| ){_YEAR}(?!\d)",
    (
        rf"(?<!\d)(?<!lov[-/ ])(?<!for[-/ ])(?<!forskrift[-/ ]){_YEAR}[-/.]"
        rf"(?:{_MONTH}[-/.]{_DAY}|{_DAY}[-/.]{_MONTH})(?!\d)"
    ),
    rf"(?<!\d){_DAY}[. -]{{1,2}}(?:{_MONTHS})[a-z]*[. -]{{1,2}}(?:{_YEAR}|\d\d)(?!\d)",
    rf"(?<!\d){_YEAR},? {_DAY}\.? (?:{_MONTHS})[a-z]*\b",
    rf"\b(?:{_MONTHS})[a-z]* {_DAY}(?:\.|,|st|nd|rd|th)? ?,? {_YEAR}(?!\d)",
    rf"\b(?:{_ORDINALS})(?: i)? (?:{_MONTHS}|\w+ende|\w+ande)[a-z]* (?:{_YEAR}|to ?tusen)",
    r"(?<!\d)(?<!\d[./-])(?:0[1-9]|[12]\d|3[01])(?P<sep>[./-])(?:0[1-9]|1[0-2])(?P=sep)\d\d(?![\d./-])",
    rf"(?<!\d)(?<!\d[./-])(?<!kl )(?<!kl\. )(?:0[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2]) ?-\d\d(?![\d./:-]){_UNIT}",
    rf"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]){_YEAR}(?!\d)",
    rf"(?<!kr )(?<![\d.,/-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d(?![\d/-])(?![.,]\d){_UNIT}",
)
_AS_WRITTEN = (
    # where somebody lives: a street by another name, and a post code with its place
    rf"\b[A-ZÆØÅČĐŊŠŦŽ][\wæøå-]*{_PLACE} \d{{1,3}} ?[A-Ha-h]?\b{_UNIT}",
    rf"\b[A-ZÆØÅČĐŊŠŦŽ][\wæøå]+ (?:gate|vei|veg|allé|plass|terrasse) \d{{1,3}} ?[A-Ha-h]?\b{_UNIT}",
    rf"(?<![\d/.,-])(?<!§ )(?!{_YEAR})\d{{4}} [A-ZÆØÅČĐŊŠŦŽ][a-zæøå]{{2,}}",
    # a car
    r"\b(?!NR|KR|NS|TV|PS)[A-HJ-NPR-Z]{2} ?\d{5}\b",
)
_PERSON_IN = re.compile("|".join(_PERSON), re.IGNORECASE)
_CASE_IN = re.compile("|".join(_CASES), re.IGNORECASE)
_DATE_IN = re.compile("|".join(_DATES), re.IGNORECASE)
_HOME_OR_CAR_IN = re.compile("|".join(_AS_WRITTEN))
_ELEVEN_DIGITS = re.compile(r"(?<!\d)(?=((?:\d[ .-]{0,2}){10}\d)(?!\d))")
_SPACES = re.compile(r"\s+")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def is_identifying(text: str) -> bool:
    """Whether a text has a number, an address, a link or a whole date that may identify a person."""
    return tells_person(text) or _CASE_IN.search(_plain(text)) is not None or has_date(text)


def tells_person(text: str) -> bool:
    """Whether a text may identify a person by more than a case number or a date, such as that of a meeting."""
    plain = _plain(text)
    return (
        _PERSON_IN.search(plain) is not None
        or _HOME_OR_CAR_IN.search(plain) is not None
        or any(fodselsnummer(re.sub(r"\D", "", found[1])) for found in _ELEVEN_DIGITS.finditer(plain))
    )


def has_date(text: str) -> bool:
    """Whether a text has a whole date."""
    return _DATE_IN.search(_plain(text)) is not None


def _plain(text: str) -> str:
    """The text with plain digits, hyphens and spaces in place of their typographic variants."""
    return _SPACES.sub(" ", _DASHES.sub("-", unicodedata.normalize("NFKC", text)))
