"""Data as YAML again: what is read of it is what was read before, its comments and layout aside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from letterkit.sources.nodes import DataMapping, DataSequence

if TYPE_CHECKING:
    from letterkit.sources.nodes import DataNode


def as_yaml(node: DataNode) -> str:
    """A YAML text that holds this data: one item or key a line, all below them in one line."""
    match node:
        case DataSequence() if node:
            return "".join(f"- {_flow(item)}\n" for item in node)
        case DataMapping() if node:
            return "".join(f"{_quoted(key)}: {_flow(value)}\n" for key, value in node.items())
    return f"{_flow(node)}\n"


def _flow(node: object) -> str:
    match node:
        case DataSequence():
            return f"[{', '.join(map(_flow, node))}]"
        case DataMapping():
            pairs = (f"{_quoted(key)}: {_flow(value)}" for key, value in node.items())
            return f"{{{', '.join(pairs)}}}"
        case str():
            return _quoted(node)
    return ""


def _quoted(text: str) -> str:
    """A JSON string, which is a YAML one; what YAML 1.1 cannot read is escaped."""
    shown = json.dumps(text, ensure_ascii=False)
    return "".join(f"\\u{ord(each):04x}" if each in _UNREADABLE else each for each in shown)


_UNREADABLE = frozenset(map(chr, (*range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF)))
