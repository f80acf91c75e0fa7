"""A municipality's own template with a tag wherever it has a place for a field of the form by another name."""

from lxml import etree

from skjema.definition.model import Form
from skjema.formats.docx.members import members_of
from skjema.formats.docx.part_xml import parse, unparse
from skjema.formats.zip_writer import Archive, compress_member
from skjema.render.word.merge_fields import SIGN, MergeFields
from skjema.render.word.own_fields import SIGNS, OwnFields
from skjema.wording import Language


def with_tags(name: str, docx: bytes, form: Form, language: Language) -> bytes:
    """The template with a tag in each merge field, control and form field that names a field; unchanged without any.

    Args:
        name: What messages call the template.

    Raises:
        TemplateError: It is damaged.
    """
    members = members_of(docx, name)
    changed: dict[str, bytes] = {}
    kinds = (((SIGN,), MergeFields(form, language)), (SIGNS, OwnFields(form)))
    for part, content in members.items():
        if not part.endswith(".xml"):
            continue
        places = [fields for signs, fields in kinds if any(sign in content for sign in signs)]
        try:
            root = parse(content) if places else None
        except etree.XMLSyntaxError:  # told of with the rest of the template's faults
            continue
        if root is not None and sum(fields.place_tags(root) for fields in places):
            changed[part] = unparse(root)
    if not changed:
        return docx
    return Archive(compress_member(part, changed.get(part, content)) for part, content in members.items()).build()
