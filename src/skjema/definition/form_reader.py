"""From `skjema.toml`, its blocks and `kommune.toml` to a `Form`, or to every fault in them at once."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path as File
from typing import Any

from skjema.definition.catalogue import bundled
from skjema.definition.check_definition import check_form
from skjema.definition.check_profile import check_profile
from skjema.definition.model import Condition, Field, Form, Group, Item, Note, Profile, Rule, Section
from skjema.definition.origins import Origins
from skjema.definition.toml_file import TomlFile, near
from skjema.definition.toml_positions import Path
from skjema.definition.toml_tables import Block, Definition, FormTable, SectionTable, Setting, Use
from skjema.errors import DefinitionError, FileError
from skjema.formats.open_input import read_file
from skjema.formats.png import is_png, is_whole, pixels
from skjema.problems import Problem

_LARGEST_LOGO = 200_000
"""Bytes; every file that is made carries the logo."""
_MOST_PIXELS = 4000
"""Of a logo's width or height; who draws it needs room for all of them."""


def read_form(folder: File, profile_file: File | None, homes: Sequence[File]) -> Form:
    """The form in `folder`; see `load.load_form`."""
    loader = _Loader(folder)
    form = loader.form(profile_file, tuple(homes))
    if loader.problems or form is None:
        raise DefinitionError(*loader.problems)
    return form


class _Loader:
    """Reads the files of one form, and remembers where each thing in them stands."""

    def __init__(self, folder: File) -> None:
        self._folder = folder
        self._files: list[TomlFile] = []
        self._origins = Origins()
        self._unreadable: set[str] = set()
        self._rules: list[Rule] = []
        self._settings: list[Setting] = []

    @property
    def problems(self) -> list[Problem]:
        """Every fault so far: file by file, in the order of their lines."""
        return [one for file in self._files for one in sorted(file.problems, key=_row)]

    def form(self, profile_file: File | None, homes: tuple[File, ...]) -> Form | None:
        file = self._open(self._folder / "skjema.toml")
        file.unknown_keys(Definition, file.data, ())
        file.missing_keys(("schema", "form", "section"), file.data, ())
        head = file.read(FormTable, file.data["form"], ("form",)) if "form" in file.data else None
        sections = tuple(self._sections(file))
        self._extras(file)
        definition = list(self._files)
        profile, logo = self._profile(profile_file) if profile_file else (Profile(), None)
        if head is None:
            return None
        form = Form(
            id=head.id, version=head.version, layout=head.layout, languages=head.languages, title=head.title,
            subtitle=head.subtitle, records=head.records, key=head.key, rules=tuple(self._rules), logo=logo,
            sections=tuple(_with_own_rows(section, profile) for section in sections), folder=self._folder, homes=homes,
            settings={one.id: profile.settings.get(one.id, one.default) for one in self._settings},
            digest=hashlib.sha256(b"".join(one.content for one in definition)).hexdigest(), profile=profile, common={},
            profile_name=profile_file.name if profile_file else "kommune.toml",
        ).spoken(profile.language)  # fmt: skip
        self._origins.add(("form",), file, ("form",))
        check_form(form, self._settings, self._origins, self._unreadable)
        if profile_file:
            check_profile(form, self._settings, self._files[-1])
        return form

    def _open(self, path: File) -> TomlFile:
        file = TomlFile(path)
        self._files.append(file)
        version = file.data.get("schema", 1)
        if version != 1:
            file.fault(("schema",), "schema-version", got=version if isinstance(version, int) else str(version)[:60])
        return file

    def _sections(self, file: TomlFile) -> Iterator[Section]:
        for path, table in file.tables(file.data, "section", ()):
            items = tuple(self._items(file, table, path))
            read = file.read(SectionTable, {**table, "field": []}, path)
            made = read or SectionTable(id=str(table.get("id")), field=())  # its fields are checked all the same
            self._origins.add(("section", made.id), file, path)
            yield Section(made.id, items, made.title, made.relevant, made.place, made.starts_page)

    def _items(
        self, file: TomlFile, holder: dict[str, Any], path: Path, without: tuple[str, ...] = ()
    ) -> Iterator[Item]:
        for here, table in file.tables(holder, "field", path):
            if table.get("id") in without:
                continue
            if "use" in table:
                use = file.read(Use, table, here)
                yield from self._block(use, file, here) if use else ()
            elif (item := self._item(file, table, here)) is not None:
                self._origins.add(("item", item.id), file, here)
                yield item
            else:
                self._unreadable.add(str(table.get("id")))

    def _item(self, file: TomlFile, table: dict[str, Any], path: Path) -> Item | None:
        if table.get("type") == "note":
            return file.read(Note, table, path)
        if table.get("type") != "group":
            return file.read(Field, table, path)
        columns = []
        for here, inner in file.tables(table, "field", path):
            column = file.read(Field, inner, here)
            if column is None:
                self._unreadable.add(f"{table.get('id')}.{inner.get('id')}")
            else:
                self._origins.add(("column", str(table.get("id")), column.id), file, here)
                columns.append(column)
        group = file.read(Group, {**table, "field": []}, path)
        return group and replace(group, field=tuple(columns))

    def _block(self, use: Use, file: TomlFile, path: Path) -> Iterator[Item]:
        known = {one.stem: one for shelf in (bundled(), self._folder.parent) for one in shelf.glob("_blocks/*.toml")}
        if use.use not in known:
            file.fault((*path, "use"), "block-unknown", got=use.use, hint=near(use.use, list(known)))
            return
        block = self._open(known[use.use])
        block.unknown_keys(Block, block.data, ())
        self._extras(block)
        names = [str(table.get("id")) for _, table in block.tables(block.data, "field", ())]
        for name in use.without:
            if name not in names:
                file.fault((*path, "without"), "name-unknown", got=name, hint=near(name, names))
        for item in self._items(block, block.data, (), without=use.without):
            yield _under(item, use.relevant)

    def _extras(self, file: TomlFile) -> None:
        for path, table in file.tables(file.data, "rule", ()):
            if rule := file.read(Rule, table, path):
                self._origins.add(("rule", rule.id), file, path)
                self._rules.append(rule)
        for path, table in file.tables(file.data, "setting", ()):
            if setting := file.read(Setting, table, path):
                self._origins.add(("item", setting.id), file, path)
                self._settings.append(setting)

    def _profile(self, path: File) -> tuple[Profile, bytes | None]:
        file = self._open(path)
        told = {key: value for key, value in file.data.items() if key != "schema"}  # which `_open` has looked at
        profile = file.read(Profile, told, ()) or Profile()
        if profile.logo is None:
            return profile, None
        try:
            logo = read_file(path.parent / profile.logo, profile.logo)
        except ValueError:  # a name that no file can have
            file.fault(("logo",), "logo-missing", got=profile.logo, file=path.name)
            return profile, None
        except FileError as error:
            if error.problems[0].code != "file-missing":
                raise
            file.fault(("logo",), "logo-missing", got=profile.logo, file=path.name)
            return profile, None
        if not is_png(logo):
            file.fault(("logo",), "logo-not-png", got=profile.logo)
        elif len(logo) > _LARGEST_LOGO or max(pixels(logo)) > _MOST_PIXELS:
            file.fault(("logo",), "logo-large", got=profile.logo, most=_LARGEST_LOGO // 1000)
        elif not is_whole(logo):
            file.fault(("logo",), "logo-damaged", got=profile.logo)
        return profile, logo


def _row(problem: Problem) -> int:
    return problem.place.row if problem.place else 0


def _under(item: Item, condition: Condition) -> Item:
    """The item, relevant only where `condition` holds as well."""
    if condition is True:
        return item
    both = condition if item.relevant is True else f"({condition}) and ({item.relevant})"
    return replace(item, relevant=both)


def _with_own_rows(section: Section, profile: Profile) -> Section:
    """The section with the municipality's own fixed rows in place of the definition's; other groups have none."""
    own = profile.rows
    items = (
        replace(one, row=own[one.id]) if isinstance(one, Group) and one.row and one.id in own else one
        for one in section.items
    )
    return replace(section, items=tuple(items))
