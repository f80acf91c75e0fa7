"""Adapts shared parts to a form or municipality: their conditions, texts and answers."""

from dataclasses import replace

from skjema.definition.model import Choice, Condition, Field, Group, Item, Note, Section
from skjema.definition.profile import Profile
from skjema.wording import Text


def with_condition(item: Item, condition: Condition) -> Item:
    """The item, relevant only where `condition` holds as well."""
    if condition is True:
        return item
    both = condition if item.relevant is True else f"({condition}) and ({item.relevant})"
    return replace(item, relevant=both)


def with_texts(item: Item, texts: dict[str, Text]) -> Item:
    """The item with the labels or text that a form gives it; entries that are used are removed from `texts`."""
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


_OTHERS = "andre"
"""Id of the row or answer for anything that isn't listed."""


def with_own_answers(section: Section, profile: Profile) -> Section:
    """The section with the municipality's own answers, in fields that take theirs from a shared list.

    Where the profile has no such answers, but fixed rows with the name of the list, those rows become the answers.
    """

    def of_field(field: Field) -> Field:
        own = profile.answers(field.shares)
        if not own:
            return field
        known = {choice.id: choice for choice in field.choices}
        words = {one.id: known[one.id].words for one in own if one.id in known}
        answers = tuple(Choice(id=one.id, label=one.label, words=words.get(one.id, ())) for one in own)
        if field.shares not in profile.choices:  # the list's label of «andre» fits its paper; the row's doesn't
            answers = tuple(known.get(one.id, one) if one.id == _OTHERS else one for one in answers)
        return replace(field, choices=answers)

    def of_item(item: Item) -> Item:
        if isinstance(item, Field):
            return of_field(item)
        return replace(item, field=tuple(map(of_field, item.field))) if isinstance(item, Group) else item

    return replace(section, items=tuple(map(of_item, section.items))) if profile.choices or profile.rows else section
