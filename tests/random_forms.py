"""Strategies for forms and their records: definitions as `skjema.toml` has them, and what a row may hold.

Every field type, hint and condition that a definition may have comes up, in all languages and both layouts;
each label is a form's own but where two may be alike: that of a field and of its section or group.
A form is thrown from one number rather than drawn choice by choice: forms then differ more from one another,
and a definition of a hundred choices is not made smaller in reasonable time anyway.
"""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from skjema.fieldtypes import TYPES

Table = dict[str, Any]

LANGUAGES = ("nb", "nn", "en")
SENDER = {
    "kommune_navn": ("text", "Nøtterøy Čáhppes"), "enhet_navn": ("text", "PPT"), "enhet_adresse": ("text", "Torggata 2"),
    "enhet_postnr": ("postnummer", "0150"), "enhet_poststed": ("text", "Bodø"), "enhet_tlf": ("phone", "22222222"),
    "enhet_epost": ("email", "post@eksempel.no"),
}  # fmt: skip
"""Fields of the sender, with a value."""

_WORDS = ("Ærlig", "Čáhppes", "Đuŋŋá", "ÅØ", "og", "a", "§ 3", "2 b", "*", "–", "(x)", "«sitat»", "&amp; <b>", "100 %")
_BLANK = "navn"
"""The one field that every form has."""
_FREE = tuple(name for name, one in TYPES.items() if one.widget != "signature" and not one.names_file)
_PLAIN = tuple(name for name in _FREE if TYPES[name].fits_groups)


def _phrase(random: Random) -> str:
    return " ".join(random.choices(_WORDS, k=random.randint(1, 3)))


class _Maker:
    """Throws one definition; counts what it has made, so that every id and label is its own."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.languages = random.sample(LANGUAGES, random.randint(1, 3))
        self.count = 0
        self.fields: list[str] = [_BLANK, "flagg"]
        self.dates: list[str] = []
        self.groups: list[Table] = []

    def one_of(self, *options: Any) -> Any:
        return self.random.choice(options)

    def name(self, kind: str) -> str:
        self.count += 1
        return f"{kind}_{self.count}"

    def text(self, unique: str = "") -> Table:
        words = _phrase(self.random)
        return {code: f"{unique}{code if unique else ''} {words}".strip() for code in self.languages}

    def condition(self) -> Table:
        found = self.one_of(*[None] * 5, False, "flagg", "not flagg", "innstilling", "antall > 2")
        return {} if found is None else {"relevant": found}

    def field(self, kinds: tuple[str, ...], like: Table | None = None) -> Table:
        name, kind = self.name("felt"), self.one_of(*kinds)
        label = like if like and self.one_of(True, False, False, False) else self.text(f" {self.count}")
        made: Table = {"id": name, "type": kind, "label": label, "width": self.one_of(12, 12, 6, 6, 4, 3)}
        if kind == "longtext":
            made["lines"] = self.one_of(1, 4, 9)
        if kind in ("choice", "choices"):
            count = self.one_of(2, 2, 3, 4, 6)
            made["choices"] = [{"id": f"s{at}", "label": self.text(f" {at}")} for at in range(count)]
        made |= {key: value for key, value in self.hints() if value is not None}
        return made

    def hints(self) -> Iterator[tuple[str, Any]]:
        yield "required", self.one_of(None, None, True, "flagg")
        yield "filled_by", self.one_of(None, None, "recipient")
        yield "printed", self.one_of(None, None, None, None, False)

    def note(self) -> Table:
        names = [*self.fields, "kommune_navn", "antall", "innstilling"]
        lines = []
        for _ in range(self.one_of(1, 2, 3)):
            words, name = _phrase(self.random).lstrip("*"), self.one_of(*names)
            lines.append(
                self.one_of(f"{words}.", f"- {words}", f"Om **{{{{ {name} }}}}** og {words}", f"{{{{ {name} }}}}.")
            )
        return {
            "id": self.name("tekst"), "type": "note", "text": dict.fromkeys(self.languages, "\n".join(lines)),
            **self.condition(),
        }  # fmt: skip

    def lines(self) -> Table:
        """Lines with values in them, and with none, that may be handed to a function."""
        function = self.one_of("", "lower", "in_words", "weekday")
        of_dates = function in ("in_words", "weekday")
        usable = ["today", *self.dates] if of_dates else [*self.fields, "kommune_navn", "today"]
        names = [self.one_of(*usable) for _ in range(self.one_of(1, 2, 4))]
        # numbered: of two lines that are alike, pdfium takes the second for the shadow of the first
        filled = [f"{{{{ {function}({name}) }}}}" if function else f"{{{{ {name} }}}}" for name in names]
        values = [f"{at} {one}" for at, one in enumerate(filled)]
        return dict.fromkeys(self.languages, "\n".join([_phrase(self.random).lstrip("*"), *values, " ".join(filled)]))

    def group(self, like: Table, *, inner: bool = False) -> Table:
        name = self.name("rader")
        label = like if self.one_of(True, False, False) else self.text(f" {self.count}")
        made: Table = {"id": name, "type": "group", "label": label}
        if not inner and self.one_of(True, False):
            made["row"] = [{"id": f"r{at}", "label": self.text(f" rad {at}")} for at in range(self.one_of(1, 3))]
        else:
            made |= {"min": self.one_of(0, 1, 2), "max": self.one_of(2, 4, 9), "blank": self.one_of(1, 2)}
        columns = [self.field(_PLAIN, None if at else label) for at in range(self.one_of(1, 2, 3))]
        columns[self.one_of(0, -1)].pop("printed", None)
        made |= {key: self.text(f" {key}") for key in ("heading", "empty") if self.one_of(True, False)}
        if self.one_of(True, False, False):
            made["numbered"] = True
        if "row" not in made and not inner and self.one_of(True, False):
            made["field"] = [
                *columns,
                *(self.group(self.text(f" {self.count} i"), inner=True) for _ in range(self.one_of(1, 1, 2))),
            ]
            made |= self.condition()
            self.groups.append(made)
            return made
        made |= {"field": columns, **self.condition()}
        if not inner:
            self.groups.append(made)
        return made

    def signature(self) -> Table:
        made = {"id": self.name("signatur"), "type": "signature", "filled_by": "recipient", **self.condition()}
        made |= {"label": self.text(f" {self.count}")}
        hint: Table = self.one_of({}, {"signer": _BLANK}, {"required": True}, {"required": "flagg"})
        if self.groups and self.one_of(True, False):
            hint = {"for_each": self.one_of(*self.groups)["id"]}
        return made | hint

    def item(self, title: Table) -> Table:
        match self.one_of("field", "field", "field", "field", "note", "group", "signature"):
            case "note":
                return self.note()
            case "group":
                return self.group(title)
            case "signature":
                return self.signature()
        made = self.field(_FREE, title) | self.condition()
        self.fields.append(made["id"])
        self.dates += [made["id"]] * (made["type"] == "date")
        return made

    def section(self) -> Table:
        name = self.name("del")
        title = self.text(f" {self.count}")
        made: Table = {"id": name, **self.condition()}
        if self.one_of(True, True, False):
            made["title"] = title
        if self.one_of(True, False, False):
            made["starts_page"] = True
        items = (
            [self.note()]
            if self.one_of(*[False] * 5, True)
            else [self.item(title) for _ in range(self.one_of(1, 2, 3, 5))]
        )
        taken: list[Table] = []  # the section's title is the label of one field at most: no two of a form are alike
        for one in items:
            if one.get("label") == title and one["type"] != "signature":
                one["label"] = self.text(f" {one['id']}") if taken else title
                taken.append(one)
        return made | {"field": items}

    def head(self) -> Table:
        sender = [one for one in SENDER if one == "kommune_navn" or self.one_of(True, False)]
        fields = [{"id": one, "type": SENDER[one][0], "label": self.text(f" {one}"), "profile": True} for one in sender]
        references = [self.field(_FREE) | self.condition() for _ in range(self.one_of(0, 1, 2))]
        self.fields += [one["id"] for one in references]
        return {"id": "avsender", "place": "head", "field": fields + references}


def definitions() -> SearchStrategy[Table]:
    """Definitions as tables; the id of each is `prove`."""
    return st.integers(0, 2**32).map(Random).map(_definition)


def _definition(random: Random) -> Table:
    maker = _Maker(random)
    flag = {"id": "flagg", "type": "yes_no", "label": maker.text(" flagg"), "width": maker.one_of(12, 6)}
    name = {"id": _BLANK, "type": "name", "label": maker.text(" navn"), "required": True}
    first = {"id": "forst", "field": [name | {"printed": maker.one_of(True, True, True, False)}, flag]}
    form = {
        "id": "prove", "version": "2026-11-22", "layout": maker.one_of("fixed", "flowing", "letter"), "key": [_BLANK],
        "languages": maker.languages, "title": maker.text(" skjema"), "records": maker.text(" poster"),
    }  # fmt: skip
    sections = [maker.head(), first, *(maker.section() for _ in range(maker.one_of(1, 2, 3)))]
    if maker.groups and maker.one_of(True, False, False):
        group = maker.one_of(*maker.groups)
        form["for_each"] = group["id"]
        columns = [one["id"] for one in group["field"] if one["type"] != "group"]
        maker.fields.append(f"rad.{maker.one_of(*columns)}")
    if form["layout"] == "letter":
        form["letter"] = {"address": maker.lines(), "closing": maker.lines()}
    else:
        form["landscape"] = maker.one_of(False, False, True)
    if maker.one_of(True, False):
        form["subtitle"] = {code: f"For {{{{ {maker.one_of(*maker.fields)} }}}}" for code in maker.languages}
    settings = [
        {"id": "innstilling", "default": maker.one_of(True, False), "label": maker.text(" i")},
        {"id": "antall", "default": maker.one_of(1, 3), "label": maker.text(" a")},
    ]
    return {"schema": 1, "form": form, "section": sections, "setting": settings}


def toml(definition: Table) -> str:
    """A definition as the text of its file."""
    tables = [f"[[{name}]]\n{_entries(one)}" for name in ("section", "setting") for one in definition[name]]
    return "\n".join(("schema = 1", "[form]", _entries(definition["form"]), *tables))


def _entries(table: Table) -> str:
    return "\n".join(f"{key} = {_written(value)}" for key, value in table.items()) + "\n"


def _written(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_written(one)}' for key, one in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    return json.dumps(value, ensure_ascii=False)


def records(definition: Table, *, lacking: bool) -> SearchStrategy[Table]:
    """Records of a form, as JSON has them; not every field holds something.

    Args:
        lacking: Whether that may be so of what must be filled in, as in a draft.
    """
    items = [one for section in definition["section"] for one in section["field"]]
    hints = {"fixed": definition["form"]["layout"] == "fixed", "lacking": lacking}
    values = {one["id"]: _values(one, **hints) for one in items if one["type"] not in ("note", "signature")}
    return st.fixed_dictionaries(values).map(_filled)


def _filled(record: Table) -> Table:
    return {key: value for key, value in record.items() if value is not None}


def _values(one: Table, *, fixed: bool, lacking: bool) -> SearchStrategy[Any]:
    if one["type"] == "group":
        row = st.fixed_dictionaries(
            {column["id"]: _values(column, fixed=fixed, lacking=lacking) for column in one["field"]}
        ).map(_filled)
        if "row" in one:
            return st.fixed_dictionaries({fixed_row["id"]: row for fixed_row in one["row"]})
        return st.lists(row.filter(bool), min_size=0 if lacking else one["min"], max_size=one["max"])
    filled = _single(one, fixed=fixed)
    return filled if one.get("required") is True and not lacking else st.none() | filled


def _single(one: Table, *, fixed: bool) -> SearchStrategy[Any]:
    width = one.get("width", 12)
    match one["type"]:
        case "text" | "longtext" as kind:
            words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=width // 2 if fixed else 60)
            return words.map((" " if kind == "text" else "\n").join) if fixed else words.map(_broken)
        case "choice":
            return st.sampled_from([choice["id"] for choice in one["choices"]])
        case "choices":
            return st.lists(st.sampled_from([choice["id"] for choice in one["choices"]]), min_size=1, unique=True)
        case kind:
            return st.sampled_from(SENDER[one["id"]][1:] if one["id"] in SENDER else TYPES[kind].examples)


def _broken(words: list[str]) -> str:
    """A text of several lines, one of them empty."""
    lines = [" ".join(words[at : at + 7]) for at in range(0, len(words), 7)]
    return "\n".join((*lines[:1], "", *lines[1:])) if len(lines) > 2 else "\n".join(lines)
