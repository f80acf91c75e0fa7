"""Names of form fields in a form for comparison, and in lists for messages."""

from collections.abc import Iterator, Sequence

from skjema.formats.pdf.acroform import FormField

TOLD = 20
"""Most field names in one message."""


def plain_name(name: str) -> str:
    """A field's name in lower case, without the numbers that XFA programs put after each part."""
    return ".".join(part.partition("[")[0].casefold() for part in name.split("."))


def last_part(name: str) -> str:
    return plain_name(name).rpartition(".")[2]


def told_names(fields: Sequence[FormField]) -> tuple[str, ...]:
    return tuple(f"{one.name} ({page_of(one)})" for one in fields[:TOLD])


def page_of(one: FormField) -> int:
    """The first page with the field, counted from 1; 0 where no page has it."""
    return min((place.page for place in one.places if place.page >= 0), default=-1) + 1


def by_page(fields: Sequence[FormField]) -> Iterator[tuple[int | str, tuple[str, ...]]]:
    """The names of fields by page, in page order; fields on no page come with a dash."""
    pages: dict[int, list[str]] = {}
    for one in fields:
        pages.setdefault(page_of(one), []).append(one.name or "?")
    for page, names in sorted(pages.items()):
        more = (f"... (+{len(names) - TOLD})",) if len(names) > TOLD else ()
        yield page or "-", (*names[:TOLD], *more)
