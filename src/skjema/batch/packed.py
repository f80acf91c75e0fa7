"""What covers, index and labels say of each form in a pack."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from skjema.batch.pack_layout import PackLayout
from skjema.batch.precheck import PrecheckReport
from skjema.definition.expressions import ROW
from skjema.definition.model import Field, Form
from skjema.definition.slot import Slot
from skjema.errors import InputError
from skjema.fieldtypes.show import show
from skjema.formats.fonts import font_for
from skjema.layout.letterhead import SENDER
from skjema.layout.postal_address import PostalAddress, address_fields, postal_address
from skjema.layout.shown import ShownRecord
from skjema.layout.variants import value_in_sentence
from skjema.problems import Place, Problem
from skjema.records.input import Input
from skjema.records.record import named_slot
from skjema.validation.check import RecordChecker
from skjema.validation.checked import CheckedRecord
from skjema.wording import Language, Text, in_language


class Packed(NamedTuple):
    """One form of a pack.

    Attributes:
        group: The group it is in, as its own row writes it.
        sender: The municipality it is from.
        key: Whom it concerns: the values that `key_labels` names, as far as they stand on paper.
        sorted_by: What else the order of the pack goes by.
        recipient: The identity or organisation number of who gets it, where the layout asks for it.
        address: Where it is sent, where the layout asks for it.
        missing: Labels of what must be filled in and isn't.
        first: Its first page, counted from 1; 0 in a Word file, whose pages Word decides.
        pages: How many it has, without a blank back.
    """

    number: int
    place: Place
    group: str
    sender: str
    key: tuple[str, ...]
    sorted_by: tuple[str, ...] = ()
    recipient: str = ""
    address: PostalAddress = PostalAddress()
    missing: tuple[str, ...] = ()
    first: int = 0
    pages: int = 0

    @property
    def whom(self) -> str:
        return ", ".join(filter(None, self.key))


def packed_record(
    form: Form, checked: CheckedRecord, layout: PackLayout, shown: Mapping[str, Any], language: Language
) -> Packed:
    """The key, group, sort values and address of one form, as covers, index and labels show them.

    Args:
        shown: Values of the layout's fields; None for what doesn't concern the record, which is told nowhere.

    Raises:
        InputError: A cover or a label would have to show letters that no font has.
    """
    record, texts = checked.record, {name: show(form.fields[name], one, language) for name, one in shown.items()}
    for name, text in texts.items() if layout.cover else ():
        _check_letters(text, form.fields[name].label, record.places.place(Slot(name)))
    address = postal_address(form, checked, language) if layout.addresses else PostalAddress()
    for name, field in address_fields(form).items() if address.lines else ():
        text = value_in_sentence(form, checked, name, language)
        _check_letters(text, field.label, record.places.place(named_slot(form, record, name)))
    return Packed(
        record.document, record.places.place(), texts.get(layout.group or "", ""), checked.values.get(SENDER[0]) or "",
        _key_texts(form, checked, language), tuple(texts[name] for name in index_fields(form, layout)),
        _recipient(form, checked) if layout.recipients else "", address,
        tuple(in_language(label, language) for label in checked.missing.values()),
    )  # fmt: skip


def protected_homes(report: PrecheckReport) -> set[object]:
    """The `home` of everyone in the data whose address is withheld, whether a form of theirs is in the pack or not."""
    plan = report.plan
    checker = RecordChecker(plan.form, plan.today, draft=plan.draft)
    everyone = Input(plan.form, report.job.files, "use", report.contents)
    addresses = (postal_address(plan.form, checker.check(record), plan.language) for record in everyone)
    return {home for address in addresses if address.is_withheld for home in address.home}


def _check_letters(text: str, label: Text, place: Place) -> None:
    """Refuse characters that no bundled font has in a text of a cover or label.

    Raises:
        InputError: There are some.
    """
    if letters := font_for(text).lacking(text):
        raise InputError(Problem("letter-not-in-font", place, params={"label": label, "letters": letters}))


def recipient_fields(form: Form) -> list[Field]:
    """The fields that say by what number somebody is sent to: columns of the row that a document is for.

    Of other forms nobody has said who gets them: a number on them is the child's, or the sender's own.
    """
    fields = form.addressed.field if form.addressed else ()
    return [field for field in fields if field.type in ("fodselsnummer", "organisasjonsnummer")]


def _recipient(form: Form, checked: CheckedRecord) -> str:
    numbers = (checked.values[ROW][field.id] for field in recipient_fields(form))
    return next((str(number) for number in numbers if number), "")


def key_labels(form: Form) -> list[Text]:
    """The labels of the key values that bookmarks, covers and index show."""
    labels = [form.fields[name].label for name in _printed_key(form)]
    return [*labels, form.addressed.label] if _tells_addressee(form) and form.addressed else labels


def _printed_key(form: Form) -> list[str]:
    """Fields of the form's key whose values may stand outside of the form."""
    return [name for name in form.key if not form.fields[name].is_secret]


def _tells_addressee(form: Form) -> bool:
    return form.addressed is not None and not form.addressed.name_field.is_secret


def _key_texts(form: Form, checked: CheckedRecord, language: Language) -> tuple[str, ...]:
    # a number that stands in no box of the paper is told as well: the office knows the case by it
    told = [show(form.fields[name], checked.values[name], language).replace("\n", " ") for name in _printed_key(form)]
    return (*told, ShownRecord(form, checked, language).addressee()) if _tells_addressee(form) else tuple(told)


def index_fields(form: Form, layout: PackLayout) -> list[str]:
    """Fields that a pack is sorted by, that neither its groups nor the form's key show, and that may be shown."""
    shown = (layout.group, *form.key)
    return [name for name in dict.fromkeys(layout.sort) if name not in shown and not form.fields[name].is_secret]
