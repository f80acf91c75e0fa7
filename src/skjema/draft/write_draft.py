"""Writes the first `skjema.toml` of a paper from the guesses about its fields; each guess is marked by a comment."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count, groupby

from skjema.definition.check_texts import RESERVED
from skjema.definition.columns import sheet_title
from skjema.definition.functions import FUNCTIONS
from skjema.definition.shared_names import OWN_SHEETS
from skjema.draft.guess import Guess, GuessedAnswer, GuessedGroup, distinct, is_of_others, is_part_of_name, plain_id
from skjema.fieldtypes import TYPES
from skjema.text_match import match_key
from skjema.wording import Language, MessageLanguage, on_one_line
from skjema.wording.draft import DRAFT, draft_wording
from skjema.wording.workbook import GUIDE

UNUSABLE = frozenset({*RESERVED, *FUNCTIONS, "records", "section", "form"})
_LONGEST_LABEL = 200
_PARTS = 2
"""Number of parts of a name that tell people apart: first and last name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftForm:
    """The contents of a first definition.

    Attributes:
        file: Name of the paper, without its folder.
        guesses: In print order; at least one is for the office to fill in.
        groups: Groups that guesses are columns of, by id.
        papers: Keys of `[form]` that say who made the paper's layout, such as `{"pdf": "own"}`.
    """

    id: str
    title: str
    file: str
    language: Language
    guesses: Sequence[Guess]
    groups: Mapping[str, GuessedGroup]
    papers: Mapping[str, str]
    layout: str = "fixed"


def settled(guesses: Iterable[Guess], groups: Iterable[GuessedGroup] = ()) -> list[Guess]:
    """The guesses with valid ids and labels, all different.

    Args:
        groups: All groups that guesses are columns of; no field gets the name of one.
    """
    listed, groups = list(guesses), list(groups)
    called = {name for one in groups for name in (one.id, one.label)}
    used = UNUSABLE | called | {one.group for one in listed}
    ids = distinct((plain_id(one.id or one.label) for one in listed), used)
    ids = distinct(ids, used | {plain_id(one.section) for one in listed})
    named = [replace(one, id=own) for one, own in zip(listed, ids, strict=True)]
    outside = {match_key(one.id) for one in named if not one.group}
    records = outside | set(map(match_key, [*called, *_in_records(named, groups)]))
    labels = {number: _own_label(one, records) for number, one in enumerate(named) if not one.group}
    outside |= {match_key(label) for label in labels.values()}
    # columns must differ within their group, and from everything outside of groups
    taken = {one.group: outside | {match_key(each.id) for each in named if each.group == one.group} for one in named}
    labels |= {number: _own_label(one, taken[one.group]) for number, one in enumerate(named) if one.group}
    return [replace(one, label=labels[at], answers=_own_answers(one)) for at, one in enumerate(named)]


def _in_records(guesses: Iterable[Guess], groups: Iterable[GuessedGroup]) -> Iterator[str]:
    """Headings in the sheet of records for single answers, and for columns of groups with few rows."""
    rooms = {one.id: one for one in groups}
    for one in guesses:
        if one.group in rooms:
            group = rooms[one.group]
            yield from (f"{group.label} {row} {_plain(one.label)}" for row in range(1, group.rows + 1))
        elif one.type == "choices":
            yield from (f"{_plain(one.label)} {_plain(answer.label)}" for answer in one.answers)


def guessed_groups(names: Iterable[str], rows: Iterable[int]) -> list[GuessedGroup]:
    """Groups from their names, with ids and labels that no other sheet of the workbook has.

    Args:
        rows: Number of rows of each group; 0 where it grows.
    """
    sheets = (DRAFT["draft-records"], *(GUIDE[one] for one in OWN_SHEETS))
    taken = {match_key(title) for titles in sheets for title in titles}
    groups = []
    for name, room in zip(names, rows, strict=True):
        wanted = plain_id(name) or "tabell"
        ids = (one for one in _numbered(wanted, "{}_{}") if one not in UNUSABLE)
        own = next(one for one in ids if match_key(one) not in taken)
        labels = _numbered(_plain(name.replace("_", " ")).capitalize() or own.capitalize(), "{:.25} ({})")
        # a long title would be cut where its number stands
        label = next(one for one in labels if match_key(sheet_title(one)) not in taken)
        taken |= {match_key(own), match_key(sheet_title(label))}
        groups.append(GuessedGroup(id=own, label=label, rows=room))
    return groups


def _numbered(text: str, pattern: str) -> Iterator[str]:
    """A text, and then the text with each number from 2 on."""
    yield text
    yield from (pattern.format(text, number) for number in count(2))


def _own_label(guess: Guess, taken: set[str]) -> str:
    """A label that no other field has as its label or id; it is added to `taken`."""
    label = _plain(guess.label) or guess.id
    own = match_key(guess.id)
    candidates = [label, *([f"{label} ({_plain(guess.section)})"] if guess.section else [])]
    candidates += [f"{label} ({number})" for number in range(2, len(taken) + 3)]
    chosen = next(one for one in candidates if match_key(one) == own or match_key(one) not in taken)
    taken.add(match_key(chosen))
    return chosen


def _own_answers(guess: Guess) -> tuple[GuessedAnswer, ...]:
    """The answers with ids and labels that can be told apart in cells."""
    ids = distinct(plain_id(one.id or one.label) or "svar" for one in guess.answers)
    taken: set[str] = set(map(match_key, ids))
    answers = []
    for one, own in zip(guess.answers, ids, strict=True):
        label = _plain(one.label) or own
        candidates = [label, *(f"{label} ({number})" for number in range(2, len(taken) + 3))]
        fit = (each for each in candidates if match_key(each) and match_key(each) not in taken - {match_key(own)})
        chosen = next(fit, own)
        taken.add(match_key(chosen))
        answers.append(one._replace(id=own, label=chosen))
    return tuple(answers)


def _plain(text: str) -> str:
    """A text as a label: on one line, without marks that definitions interpret, and without a final colon."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    for marks in ("{{", "}}", "{%", "%}", "{#", "#}", "**"):
        line = line.replace(marks, " ")
    line = line.strip(" :*_.")[:_LONGEST_LABEL].rstrip()
    return line if match_key(line) else ""


def definition_text(form: DraftForm, today: date, language: MessageLanguage) -> str:
    """The content of `skjema.toml`.

    Args:
        form: The form, with `settled` guesses.
        today: Date of the edition.
        language: Language of the comments.
    """
    return "\n".join([*_head(form, today, language), *_sections(form, language)]) + "\n"


def _head(form: DraftForm, today: date, language: MessageLanguage) -> Iterator[str]:
    yield _comment(draft_wording("draft-head", language, file=form.file))
    yield "schema = 1"
    yield "\n[form]"
    yield f'id = "{form.id}"'
    yield f'version = "{today}"'
    yield f'layout = "{form.layout}"'
    yield from (f"{key} = {_text(value)}" for key, value in form.papers.items())
    yield f'languages = ["{form.language}"]'
    yield f"title = {_texts(form, _plain(form.title) or form.id)}"
    yield f"records = {_texts(form, draft_wording('draft-records', language))}"
    yield _comment(draft_wording("draft-key", language))
    yield f"key = [{', '.join(map(_text, keys_of(form.guesses)))}]"


def keys_of(guesses: Sequence[Guess]) -> list[str]:
    """The fields that most likely tell two rows apart: a name or its parts, else a text, else any field of the office.

    The person whom a record is about comes before others whom it names, since siblings have the same parents.
    """
    own = [one for one in guesses if not one.recipient and not one.group and TYPES[one.type].fits_groups]
    about = [one for one in own if not is_of_others(one)]
    for listed in (about, own):
        parts = [one.id for one in listed if is_part_of_name(one.label)]
        names = [one.id for one in listed if one.type == "name"]
        if names or len(parts) > 1:
            return names[:1] or parts[:_PARTS]
    for kinds in (("text",), ("fodselsnummer", "organisasjonsnummer", "email", "phone"), TYPES):
        for one in (*about, *own):
            if one.type in kinds:
                return [one.id]
    raise ValueError("no field that tells rows apart")


def _sections(form: DraftForm, language: MessageLanguage) -> Iterator[str]:
    parts = [(title, list(members)) for title, members in groupby(form.guesses, lambda one: one.section)]
    taken = {*(one.id for one in form.guesses), *form.groups}
    ids = distinct((plain_id(title) or "del" for title, _ in parts), taken)
    for own, (title, members) in zip(ids, parts, strict=True):
        yield f'\n[[section]]\nid = "{own}"'
        if _plain(title):
            yield f"title = {_texts(form, _plain(title))}"
        for group, columns in groupby(members, lambda one: one.group):
            yield from _group(form, form.groups[group]) if group else ()
            for guess in columns:
                yield from _field(form, guess, language)


def _group(form: DraftForm, group: GuessedGroup) -> Iterator[str]:
    yield f'\n  [[section.field]]\n  id = "{group.id}"\n  type = "group"'
    yield f"  label = {_texts(form, _plain(group.label) or group.id)}"
    if group.rows:
        yield f"  max = {group.rows}"


def _field(form: DraftForm, guess: Guess, language: MessageLanguage) -> Iterator[str]:
    indent, table = ("    ", "section.field.field") if guess.group else ("  ", "section.field")
    yield ""
    for comment in _comments(guess, language):
        yield indent + _comment(comment)
    yield f"{indent}[[{table}]]"
    yield f'{indent}id = "{guess.id}"'
    yield f'{indent}type = "{guess.type}"'
    yield f"{indent}label = {_texts(form, guess.label)}"
    if guess.required:
        yield f"{indent}required = true"
    if guess.recipient:
        yield f'{indent}filled_by = "recipient"'
    if guess.lines > 1 and TYPES[guess.type].widget == "longtext":
        yield f"{indent}lines = {guess.lines}"
    if guess.default:
        yield f"{indent}default = {_text(guess.default)}"
    if guess.sources and guess.found_in == "field":
        yield f"{indent}pdf = {_source(guess.sources)}"
    elif form.papers.get("pdf") == "own" and guess.found_in != "field":  # the PDF has no place for it
        yield f"{indent}pdf = []"
    if guess.answers and TYPES[guess.type].takes_choices:
        yield f"{indent}choices = ["
        yield from (f"{indent}  {_answer(form, one, guess)}," for one in guess.answers)
        yield f"{indent}]"


def _comments(guess: Guess, language: MessageLanguage) -> Iterator[str]:
    """The comments on a guess: where the field stands, how much it holds, and what its type was guessed from."""
    told = [guess.place] if guess.place else []
    if guess.max_length:
        told.append(draft_wording("draft-most", language, most=guess.max_length))
    if told:
        yield " ".join(told)
    if guess.reason in ("label", "name"):
        yield draft_wording(f"draft-by-{guess.reason}", language, type=guess.type, source=", ".join(guess.sources))
    if guess.default:
        yield draft_wording("draft-own-value", language)


def _answer(form: DraftForm, answer: GuessedAnswer, guess: Guess) -> str:
    source = f", pdf = {_text(answer.source)}" if answer.source and guess.found_in == "field" else ""
    return f"{{ id = {_text(answer.id)}, label = {_texts(form, answer.label)}{source} }}"


def _source(names: Sequence[str]) -> str:
    return _text(names[0]) if len(names) == 1 else f"[{', '.join(map(_text, names))}]"


def _texts(form: DraftForm, text: str) -> str:
    return f"{{ {form.language} = {_text(text)} }}"


def _text(text: str) -> str:
    # JSON strings are TOML strings, except for one control character that TOML refuses
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> str:
    return f"# {on_one_line(text)}"
