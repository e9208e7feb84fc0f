"""Numbered lists of a designer's letterhead, begun anew for each of many letters."""

from __future__ import annotations

import copy as copying
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from letterkit.letterhead.markup import markup_of, parsed, put_in_order, value_of, w

if TYPE_CHECKING:
    from letterkit.letterhead.model import FirstNumbers

_LEVELS: Final = 9
_NO_LIST: Final = "0"
# What may stand before the number among a paragraph's properties (17.3.1.26).
_BEFORE: Final = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_AFTER: Final = (
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
    *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap"),
    *("jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId"),
    *("cnfStyle", "rPr", "sectPr", "pPrChange"),
)


class RepeatedLists:
    """The lists of a letterhead, to be used once more by each copy of it."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._instances = {value_of(one, "numId"): one for one in numbering.findall(w("num"))}
        self._definitions = {
            value_of(one, "abstractNumId"): one for one in numbering.findall(w("abstractNum"))
        }
        self._styles = {value_of(one, "styleId"): one for one in styles.findall(w("style"))}

    def again(self, root: Any, free: FirstNumbers) -> tuple[tuple[str, ...], FirstNumbers]:
        """Give each numbered list of a copy an instance of its own; gives these as markup."""
        made: list[str] = []
        numbers: dict[str, str] = {}
        for paragraph in root.iter(w("p")):
            old, level = self._list_of(paragraph)
            if old not in self._instances or not self._is_numbered(old, level):
                continue
            if old not in numbers:
                numbers[old] = str(free.list + len(made))
                made.append(self._instance(old, numbers[old]))
            (numbered,) = parsed(
                f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbers[old]}"/></w:numPr>'
            )
            put_in_order(paragraph.find(w("pPr")), numbered, (*_BEFORE, "numPr", *_AFTER))
        return tuple(made), replace(free, list=free.list + len(made))

    def _list_of(self, paragraph: Any) -> tuple[str, str]:
        """The instance and the level that a paragraph has itself, or else through its style."""
        properties = paragraph.find(w("pPr"))
        style = "" if properties is None else value_of(properties.find(w("pStyle")))
        instance = level = ""
        seen: set[str] = set()
        while properties is not None:
            numbered = properties.find(w("numPr"))
            if numbered is not None:
                instance = instance or value_of(numbered.find(w("numId")))
                level = level or value_of(numbered.find(w("ilvl")))
            if instance or style in seen or style not in self._styles:
                break
            seen.add(style)
            above = self._styles[style]
            properties = above.find(w("pPr"))
            if properties is None:
                (properties,) = parsed("<w:pPr/>")
            style = value_of(above.find(w("basedOn")))
        return instance or _NO_LIST, level or "0"

    def _is_numbered(self, instance: str, level: str) -> bool:
        return any(
            value_of(one, "ilvl") == level and value_of(one.find(w("numFmt"))) != "bullet"
            for one in self._levels(instance)
        )

    def _levels(self, instance: str) -> list[Any]:
        used = value_of(self._instances[instance].find(w("abstractNumId")))
        definition = self._definitions.get(used)
        return [] if definition is None else definition.findall(w("lvl"))

    def _instance(self, old: str, new: str) -> str:
        """An instance like another, whose counting begins anew on every level."""
        starts = {
            value_of(level, "ilvl"): value_of(level.find(w("start"))) or "1"
            for level in self._levels(old)
        }
        made = copying.deepcopy(self._instances[old])
        made.set(w("numId"), new)
        made.tail = None
        overrides = {value_of(one, "ilvl"): one for one in made.findall(w("lvlOverride"))}
        for level in map(str, range(_LEVELS)):
            start = f'<w:startOverride w:val="{starts.get(level, "1")}"/>'
            if level not in overrides:
                markup = f'<w:lvlOverride w:ilvl="{level}">{start}</w:lvlOverride>'
                made.append(parsed(markup)[0])
            elif overrides[level].find(w("startOverride")) is None:
                overrides[level].insert(0, parsed(start)[0])
        return markup_of(made).decode("utf-8")
