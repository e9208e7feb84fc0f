"""Changes a key of a person's YAML file, and leaves every other byte of it as it was.

Comments, spacing and the ends of lines are theirs. What was changed is read again, and where that
is not what was meant (a file in a style that this does not know), nothing is changed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, LetterkitError, Origin
from letterkit.sources.nodes import DataMapping, DataNothing, DataSequence, DataText
from letterkit.sources.yaml import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_END = re.compile(r"(?:\r\n|\n|\r)\Z")
_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_./-]*[A-Za-z0-9_])?")
_BYTE_ORDER_MARK = "\ufeff"


class AmendingError(LetterkitError):
    """A file is written in a manner in which no key of it can be changed."""


def yaml_scalar(text: str) -> str:
    """Text as a YAML scalar, quoted where it might be read as something else."""
    if _PLAIN.fullmatch(text):
        return text
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'


def yaml_list(texts: Sequence[str]) -> str:
    """Texts as a YAML list in one line."""
    return f"[{', '.join(map(yaml_scalar, texts))}]"


def amended(
    text: str,
    name: str,
    changes: Mapping[str, str | Sequence[str] | None],
    *,
    after: Sequence[str] = (),
) -> str:
    """The text of a YAML file with these keys of its mapping given, or with None, taken out.

    A value is a text or a list of texts. A key that there is not yet comes after the first of
    `after` that there is, else first; a comment `# key: …` that holds its place gives way to it.
    `name` is the path to show in places.

    Raises:
        AmendingError: where the file is no mapping of keys, one a line.
    """
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    lines = _LINES.findall(text.removeprefix(mark))
    before = _mapping(lines, name)
    ends = [found[0] for line in lines if (found := _END.search(line))]
    ending = ends[0] if ends else "\n"
    stretches = _stretches(before, lines)
    inserted: dict[int, list[str]] = {}
    for key, value in changes.items():
        line = None if value is None else f"{key}: {_source(value)}{ending}"
        if key in stretches:
            first, last = stretches[key]
            lines[first:last] = [line or "", *[""] * (last - first - 1)]
        elif line is not None:
            place = next((at for at, each in enumerate(lines) if _holds_place(each, key)), None)
            if place is not None:
                lines[place] = line
            else:
                inserted.setdefault(_place(stretches, after), []).append(line)
    for place in sorted(inserted, reverse=True):
        if place and not _END.search(lines[place - 1]):
            lines[place - 1] += ending
        lines[place:place] = inserted[place]
    made = "".join(lines)
    wanted = _plain(before) | {
        key: value if isinstance(value, str) else list(value)
        for key, value in changes.items()
        if value is not None
    }
    for key, value in changes.items():
        if value is None:
            wanted.pop(key, None)
    if _plain(_mapping(_LINES.findall(made), name)) != wanted:
        raise _unchangeable(name)
    return mark + made


def _mapping(lines: Sequence[str], name: str) -> DataMapping:
    text = "".join(_END.sub("\n", line) for line in lines)
    node = parse_yaml(text, name, Diagnostics(), hidden_kept=True)
    if isinstance(node, DataMapping) and all(key.origin.column == 1 for key in node):
        return node
    raise _unchangeable(name)


def _unchangeable(name: str) -> AmendingError:
    return AmendingError(
        "the file is written in a manner in which nothing can be put into it",
        Origin(name),
        "write `key: value`, one a line, each from the beginning of its line",
    )


def _stretches(node: DataMapping, lines: Sequence[str]) -> dict[str, tuple[int, int]]:
    """The lines of each key with its value, from 0, without the comments that come after it."""
    starts = sorted((key.origin.line - 1, str(key)) for key in node)
    found: dict[str, tuple[int, int]] = {}
    for number, (first, key) in enumerate(starts):
        last = starts[number + 1][0] if number + 1 < len(starts) else len(lines)
        while last > first + 1 and (
            not lines[last - 1].strip() or lines[last - 1].startswith(("#", "..."))
        ):
            last -= 1
        found[key] = (first, last)
    return found


def _place(stretches: Mapping[str, tuple[int, int]], after: Sequence[str]) -> int:
    for key in after:
        if key in stretches:
            return stretches[key][1]
    return min((first for first, _ in stretches.values()), default=0)


def _holds_place(line: str, key: str) -> bool:
    return re.match(rf"#\s*{re.escape(key)}:", line) is not None


def _source(value: str | Sequence[str]) -> str:
    return yaml_scalar(value) if isinstance(value, str) else yaml_list(value)


def _plain(node: DataMapping) -> dict[str, object]:
    return {str(key): _without_places(value) for key, value in node.items()}


def _without_places(node: object) -> object:
    match node:
        case DataMapping():
            return _plain(node)
        case DataSequence():
            return [_without_places(item) for item in node]
        case DataText():
            return str(node)
        case DataNothing():
            return None
    return node
