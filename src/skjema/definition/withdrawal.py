"""The part of a form on which an answer is withdrawn."""

from skjema.definition.field import Field
from skjema.definition.group import Group
from skjema.definition.model import Form, Item


def withdrawal_items(form: Form) -> frozenset[str]:
    """Ids of what the recipient fills in to withdraw an answer, besides the field `withdrawn` itself.

    That is the rest of that field's section, if the field is the first to be filled in there; otherwise the section
    is about more than a withdrawal, and it can't be known which parts belong to it.
    """
    for section in form.sections:
        theirs = [one for one in section.items if _is_recipients(one)]
        if theirs and form.withdrawn and theirs[0].id == form.withdrawn:
            return frozenset(one.id for one in theirs[1:] if not _may_be_of_answer(form, one, theirs))
    return frozenset()


def _is_recipients(item: Item) -> bool:
    if isinstance(item, Field):
        return item.recipient or item.is_signature
    return isinstance(item, Group) and any(one.recipient for one in item.field)


def _may_be_of_answer(form: Form, item: Item, section: list[Item]) -> bool:
    """Whether an item is also filled in to answer: it is required, or the only line to sign on."""
    if not isinstance(item, Field):
        return False
    elsewhere = [one for one in form.fields.values() if one.is_signature and one not in section]
    return item.required is True or (item.is_signature and not elsewhere)
