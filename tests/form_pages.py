"""`docs/skjemaer/`: a page for each form, made from its definition by `python -m tests.form_pages`."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from skjema.definition.form_cache import load_form
from skjema.definition.model import Field, Form, Group, Rule, Section
from skjema.layout.sentences import names_in_text
from skjema.wording import Text, in_language
from tests.drawing import TEMPLATES
from tests.sample_files import FORMS

FOLDER = Path(__file__).parent.parent / "docs" / "skjemaer"
_LAYOUTS = {"fixed": "faste sider", "flowing": "sider som vokser", "letter": "brev"}
_LANGUAGES = {"nb": "bokmål", "nn": "nynorsk", "en": "engelsk"}
_SEVERITIES = {"error": "Feil", "warning": "Advarsel"}


def pages() -> Iterator[tuple[Path, str]]:
    """File and content of each page."""
    for name in FORMS:
        yield FOLDER / f"{name}.md", "\n".join(_page(load_form(TEMPLATES / name))) + "\n"


def _page(form: Form) -> Iterator[str]:
    yield f"# {_text(form.title)}\n"
    yield "<!-- Laget av definisjonen: python -m tests.form_pages -->\n"
    languages = ", ".join(_LANGUAGES[code] for code in form.languages)
    yield f"`{form.id}`, utgave {form.version}: {_LAYOUTS[form.layout]}, {languages}. Definisjonen er"
    yield f"[skjema.toml](../../templates/{form.id}/skjema.toml); hvorfor skjemaet er som det er, står i [skjemaene.md](../skjemaene.md).\n"
    keys = " og ".join(f"«{_text(form.fields[name].label)}»" for name in form.key)
    yield f"To rader skilles av {keys}." + (
        f" Hver rad i «{_text(form.addressed.label)}» får sitt dokument." if form.addressed else ""
    )
    for section in form.sections:
        yield from _section(form, section)
    if form.settings:
        yield "\n## Kommunen kan velge\n"
        yield "Under `[settings]` i `kommune.toml`; verdien her gjelder uten.\n"
        yield from (f"- `{name} = {_toml(value)}`" for name, value in form.settings.items())
    if form.rules:
        yield "\n## Regler\n"
        yield from map(_rule, form.rules)


def _section(form: Form, section: Section) -> Iterator[str]:
    fields = [item for item in section.items if isinstance(item, Field)]
    groups = [item for item in section.items if isinstance(item, Group)]
    if not fields and not groups:
        return
    title = _text(section.title) if section.title else "Øverst" if section.place == "head" else "Uten overskrift"
    yield f"\n## {title}"
    if isinstance(section.relevant, str):
        yield f"\nEr med når `{section.relevant}`."
    if fields:
        yield ""
        yield from _table(fields, names_in_text(form))
    for group in groups:
        within = f", i hver rad av «{_text(form.groups[group.parent].label)}»" if group.parent else ""
        where = "i hovedarket" if group.in_main_sheet else "på eget ark"
        limits = [f"minst {group.min}"] * bool(group.min) + [f"høyst {group.max}"] * (group.max is not None)
        told = ", ".join([f"rader {where}{within}", *limits])
        yield f"\n**{_text(group.label)}**: {told}.\n"
        yield from _table(group.field, [name.rpartition(".")[2] for name in names_in_text(form) if "." in name])


def _table(fields: Sequence[Field], in_text: Collection[str]) -> Iterator[str]:
    yield "| felt | navn | type | må fylles ut | merknad |"
    yield "|---|---|---|---|---|"
    for field in fields:
        yield f"| {_text(field.label)} | `{field.id}` | `{field.type}` | {_required(field)} | {_remarks(field, in_text)} |"


def _required(field: Field) -> str:
    if isinstance(field.required, str):
        return f"når `{_code(field.required)}`"
    return "ja" if field.required else ""


def _remarks(field: Field, in_text: Collection[str]) -> str:
    remarks = []
    if isinstance(field.relevant, str):
        remarks.append(f"gjelder når `{_code(field.relevant)}`")
    if field.recipient:
        remarks.append("fylles ut av mottakeren")
    if field.profile:
        remarks.append("likt for alle rader")
    if field.choices and field.type == "choice":
        remarks.append("svar: " + ", ".join(_text(choice.label) for choice in field.choices))
    if not field.printed:
        remarks.append("står bare i teksten" if field.id in in_text else "står ikke på papiret")
    if field.is_secret:
        remarks.append("siteres aldri")
    return "; ".join(remarks).replace("|", "\\|")


def _rule(rule: Rule) -> str:
    source = rule.source and rule.source.partition("#")[2]
    link = f" ([kilde](../sources.md#{source}))" if source else ""
    return f"- {_SEVERITIES[rule.severity]} `{rule.id}`: {_text(rule.message)}{link}"


def _code(expression: str) -> str:
    return expression.replace("|", "\\|")


def _toml(value: int | str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)


def _text(text: Text) -> str:
    return in_language(text, "nb")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for path, content in pages():
        path.write_text(content, "utf-8")
