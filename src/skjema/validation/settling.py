"""In which order it is settled what concerns a record: what a condition reads is settled before it."""

from collections.abc import Iterator
from typing import NamedTuple

from skjema.definition.expressions import ROW, parse_expression
from skjema.definition.model import Field, Form, Group, Section


class Step(NamedTuple):
    """What it is settled of whether it concerns a record: a field, a group, or a column in each row of a group."""

    section: Section
    item: Field | Group
    column: Field | None = None

    @property
    def name(self) -> str:
        return f"{self.item.id}.{self.column.id}" if self.column else self.item.id

    @property
    def expressions(self) -> Iterator[str]:
        """All that decides whether there is a value."""
        if self.column:
            conditions = [self.column.relevant]
        elif isinstance(self.item, Group):
            suggested = [one.relevant for one in self.item.suggest]
            conditions = [self.section.relevant, self.item.relevant, *suggested]
        else:
            conditions = [self.section.relevant, self.item.relevant, self.item.default or True]
        yield from (one for one in conditions if isinstance(one, str))


def settling_steps(form: Form) -> list[Step]:
    """Every field, group and column that may not concern a record or has a default, in the order to settle.

    Where conditions read each other in a ring, the first on the form is read as it was written.
    """
    steps = {step.name: step for step in _steps(form)}
    ordered: dict[str, Step] = {}
    begun: set[str] = set()

    def add(name: str) -> None:
        if name in begun or name not in steps:
            return
        begun.add(name)
        for needed in _needs(form, steps[name]):
            add(needed)
        ordered[name] = steps[name]

    for name in steps:
        add(name)
    return list(ordered.values())


def _steps(form: Form) -> Iterator[Step]:
    for section in form.sections:
        for item in section.items:
            is_conditional = section.relevant is not True or getattr(item, "relevant", True) is not True
            if isinstance(item, Group):
                if is_conditional or item.parent or item.suggest:
                    yield Step(section, item)
                yield from (Step(section, item, one) for one in item.field if one.relevant is not True)
            elif isinstance(item, Field) and not item.is_signature and (is_conditional or item.default is not None):
                yield Step(section, item)


def _needs(form: Form, step: Step) -> Iterator[str]:
    """Names of what must be settled before a step."""
    columns: set[str] = set()
    if isinstance(step.item, Group):
        columns = {column.id for column in step.item.field} if step.column else set()
        yield step.item.id if step.column else step.item.parent
    for source in step.expressions:
        for name in parse_expression(source).names:
            owner, _, column = name.rpartition(".")
            owner = form.for_each if owner == ROW else owner
            if owner:
                yield owner
                yield f"{owner}.{column}"
            else:
                yield f"{step.item.id}.{name}" if name in columns else name
