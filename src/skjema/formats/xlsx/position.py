"""Tracks which element a parser is in, by the namespaces and names of the elements around it.

Excel's extensions use the standard's names in other namespaces: `x15:workbookPr` after `workbookPr`, `x14:cfRule`,
`xm:f`. Reading such elements by their bare names would misread the workbook.
"""

SPREADSHEET = frozenset(
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"}
)
"""Namespaces of workbooks: ECMA-376 transitional and strict."""
PACKAGE_RELATIONSHIPS = frozenset({"http://schemas.openxmlformats.org/package/2006/relationships"})

_CHOICES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_ELSEWHERE = "?"


class Position:
    """The path of the element that a parser is in, such as `worksheet/sheetData/row`.

    Elements of other namespaces, and those inside them, have no path. Of the alternatives in `mc:AlternateContent` only
    the fallback counts, as if it stood alone, since the choices need extensions that aren't supported.
    """

    def __init__(self, namespaces: frozenset[str]) -> None:
        self._namespaces = namespaces
        self._paths = [""]
        self._defaults = [""]
        self._known: dict[tuple[str, str], str] = {}

    def is_within(self, path: str) -> bool:
        """Whether an element without a prefix that began here would be directly below this path."""
        return self._paths[-1] == path and self._defaults[-1] in self._namespaces

    def enter(self, name: str) -> str:
        """The path of an element that begins; empty for an element that is ignored.

        Args:
            name: Namespace and name, separated by a space.
        """
        outer = self._paths[-1]
        path = self._known.get((outer, name)) or self._known.setdefault((outer, name), self._below(outer, name))
        self._paths.append(path)
        return "" if path in (outer, _ELSEWHERE) else path

    def leave(self) -> str:
        """The path of the element that ends; empty for an element that is ignored."""
        path = self._paths.pop()
        return "" if path in (self._paths[-1], _ELSEWHERE) else path

    def declare(self, prefix: str | None, namespace: str | None) -> None:
        if not prefix:
            self._defaults.append(namespace or "")

    def forget(self, prefix: str | None) -> None:
        if not prefix:
            self._defaults.pop()

    def _below(self, outer: str, name: str) -> str:
        namespace, _, bare = name.rpartition(" ")
        if namespace == _CHOICES and bare in ("AlternateContent", "Fallback"):
            return outer or _ELSEWHERE
        if outer == _ELSEWHERE or namespace not in self._namespaces:
            return _ELSEWHERE
        return f"{outer}/{bare}" if outer else bare
