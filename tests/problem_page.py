"""`docs/problems.md`: every code and what it says, made from the wordings by `python -m tests.problem_page`."""

from collections.abc import Iterator
from pathlib import Path

from skjema.wording.problems_attached import ATTACHED
from skjema.wording.problems_data import DATA
from skjema.wording.problems_definition import DEFINITION
from skjema.wording.problems_files import FILES
from skjema.wording.problems_papers import PAPERS
from skjema.wording.problems_printing import PRINTING
from skjema.wording.problems_returned import RETURNED

PAGE = Path(__file__).parent.parent / "docs" / "problems.md"
_HEAD = """# Meldinger og koder

Hver melding slutter med en kode i hakeparentes. Koden er den samme på alle språk og i `--json` og `run.json`. Regler i
skjemaene har koder av sine egne; de står med kilde i skjemaets `skjema.toml`. Ord i krøllparenteser, som `{label}`, er det
meldingen gjelder.

Slik ender en kjøring: 0 alt skrevet, 1 skrevet med advarsler, 2 kommandoen er feil, 3 noen poster feilet og de gode er
skrevet, 4 dataene kan ikke brukes og ingenting er skrevet, 5 feil i definisjon eller mal, 6 en fil mangler, er låst eller
finnes fra før, 7 ingen PDF ble laget av Word-dokumentene, 70 en feil i skjema, 130 avbrutt med Ctrl-C.
"""
_TABLES = {
    "Dataene": DATA, "Bilder og dokumenter som dataene nevner": ATTACHED, "Filene": FILES, "Skjemaenes papir": PRINTING, "Egne PDF-skjemaer": PAPERS,
    "Det som kommer tilbake": RETURNED, "Definisjoner og kommune.toml": DEFINITION,
}  # fmt: skip


def lines() -> Iterator[str]:
    yield _HEAD
    for title, table in _TABLES.items():
        yield f"## {title}\n\n| kode | melding |\n|---|---|"
        for code, wording in sorted(table.items()):
            text = wording.nb.replace("!r}", "}").replace("{{", "{").replace("}}", "}").replace("|", "\\|")
            yield f"| `{code}` | {text} |"
        yield ""


def page() -> str:
    return "\n".join(lines())


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
