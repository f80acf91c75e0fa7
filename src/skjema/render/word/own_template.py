"""Adds tags to an office's own template, at its places for fields of the form."""

from collections.abc import Iterator

from lxml import etree

from skjema.definition.model import Form
from skjema.formats.docx.members import Members, members_of
from skjema.formats.docx.part_xml import parse, unparse
from skjema.formats.zip_writer import Archive, compress_member
from skjema.render.word.merge_fields import SIGN, MergeFields
from skjema.render.word.own_fields import SIGNS, OwnFields
from skjema.render.word.repeated_values import RepeatedValues
from skjema.wording import Language


def with_tags(name: str, docx: bytes, form: Form, language: Language) -> bytes:
    """The template with a tag in each merge field, control and form field named after a field; unchanged without any.

    Args:
        name: Name of the template in messages.

    Raises:
        TemplateError: It is damaged.
    """
    members = members_of(docx, name)
    own = OwnFields(form)
    kinds = (((SIGN,), MergeFields(form, language)), (SIGNS, own))
    roots = dict(_parts_with(members, (SIGN, *SIGNS)))
    for root in roots.values():
        own.learn_bindings(root)
    tagged = set()
    for part, root in roots.items():
        places = [fields for signs, fields in kinds if any(sign in members[part] for sign in signs)]
        if sum(fields.place_tags(root) for fields in places):
            tagged.add(part)
    repeated = RepeatedValues(roots.values())
    tagged |= {part for part, root in roots.items() if repeated.place_tags(root)}
    changed = {part: unparse(roots[part]) for part in roots if part in tagged}
    for part, root in _parts_with(members, (b"coreProperties",)):
        if own.place_property_tags(root):
            changed[part] = unparse(root)
    if not changed:
        return docx
    return Archive(compress_member(part, changed.get(part, content)) for part, content in members.items()).build()


def _parts_with(members: Members, signs: tuple[bytes, ...]) -> Iterator[tuple[str, etree._Element]]:
    """Name and XML of each part that has one of these texts."""
    for part, content in members.items():
        if part.endswith(".xml") and any(sign in content for sign in signs):
            try:
                yield part, parse(content)
            except etree.XMLSyntaxError:  # reported with the template's other faults
                continue
