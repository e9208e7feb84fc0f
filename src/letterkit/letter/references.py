"""The reference numbers of a house: how they are written, and what number one of them is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import PlainValidator

from letterkit.sources.nodes import DataText
from letterkit.sources.schema import DataModel, excerpt, fault, origin_of
from letterkit.sources.text import visible

_FIELD = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(r"number(?::0([1-9]))?")
_EXAMPLE = "write it as in `RT/{year}/{number:03}`"


@dataclass(frozen=True)
class ReferencePattern:
    """How the house writes its reference numbers, as `RT/{year}/{number:03}`.

    Where the year stands in them, each year begins with 1.
    """

    source: str

    @property
    def by_year(self) -> bool:
        """Whether each year has numbers of its own."""
        return "{year}" in self.source

    @property
    def series(self) -> str:
        """What tells the numbers of this pattern from those of another, whatever their width."""
        return _FIELD.sub(lambda field: f"{{{field[1].partition(':')[0]}}}", self.source)

    def write(self, year: int, number: int) -> str:
        """The reference of a number."""
        width = self._width
        texts = {"year": f"{year:04}", "number": f"{number:0{width}}"}
        return _FIELD.sub(lambda field: texts[field[1].partition(":")[0]], self.source)

    def read(self, reference: str) -> tuple[int, int] | None:
        """The year (0 where the pattern has none) and the number; None for another pattern."""
        found = self._form.fullmatch(reference.strip())
        if found is None:
            return None
        return int(found["year"]) if self.by_year else 0, int(found["number"])

    @cached_property
    def mention(self) -> re.Pattern[str]:
        """What finds a reference of this pattern within a text."""
        return re.compile(self._form.pattern)

    @cached_property
    def _form(self) -> re.Pattern[str]:
        forms = {"year": "(?P<year>[0-9]{4})", "number": "(?P<number>[0-9]{1,9})"}
        pieces = []
        end = 0
        for field in _FIELD.finditer(self.source):
            pieces.append(re.escape(self.source[end : field.start()]))
            pieces.append(forms[field[1].partition(":")[0]])
            end = field.end()
        return re.compile("".join((*pieces, re.escape(self.source[end:]))))

    @property
    def _width(self) -> int:
        for field in _FIELD.finditer(self.source):
            if (number := _NUMBER.fullmatch(field[1])) and number[1]:
                return int(number[1])
        return 1


def _pattern(node: object) -> ReferencePattern:
    if not isinstance(node, DataText):
        raise fault(f"`{excerpt(node)}` is not a pattern", _EXAMPLE, origin_of(node))
    if message := _what_is_wrong(str(node)):
        raise fault(message, _EXAMPLE, node.origin)
    return ReferencePattern(str(node))


def _what_is_wrong(source: str) -> str | None:
    """What keeps a text from being a pattern; None where nothing does."""
    shown = visible(source)
    fields = _FIELD.findall(source)
    bare = _FIELD.sub("", source)
    unknown = [each for each in fields if each != "year" and not _NUMBER.fullmatch(each)]
    faults = {
        f"`{{{visible(field)}}}` in `{shown}` is neither `{{year}}` nor `{{number}}`": True
        for field in unknown
    } | {
        f"a brace of `{shown}` stands alone": "{" in bare or "}" in bare,
        f"`{shown}` has a space or a sign in it that cannot be seen": shown != source.strip(),
        f"`{shown}` has not one `{{number}}`": sum(field != "year" for field in fields) != 1,
        f"`{shown}` has `{{year}}` twice": fields.count("year") > 1,
        f"a digit or a field stands right after a field of `{shown}`, so that numbers would be "
        "alike": re.search(r"\}(?:\{|[0-9])|[0-9]\{", source) is not None,
    }
    return next((message for message, found in faults.items() if found), None)


Pattern = Annotated[ReferencePattern, PlainValidator(_pattern)]


class References(DataModel):
    """What `letterkit.yaml` says of reference numbers."""

    pattern: Pattern
