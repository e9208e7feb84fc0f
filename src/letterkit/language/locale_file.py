"""Reading of locale files: laying one over another, and telling of what does not belong there."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from string import Formatter
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, Origin, nearest
from letterkit.sources.nodes import DataFaulty, DataMapping, DataNothing, DataSequence, DataText
from letterkit.sources.yaml import load_yaml, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from letterkit.sources.nodes import DataNode

_OURS = resources.files("letterkit").joinpath("locales")
_SUFFIX = ".yaml"
_HOW_TO_MAP = "write `key: value` lines below it"
_FORMS = "forms-of-address"
_PATTERN_ALONE = ("more-than", "representing")
_SCRIPT_CODE = 4  # letters in a script subtag (ISO 15924): Hans
_LOCALE_NAME = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|[0-9]{3}))?")


def is_locale_name(name: str) -> bool:
    """Whether a name has the form of a locale's: language, script, region (BCP 47, UTS #35).

    Names of files are made of it, so nothing else may pass for one.
    """
    return _LOCALE_NAME.fullmatch(name) is not None


def normalized(locale: str) -> str:
    """A locale's name as files are named: `ar_sy` is ar-SY, `zh_hans_cn` zh-Hans-CN."""
    first, *rest = locale.strip().replace("_", "-").split("-")
    return "-".join(
        [first.lower(), *(p.title() if len(p) == _SCRIPT_CODE else p.upper() for p in rest)]
    )


def our_locales() -> list[str]:
    """The names of the locale files that letterkit brings along, in the order of their codes."""
    return sorted(
        entry.name.removesuffix(_SUFFIX)
        for entry in _OURS.iterdir()
        if entry.name.endswith(_SUFFIX)
    )


def locale_files(folder: Path) -> list[Path]:
    """The locale files of a workspace's folder, in the order of their codes."""
    return sorted(folder.glob("*" + _SUFFIX)) if folder.is_dir() else []


def read_ours(name: str, problems: Diagnostics) -> DataMapping | None:
    """Our own file for a locale name, or None where we have none."""
    if name not in our_locales():
        return None
    entry = _OURS.joinpath(name + _SUFFIX)
    text = entry.read_text(encoding="utf-8")
    return _mapping(parse_yaml(text, f"letterkit/locales/{name}{_SUFFIX}", problems), problems)


def read_theirs(name: str, folder: Path, problems: Diagnostics) -> DataMapping | None:
    """A workspace's file for a locale name, or None where it has none."""
    path = next((path for path in locale_files(folder) if normalized(path.stem) == name), None)
    if path is None:
        return None
    shown = path.relative_to(folder.parent).as_posix()
    return _mapping(load_yaml(path, problems, name=shown), problems)


def _mapping(node: DataNode | None, problems: Diagnostics) -> DataMapping | None:
    if isinstance(node, DataMapping):
        _write_out(node)
        return node
    if node is not None and not isinstance(node, DataFaulty):
        problems.error("a locale file is a mapping", node.origin, "write `key: value` lines")
    return None


def _write_out(node: DataMapping) -> None:
    """A phrase that is a pattern alone, as `more-than: plus de {counted}`, in its full form."""
    for key in _PATTERN_ALONE:
        value = node.get(DataText(key, node.origin))
        if isinstance(value, DataText):
            written = DataMapping(value.origin)
            written[DataText("pattern", value.origin)] = value
            node[DataText(key, value.origin)] = written


def laid_over(base: DataMapping, over: DataMapping, problems: Diagnostics) -> DataMapping:
    """A new mapping: one locale file laid over another, key by key.

    A section that `over` has in a wrong shape is told, and `base` has it still. A noun is replaced
    whole, as is an adjective: half a noun of ours and half a noun of theirs would be no noun.
    """
    kept = DataMapping(over.origin)
    for key, value in over.items():
        if not isinstance(base.get(key), DataMapping) or isinstance(value, DataMapping):
            kept[key] = value
        elif not isinstance(value, DataNothing):
            problems.error(f"`{key}` must be a mapping", value.origin, _HOW_TO_MAP)
    return _mixed(base, kept, whole=("nouns", "adjectives", "currencies", "units"))


def _mixed(base: DataMapping, over: DataMapping, whole: Collection[str] = ()) -> DataMapping:
    """Both mappings in one; what stands directly under the keys in `whole` is not mixed."""
    mixed = DataMapping(over.origin)
    mixed.update(base)
    for key, value in over.items():
        below = mixed.get(key)
        if isinstance(value, DataFaulty) and below is not None:
            continue  # the fault has been told
        mixed.pop(key, None)  # so that the key itself has the place of the file above
        if not isinstance(below, DataMapping) or not isinstance(value, DataMapping):
            mixed[key] = value
        elif key in whole:
            mixed[key] = DataMapping(value.origin)
            mixed[key].update(below | value)
        else:
            mixed[key] = _mixed(below, value)
    return mixed


def in_usage(layers: Sequence[DataMapping]) -> list[DataMapping]:
    """The layers of a locale with their forms of address in the usage that the uppermost names.

    What a layer says for a usage stands over what that layer says for all, and below the next one.
    """
    forms = [_under(layer, _FORMS) for layer in layers]
    named = [usage for node in forms if isinstance(usage := _get(node, "usage"), DataText)]
    if not named:
        return list(layers)
    found: list[DataMapping] = []
    for layer, own in zip(layers, forms, strict=True):
        chosen = _get(_under(own, "usages"), named[-1])
        if own is not None and isinstance(chosen, DataMapping):
            laid = DataMapping(layer.origin)
            laid.update(layer)
            laid[next(key for key in layer if key == _FORMS)] = _mixed(own, chosen)
            found.append(laid)
        else:
            found.append(layer)
    return found


def _get(node: DataMapping | None, key: str) -> DataNode | None:
    return None if node is None else node.get(DataText(key, node.origin))


def _under(node: DataMapping | None, key: str) -> DataMapping | None:
    found = _get(node, key)
    return found if isinstance(found, DataMapping) else None


class Section:
    """One mapping of a locale file, read key by key; wrong shapes are told and left out."""

    def __init__(
        self, node: DataMapping, path: str, problems: Diagnostics, known: Iterable[str] | None
    ) -> None:
        """`path` names the section to a reader (`dates`); `known` are its keys, None for any."""
        self.node = node
        self.path = path
        self.problems = problems
        if known is None:
            return
        names = list(known)
        for key in node:
            if key not in names:
                where = f" in `{path}`" if path else ""
                problems.error(f"unknown key `{key}`{where}", key.origin, nearest(key, names))

    def name_of(self, key: str) -> str:
        """The key with the names of the sections around it, as a message tells it."""
        return f"{self.path}.{key}" if self.path else key

    def origin(self, key: str) -> Origin:
        """Where the key's value stands, or the section where the key is lacking."""
        value = self.node.get(DataText(key, self.node.origin))
        return self.node.origin if value is None else value.origin

    def get(self, key: str) -> DataNode | None:
        """What stands after the key; None where nothing that can be read does."""
        value: DataNode | None = self.node.get(DataText(key, self.node.origin))
        return None if isinstance(value, DataFaulty) else value

    def wrong(self, key: str, expected: str, hint: str | None = None) -> None:
        """Tell that what stands after the key has not the shape it must have."""
        self.problems.error(f"`{self.name_of(key)}` must be {expected}", self.origin(key), hint)

    def text(self, key: str) -> str | None:
        """The text after the key."""
        value = self.get(key)
        if value is None:
            return None
        if isinstance(value, DataText):
            return value
        self.wrong(key, "text")
        return None

    def pattern(self, key: str, names: Collection[str]) -> str | None:
        """The text after the key, whose {names} must be among those that it can be filled with."""
        text = self.text(key)
        return text if text is not None and self._fits(key, text, names) else None

    def pattern_with(self, key: str, names: Collection[str]) -> str | None:
        """The text after the key, each of whose {names} must stand in it."""
        pattern = self.pattern(key, names)
        if pattern is None or set(placeholders(pattern)) == set(names):
            return pattern
        shown = " and ".join(f"`{{{name}}}`" for name in names)
        self.wrong(key, f"a pattern with {shown}")
        return None

    def patterns(self, key: str, names: Collection[str]) -> tuple[str, ...] | None:
        """A pattern, or a list of patterns to be tried in turn."""
        value = self.get(key)
        if isinstance(value, DataSequence):
            texts = self.texts(key) or ()
            return tuple(text for text in texts if self._fits(key, text, names))
        text = self.pattern(key, names)
        return None if text is None else (text,)

    def texts(self, key: str, count: int | None = None) -> tuple[str, ...] | None:
        """A list of texts, `count` of them where that is said."""
        value = self.get(key)
        if value is None:
            return None
        items = value if isinstance(value, DataSequence) else ()
        texts = tuple(item for item in items if isinstance(item, DataText))
        if not texts or len(texts) != len(items) or (count is not None and len(texts) != count):
            self.wrong(key, "a list of texts" if count is None else f"a list of {count} texts")
            return None
        return texts

    def choice(self, key: str, choices: Iterable[str]) -> str | None:
        """The text after the key, which must be one of some words."""
        text = self.text(key)
        names = list(choices)
        if text is None or text in names:
            return text
        self.problems.error(
            f"`{text}` is no value of `{self.name_of(key)}`", self.origin(key), nearest(text, names)
        )
        return None

    def flag(self, key: str) -> bool | None:
        """`true` or `false`."""
        text = self.choice(key, ("true", "false"))
        return None if text is None else text == "true"

    def number(self, key: str) -> float | None:
        """A number above zero."""
        text = self.text(key)
        if text is None:
            return None
        try:
            value = float(text) if text.isascii() else 0.0
        except ValueError:
            value = 0.0
        if not 0 < value < float("inf"):
            self.wrong(key, "a number above zero")
            return None
        return value

    def section(self, key: str, known: Iterable[str] | None) -> Section:
        """The mapping after the key; an empty section where there is none."""
        value = self.get(key)
        if value is not None and not isinstance(value, DataMapping):
            if not isinstance(value, DataNothing):
                self.wrong(key, "a mapping", _HOW_TO_MAP)
            value = None
        node = DataMapping(self.node.origin) if value is None else value
        return Section(node, self.name_of(key), self.problems, known)

    def _fits(self, key: str, text: str, names: Collection[str]) -> bool:
        try:
            parsed = [part for part in Formatter().parse(text) if part[1] is not None]
        except ValueError:
            self.wrong(key, "a pattern with closed braces", f"`{text}` has a brace alone")
            return False
        for _, field, spec, conversion in parsed:
            if field in names and (spec or conversion):
                self.wrong(key, f"a pattern with plain names, as `{{{field}}}`")
                return False
            if field is not None and field not in names:
                self.problems.error(
                    f"nothing fills `{{{field}}}` in `{self.name_of(key)}`",
                    self.origin(key),
                    nearest(field, names),
                )
                return False
        return True


@lru_cache(maxsize=1024)
def placeholders(pattern: str) -> Sequence[str]:
    """The names in braces of a pattern, in the order in which they stand."""
    return tuple(field for _, field, _, _ in Formatter().parse(pattern) if field is not None)
