"""Matches records with those of an earlier run by their key, wherever their rows stand in the list now."""

from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, count, takewhile
from typing import NamedTuple

from skjema.definition.model import Form
from skjema.hashing import blake2b
from skjema.output.previous import Outcome, Previous
from skjema.problems import Place
from skjema.records.attached_files import content_digest
from skjema.records.record import Record
from skjema.validation.check import RecordChecker

_DIGITS = 2
"""Bytes of the hash of a field: enough to tell which one has changed of a record that has."""


class Tokens:
    """Gives each record of a list the keyed hash of whom it concerns.

    Where the key is missing, or several records have the same, the place among those without or alike decides.
    """

    def __init__(self, run_key: bytes) -> None:
        self._run_key = run_key
        self._counts: Counter[bytes] = Counter()

    def token(self, key: bytes | None) -> str:
        """The hash of the next record of the list.

        Args:
            key: A digest of the values of its key; None where it has none.
        """
        known = key or b""
        before = self._counts[known]
        self._counts[known] += 1
        return self._nth(known, before)

    def later(self, key: bytes | None, documents: Collection[str]) -> Iterator[str]:
        """The tokens with a key that the earlier run gave and that no row so far has taken."""
        known = key or b""
        after = (self._nth(known, number) for number in count(self._counts[known]))
        return takewhile(lambda token: token in documents, after)

    def fresh(self, key: bytes | None, taken: Collection[str]) -> str:
        """The first token with a key that is not among those taken."""
        return next(token for number in count() if (token := self._nth(key or b"", number)) not in taken)

    def _nth(self, key: bytes, number: int) -> str:
        return blake2b(b"%s %d" % (key, number), key=self._run_key, digest_size=12).hexdigest()


class RecordHashes:
    """Keyed hashes of what is written of each record: of the whole, and a few digits for each item of the form.

    Args:
        settings: All else that decides what its papers look like.
    """

    def __init__(self, form: Form, run_key: bytes, settings: bytes = b"") -> None:
        self._names = (*form.fields, *form.groups)
        self._files = {(one.id, "") for one in form.fields.values() if one.kind.names_file}
        self._files |= {
            (one.id, group.id) for group in form.groups.values() for one in group.field if one.kind.names_file
        }
        self._key, self._settings = run_key, settings
        self._blank = self._digits(b"")

    def of(self, record: Record) -> tuple[str, str]:
        """The hash of the whole record, and those of its items in the order of the form, all of one length."""
        written: dict[str, list[str]] = {}
        for (field, group, row, answer), value in record.cells.items():
            told = f"{row}.{field}.{answer}={value!r}"
            if (field, group) in self._files:  # of the same name, it may be another file now
                told += content_digest(record.folder, value)
            written.setdefault(group or field, []).append(told)
        contents = {name: "\n".join(sorted(parts)).encode(errors="backslashreplace") for name, parts in written.items()}
        items = [self._digits(contents[name]) if name in contents else self._blank for name in self._names]
        whole = b"\0".join(b"%s\1%s" % (name.encode(), contents[name]) for name in sorted(contents))
        rows = repr(sorted(record.rows.items())).encode()
        rows += record.addressed.encode()
        return self._hash(self._settings + whole + rows, 12), "".join(items)

    def _digits(self, content: bytes) -> str:
        return self._hash(content, _DIGITS)

    def _hash(self, content: bytes, size: int) -> str:
        return blake2b(content, key=self._key, digest_size=size).hexdigest()


def changed_items(form: Form, earlier: str, now: str) -> list[str]:
    """Ids of the fields and groups whose values differ from those of an earlier run."""
    size = 2 * _DIGITS
    starts = range(0, len(now), size)
    names = zip((*form.fields, *form.groups), starts, strict=True)
    return [name for name, start in names if earlier[start : start + size] != now[start : start + size]]


class Known(NamedTuple):
    """The tokens of a list's rows, as an earlier run gave them.

    Attributes:
        tokens: Of each row.
        unsure: Hashes of those of which it isn't sure which row is theirs, since several have the same key.
    """

    tokens: list[str]
    unsure: frozenset[str]


def known_rows(form: Form, previous: Previous, rows: Sequence[tuple[bytes | None, Record]]) -> Known:
    """The tokens of rows that may have moved since the earlier run; values tell rows with the same key apart.

    Args:
        rows: The key of each, and what is written of it, in the order of the list.
    """
    counted, documents, hashes = Tokens(previous.key), previous.documents(), RecordHashes(form, previous.key)
    tokens = [counted.token(key) for key, _ in rows]
    alike: dict[bytes, list[int]] = {}
    for at, (key, _) in enumerate(rows):
        alike.setdefault(key or b"", []).append(at)
    unsure: set[str] = set()
    for key, places in alike.items():
        theirs = [*(tokens[at] for at in places), *counted.later(key, documents)]
        said = {token: previous.outcomes[documents[token]].fields for token in theirs if token in documents}
        if len(theirs) > 1 and said and all(said.values()):
            written = {at: hashes.of(rows[at][1])[1] for at in places}
            unsure.update(_tell_apart(tokens, written, said, has_key=bool(key)))
    return Known(tokens, frozenset(unsure))


def _tell_apart(tokens: list[str], written: dict[int, str], said: dict[str, str], *, has_key: bool) -> list[str]:
    """Give rows with the same key the tokens of documents that say the same; those that are left where it isn't sure.

    Args:
        written: A digest of what stands in each row, by its place.
        said: The same of each document, by its token.
    """
    unused, waiting = [tokens[at] for at in written], dict(said)
    changed = []
    for at, content in written.items():
        same = next((token for token, digest in waiting.items() if digest == content), "")
        if same:
            tokens[at] = same
            del waiting[same]
        else:
            changed.append(at)
    # what is left over goes to what is left over, and rows beyond that are new
    new = (token for token in unused if token not in said)
    for at, token in zip(changed, chain(waiting, new), strict=False):
        tokens[at] = token
    # with a key, the one row that is left over is whom the one document that is left over is about; without, anybody
    is_sure = not changed or (has_key and len(changed) == len(waiting) == 1)
    return [] if is_sure else [*waiting]


class Change(NamedTuple):
    """How a record differs from the same record in an earlier run.

    Attributes:
        document: Number of its documents.
        items: Ids of what is written otherwise; empty for a new one.
    """

    document: int
    items: tuple[str, ...] = ()


class Identities:
    """Finds the records of a list in an earlier run.

    Args:
        everyone: Every record of the list, also those that are hidden or not to be taken.

    Attributes:
        unknown: How many records got a new number, since it isn't sure that they are those whose place they have.
        gone: What the earlier run made of records that aren't in the list any more, as long as it is there.
    """

    def __init__(self, form: Form, previous: Previous, checker: RecordChecker, everyone: Iterable[Record]) -> None:
        rows = [(checker.check(record).key, record) for record in everyone]
        known = known_rows(form, previous, rows)
        self._previous = previous
        self._documents = previous.documents()
        self._hashes = RecordHashes(form, previous.key)
        tokens = list(self._told_apart(known, rows))
        self.unknown = sum(one != other for one, other in zip(tokens, known.tokens, strict=True))
        waiting = dict[tuple[Place, str], deque[str]]()
        for token, (_, record) in zip(tokens, rows, strict=True):
            waiting.setdefault(record.spot, deque()).append(token)
        self._waiting = waiting
        """The hashes of the records at each place, which are several where a file is given twice."""
        self._tokens: dict[int, str] = {}
        self._last = max(previous.outcomes, default=0)
        present = set(chain.from_iterable(waiting.values()))
        gone = [one for one in previous.outcomes.values() if one.key not in present]
        self.gone = [one for one in gone if not previous.files.isdisjoint(one.files)]

    def _told_apart(self, known: Known, rows: Sequence[tuple[bytes | None, Record]]) -> Iterator[str]:
        """The hashes of the rows: a new one where that of an earlier record may be another's, who has papers."""
        counted, taken = Tokens(self._previous.key), {*self._documents, *known.tokens}
        for token, (key, record) in zip(known.tokens, rows, strict=True):
            earlier = self._previous.outcomes.get(self._documents.get(token, 0))
            is_doubtful = token in known.unsure or not key
            if earlier and earlier.files and is_doubtful and earlier.fields != self._hashes.of(record)[1]:
                token = counted.fresh(key, taken)
                taken.add(token)
            yield token

    def token(self, record: Record) -> str:
        """The hash of whom a record concerns, once it has its number."""
        return self._tokens[record.number]

    def assign(self, record: Record) -> None:
        """Give a record the number of its documents: that of the earlier run, or the next that nobody has had."""
        self._tokens[record.number] = token = self._waiting[record.spot].popleft()
        if token not in self._documents:
            self._last += 1
            self._documents[token] = self._last
        record.document = self._documents[token]

    def earlier(self, record: Record) -> Outcome | None:
        """What the earlier run has made of a record; None for a new one."""
        return self._previous.outcomes.get(record.document)

    def change(self, form: Form, record: Record) -> Change | None:
        """How a record differs from what the earlier run has seen; None where it doesn't, and its papers were made."""
        earlier = self.earlier(record)
        if earlier is None or earlier.status == "failed":
            return Change(record.document)
        items = changed_items(form, earlier.fields, self._hashes.of(record)[1])
        return Change(record.document, tuple(items)) if items else None
