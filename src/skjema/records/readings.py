"""What can be read where, as the headings of a row come from left to right."""

from collections.abc import Sequence

from skjema.definition.slot import Slot
from skjema.records.heading_names import PARTS, Meaning
from skjema.records.heading_row import HeadingRow


class Readings:
    """Every way in which each slot can be read from one heading row, as the headings come from left to right."""

    def __init__(self) -> None:
        self._readings: dict[Slot, list[tuple[int, ...]]] = {}
        self._parts: dict[Slot, dict[str, list[int]]] = {}
        self._rows: dict[str, list[str]] = {}
        """Rows of each group that headings have spoken of, the one spoken of last at the end."""
        self._members: dict[tuple[str, int], str] = {}
        self._unnamed: set[tuple[str, str]] = set()
        """Rows that began with a heading that doesn't say whose it is: the person named next is meant."""
        self._spoken: set[str] = set()
        """Groups of which a heading says that it is theirs."""
        self._whose: dict[Slot, int] = {}
        """Headings that don't say whose they are, below several people: what is read there, and the sheet column."""
        self._early: dict[tuple[str, str], list[int]] = {}
        """Sheet columns, by group and field, of what anybody may have, before the first of the group's people."""
        self._bare: set[Slot] = set()
        """What is read below a heading that doesn't say whose it is."""
        self.sets: dict[Slot, str] = {}
        """Values that a row has since a heading says who it is."""

    def add(self, meaning: Meaning, sheet_column: int) -> None:
        group, field_id = meaning.column.slot.group, meaning.column.slot.field
        if meaning.may_be_anybodys and group not in self._spoken:
            self._early.setdefault((group, field_id), []).append(sheet_column)
            return
        slot = self._slot(meaning)
        if slot is None:
            return
        if meaning.is_bare:
            self._bare.add(slot)
        says_which = meaning.group is None or meaning.member is not None
        if not says_which and slot.row and len(self._rows.get(slot.group, ())) > 1:
            self._whose[slot] = sheet_column
        if meaning.part:
            self._parts.setdefault(slot, {}).setdefault(meaning.part, []).append(sheet_column)
        else:
            self._readings.setdefault(slot, []).append((sheet_column,))

    def add_doubtful(self, doubtful: Sequence[tuple[Meaning, int]]) -> None:
        """Take headings that stand below words that mean nothing, where nothing else is what they mean."""
        slots = [meaning.column.slot for meaning, _ in doubtful if meaning.group is None]
        for meaning, sheet_column in doubtful:
            slot = meaning.column.slot
            is_only = len({column for other, column in doubtful if other == meaning}) == 1
            if slot in slots and is_only and slot not in self._readings and self._lacks(slot, meaning):
                self.add(meaning, sheet_column)

    def _lacks(self, slot: Slot, meaning: Meaning) -> bool:
        return not meaning.part or meaning.part not in self._parts.get(slot, {})

    def add_joined(self, slot: Slot, sheet_columns: tuple[int, ...]) -> None:
        readings = self._readings.setdefault(slot, [])
        if sheet_columns not in readings:
            readings.append(sheet_columns)

    def drop_unspoken(self) -> None:
        """Drop groups that no heading speaks of: `Beskrivelse` alone may be anything's."""
        for found in (self._readings, self._parts):
            for slot in [slot for slot in found if slot.row and slot.group not in self._spoken]:
                del found[slot]

    def drop_nobodys(self) -> dict[int, Slot]:
        """Drop headings that may be anybody's of several, since none of them has one of their own; where they stood."""
        known = [*self._readings, *self._parts]
        found: dict[int, Slot] = {}
        for slot, sheet_column in self._whose.items():
            own = [one.row for one in known if (one.field, one.group) == (slot.field, slot.group)]
            if set(own) == {slot.row} and slot not in self.sets:  # `Mor` says herself what she is
                found[sheet_column] = slot
                self._readings.pop(slot, None)
                self._parts.pop(slot, None)
        for (group, field_id), early in self._early.items():
            if group in self._spoken:
                found |= dict.fromkeys((*early, *self._drop_shifted(group, field_id)), Slot(field_id, group, "1"))
        return found

    def _drop_shifted(self, group: str, field_id: str) -> list[int]:
        """Drop bare headings that stand between people, each for the one before it or behind; gives their columns."""
        slots = [
            slot for slot in self._readings if slot in self._bare and (slot.group, slot.field) == (group, field_id)
        ]
        if not slots or Slot(field_id, group, self._rows[group][-1]) in slots:
            return []
        return [column for slot in slots for (column,) in self._readings.pop(slot, ())]

    def _slot(self, meaning: Meaning) -> Slot | None:
        """The address that a heading means where it stands; None where the group has no row left."""
        slot = meaning.column.slot
        if not meaning.is_bare:
            self._spoken.add(slot.group)
        if meaning.group is None or not slot.row:  # in a group's own table, each line is a row
            if slot.row:
                self._speak_of(slot.group, slot.row)
            return slot
        row = self._row(meaning)
        if meaning.group.max is not None and int(row) > meaning.group.max:
            return None
        self._speak_of(meaning.group.id, row)
        if meaning.member is not None:
            self.sets |= {Slot(name, meaning.group.id, row): value for name, value in meaning.member.sets.items()}
        return slot._replace(row=row)

    def _row(self, meaning: Meaning) -> str:
        group, slot = meaning.group, meaning.column.slot
        assert group is not None
        rows = self._rows.get(group.id, [])
        fresh = str(max(map(int, rows), default=0) + 1)
        waiting = rows[-1] if rows and (group.id, rows[-1]) in self._unnamed else ""
        if slot.field == group.field[0].id:
            self._unnamed.discard((group.id, waiting))
        if meaning.member is not None:
            return self._members.setdefault((group.id, id(meaning.member)), waiting or fresh)
        if not rows:
            return self._begun(meaning, fresh)
        last = slot._replace(row=rows[-1])
        is_taken = last in self._readings if not meaning.part else meaning.part in self._parts.get(last, {})
        begins = slot.field == group.field[0].id and not meaning.part
        is_next = is_taken or (begins and not meaning.is_bare and last in self._parts)
        return self._begun(meaning, fresh) if is_next else rows[-1]

    def _begun(self, meaning: Meaning, row: str) -> str:
        if meaning.is_bare and meaning.group is not None:
            self._unnamed.add((meaning.group.id, row))
        return row

    def _speak_of(self, group_id: str, row: str) -> None:
        rows = self._rows.setdefault(group_id, [])
        if row in rows:
            rows.remove(row)
        rows.append(row)

    def sheet_columns(self) -> set[int]:
        """Sheet columns that are part of a reading."""
        return {column for readings in self._readings.values() for reading in readings for column in reading}

    def put_into(self, heading_row: HeadingRow) -> None:
        for slot, parts in self._parts.items():
            heading_row.optional.update(parts.get("middle", ()))
            if "given" in parts and "family" in parts:
                for number in range(max(map(len, parts.values()))):
                    joined = tuple(parts[part][min(number, len(parts[part]) - 1)] for part in PARTS if part in parts)
                    self._readings.setdefault(slot, []).append(joined)
            elif slot not in self._readings:
                heading_row.lone_parts.append(next(iter(parts.values()))[0])
            else:
                heading_row.repeated_parts[slot] = [column for columns in parts.values() for column in columns]
        for slot, (reading, *others) in self._readings.items():
            heading_row.add(slot, reading)
            if others:
                heading_row.others[slot] = others
        heading_row.sets = self.sets
