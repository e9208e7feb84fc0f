"""Inline tokens of the CommonMark parser as inlines of a document, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Self

from letterkit.document import (
    Block,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Picture,
    Strong,
    Text,
)
from letterkit.template.alternatives import DECORATION, says_something, words_lacking
from letterkit.template.commonmark import OFFSET
from letterkit.template.links import is_remote, link_fault, pieces_fault, tidied
from letterkit.template.nodes import LinkTemplate, PictureTemplate, Placeholder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markdown_it.token import Token

    from letterkit.diagnostics import Diagnostics, Origin
    from letterkit.template.expressions import Expression
    from letterkit.template.masking import MaskedText

_ATTRIBUTION = re.compile(r"[—―]\s*")


@dataclass(frozen=True, slots=True)
class Content:
    """The text that a block gave to the inline parser, and where its lines stand.

    `starts[i]` is the offset of line i in the text, `columns[i]` its column in the masked text, and
    `first` the number of line 0 there, all counted from 0.
    """

    text: str
    first: int
    starts: tuple[int, ...]
    columns: tuple[int, ...]
    escaped_bars: bool = False

    @classmethod
    def of_lines(cls, text: str, first: int, lines: Sequence[str]) -> Self:
        """A paragraph or heading: each of its lines is the end of a line of the file."""
        starts: list[int] = []
        columns: list[int] = []
        offset = 0
        for number, piece in enumerate(text.split("\n"), first):
            line = lines[number].rstrip() if number < len(lines) else ""
            stripped = piece.rstrip()
            column = len(line) - len(stripped)
            if not line.endswith(stripped):  # a heading with closing marks
                column = line.rfind(stripped)
            starts.append(offset)
            columns.append(max(column, 0))
            offset += len(piece) + 1
        return cls(text, first, tuple(starts), tuple(columns))

    @classmethod
    def of_cell(cls, text: str, line: int, column: int) -> Self:
        r"""A cell of a table, in which every bar was written `\\|`."""
        return cls(text, line, (0,), (column,), escaped_bars=True)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column in the masked text, both from 0."""
        index = bisect_right(self.starts, offset) - 1
        column = self.columns[index] + offset - self.starts[index]
        if self.escaped_bars:
            column += self.text.count("|", 0, offset)
        return self.first + index, column


class InlineBuilder:
    """Makes the inlines of one part.

    `footnote` gives the blocks of a footnote by its label, and tells where there are none.
    """

    def __init__(
        self,
        masked: MaskedText,
        expressions: Mapping[str, Expression | None],
        footnote: Callable[[str, Origin], tuple[Block, ...]],
        problems: Diagnostics,
    ) -> None:
        self._masked = masked
        self._expressions = expressions
        self._footnote = footnote
        self._problems = problems
        marks = "".join(expressions)
        self._mark = re.compile(f"([{marks}])" if marks else "(?!)")

    def build(self, tokens: Sequence[Token], content: Content, base: int = 0) -> tuple[Inline, ...]:
        """The inlines of a block's content; `base` is the offset of the tokens in it."""
        return _Sequence(self, tokens, content, base).inlines("")

    def origin(self, content: Content, offset: int) -> Origin:
        """The place in the file of a character of the content."""
        return self._masked.origin(*content.place(offset))

    def tell(self, message: str, origin: Origin, hint: str) -> None:
        """Tell of something a letter cannot hold."""
        self._problems.error(self._masked.unmasked(message), origin, hint)

    def warn(self, message: str, origin: Origin, hint: str) -> None:
        """Tell of something probably not meant."""
        self._problems.warning(self._masked.unmasked(message), origin, hint)

    def footnote(self, label: str, origin: Origin) -> Inline:
        """A footnote, its text put where its mark stands."""
        return Footnote(self._footnote(label, origin))

    def text(self, pieces: Sequence[tuple[str, int]], content: Content) -> list[Inline]:
        """Stretches of text with their offsets, placeholders put in the place of their marks."""
        made: list[Inline] = []
        joined = ""
        begin = 0
        for text, place in pieces:
            offset = place
            for piece in self._mark.split(text):
                if piece in self._expressions:
                    if joined:
                        made.append(Text(joined, self.origin(content, begin)))
                        joined = ""
                    made.append(self._placeholder(piece))
                elif piece:
                    begin = begin if joined else offset
                    joined += piece
                offset += len(piece)
        if joined:
            made.append(Text(joined, self.origin(content, begin)))
        return made

    def _placeholder(self, mark: str) -> Inline:
        found = self._masked.expressions[mark]
        expression = self._expressions[mark]
        if expression is None:  # told of already; nothing is made of these words
            return Text(found.written, found.origin)
        return Placeholder(expression, found.origin)

    def pieces(self, text: str) -> tuple[str | Expression, ...] | None:
        """A link target or file name as text and expressions; None where one is broken."""
        made: list[str | Expression] = []
        for piece in self._mark.split(text):
            if piece in self._expressions:
                expression = self._expressions[piece]
                if expression is None:
                    return None
                made.append(expression)
            elif piece:
                made.append(piece)
        return tuple(made)


class _Sequence:
    """One run of inline tokens, read from first to last."""

    def __init__(
        self, builder: InlineBuilder, tokens: Sequence[Token], content: Content, base: int
    ) -> None:
        self._builder = builder
        self._tokens = tokens
        self._content = content
        self._base = base
        self._next = 0
        self._after_mark = 0
        self._pending: list[tuple[str, int]] = []

    def inlines(self, closing: str) -> tuple[Inline, ...]:
        made: list[Inline] = []
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            self._next += 1
            if token.type == closing:
                break
            if token.type in {"text", "text_special"}:
                self._add(token.content, self._offset(token))
            elif token.type == "softbreak":
                self._add(" ", self._offset(token))
                made += self._flush()
            else:
                made += self._flush()
                made += self._marked(token)
        made += self._flush()
        return tuple(made)

    def _offset(self, token: Token) -> int:
        return self._base + int(token.meta.get(OFFSET, 0))

    def _add(self, text: str, offset: int) -> None:
        if self._pending:
            before, place = self._pending[-1]
            # The marks of one run of `**` that mark nothing all have the place of the run.
            offset = max(offset, place + len(before))
        self._pending.append((text, offset))

    def _flush(self) -> list[Inline]:
        pieces, self._pending = self._pending, []
        self._warn_of_marks(pieces)
        return self._builder.text(pieces, self._content)

    def _warn_of_marks(self, pieces: Sequence[tuple[str, int]]) -> None:
        """Two marks beside each other that were left over; an escaped one is a piece of its own."""
        for (text, offset), (following, place) in pairwise(pieces):
            if text in {"*", "_"} and following == text and place == offset + 1:
                self._builder.warn(
                    f"`{text * 2}` marks nothing and prints as it is",
                    self._builder.origin(self._content, offset),
                    f"strong words stand between two `{text * 2}`, without spaces at their ends;"
                    f" for plain characters write `\\{text}`",
                )
                return

    def _marked(self, token: Token) -> list[Inline]:  # noqa: PLR0911 - one a kind
        offset = self._offset(token)
        match token.type:
            case "em_open":
                return [Emphasis(self.inlines("em_close"))]
            case "strong_open":
                return [Strong(self.inlines("strong_close"))]
            case "link_open":
                # The parser is past the bracket of `[words](target)`; of `<target>` it is not.
                return [self._link(token, offset - (token.markup != "autolink"))]
            case "hardbreak":
                return [LineBreak()]
            case "image":
                return self._picture(token, offset)
            case "footnote_ref":
                return [self._footnote(str(token.meta["label"]))]
            case _:
                return self._unsupported(token, offset)

    def _link(self, token: Token, offset: int) -> Inline:
        origin = self._builder.origin(self._content, offset)
        children = self.inlines("link_close")
        if token.attrs.get("title"):
            self._builder.tell(
                f"the link has the title `{token.attrs['title']}`, which nobody would see",
                origin,
                "take it out, or say it in the words",
            )
        target = self._builder.pieces(str(token.attrs.get("href", "")))
        if target is None:
            return Link("", children)
        if all(isinstance(piece, str) for piece in target):
            text = tidied("".join(map(str, target)))
            if fault := link_fault(text):
                self._builder.tell(fault[0], origin, fault[1])
            return Link(text, children)
        if fault := pieces_fault(target):
            self._builder.tell(fault[0], origin, fault[1])
        return LinkTemplate(target, children, origin)

    def _picture(self, token: Token, offset: int) -> list[Inline]:
        origin = self._builder.origin(self._content, offset)
        alternative = self._builder.build(token.children or [], self._content, offset + len("!["))
        path = self._builder.pieces(str(token.attrs.get("src", "")))
        title = token.attrs.get("title")
        decorative = title == DECORATION
        if title and not decorative:
            self._builder.tell(
                f"the picture has the title `{title}`, which nobody would see",
                origin,
                "take it out, or set a caption under it",
            )
        if not path:
            if path is not None:
                self._builder.tell(
                    "the picture has no file", origin, "write `![what it shows](file.png)`"
                )
            return []
        name = "".join(
            piece if isinstance(piece, str) else f"{{{{ {piece.source} }}}}" for piece in path
        )
        if says_something(alternative) is decorative:
            self._tell_of_words(name, origin, decorative=decorative)
        alternative = () if decorative else alternative
        if all(isinstance(piece, str) for piece in path):
            if is_remote(name):
                self._builder.tell(
                    f"the picture `{name}` is not in this workspace",
                    origin,
                    "put the file beside the words and name it: `![what it shows](file.png)`",
                )
            return [Picture(name, alternative, origin, decorative=decorative)]
        return [PictureTemplate(path, alternative, origin, decorative)]

    def _tell_of_words(self, path: str, origin: Origin, *, decorative: bool) -> None:
        """Tell of a picture that lacks the words which stand for it, or has some for nobody."""
        if decorative:
            self._builder.warn(
                f"the picture `{path}` is a decoration, so nobody hears what it shows",
                origin,
                f'take the words out of its brackets, or take `"{DECORATION}"` out',
            )
        else:
            message, hint = words_lacking(path)
            self._builder.warn(message, origin, hint)

    def _footnote(self, label: str) -> Inline:
        mark = f"[^{label}]"
        # The parser keeps no place of it: it stands after what came before.
        before = self._tokens[self._next - 2] if self._next > 1 else None
        begin = self._offset(before) if before else self._base
        found = self._content.text.find(mark, max(begin, self._after_mark))
        self._after_mark = found + len(mark) if found >= 0 else self._after_mark
        origin = self._builder.origin(self._content, max(found, 0))
        return self._builder.footnote(label, origin)

    def _unsupported(self, token: Token, offset: int) -> list[Inline]:
        origin = self._builder.origin(self._content, offset)
        match token.type:
            case "code_inline":
                message = f"`` `{token.content}` `` is program code, which a letter does not have"
                hint = "use quotation marks; for a plain backtick write `` \\` ``"
            case "html_inline":
                message = f"`{token.content}` is HTML, which a letter does not have"
                hint = "use `**…**`, `*…*` and the like; for a plain `<` write `\\<`"
            case "s_open":
                message = "`~~` strikes words out, which a letter does not do"
                hint = "take the words out; for plain characters write `\\~`"
                return self._told(message, origin, hint, list(self.inlines("s_close")))
            case _:
                message = f"`{token.markup or token.content}` cannot stand in a letter"
                hint = "write it in plain words"
        return self._told(message, origin, hint, [])

    def _told(self, message: str, origin: Origin, hint: str, inlines: list[Inline]) -> list[Inline]:
        self._builder.tell(message, origin, hint)
        return inlines


def attribution_of(
    inlines: tuple[Inline, ...],
) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """The words of a quotation's last paragraph, and its speaker, who follows an em dash.

    The speaker is a paragraph by itself or the last line of the paragraph.
    """
    for index in range(len(inlines) - 1, -1, -1):
        inline = inlines[index]
        before = inlines[index - 1] if index else None
        at_line_start = (
            before is None
            or isinstance(before, LineBreak)
            or (
                isinstance(before, Text)
                and isinstance(inline, Text)
                and before.text.endswith(" ")
                and before.origin is not None
                and inline.origin is not None
                and before.origin.line < inline.origin.line
            )
        )
        if not (at_line_start and isinstance(inline, Text)):
            continue
        dash = _ATTRIBUTION.match(inline.text)
        if dash is None:
            if before is not None:
                continue
            return inlines, ()
        origin = inline.origin.shifted(dash.end()) if inline.origin else None
        name = inline.text[dash.end() :]
        speaker = ((Text(name, origin),) if name else ()) + inlines[index + 1 :]
        return _without_line_end(inlines[:index]), speaker
    return inlines, ()


def _without_line_end(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if inlines and isinstance(inlines[-1], LineBreak):
        inlines = inlines[:-1]
    if inlines and isinstance(last := inlines[-1], Text):
        stripped = last.text.rstrip(" ")
        return inlines[:-1] + ((Text(stripped, last.origin),) if stripped else ())
    return inlines
