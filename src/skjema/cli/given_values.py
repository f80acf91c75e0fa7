"""Reads one record from the command line: `--set barn_navn="Kari Nes" --set foresatte.1.navn="Anne Nes"`."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from skjema.cli.language import current
from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.errors import UsageError
from skjema.problems import Problem
from skjema.wording.messages import say

_FILE = Path("--set.json")
"""The file name of these values in messages; they are read like a JSON file with one object."""
_MOST_ROWS = 99
_ROW = re.compile("[1-9][0-9]?")


def given_values(
    form: Form, files: Sequence[Path], pairs: Sequence[str]
) -> tuple[Sequence[Path], Mapping[Path, bytes] | None]:
    """The files to read, and the content of those that aren't on disk.

    Args:
        files: Files on the command line.
        pairs: Values as `name=value`.

    Raises:
        UsageError: The form has no such name.
        click.UsageError: Both or neither are given, or a pair has no `=`.
    """
    if pairs and files:
        raise click.UsageError(say("usage-set-data", current()))
    if files:
        return files, None
    if not pairs:
        raise click.UsageError(say("usage-missing", current(), got="DATA..."))
    record: dict[str, Any] = {}
    given: set[Slot] = set()
    for pair in pairs:
        name, between, value = pair.partition("=")
        if not between:  # the pair isn't quoted, since it may be a value whose name was forgotten
            raise click.UsageError(say("usage-set", current()))
        slot = _slot(form, name.strip())
        whole = slot._replace(answer="")
        if slot in given or whole in given or (slot == whole and any(one._replace(answer="") == slot for one in given)):
            raise click.UsageError(say("usage-set-twice", current(), got=name))
        given.add(slot)
        _put(record, form, slot, value)
    return [_FILE], {_FILE: json.dumps([record]).encode()}


def _slot(form: Form, name: str) -> Slot:
    """The address for a name on the command line.

    Raises:
        UsageError: The form has no such name.
        click.UsageError: The number of the row is too high.
    """
    group, _, rest = name.partition(".")
    row, _, column = rest.partition(".")
    is_numbered = group in form.groups and not form.groups[group].row and row.isdecimal()
    # any number is accepted here, since a row too many gets a message of its own
    slot = Slot.parse(f"{group}.1.{column}" if is_numbered else name, form)
    if slot is None or not slot.field or (slot.group and not slot.row) or slot.group in form.fields:
        raise UsageError(_unknown(form, name))
    if is_numbered and not _ROW.fullmatch(row):
        raise click.UsageError(say("usage-between", current(), least=1, most=_MOST_ROWS))
    return slot._replace(row=row) if is_numbered else slot


def _unknown(form: Form, name: str) -> Problem:
    """The problem for an unknown name, with the nearest known ones."""
    from difflib import get_close_matches  # only where something is wrong

    row = next((part for part in name.split(".") if part.isdecimal()), "1")
    known = [field.id for field in form.fields.values() if not field.is_signature]
    for group in form.groups.values():
        numbers = [fixed.id for fixed in group.row] or [row]
        known += [f"{group.id}.{number}.{column.id}" for number in numbers for column in group.field]
    near = get_close_matches(name, known, n=1)
    params: dict[str, object] = {"got": name, "form": form.id}
    return Problem("set-near", params={**params, "hint": near[0]}) if near else Problem("set-unknown", params=params)


def _put(record: dict[str, Any], form: Form, slot: Slot, value: str) -> None:
    """Put a value into the object of a JSON file, at its address."""
    holder = record
    if slot.group and form.groups[slot.group].row:
        holder = record.setdefault(slot.group, {}).setdefault(slot.row, {})
    elif slot.group:
        number = int(slot.row)
        rows = record.setdefault(slot.group, [])
        rows.extend({} for _ in range(number - len(rows)))
        holder = rows[number - 1]
    if slot.answer:
        holder = holder.setdefault(slot.field, {})
    holder[slot.answer or slot.field] = value
