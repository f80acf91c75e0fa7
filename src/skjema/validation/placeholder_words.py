"""Words that stand in a cell in place of a value, or beside and between names, in small letters."""

NO_VALUE = frozenset([
    "null", "(null)", "<null>", "[null]", "none", "nan", "n/a", "undefined", "nil", "(blank)", "(tom)", "(tomt)",
    "(ingen)", "tbd", "todo", "xxx",
])  # fmt: skip
"""Whole cells that say nothing, in any field."""
EMPTY_CELL = NO_VALUE - {"tbd", "todo", "xxx"}
"""What programs write for an empty cell."""
NO_TEXT = NO_VALUE | frozenset([
    "0", "do", "do.", "ditto", "samme", "same", "samme som over", "same som over", "som over", "se over", "sjå over",
    "tba", "xx", "n.a.", "velg", "vel", "klikk her", "[object object]", "dd.mm.åååå", "dd.mm.yyyy",
    "true", "false", "sann", "usann",
])  # fmt: skip
"""Whole texts that say nothing: a look-up that has found an empty cell gives 0, a tick answers another question, and a
person writes ditto."""
NOT_NAMES = frozenset([
    "navn", "fornavn", "etternavn", "namn", "førenamn", "etternamn", "name",
    "test", "ukjent", "ukjend", "unknown", "mangler", "manglar",
    "sluttet", "slutta", "flyttet", "flytta", "utmeldt", "utmeld", "utskrevet", "utskriven", "permisjon", "ufødt",
    "ufødd",
    "tvilling", "tvillingene", "tvillingane", "familien", "tolk", "elev", "elever", "elevar", "ledig", "reservert",
    "generert",
])  # fmt: skip
"""Words that are no part of a person's name."""
NO_NAME_WORDS = NOT_NAMES | frozenset([
    "x", "xx", "xxx", "nn", "n", "ingen", "tomt", "blank", "ja", "nei", "yes", "no", "og", "eller", "av", "i",
    "på", "er", "har", "ikke", "ikkje", "not", "vet", "veit", "oppgitt", "oppgitte", "oppgjeve", "oppgjeven",
    "registrert", "aktuell", "aktuelt", "kjent", "kjend", "finnes", "finst", "kontakt", "se", "sjå", "mappe",
    "mappa", "vedlegg", "notat", "brev", "merknad", "kommentar", "over", "under", "samme", "same", "som",
    "begge", "to", "anonym", "anonymt", "donor", "avdød", "avdøde", "død", "døde", "deceased", "sperret",
    "sperra", "hemmelig", "hemmeleg", "slettet", "sletta", "utgår", "bor", "bur", "hos", "fosterhjem",
    "fosterheim", "beredskapshjem", "institusjon", "alene", "aleine", "åleine", "eneforsørger", "einsleg",
    "aleneforsørger", "foresatt", "foresatte", "føresett", "føresette", "forelder", "foreldre", "foreldrene",
    "foreldra", "fosterforeldre", "fosterforeldra", "mødre", "fedre", "parent", "parents", "mother", "father",
    "guardian", "barnets", "elevens", "mors", "fars", "biologisk", "biologiske",
    "gutt", "gut", "jente",
])  # fmt: skip
"""Words that stand in the place of a name, besides those of `RELATIONS`."""
RELATIONS = (
    "mor", "far", "mamma", "pappa", "medmor", "verge", "verje", "fostermor", "fosterfar", "fosterforelder", "stemor",
    "stefar", "foresatt", "føresett", "bestemor", "bestefar",
)  # fmt: skip
"""What people are to a child; two of them in a cell are two people."""
AND_WORDS = ("og", "and", "samt", "eller")
"""What stands between people."""
