"""Finds the expressions in words and puts one private-use character in the place of each.

To CommonMark such a character is a letter: `**{{ name }}**nin` is bold, a `|` or a space inside the
braces splits no table cell and no link target. The characters are chosen so that none of them
stands in the text already, and each stands for one expression only.

Jinja's own lexer finds where an expression ends (`}}` within a string included). It is started
afresh at each `{{`, on the paragraph that holds it, so one broken expression hides no other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError

from letterkit.diagnostics import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.diagnostics import Diagnostics

# Planes 15 and 16 first: hardly any text uses them. Their last two code points are noncharacters.
_PRIVATE_USE = (range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE), range(0xE000, 0xF900))
_INTERESTING = re.compile(r"\\[\s\S]|\{\{|\{%|\{#|\}\}")
_PARAGRAPH_END = re.compile(r"\n(?=[ \t>]*\n)")
_STATEMENT_WORD = re.compile(
    r"\{%[-+]?[ \t]*(?:if|elif|else|endif|for|endfor|set|endset|macro|endmacro|call|filter|block"
    r"|endblock|include|extends|import|from|raw|endraw|with|endwith|do|break|continue)\b"
)
_LEXER = Environment(autoescape=False).lexer  # noqa: S701 - it only lexes; nothing is rendered


@dataclass(frozen=True, slots=True)
class FoundExpression:
    """What stands between `{{` and `}}`, and where: `origin` of the braces, `inside` of the rest.

    `source` is None where the expression is broken and has been told of.
    """

    written: str
    source: str | None
    origin: Origin
    inside: Origin


class MaskedText:
    """Text with a private-use character for each expression, and the way back to its places."""

    def __init__(self, text: str, path: str, first_line: int, problems: Diagnostics) -> None:
        self._source = text
        self._path = path
        self._first_line = first_line
        self._problems = problems
        self._line_starts = _line_starts(text)
        self._paragraph_ends = [
            *(match.start() for match in _PARAGRAPH_END.finditer(text)),
            len(text) + 1,
        ]
        self.expressions: dict[str, FoundExpression] = {}
        # After the masked offset `_masked_ends[i]` the source goes on at `_source_ends[i]`.
        self._masked_ends = [0]
        self._source_ends = [0]
        self.text = self._mask()
        self._masked_line_starts = _line_starts(self.text)

    def origin(self, line: int, column: int) -> Origin:
        """The place in the file of a place in the masked text, both counted from 0."""
        offset = self._masked_line_starts[line] + column
        index = bisect_right(self._masked_ends, offset) - 1
        return self._place(self._source_ends[index] + offset - self._masked_ends[index])

    def unmasked(self, text: str) -> str:
        """A stretch of the masked text as it was written, to be shown."""
        return "".join(
            found.written if (found := self.expressions.get(character)) else character
            for character in text
        )

    def _place(self, offset: int) -> Origin:
        line = bisect_right(self._line_starts, offset) - 1
        return Origin(self._path, self._first_line + line, offset - self._line_starts[line] + 1)

    def _mask(self) -> str:
        marks = self._unused_characters()
        pieces: list[str] = []
        masked = written = position = literal_braces = 0
        while match := _INTERESTING.search(self._source, position):
            start, position = match.span()
            if match[0][0] == "\\":
                literal_braces += match[0] == "\\{"
                continue
            if match[0] == "}}":
                if literal_braces:
                    literal_braces -= 1
                else:
                    self._tell_stray_end(start)
                continue
            if match[0] != "{{":
                position = self._end_of_statement(start) or position
                continue
            end, source = self._expression(start)
            if end is None:
                continue
            position = end
            mark = next(marks)
            self.expressions[mark] = FoundExpression(
                self._source[start:end], source, self._place(start), self._place(start + 2)
            )
            pieces += (self._source[written:start], mark)
            masked += start - written + 1
            written = end
            self._masked_ends.append(masked)
            self._source_ends.append(end)
        pieces.append(self._source[written:])
        return "".join(pieces)

    def _unused_characters(self) -> Iterator[str]:
        used = set(self._source)
        for block in _PRIVATE_USE:
            for code in block:
                if (character := chr(code)) not in used:
                    yield character

    def _expression(self, start: int) -> tuple[int | None, str | None]:
        """Where the expression that begins at `start` ends, and what is in it.

        An end of None says that it is not closed; a source of None that it is broken.
        """
        limit = self._paragraph_end(start)
        offset = start
        was_brace = False
        try:
            for _, kind, text in _LEXER.tokeniter(self._source[start:limit], None):
                if kind == "variable_begin" and len(text) > len("{{"):
                    return self._trimming(start, limit)
                if kind == "variable_end":
                    if text[0] in "-+":
                        return self._trimming(start, limit)
                    return offset + len("}}"), self._checked_source(start, offset)
                is_brace = text == "{"
                if is_brace and was_brace:
                    break
                was_brace = is_brace
                offset += len(text)
        except TemplateSyntaxError as error:
            return self._broken(start, offset, limit, error)
        self._tell_unclosed(start)
        return None, None

    def _paragraph_end(self, start: int) -> int:
        index = bisect_right(self._paragraph_ends, start)
        return self._paragraph_ends[index]

    def _checked_source(self, start: int, end: int) -> str | None:
        source = self._source[start + 2 : end]
        if source.strip():
            return source
        self._problems.error(
            "nothing stands between `{{` and `}}`",
            self._place(start),
            "name a variable, as in `{{ addressee.name }}`",
        )
        return None

    def _trimming(self, start: int, limit: int) -> tuple[int | None, str | None]:
        end = self._source.find("}}", start, limit)
        self._problems.error(
            "`{{-` and `-}}` have no meaning here",
            self._place(start),
            "write `{{` and `}}`; spaces around an expression print as they are written",
        )
        return (None if end < 0 else end + 2), None

    def _broken(
        self, start: int, offset: int, limit: int, error: TemplateSyntaxError
    ) -> tuple[int | None, str | None]:
        following = self._source.find("{{", offset, limit)
        end = self._source.find("}}", offset, limit if following < 0 else following)
        if end < 0:
            self._tell_unclosed(start)
            return None, None
        character = self._source[offset]
        if character in "“”„‟«»‘’‚‛":
            hint = "an expression takes straight quotation marks, `\"` or `'`"
        elif character in "\"'":
            hint = f"the text that begins with `{character}` does not end"
        else:
            hint = "an expression is a name with filters, as in `{{ date | date }}`"
        message = f"`{character}` cannot stand here in an expression"
        if character in "})]":
            message = error.message or message
        self._problems.error(message, self._place(offset), hint)
        return end + 2, None

    def _tell_unclosed(self, start: int) -> None:
        self._problems.error(
            "`{{` is not closed",
            self._place(start),
            "end the expression with `}}` in the same paragraph, or write `\\{{` for plain braces",
        )

    def _tell_stray_end(self, start: int) -> None:
        self._problems.error(
            "`}}` closes nothing",
            self._place(start),
            "an expression begins with `{{`; write `\\}}` for plain braces",
        )

    def _end_of_statement(self, start: int) -> int | None:
        """Tell of a `{% … %}` or `{# … #}`; its end, or None where the text only looks like it."""
        closing = "%}" if self._source[start + 1] == "%" else "#}"
        end = self._source.find(closing, start + 2, self._paragraph_end(start))
        if end < 0 and not _STATEMENT_WORD.match(self._source, start):
            return None
        end = self._source.find("\n", start) if end < 0 else end + 2
        shown = _first_line(self._source[start:end] if end >= 0 else self._source[start:])
        if closing == "%}":
            message = f"`{shown}`: words hold no statements"
            hint = (
                "conditions and repetitions are `when` and `each` of a part in `template.yaml`;"
                " within a sentence `{{ … if … else … }}`, `plural` or `choose` serve"
            )
        else:
            message = f"`{shown}`: words hold no comments"
            hint = "take it out, or write `\\{#` for plain characters"
        self._problems.error(message, self._place(start), hint)
        return len(self._source) if end < 0 else end


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _first_line(text: str, length: int = 40) -> str:
    line = text.split("\n", 1)[0]
    return line if len(line) <= length else line[: length - 1] + "…"
