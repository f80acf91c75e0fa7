"""What a form changes in the items of a shared block: when they concern a record, and what they are called."""

from dataclasses import replace

from skjema.definition.model import Condition, Group, Item, Note
from skjema.wording import Text


def with_condition(item: Item, condition: Condition) -> Item:
    """The item, relevant only where `condition` holds as well."""
    if condition is True:
        return item
    both = condition if item.relevant is True else f"({condition}) and ({item.relevant})"
    return replace(item, relevant=both)


def with_texts(item: Item, texts: dict[str, Text]) -> Item:
    """The item called as a form calls it; what is put to use is taken out of `texts`."""
    if isinstance(item, Group):
        columns = []
        for column in item.field:
            label = texts.pop(f"{item.id}.{column.id}", None)
            columns.append(column if label is None else replace(column, label=label))
        item = replace(item, field=tuple(columns))
    text = texts.pop(item.id, None)
    if text is None:
        return item
    return replace(item, text=text) if isinstance(item, Note) else replace(item, label=text)
