"""How a pack is laid out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PackLayout:
    """How a pack is laid out.

    Attributes:
        sort: Fields that decide the order, the first before the next.
        group: The field whose values gather forms, before they are sorted.
        duplex: Whether paper is printed on both sides: each form then begins on a new sheet.
        cover: Whether each group begins with a sheet that lists it.
        names: Whether bookmarks say whom a form concerns, rather than its number alone.
        recipients: Whether the number of each recipient is looked up, for a service that sends by it.
        addresses: Whether the address of each is looked up, for labels.
    """

    sort: tuple[str, ...] = ()
    group: str | None = None
    duplex: bool = False
    cover: bool = False
    names: bool = False
    recipients: bool = False
    addresses: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """All that the order goes by, the first before the next."""
        return tuple(filter(None, (self.group, *self.sort)))
