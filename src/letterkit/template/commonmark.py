"""The CommonMark parser as words need it: with the place of each inline token, and no rewriting.

Two things differ from CommonMark. An indented line is a paragraph, not code (letters have always
been indented), and `**…(BM)**nin` is strong: a `*` after closing punctuation closes even when a
suffix follows, and one before opening punctuation opens even within a word.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from mdit_py_plugins.footnote import footnote_plugin

if TYPE_CHECKING:
    from typing import Literal

    from markdown_it.token import Token
    from markdown_it.utils import EnvType

DEEPEST = 60
"""Blocks or inlines within each other; markdown-it drops what is deeper, so it is told of."""

OFFSET = "offset"
"""Where, in the content of its block, the token begins: a key of `Token.meta`."""


class _PositionedState(StateInline):
    """Notes where each token begins; markdown-it itself does not."""

    def pushPending(self) -> Token:  # noqa: N802 - overrides markdown-it's name
        # Pending text is a stretch of the source that ended just before the present position
        # (before trailing spaces, or a bracket the rule has stepped over).
        begin = self.src.rfind(self.pending, 0, self.pos)
        token = super().pushPending()
        token.meta = {OFFSET: max(begin, 0)}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta = {OFFSET: self.pos}
        return token

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803 - as above
        scanned = super().scanDelims(start, canSplitWord)
        if not canSplitWord:  # `_`, which never stands within a word
            return scanned
        end = start + scanned.length
        before = self.src[start - 1] if start else " "
        after = self.src[end] if end < self.posMax else " "
        return Scanned(
            scanned.can_open or (_opens(after) and not before.isspace()),
            scanned.can_close or (_closes(before) and not after.isspace()),
            scanned.length,
        )


def _opens(character: str) -> bool:
    return unicodedata.category(character) in {"Ps", "Pi"} or character in "\"'"


def _closes(character: str) -> bool:
    return unicodedata.category(character) in {"Pe", "Pf"} or character in "\"'.,:;!?%…،؛؟٪"


class _PositionedParser(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _PositionedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _CommonMark(MarkdownIt):
    """Leaves link targets as they are written: they are checked after the merge."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - markdown-it's signature
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - markdown-it's name
        return link


@cache
def commonmark() -> MarkdownIt:
    """A parser for the words of one part.

    What a letter does not hold (HTML, code, rules, strikethrough) is still recognised, so that it
    can be told of.
    """
    parser = _CommonMark("commonmark", {"html": True, "maxNesting": DEEPEST})
    parser.inline = _PositionedParser()
    parser.enable(["table", "strikethrough"])
    parser.disable(["code", "fragments_join", "text_join"])
    # Only the rules of the preset and these; linkify needs a library of its own.
    parser.disable(["linkify"], ignoreInvalid=True)
    footnote_plugin(parser, inline=False, move_to_end=False, always_match_refs=True)
    return parser
