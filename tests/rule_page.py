"""`docs/regler.md`: the rules of law that forms share, made from `_regler.toml` by `python -m tests.rule_page`."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from skjema.definition.catalogue import RULES
from tests.drawing import TEMPLATES

PAGE = Path(__file__).parent.parent / "docs" / "regler.md"
_AREAS = {
    "alle": "alle",
    "barnevern": "barnevern",
    "barnehage": "barnehage",
    "forvaltning": "forvaltning",
    "foreldreansvar": "foreldreansvar",
    "helse": "helse",
    "opplaring": "opplæring",
    "personvern": "personvern",
}
_HEAD = """# Reglene etter alder og lov

<!-- Laget av templates/_regler.toml: python -m tests.rule_page -->

Skjemaene deler reglene i `templates/_regler.toml`. Når en lov endres, står begge utgavene der med sine datoer, og et skjema følger
den som gjelder den dagen kjøringen regnes fra (`--date`). Egne skjemaer bruker dem på samme måte; se [definisjon.md](definisjon.md#regler).

| regel | fagområde | hva den sier | navn | gjelder | kilde | skjemaer |
|---|---|---|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    return _HEAD + "\n".join(_rows()) + "\n"


def _rows() -> Iterator[str]:
    book = tomllib.loads((TEMPLATES / RULES).read_text("utf-8"))
    entries = [(kind, one) for kind in ("setting", "condition", "rule", "principle") for one in book[kind]]
    texts = {path: path.read_text("utf-8") for path in sorted(TEMPLATES.glob("*/*.toml"))}
    for kind, one in sorted(entries, key=lambda entry: int(entry[1]["rule"][1:])):
        text = (one.get("says") or one.get("message") or one.get("label"))["nb"]
        anchor = one["source"].removeprefix("docs/sources.md#")
        name = f"`{one['id']}`" if "id" in one else ""
        used = ", ".join(dict.fromkeys(_used_by(kind, one, texts)))
        yield f"| {one['rule']} | {_AREAS[one['area']]} | {text} | {name} | {_dates(one)} | [{anchor}](sources.md#{anchor}) | {used} |"


def _dates(one: dict[str, Any]) -> str:
    first, last = (one[key].strftime("%d.%m.%Y") if key in one else "" for key in ("valid_from", "valid_to"))
    return " ".join(filter(None, (first and f"fra {first}", last and f"til {last}")))


def _used_by(kind: str, one: dict[str, Any], texts: dict[Path, str]) -> Iterator[str]:
    """The forms and blocks that use an entry; a condition that others are made of, is used by way of them."""
    if "id" not in one:
        return
    call = f"rule('{one['id']}')" if kind == "condition" else f'use = "{one["id"]}"'
    for path, text in texts.items():
        if call in text:
            is_block = path.parent.name == "_blocks"
            yield f"blokken {path.stem}" if is_block else path.parent.name
    book = (TEMPLATES / RULES).read_text("utf-8")
    for name in re.findall(r'id = "([^"]+)"(?:(?!\n\n).)*?' + re.escape(call), book, re.DOTALL):
        yield f"`{name}`"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
