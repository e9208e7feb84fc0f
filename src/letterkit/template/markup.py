"""The words of a part, Markdown with expressions in it, as blocks of a document.

Nothing of what a writer put down is lost in silence: what a letter cannot hold is told of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letterkit.document import (
    Block,
    Heading,
    ItemList,
    Paragraph,
    Quotation,
)
from letterkit.template.commonmark import DEEPEST, commonmark
from letterkit.template.inlines import Content, InlineBuilder, attribution_of
from letterkit.template.masking import MaskedText
from letterkit.template.pipe_tables import PipeTables
from letterkit.template.typed_lists import HINT, RUN_TOGETHER, first_typed_item

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it.token import Token

    from letterkit.diagnostics import Diagnostics, Origin
    from letterkit.document import Inline
    from letterkit.template.expressions import Expression, ExpressionEnvironment

_HIDDEN_BEFORE_MARK = re.compile(
    r"[ \t>]*(?P<hidden>[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])"
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff ]*(?P<mark>[-*+>|]|[0-9]{1,9}[.)]|#{1,6}) "
)


def parse_markup(
    text: str,
    path: str,
    first_line: int,
    environment: ExpressionEnvironment,
    problems: Diagnostics,
) -> tuple[Block, ...]:
    """The blocks of a text whose first line is line `first_line` of the file `path`."""
    masked = MaskedText(text, path, first_line, problems)
    expressions: dict[str, Expression | None] = {
        mark: None
        if found.source is None
        else environment.compile(found.source, found.inside, problems)
        for mark, found in masked.expressions.items()
    }
    _warn_of_hidden_marks(masked, problems)
    variables: dict[str, object] = {}
    tokens = commonmark().parse(masked.text, variables)
    builder = _BlockBuilder(tokens, masked, expressions, problems)
    blocks = builder.document()
    references = variables.get("references")
    if isinstance(references, dict):
        for label, reference in references.items():
            line = reference["map"][0]
            problems.error(
                f"`[{label.lower()}]:` sets an address apart from its link",
                masked.origin(line, 0),
                "write the address beside the words: `[words](address)`;"
                " for a plain bracket write `\\[`",
            )
    return blocks


def _warn_of_hidden_marks(masked: MaskedText, problems: Diagnostics) -> None:
    """Right-to-left editors put direction marks before the `-` of an item, which then is none."""
    for number, line in enumerate(masked.text.split("\n")):
        if match := _HIDDEN_BEFORE_MARK.match(line):
            problems.warning(
                f"an invisible character (U+{ord(match['hidden']):04X}) before `{match['mark']}`"
                " makes it plain text",
                masked.origin(number, match.start("hidden")),
                "delete the beginning of the line and type it again",
            )


class _BlockBuilder:
    def __init__(
        self,
        tokens: list[Token],
        masked: MaskedText,
        expressions: Mapping[str, Expression | None],
        problems: Diagnostics,
    ) -> None:
        self._tokens = tokens
        self._masked = masked
        self._lines = masked.text.split("\n")
        self._problems = problems
        self._next = 0
        self._inlines = InlineBuilder(masked, expressions, self._footnote, problems)
        self._tables = PipeTables(masked, self._inlines, problems)
        self._footnotes: dict[str, tuple[int, Origin]] = {}
        self._footnotes_used: set[str] = set()
        self._within_footnote = False
        self._last_numbers: dict[int, int] = {}

    def document(self) -> tuple[Block, ...]:
        self._find_footnotes()
        blocks = self._blocks("")
        for label, (_, origin) in self._footnotes.items():
            if label not in self._footnotes_used:
                self._problems.error(
                    self._masked.unmasked(f"no words refer to the footnote `{label}`"),
                    origin,
                    "set its mark where it shall stand, as `[^1]`",
                )
        return blocks

    # Footnotes are parsed where they are referred to.

    def _find_footnotes(self) -> None:
        for index, token in enumerate(self._tokens):
            if token.level >= DEEPEST - 1 and token.map:
                self._problems.error(
                    "lists and quotations are nested too deeply",
                    self._origin(token),
                    "a letter has a few levels at most",
                )
            if token.type != "footnote_reference_open":
                continue
            label = str(token.meta["label"])
            origin = self._origin(token)
            if label in self._footnotes:
                self._problems.error(
                    f"the footnote `{label}` stands twice",
                    origin,
                    f"the first is in line {self._footnotes[label][1].line}",
                )
            else:
                self._footnotes[label] = (index, origin)

    def _footnote(self, label: str, origin: Origin) -> tuple[Block, ...]:
        """The blocks of a footnote that is referred to at `origin`."""
        if label not in self._footnotes:
            self._problems.error(
                f"the footnote `{label}` has no text",
                origin,
                f"add a paragraph `[^{label}]: …` to this part, or write `\\[^{label}]`",
            )
            return ()
        if self._within_footnote:
            self._problems.error(
                f"the footnote `{label}` is referred to within a footnote",
                origin,
                "say it in the footnote itself",
            )
            return ()
        if label in self._footnotes_used:
            self._problems.error(
                f"the footnote `{label}` is referred to twice",
                origin,
                "give each mark a footnote of its own",
            )
        self._footnotes_used.add(label)
        kept, self._next = self._next, self._footnotes[label][0] + 1
        self._within_footnote = True
        blocks = self._blocks("footnote_reference_close")
        self._within_footnote = False
        self._next = kept
        return blocks

    # Blocks

    def _blocks(self, closing: str) -> tuple[Block, ...]:
        made: list[Block] = []
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            self._next += 1
            if token.type == closing:
                break
            if token.type == "footnote_reference_open":
                self._skip_to("footnote_reference_close", token.level)
                continue
            block = self._block(token)
            if block is not None:
                made.append(block)
        return tuple(made)

    def _skip_to(self, kind: str, level: int) -> None:
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            self._next += 1
            if token.type == kind and token.level == level:
                return

    def _block(self, token: Token) -> Block | None:  # noqa: PLR0911 - one a kind
        match token.type:
            case "paragraph_open":
                origin = self._origin(token)
                self._warn_of_typed_lists(self._tokens[self._next])
                inlines = self._content("paragraph_close")
                # Nothing but spaces (a no-break space on a line by itself) is no paragraph.
                return Paragraph(inlines, origin=origin) if inlines else None
            case "heading_open":
                return self._heading(token)
            case "bullet_list_open":
                return ItemList(self._items("bullet_list_close", token, None))
            case "ordered_list_open":
                start = int(token.attrs.get("start", 1))
                return ItemList(self._items("ordered_list_close", token, start), start)
            case "blockquote_open":
                return self._quotation()
            case "table_open":
                return self._table(token)
            case _:
                self._tell_unsupported(token)
                return None

    def _content(self, closing: str) -> tuple[Inline, ...]:
        """The inlines of the block that is open, and past its end."""
        inlines: tuple[Inline, ...] = ()
        while (token := self._tokens[self._next]).type != closing:
            self._next += 1
            inlines = self._inlines.build(token.children or [], self._located(token))
        self._next += 1
        return inlines

    def _warn_of_typed_lists(self, inline: Token) -> None:
        """Tell of lines that begin with `(a)` or `•`, which their writer saw as items."""
        lines = inline.content.split("\n")
        first = first_typed_item(lines)
        if first is not None:
            offset = sum(len(line) + 1 for line in lines[:first])
            offset += len(lines[first]) - len(lines[first].lstrip())
            place = self._located(inline).place(offset)
            self._problems.warning(RUN_TOGETHER, self._masked.origin(*place), HINT)

    def _heading(self, token: Token) -> Block:
        origin = self._origin(token)
        if token.markup[:1] in "=-":
            self._problems.error(
                f"a line of `{token.markup}` under words makes them a heading",
                origin,
                "write `## …` for a heading, and leave such lines out elsewhere",
            )
        return Heading(int(token.tag[1:]), self._content("heading_close"), origin)

    def _quotation(self) -> Block:
        blocks = self._blocks("blockquote_close")
        if blocks and isinstance(last := blocks[-1], Paragraph):
            said, speaker = attribution_of(last.inlines)
            if speaker and (said or len(blocks) > 1):
                words = (Paragraph(said, origin=last.origin),) if said else ()
                return Quotation(blocks[:-1] + words, speaker)
        return Quotation(blocks)

    # Lists

    def _items(
        self, closing: str, opened: Token, start: int | None
    ) -> tuple[tuple[Block, ...], ...]:
        items: list[tuple[Block, ...]] = []
        written: list[tuple[int, Origin]] = []
        while (token := self._tokens[self._next]).type != closing:
            self._next += 1
            if start is not None and token.info.isdigit():
                written.append((int(token.info), self._origin(token)))
            items.append(self._blocks("list_item_close"))
        self._next += 1
        if start is not None:
            self._check_numbers(written, opened.level, start)
        return tuple(items)

    def _check_numbers(self, written: list[tuple[int, Origin]], level: int, start: int) -> None:
        """Tell of `2016. yılında …` at the start of a paragraph, which CommonMark makes a list.

        Numbers that do not go up by one would print as others than were written. A single item
        that begins at another number than 1 prints as written and only looks like an item, unless
        it goes on from the list before it.
        """
        continues = self._last_numbers.get(level) == start - 1
        self._last_numbers[level] = start + len(written) - 1
        all_ones = all(number == 1 for number, _ in written)
        for expected, (number, origin) in enumerate(written, start):
            if number != expected and not all_ones:
                self._problems.error(
                    f"`{number}.` begins item `{expected}.` of a numbered list",
                    origin,
                    f"write `{number}\\.` if it begins a sentence, or number the items in order",
                )
        if len(written) == 1 and start != 1 and not continues:
            self._problems.warning(
                f"`{start}.` at the beginning of a paragraph makes a numbered list",
                written[0][1],
                f"write `{start}\\.` if it begins a sentence",
            )

    def _table(self, opened: Token) -> Block:
        begin = self._next
        self._skip_to("table_close", opened.level)
        return self._tables.table(self._tokens[begin : self._next], self._origin(opened))

    # Places

    def _origin(self, token: Token) -> Origin:
        """The place of the first character of a block, past the marks of what it stands in."""
        line = token.map[0] if token.map else 0
        text = self._lines[line]
        column = len(text) - len(text.lstrip(" \t>"))
        if token.type == "paragraph_open" and self._next < len(self._tokens):
            inline = self._tokens[self._next]
            return self._masked.origin(*self._located(inline).place(0))
        return self._masked.origin(line, column)

    def _located(self, inline: Token) -> Content:
        first = inline.map[0] if inline.map else 0
        return Content.of_lines(inline.content, first, self._lines)

    def _tell_unsupported(self, token: Token) -> None:
        shown = self._masked.unmasked((token.content or token.markup).strip().split("\n")[0])
        match token.type:
            case "hr":
                message = "`---` draws a line, which a letter does not have"
                hint = "leave an empty line between paragraphs, or write a heading"
            case "fence":
                message = (
                    "three backticks or tildes begin program code, which a letter does not have"
                )
                hint = "use `>` for a quotation, and parts begin with `:::`"
            case "html_block":
                message = f"`{shown[:40]}` is HTML, which a letter does not have"
                hint = "use `**…**`, `*…*` and the like; for a plain `<` write `\\<`"
            case _:
                message = f"`{shown[:40]}` cannot stand in a letter"
                hint = "write it as a paragraph"
        self._problems.error(message, self._origin(token), hint)
