"""Makes a list for phoning people: whom it is about, who signs, and all their known numbers."""

from collections.abc import Iterator, Sequence
from datetime import date

from skjema.definition.model import Form
from skjema.fieldtypes.show import show
from skjema.render.workbook.pack_index import index_workbook
from skjema.validation.checked import CheckedRecord
from skjema.validation.replies import Sent, key_fields, key_values
from skjema.wording import Language, in_language
from skjema.wording.workbook import sheet_word


def phone_list(form: Form, everyone: Sequence[Sent], language: Language, day: date) -> bytes:
    """The list as a workbook, with an empty column for the answers."""
    key = key_fields(form)
    headings = [sheet_word("number", language), *(in_language(one.label, language) for one in key if not one.is_secret)]
    headings += [sheet_word(one, language) for one in ("signers", "phones", "said")]
    rows: list[list[str | int]] = []
    for sent in everyone:
        if sent.checked is not None:
            pairs = zip(key, key_values(form, sent.checked), strict=True)
            names = [show(one, value, language) for one, value in pairs if not one.is_secret]
            signers = [name for lines in sent.checked.signers.values() for name in lines if name]
            phones = list(_phones(form, sent.checked, language))
            rows.append([sent.number, *names, ", ".join(dict.fromkeys(signers)), ", ".join(phones), ""])
    return index_workbook(sheet_word("phones", language), headings, rows, day)


def _phones(form: Form, checked: CheckedRecord, language: Language) -> Iterator[str]:
    """Every telephone number of a record except the office's own, with the person it belongs to in a group."""
    for field in form.fields.values():
        if field.type == "phone" and not field.profile and checked.values[field.id]:
            yield show(field, checked.values[field.id], language)
    for group in form.groups.values():
        columns = [field for field in group.field if field.type == "phone"]
        for row in checked.values[group.id]:
            for field in columns:
                if row[field.id]:
                    name = show(group.name_field, row[group.name_field.id], language)
                    yield f"{name} {show(field, row[field.id], language)}".strip()
