"""Kinds and templates: which parts a letter has, in which order, when and for what, in YAML.

A kind gives the usual parts and their order, with another order for a locale where custom differs.
A template says whose kind it is, which language is its source, which variables it takes, and may
name its own parts.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from importlib import resources
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from letterkit.diagnostics import Origin, nearest
from letterkit.language.locale_file import normalized
from letterkit.sources.nodes import DataFaulty, DataMapping, DataNode, DataText
from letterkit.sources.yaml import load_yaml
from letterkit.template.declarations import variable_types
from letterkit.template.entries import PartUse, read_order, read_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from letterkit.diagnostics import Diagnostics
    from letterkit.sources.variables import VariableType

KIND_KEYS = ("parts", "order")
TEMPLATE_KEYS = ("kind", "source", "variables", "parts", "order")
DEFAULT_KIND = "letter"
TEMPLATE_FILE = "template.yaml"
_KIND_FILES = ".yaml"


@dataclass(frozen=True, slots=True)
class Kind:
    """The usual parts of one kind of correspondence.

    `order` gives, for a locale, the ids of the parts as custom there has them; ids that it does not
    name stay where they are.
    """

    name: str
    parts: tuple[PartUse, ...]
    order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def parts_for(self, locale: str) -> tuple[PartUse, ...]:
        """The parts in the order of a locale."""
        return ordered(self.parts, _of_locale(self.order, locale))


@dataclass(frozen=True, slots=True)
class Template:
    """What letters share: structure and declared variables; its words are in LOCALE.md files.

    `source` is the locale that the others are translated from, None where nothing was said.
    """

    name: str
    kind: Kind
    source: str | None = None
    variables: Mapping[str, VariableType] = field(default_factory=dict)
    parts: tuple[PartUse, ...] = ()
    order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    origin: Origin | None = None

    def parts_for(self, locale: str) -> tuple[PartUse, ...]:
        """The parts in the order of a locale: the template's own order, else custom's.

        Custom changes parts of the template's own about only where they stand beside each other.
        """
        if not self.parts:
            parts = self.kind.parts_for(locale)
        else:
            parts = _by_custom(self.parts, _of_locale(self.kind.order, locale))
        return ordered(parts, _of_locale(self.order, locale))


def ordered(parts: tuple[PartUse, ...], order: Sequence[str]) -> tuple[PartUse, ...]:
    """Parts with those that `order` names changed about among the places they have."""
    named = {use.id: use for use in parts if use.id in set(order)}
    following = iter(named[identity] for identity in order if identity in named)
    return tuple(next(following) if use.id in named else use for use in parts)


def _by_custom(parts: tuple[PartUse, ...], order: Sequence[str]) -> tuple[PartUse, ...]:
    """A template's own parts with each unbroken run of those that `order` names in that order.

    A template that sets its dateline at the end means it: no greeting goes there instead.
    """
    runs = groupby(parts, key=lambda use: use.id in order)
    return tuple(use for _, run in runs for use in ordered(tuple(run), order))


def known_kinds(folders: Sequence[Path]) -> list[str]:
    """The kinds there are: ours and those that stand as files in these folders."""
    ours = (Path(entry.name) for entry in (resources.files("letterkit") / "kinds").iterdir())
    theirs = (path for folder in folders for path in _entries(folder))
    return sorted({path.stem for path in (*ours, *theirs) if path.suffix == _KIND_FILES})


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:  # no folder of kinds, or one that may not be read
        return []


def load_kind(
    name: str,
    folders: Sequence[Path],
    problems: Diagnostics,
    *,
    origin: Origin | None = None,
    shown: Callable[[Path], str] = str,
) -> Kind | None:
    """A kind by its name: the file of the last folder that has one, else ours.

    `origin` is the place where it was asked for; `shown` gives the name of a file in diagnostics.
    """
    if name not in known_kinds(folders):
        problems.error(f"there is no kind `{name}`", origin, nearest(name, known_kinds(folders)))
        return None
    file = f"{name}{_KIND_FILES}"
    theirs = [path for folder in folders for path in _entries(folder) if path.name == file]
    if theirs:
        return _read_kind(name, theirs[-1], shown(theirs[-1]), problems)
    with resources.as_file(resources.files("letterkit") / "kinds" / file) as path:
        return _read_kind(name, path, f"letterkit/kinds/{file}", problems)


def load_template(
    folder: Path,
    kinds: Sequence[Path],
    problems: Diagnostics,
    *,
    shown: Callable[[Path], str] = str,
) -> Template | None:
    """The template in a folder, of the name of the folder; None where it cannot be used at all.

    A folder without `template.yaml` is a template of the kind letter.
    """
    path = folder / TEMPLATE_FILE
    origin = Origin(shown(path))
    if not os.path.lexists(path):  # what is there and cannot be read is told by the reader
        kind = load_kind(DEFAULT_KIND, kinds, problems)
        return None if kind is None else Template(folder.name, kind, origin=origin)
    node = load_yaml(path, problems, name=shown(path))
    if not isinstance(node, DataMapping):
        if node is not None:
            problems.error("a template has keys, as `parts:`", node.origin, _keys(TEMPLATE_KEYS))
        return None
    values = _values(node, TEMPLATE_KEYS, problems)
    named = _text(values, "kind", problems)
    kind = load_kind(
        str(named or DEFAULT_KIND),
        kinds,
        problems,
        origin=named.origin if named is not None else origin,
        shown=shown,
    )
    if kind is None:
        return None
    source = _text(values, "source", problems)
    parts = read_parts(values["parts"], problems) if "parts" in values else ()
    return Template(
        folder.name,
        kind,
        source=None if source is None else normalized(source),
        variables=variable_types(values.get("variables"), problems),
        parts=parts,
        order=read_order(values.get("order"), parts or kind.parts, problems),
        origin=node.origin,
    )


def _read_kind(name: str, path: Path, shown: str, problems: Diagnostics) -> Kind | None:
    node = load_yaml(path, problems, name=shown)
    if not isinstance(node, DataMapping):
        if node is not None:
            problems.error("a kind has the key `parts`", node.origin, _keys(KIND_KEYS))
        return None
    values = _values(node, KIND_KEYS, problems)
    if "parts" not in values:
        problems.error(f"the kind `{name}` names no parts", node.origin, "add `parts: […]`")
        return None
    told = len(problems)
    parts = read_parts(values["parts"], problems)
    if not parts and len(problems) == told:
        problems.error(f"the kind `{name}` names no parts", node.origin, "add some to `parts`")
        return None
    return Kind(name, parts, read_order(values.get("order"), parts, problems))


def _of_locale(order: Mapping[str, tuple[str, ...]], locale: str) -> tuple[str, ...]:
    name = normalized(locale)
    return order.get(name) or order.get(name.partition("-")[0], ())


def _values(node: DataMapping, known: Sequence[str], problems: Diagnostics) -> dict[str, DataNode]:
    """What stands under each key; unknown keys are told of."""
    for key in node:
        if key not in known:
            problems.error(f"`{key}` is not a key here", key.origin, nearest(key, known))
    return {str(key): value for key, value in node.items()}


def _text(values: Mapping[str, DataNode], key: str, problems: Diagnostics) -> DataText | None:
    value = values.get(key)
    if value is None or isinstance(value, DataText):
        return value
    if not isinstance(value, DataFaulty):
        problems.error(f"`{key}` is a name", value.origin, f"write `{key}: …` with one word")
    return None


def _keys(known: Sequence[str]) -> str:
    return "known: " + ", ".join(f"`{key}`" for key in known)
