"""The stretches of a file of data: its phrases by language, and the words of a locale file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letterkit.language.locale_file import normalized
from letterkit.language.typography.findings import HIDDEN
from letterkit.people.localized import is_localized
from letterkit.people.withheld import is_withheld
from letterkit.proofreading.scalars import written_spans
from letterkit.proofreading.stretches import Stretch
from letterkit.sources.nodes import DataMapping, DataSequence, DataText

if TYPE_CHECKING:
    from collections.abc import Callable

    from letterkit.language.profile import Profile
    from letterkit.proofreading.stretches import Span

    ProfileOf = Callable[[str], Profile | None]

_NOT_WORDS = frozenset(
    {
        *("addressees", "copies", "date", "direction", "each", "email", "file", "formats"),
        *("gender", "grammar", "id", "kind", "language-tag", "letterhead", "link", "locale"),
        *("locales", "members", "office", "options", "part", "parts", "pron", "reference"),
        *("region", "source", "telephone", "template", "time", "type", "website", "when", "zone"),
    }
)
"""Keys after which no words stand, whatever their value looks like."""
_ADDRESSES = frozenset({"email", "link", "reference", "telephone", "website"})
"""Of these, what letterkit prints and nobody sees is looked for."""
_WORDS_OF_LOCALES = (
    "dates",
    "labels",
    "more-than",
    "comparisons",
    "ranges",
    "representing",
    "withheld",
    "nouns",
    "adjectives",
    "units",
    "currencies",
    "countries",
    "languages",
    "forms-of-address",
)
_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_FIELD = re.compile(r"\{[^{}]*\}")


def stretches_of_data(
    node: object, text: str, profile_of: ProfileOf, *, locale: str | None = None
) -> list[Stretch]:
    """All words of a tree of data that was read from a text whose line ends are LF.

    A text that stands once for all languages is in `locale`, where the data is of one language
    alone; else only what is wrong in any language is looked for.
    """
    reading = _Reading(text, profile_of, _EXPRESSION)
    alone = profile_of(locale) if locale else None
    reading.walk(node, "", alone or profile_of("en"), any_language=alone is None)
    return reading.stretches()


def stretches_of_locale(node: object, text: str, profile: Profile) -> list[Stretch]:
    """All words of a locale file; what is filled in is hidden."""
    reading = _Reading(text, lambda _: profile, _FIELD)
    if isinstance(node, DataMapping):
        for key, value in node.items():
            if key in _WORDS_OF_LOCALES:
                reading.walk_words(value, key, profile)
    return reading.stretches()


class _Reading:
    """A walk through data that gathers each text once, however often it is referred to."""

    def __init__(self, text: str, profile_of: ProfileOf, hidden: re.Pattern[str]) -> None:
        self._text = text
        self._profile_of = profile_of
        self._hidden = hidden
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self._found: dict[int, Stretch] = {}

    def stretches(self) -> list[Stretch]:
        """What was gathered, in the order in which it stands."""
        return [self._found[offset] for offset in sorted(self._found)]

    def walk(self, node: object, key: str, profile: Profile | None, *, any_language: bool) -> None:
        """Gather the words of data: mappings by language, and texts that stand for all."""
        if key in _NOT_WORDS and not (isinstance(node, DataSequence) and _holds_mappings(node)):
            if key in _ADDRESSES and isinstance(node, DataText) and profile is not None:
                self._add(node, profile, any_language=True, unseen=True)
            return
        match node:
            case DataMapping() if is_withheld(node):
                return  # who must not be named is not quoted in a finding either
            case DataMapping() if is_localized(node):
                self._localized(node, profile, any_language=any_language)
            case DataMapping():
                for name, value in node.items():
                    self.walk(value, name, profile, any_language=any_language)
            case DataSequence():
                for item in node:
                    self.walk(item, key, profile, any_language=any_language)
            case DataText() if profile is not None:
                # A bare word of ASCII may be a name of the workspace's own: of a file, of a part.
                is_name = " " not in node and node.isascii()
                self._add(node, profile, any_language=any_language or is_name)

    def walk_words(self, node: object, key: str, profile: Profile) -> None:
        """Gather every text of a section of a locale file."""
        match node:
            case DataMapping():
                for name, value in node.items():
                    if name not in {"patterns", "noun-case", "number-case", "order"}:
                        self.walk_words(value, name, profile)
            case DataSequence():
                for item in node:
                    self.walk_words(item, key, profile)
            case DataText():
                self._add(node, profile, any_language=False)

    def _localized(self, node: DataMapping, profile: Profile | None, *, any_language: bool) -> None:
        described = DataText("text", node.origin)
        if described in node:
            self.walk(node[described], "text", profile, any_language=any_language)
            return
        for locale, value in node.items():
            own = self._profile_of(normalized(locale))
            inner = value.get(described) if isinstance(value, DataMapping) else value
            if own is not None and isinstance(inner, DataText):
                self._add(inner, own, any_language=False)

    def _add(
        self, node: DataText, profile: Profile, *, any_language: bool, unseen: bool = False
    ) -> None:
        offset = self._lines[node.origin.line - 1] + node.origin.column - 1
        if offset in self._found:
            return
        style, spans = written_spans(self._text, offset, node)
        text, spans = self._without_hidden(node, spans)
        self._found[offset] = Stretch(
            text, spans, node.origin, profile, style, any_language, unseen
        )

    def _without_hidden(self, text: str, spans: list[Span | None]) -> tuple[str, list[Span | None]]:
        """Each field or expression as one character that stands for it."""
        kept = ""
        places: list[Span | None] = []
        done = 0
        for match in self._hidden.finditer(text):
            begin, end = match.span()
            first, last = spans[begin], spans[end - 1]
            kept += text[done:begin] + HIDDEN
            places += [*spans[done:begin], (first[0], last[1]) if first and last else None]
            done = end
        return kept + text[done:], places + spans[done:]


def _holds_mappings(node: DataSequence) -> bool:
    return any(isinstance(item, DataMapping) for item in node)
