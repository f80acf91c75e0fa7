"""The fields that a pack is sorted and grouped by, from their names on the command line."""

from collections.abc import Sequence
from dataclasses import replace

from skjema.batch.pack_layout import PackLayout
from skjema.definition.model import Form
from skjema.errors import UsageError
from skjema.output.file_names import open_field
from skjema.problems import Problem
from skjema.records.headings import find_field


def checked_layout(form: Form, layout: PackLayout, *, is_word: bool) -> PackLayout:
    """A layout with its fields by their ids.

    Args:
        is_word: Whether the pack is a Word file, which has neither covers nor bookmarks.

    Raises:
        UsageError: A field isn't the form's, or is one whose values may not stand outside of it.
        ValueError: A Word file is to have what it can't.
    """
    if is_word and (layout.cover or layout.names):
        raise ValueError("a pack in Word has neither covers nor bookmarks")
    sort, group = pack_order(form, layout.sort, layout.group, "--cover" if layout.cover else "")
    return replace(layout, sort=sort, group=group)


def pack_order(form: Form, sort: Sequence[str], group: str | None, shown: str) -> tuple[tuple[str, ...], str | None]:
    """Ids of the fields that the order goes by.

    Args:
        shown: The option that shows their values outside of the forms; empty where none does.
    """
    ids = tuple(_field_id(form, one, shown and f"--sort {shown}") for one in sort)
    return ids, group and _field_id(form, group, "--group")


def _field_id(form: Form, name: str, shown_by: str) -> str:
    """The id of a field that is named by it or by its heading.

    Args:
        shown_by: The option that shows its values outside of the form; empty where none does.
    """
    field = find_field(form, name)
    if field is None:
        labels = tuple(one.label for one in form.fields.values() if not one.is_signature)
        raise UsageError(Problem("field-unknown", params={"got": name, "known": labels}))
    return (open_field(field, shown_by) if shown_by else field).id
