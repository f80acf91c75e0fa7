"""Which record of an earlier run a record is: known by its key, wherever it stands in the list now."""

from collections import Counter, deque
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from skjema.definition.model import Form
from skjema.disk_cache import blake2b
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

    Attributes:
        by_place: How many records are known by their place.
    """

    def __init__(self, run_key: bytes) -> None:
        self._run_key = run_key
        self._counts: Counter[bytes] = Counter()
        self.by_place = 0

    def token(self, key: bytes | None) -> str:
        """The hash of the next record of the list.

        Args:
            key: A digest of the values of its key; None where it has none.
        """
        known = key or b""
        count = self._counts[known]
        self._counts[known] += 1
        self.by_place += not key or count > 0
        return blake2b(b"%s %d" % (known, count), key=self._run_key, digest_size=12).hexdigest()


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
    """Ids of the fields and groups of which something else is written than an earlier run has seen."""
    size = 2 * _DIGITS
    starts = range(0, len(now), size)
    names = zip((*form.fields, *form.groups), starts, strict=True)
    return [name for name, start in names if earlier[start : start + size] != now[start : start + size]]


class Change(NamedTuple):
    """What has become of a record since an earlier run.

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
        by_place: How many records are known by their place, since their key is missing or doubled.
        gone: What the earlier run made of records that aren't in the list any more, as long as it is there.
    """

    def __init__(self, form: Form, previous: Previous, checker: RecordChecker, everyone: Iterable[Record]) -> None:
        tokens, waiting = Tokens(previous.key), dict[tuple[Place, str], deque[str]]()
        for record in everyone:
            token = tokens.token(checker.check(record).key)
            waiting.setdefault(record.spot, deque()).append(token)
        self._waiting = waiting
        """The hashes of the records at each place, which are several where a file is given twice."""
        self._tokens: dict[int, str] = {}
        self.by_place = tokens.by_place
        self._previous = previous
        self._documents = previous.documents()
        self._hashes = RecordHashes(form, previous.key)
        self._last = max(previous.outcomes, default=0)
        present = set(chain.from_iterable(waiting.values()))
        gone = [one for one in previous.outcomes.values() if one.key not in present]
        self.gone = [one for one in gone if not previous.files.isdisjoint(one.files)]

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
