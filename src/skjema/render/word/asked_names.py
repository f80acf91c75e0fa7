"""The names that a Word template uses in its tags, and the names that a form's template should use."""

from collections.abc import Iterator

from jinja2 import Environment, meta, nodes

from skjema.definition.model import Field, Form, Group


def wanted_names(form: Form) -> Iterator[str]:
    """The names that a complete template uses: of all printed fields and columns that the office fills in."""
    for item in form.items:
        if isinstance(item, Group):
            yield from (f"{item.id}.{column.id}" for column in item.field if column.printed)
        elif isinstance(item, Field) and item.printed and not item.profile and not stands_open(form, item):
            yield item.id


def stands_open(form: Form, field: Field) -> bool:
    """Whether a field's place on the office's own paper is left empty for the recipient."""
    return form.word == "own" and (field.recipient or field.is_signature)


def asked_names(source: str) -> Iterator[str]:
    """The names that a part's source uses; `foresatte.navn` for a column of a group."""
    tree = Environment().parse(source)
    yield from meta.find_undeclared_variables(tree)
    for loop in tree.find_all(nodes.For):
        # a loop over the rows of a group, or of an inner group: `mal`, `rad.tiltak`
        listed = getattr(loop.iter, "name", None) or getattr(loop.iter, "attr", None)
        if isinstance(loop.target, nodes.Name) and listed:
            yield from (f"{listed}.{name}" for name in _attributes(loop, loop.target.name))
    for access in tree.find_all(nodes.Getattr):
        if isinstance(access.node, nodes.Getitem) and isinstance(access.node.node, nodes.Name):
            yield f"{access.node.node.name}.{access.attr}"  # a single row of a group: `foresatte[0].navn`
    yield from _attributes(tree, "valgt")


def _attributes(tree: nodes.Node, owner: str) -> Iterator[str]:
    """The attributes used of a name: `navn` in `rad.navn`, and `kryss` in `rad.valgt.kryss`."""
    name = nodes.Name(owner, "load")
    for access in tree.find_all(nodes.Getattr):
        if access.node in (name, nodes.Getattr(name, "valgt", "load")):
            yield access.attr
