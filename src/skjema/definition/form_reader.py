"""Reads `skjema.toml`, its blocks and `kommune.toml` into a `Form`, or reports all their faults at once."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path as File
from typing import Any, TypeVar

from skjema.definition.answer_lists import AnswerLists
from skjema.definition.catalogue import bundled_folder
from skjema.definition.check_definition import check_form
from skjema.definition.check_profile import check_profile
from skjema.definition.definition_files import DefinitionFiles
from skjema.definition.model import Field, Form, Group, Item, Note, Rule, Section
from skjema.definition.origins import Origins
from skjema.definition.profile import Profile
from skjema.definition.read_profile import read_profile
from skjema.definition.rule_book import LawRule, LawSetting
from skjema.definition.toml_file import TomlFile, nearest_names
from skjema.definition.toml_positions import Path
from skjema.definition.toml_tables import (
    MORE,
    Block,
    Definition,
    FormTable,
    RuleUse,
    SectionTable,
    Setting,
    SettingUse,
    Use,
)
from skjema.definition.used_block import with_condition, with_own_answers, with_texts
from skjema.errors import DefinitionError
from skjema.problems import Problem

_Shared = TypeVar("_Shared", LawRule, LawSetting)


def read_form(folder: File, profile_file: File | None, template_folders: Sequence[File]) -> Form:
    """The form in `folder`, read from its files; other modules call `form_cache.load_form` instead.

    Args:
        template_folders: Folders to look for the form's Word templates in, in order of preference.

    Raises:
        DefinitionError: With every fault of the definition, its blocks and the profile.
        FileError: A file is missing or can't be read.
    """
    reader = _FormReader(folder)
    form = reader.read(profile_file, tuple(template_folders))
    if reader.problems or form is None:
        raise DefinitionError(*reader.problems)
    return form


class _FormReader:
    """Reads the files of one form, and remembers on which lines each part of it stands."""

    def __init__(self, folder: File) -> None:
        self._folder = folder
        self._files = DefinitionFiles(folder)
        self._origins = Origins()
        self._unreadable: set[str] = set()
        self._answers = AnswerLists(self._files.parts, self._block_files, self._files.open)
        self._rules: list[Rule] = []
        self._settings: list[Setting] = []

    @property
    def problems(self) -> list[Problem]:
        """Every fault found so far: file by file, in line order."""
        return list(self._files.problems)

    def read(self, profile_file: File | None, template_folders: tuple[File, ...]) -> Form | None:
        """The form, usable only if there are no `problems`; None where the definition has no `[form]`."""
        file = self._files.open(self._folder / "skjema.toml")
        file.unknown_keys(Definition, file.data, ())
        file.missing_keys(("schema", "form", "section"), file.data, ())
        head = file.read(FormTable, file.data["form"], ("form",)) if "form" in file.data else None
        sections = tuple(self._sections(file))
        self._rules_and_settings(file)
        for one in self._files.parts:
            self._answers.lists_of(one)
        # the profile, opened next, is not part of the digest
        definition = list(self._files.parts)
        profile, logo = Profile(), None
        if profile_file:
            profile, logo = read_profile(self._files.open(profile_file), profile_file)
        if head is None:
            return None
        form = Form(
            id=head.id, version=head.version, layout=head.layout, is_landscape=head.landscape,
            languages=head.languages, title=head.title, subtitle=head.subtitle, records=head.records, key=head.key,
            for_each=head.for_each or "", answer=head.answer or "", expires=head.expires or "",
            withdrawn=head.withdrawn or "", reminder=head.reminder, code=head.code, letter=head.letter,
            rules=tuple(self._rules), logo=logo,
            sections=tuple(_with_own_rows(section, profile) for section in sections), folder=self._folder,
            template_folders=template_folders,
            settings={setting.id: profile.settings.get(setting.id, setting.default) for setting in self._settings},
            digest=_digest(definition), profile=profile, common={}, family=head.family or "", purpose=head.purpose,
            address=head.address or (head.letter.address if head.letter else None), calendar=head.calendar,
            taken_from=head.taken_from,
            word=head.word, pdf=head.pdf, outdated=tuple(self._files.laws.outdated()),
            profile_name=profile_file.name if profile_file else "kommune.toml",
        ).with_common_values(profile.language)  # fmt: skip
        self._check(form, file, self._files.parts[-1] if profile_file else None)
        # expressions are checked against the definition's answers, which a municipality may have replaced
        return replace(form, sections=tuple(with_own_answers(section, profile) for section in form.sections))

    def _check(self, form: Form, file: TomlFile, profile_file: TomlFile | None) -> None:
        self._origins.add(("form",), file, ("form",))
        self._origins.add(("letter",), file, ("form", "letter"))
        check_form(form, self._settings, self._origins, self._unreadable)
        if profile_file:
            check_profile(form, self._settings, profile_file)

    def _sections(self, file: TomlFile) -> Iterator[Section]:
        for path, table in file.tables(file.data, "section", ()):
            items = tuple(self._items(file, table, path))
            read = file.read(SectionTable, {**table, "field": []}, path)
            # a section with a fault is kept, so that the faults of its fields are reported as well
            head = read or SectionTable(id=str(table.get("id")), field=())
            self._origins.add(("section", head.id), file, path)
            yield Section(head.id, items, head.title, head.relevant, head.place, head.starts_page)

    def _items(
        self, file: TomlFile, holder: dict[str, Any], path: Path, *, key: str = "field", without: tuple[str, ...] = ()
    ) -> Iterator[Item]:
        """The fields, notes and groups of a section or block; used blocks are replaced by their items."""
        for item_path, table in file.tables(holder, key, path):
            if table.get("id") in without:
                continue
            if "use" in table:
                use = file.read(Use, {key: value for key, value in table.items() if key != MORE}, item_path)
                yield from self._block(use, file, table, item_path) if use else ()
            elif (item := self._item(file, table, item_path)) is not None:
                self._origins.add(("item", item.id), file, item_path)
                yield item
                if isinstance(item, Group):
                    yield from self._inner_groups(item, file, table, item_path)
            else:
                self._unreadable.add(str(table.get("id")))

    def _item(self, file: TomlFile, table: dict[str, Any], path: Path) -> Item | None:
        # the class is chosen here, since pydantic would report a fault once for each class that it tries
        if table.get("type") == "note":
            return file.read(Note, table, path)
        if table.get("type") != "group":
            return self._field(file, table, path)
        columns = tuple(self._columns(file, table, path))
        if "parent" in table:  # groups have a `parent` once they are read, but it is no key of the file
            file.fault((*path, "parent"), "key-unknown", got="parent", hint=nearest_names("parent", list(table)))
        group = file.read(Group, {**table, "field": []}, path)
        if group and not group.printed:
            columns = tuple(replace(column, printed=False) for column in columns)
        return group and replace(group, field=columns)

    def _inner_groups(self, parent: Group, file: TomlFile, table: dict[str, Any], path: Path) -> Iterator[Item]:
        """The groups within a group; each gets a first column that says to which row of `parent` a row belongs."""
        for inner_path, inner in file.tables(table, "field", path):
            if inner.get("type") != "group":
                continue
            item = self._item(file, inner, inner_path)
            if not isinstance(item, Group):
                self._unreadable.add(str(inner.get("id")))
                continue
            self._origins.add(("item", item.id), file, inner_path)
            if parent.row or parent.parent or item.row or item.member or not parent.field:
                file.fault((*inner_path, "type"), "group-nested")
                continue
            child = replace(item, parent=parent.id)
            name = parent.named_by.label
            link = Field(id=child.link, type="text", label=parent.label, help=name, required=True, printed=False)
            # a clerk may identify a row of the outer group by any of its columns
            link = replace(link, sensitive=any(column.is_secret for column in parent.field))
            self._origins.add(("column", child.id, link.id), file, inner_path)
            yield replace(child, field=(link, *child.field))
            yield from self._inner_groups(child, file, inner, inner_path)

    def _field(self, file: TomlFile, table: dict[str, Any], path: Path) -> Field | None:
        """A field; if `choices` is the name of a list, with the answers of that list."""
        name = table.get("choices")
        if "shares" in table:  # fields have `shares` once they are read, but it is no key of the file
            file.fault((*path, "shares"), "key-unknown", got="shares", hint=nearest_names("shares", list(table)))
        if not isinstance(name, str):
            return file.read(Field, table, path)
        field, answers = file.read(Field, {**table, "choices": []}, path), self._answers.find(name, file, path)
        return replace(field, choices=answers, shares=name) if field and answers else None

    def _columns(
        self, file: TomlFile, group_table: dict[str, Any], path: Path, *, key: str = "field"
    ) -> Iterator[Field]:
        """The fields of a group, without the groups within it."""
        group = str(group_table.get("id"))
        for column_path, table in file.tables(group_table, key, path):
            if table.get("type") == "group":  # see `_inner_groups`
                continue
            column = self._field(file, table, column_path)
            if column is None:
                self._unreadable.add(f"{group}.{table.get('id')}")
            else:
                self._origins.add(("column", group, column.id), file, column_path)
                yield column

    def _block(self, use: Use, file: TomlFile, table: dict[str, Any], path: Path) -> Iterator[Item]:
        """The items of a shared block as this form uses it: some left out, some with other texts, some added."""
        blocks = self._block_files()
        if use.use not in blocks:
            file.fault((*path, "use"), "block-unknown", got=use.use, hint=nearest_names(use.use, list(blocks)))
            return
        block = self._files.open(blocks[use.use])
        block.unknown_keys(Block, block.data, ())
        self._rules_and_settings(block)
        names = [str(table.get("id")) for _, table in block.tables(block.data, "field", ())]
        for name in use.without:
            if name not in names:
                file.fault((*path, "without"), "name-unknown", got=name, hint=nearest_names(name, names))
        items = list(self._items(block, block.data, (), without=use.without))
        texts = dict(use.texts)
        items = [with_texts(item, texts) for item in items]
        for name in use.texts:
            if name in texts and name not in self._unreadable:
                file.fault((*path, "texts", name), "name-unknown", got=name, hint=nearest_names(name, names))
            group, _, column = name.rpartition(".")
            owner = ("column", group, column) if group else ("item", name)
            for key in ("label", "text"):
                self._origins.put_otherwise(owner, key, file, (*path, "texts", name))
        for item in self._with_more(items, file, table, path):
            yield with_condition(item, use.relevant)

    def _with_more(self, items: list[Item], file: TomlFile, table: dict[str, Any], path: Path) -> Iterable[Item]:
        """The items of a block, then those that the form adds; if the block is one group, they become its columns."""
        if MORE not in table:
            return items
        if len(items) == 1 and isinstance(group := items[0], Group):
            columns = self._columns(file, {"id": group.id, **table}, path, key=MORE)
            return [replace(group, field=(*group.field, *columns))]
        return [*items, *self._items(file, table, path, key=MORE)]

    def _block_files(self) -> dict[str, File]:
        """The file of each shared block, by name; the user's own replace bundled blocks of the same name."""
        blocks: dict[str, File] = {}
        for shelf in (bundled_folder(), self._folder.parent):
            blocks.update({file.stem: file for file in shelf.glob("_blocks/*.toml")})
        return blocks

    def _rules_and_settings(self, file: TomlFile) -> None:
        for path, table in file.tables(file.data, "rule", ()):
            rules = self._used_rules(file, table, path) if "use" in table else [file.read(Rule, table, path)]
            self._rules += filter(None, rules)
            for rule_id in dict.fromkeys(rule.id for rule in rules if rule):
                self._origins.add(("rule", rule_id), file, path)
        for path, table in file.tables(file.data, "setting", ()):
            setting = self._used_setting(file, table, path) if "use" in table else file.read(Setting, table, path)
            if setting:
                self._origins.add(("item", setting.id), file, path)
                self._settings.append(setting)

    def _used_rules(self, file: TomlFile, table: dict[str, Any], path: Path) -> list[Rule]:
        """The rules that a `use` of `_regler.toml` means: one for each edition of the law."""
        use = file.read(RuleUse, table, path)
        found = self._named(self._files.rules.rule, use.use, file, path) if use else []
        return [_as_used(rule, use) for rule in found if use]

    def _used_setting(self, file: TomlFile, table: dict[str, Any], path: Path) -> Setting | None:
        use = file.read(SettingUse, table, path)
        found = self._named(self._files.rules.setting, use.use, file, path) if use else []
        return found[0] if found else None

    def _named(self, listed: tuple[_Shared, ...], name: str, file: TomlFile, path: Path) -> list[_Shared]:
        """The entries of `_regler.toml` with this id; a problem is added where there are none."""
        found = [one for one in listed if one.id == name]
        if not found and self._files.has_whole_rules:
            file.fault((*path, "use"), "rule-unknown", got=name, hint=nearest_names(name, [one.id for one in listed]))
        return found


def _digest(files: Iterable[TomlFile]) -> str:
    """A hash of the files' contents, which tells whether a Word template was made from this definition."""
    return hashlib.sha256(b"".join(file.content for file in files)).hexdigest()


def _as_used(rule: Rule, use: RuleUse) -> Rule:
    """A shared rule restricted to the records that the form names, with the form's own test and message if given."""
    own = use.test or rule.test
    # the own test comes first: a problem is reported at a field of the test that comes first
    test = f"({own}) or not ({use.relevant})" if use.relevant != "true" else own
    # a plain rule, so that the cached form can be loaded without importing what reads definitions
    return Rule(
        id=rule.id, test=test, message=use.message or rule.message, severity=rule.severity, source=rule.source,
        valid_from=rule.valid_from, valid_to=rule.valid_to,
    )  # fmt: skip


def _with_own_rows(section: Section, profile: Profile) -> Section:
    """The section with the municipality's own fixed rows instead of the definition's, in groups of fixed rows."""

    def with_own_rows(item: Item) -> Item:
        if isinstance(item, Group) and item.row and item.id in profile.rows:
            areas = {row.id: row.area for row in item.row}
            rows = (replace(row, area=row.area or areas.get(row.id, "")) for row in profile.rows[item.id])
            return replace(item, row=tuple(rows))
        return item

    return replace(section, items=tuple(map(with_own_rows, section.items)))
