"""Names of form fields: as they are compared, and as messages list them."""

from collections.abc import Iterator, Sequence

from skjema.formats.pdf.acroform import FormField

TOLD = 20
"""Names of fields that one message holds."""


def plain_name(name: str) -> str:
    """A field's name without the numbers that XFA's programs put after each part."""
    return ".".join(part.partition("[")[0].casefold() for part in name.split("."))


def last_part(name: str) -> str:
    return plain_name(name).rpartition(".")[2]


def told_names(fields: Sequence[FormField]) -> tuple[str, ...]:
    return tuple(f"{one.name} ({page_of(one)})" for one in fields[:TOLD])


def page_of(one: FormField) -> int:
    """The page that a field is first seen on, from 1; 0 for none."""
    return min((place.page for place in one.places if place.page >= 0), default=-1) + 1


def by_page(fields: Sequence[FormField]) -> Iterator[tuple[int | str, tuple[str, ...]]]:
    """The names of fields, page by page; a dash for the page of those on none."""
    pages: dict[int, list[str]] = {}
    for one in fields:
        pages.setdefault(page_of(one), []).append(one.name or "?")
    for page, names in sorted(pages.items()):
        more = (f"... (+{len(names) - TOLD})",) if len(names) > TOLD else ()
        yield page or "-", (*names[:TOLD], *more)
