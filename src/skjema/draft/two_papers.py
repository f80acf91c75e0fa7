"""Merges the drafts of a form's two papers, a Word file and a PDF, by the labels of their fields."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from skjema.draft.guess import Guess, GuessedGroup, distinct, plain_id
from skjema.draft.write_draft import DraftForm
from skjema.problems import Place, Problem, Severity
from skjema.text_match import match_key

_TEXTS = frozenset({
    "text", "longtext", "name", "date", "time", "phone", "email", "postnummer", "fodselsnummer", "organisasjonsnummer",
    "kontonummer", "kommunenummer", "iban", "integer", "decimal",
})  # fmt: skip
"""Types whose values are printed as text, so that any tag or box can hold them."""


def on_both(word: DraftForm, pdf: DraftForm) -> tuple[DraftForm, list[Problem]]:
    """One form for both papers, with the Word file's ids; and problems for fields that one of the papers lacks."""
    groups = _same_groups(word, pdf)
    pairs = dict(_pairs(word.guesses, pdf.guesses, groups))
    guesses = [_merged(one, pairs[one.id]) if one.id in pairs else one for one in word.guesses]
    paired = {one.id for one in pairs.values()}
    alone = [one for one in pdf.guesses if one.id not in paired]
    own_groups = {one: group for one, group in pdf.groups.items() if any(each.group == one for each in alone)}
    added, more_groups = _told_apart(alone, own_groups, word)
    rows = {groups[one]: pdf.groups[one].rows for one in groups}
    merged_groups = {one: replace(group, rows=rows.get(one, group.rows)) for one, group in word.groups.items()}
    form = replace(
        word, file=f"{word.file}, {pdf.file}", guesses=[*guesses, *added], groups=merged_groups | more_groups,
        papers={**word.papers, **pdf.papers},
    )  # fmt: skip
    lacking = [(word.file, [one for one in word.guesses if one.id not in pairs]), (pdf.file, alone)]
    return form, [
        Problem("draft-on-one", Place(name), Severity.WARNING, {"names": tuple(one.label for one in several)})
        for name, several in lacking
        if several
    ]


def _same_groups(word: DraftForm, pdf: DraftForm) -> dict[str, str]:
    """For each group of the PDF, the group of the Word file with the same columns, if there is one."""
    columns = {group: _columns(word.guesses, group) for group in word.groups}
    found: dict[str, str] = {}
    for group in pdf.groups:
        own = _columns(pdf.guesses, group)
        same = next((one for one, labels in columns.items() if labels == own and one not in found.values()), None)
        if same is not None:
            found[group] = same
    return found


def _columns(guesses: Iterable[Guess], group: str) -> list[str]:
    return sorted(match_key(one.label) for one in guesses if one.group == group)


def _pairs(
    word: Sequence[Guess], pdf: Sequence[Guess], groups: Mapping[str, str]
) -> Iterator[tuple[str, Guess]]:  # fmt: skip
    """Fields of the PDF, by the id of the same field in the Word file."""
    waiting = list(pdf)
    for one in word:
        same = next((other for other in waiting if _is_same(one, other, groups)), None)
        if same is not None:
            waiting.remove(same)
            yield one.id, same


def _is_same(word: Guess, pdf: Guess, groups: Mapping[str, str]) -> bool:
    if match_key(word.label) != match_key(pdf.label) or word.group != groups.get(pdf.group, pdf.group):
        return False
    if word.type != pdf.type:
        return {word.type, pdf.type} <= _TEXTS
    return _answers(word).keys() == _answers(pdf).keys()


def _answers(guess: Guess) -> dict[str, str]:
    """Name of each answer in the paper, by its label."""
    return {match_key(one.label): one.source for one in guess.answers}


def _merged(word: Guess, pdf: Guess) -> Guess:
    """The Word file's guess with the PDF's names, and with any better knowledge from the PDF."""
    is_plain = word.type == "text" and pdf.type != "text"
    sources = _answers(pdf)
    return replace(
        word,
        type=pdf.type if is_plain else word.type,
        reason=pdf.reason if is_plain else word.reason,
        answers=tuple(one._replace(source=sources[match_key(one.label)]) for one in word.answers),
        required=word.required or pdf.required,
        recipient=word.recipient or pdf.recipient,
        max_length=pdf.max_length,
        lines=max(word.lines, pdf.lines),
        default=word.default or pdf.default,
        sources=pdf.sources,
        found_in=pdf.found_in,
    )


def _told_apart(
    guesses: Sequence[Guess], groups: Mapping[str, GuessedGroup], word: DraftForm
) -> tuple[list[Guess], dict[str, GuessedGroup]]:
    """Fields and groups that only the PDF has, with ids and labels that differ from the Word file's."""
    taken = {*(one.id for one in word.guesses), *word.groups, *(plain_id(one.section) for one in word.guesses)}
    names = [*groups, *(one.id for one in guesses)]
    ids = dict(zip(names, distinct(names, taken), strict=True))
    words = [*taken, *(one.label for one in word.guesses), *(one.label for one in word.groups.values())]
    labels = set(map(match_key, words))
    renamed = {
        ids[one]: replace(group, id=ids[one], label=_own_label(group.label, labels)) for one, group in groups.items()
    }
    own = [
        replace(one, id=ids[one.id], group=ids.get(one.group, one.group), label=_own_label(one.label, labels))
        for one in guesses
    ]
    return own, renamed


def _own_label(label: str, taken: set[str]) -> str:
    return f"{label} (PDF)" if match_key(label) in taken else label
