"""Values that name files: pictures and documents in the folder of the data, inspected before anything is made."""

from collections.abc import Iterator
from typing import Any

from skjema.definition.model import Field
from skjema.definition.slot import Slot
from skjema.fieldtypes.attached_file import AttachedFile
from skjema.fieldtypes.reading_results import InvalidValue
from skjema.formats.docx.sub_document import SubDocumentError, read_sub_document
from skjema.formats.image import ImageError, read_image
from skjema.hashing import blake2b
from skjema.problems import Severity
from skjema.records.attached_files import read_attached
from skjema.records.record import Record
from skjema.validation.checked import CheckedRecord, row_label
from skjema.validation.checklist import Checklist
from skjema.validation.value_description import describe_value
from skjema.wording import Text


def attach_files(checklist: Checklist, checked: CheckedRecord) -> None:
    """Replace each value that names a file by the file, and report files that can't be used."""
    for field, slot, label, values in _cells(checklist, checked):
        name = values.get(field.id)
        if not isinstance(name, str):
            continue
        try:
            values[field.id], left_out = _attached(checked.record, field, name)
        except InvalidValue as error:
            values[field.id] = None
            checked.invalid.add(slot)
            params = describe_value(field, label, name, error.params)
            checked.report(error.code, slot, Severity.ERROR, **params)
            continue
        if left_out:
            params = describe_value(field, label, name, {})
            checked.report(left_out, slot, Severity.NOTE, **params)


def _cells(checklist: Checklist, checked: CheckedRecord) -> Iterator[tuple[Field, Slot, Text, dict[str, Any]]]:
    """Each value that names a file: its field, its address, what messages call it, and the values it is one of."""
    for group_id, field in checklist.file_fields:
        if not group_id:
            yield field, Slot(field.id), field.label, checked.values
            continue
        group = checklist.form.groups[group_id]
        for row in checked.values[group_id]:
            slot = Slot(field.id, group_id, group.row_name(row["nr"]))
            yield field, slot, row_label(group, row["nr"], field), row


def _attached(record: Record, field: Field, name: str) -> tuple[AttachedFile, str]:
    """The file that a record calls so, and the code of what is told of it; nothing for most.

    Raises:
        InvalidValue: There is none, or it can't be put into a document.
    """
    if record.folder is None:
        raise InvalidValue("attached-missing")
    path, content = read_attached(record.folder, name)
    told = ""
    try:
        if field.kind.names_file == "image":
            read_image(content)
        elif read_sub_document(content).has_pages:
            told = "document-pages"
    except ImageError as error:
        raise InvalidValue(error.code) from None
    except SubDocumentError as error:
        raise InvalidValue(error.code, **error.params) from None
    return AttachedFile.at(name, path, blake2b(content, digest_size=16).digest()), told
