"""What other programs have left in a text: shortcodes, HTML, Markdown that nobody reads."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from letterkit.language.typography.findings import HIDDEN, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.language.typography.findings import Passage

# Shortcodes of WordPress and its page builders, codes of bulletin boards: closing ones, those of
# names that only a program has, those with attributes.
_SHORTCODE = re.compile(
    r"""(?:\[/[a-z][a-z0-9_-]*\]
      | \[(?:vc|et_pb|fusion|mk|su|av)_[a-z0-9_-]+(?:\s[^\[\]]*)?/?\]
      | \[[a-z][a-z0-9_-]*(?:=[^\[\]]+|(?:\s+[a-z_-]+=(?:QUOTED|(?!QUOTED)[^\s\[\]]+))+\s*/?)\]
    )+
    """.replace("QUOTED", r"""(?:"[^"]*"|'[^']*')(?=[\s/\]])"""),
    re.VERBOSE,
)
_OPENING_CODE = re.compile(r"\[(?P<name>[a-z][a-z0-9_-]*)\]")
_CLOSING_CODE = re.compile(r"\[/([a-z][a-z0-9_-]*)\]")
_TAG = re.compile(
    r"""</?(?:p|b|i|u|s|em|strong|span|div|font|a|br|hr|h[1-6]|ul|ol|li|table|tr|td|th|sup|sub|small
        |blockquote|img|o:p)(?:\s[^<>]*)?/?>""",
    re.VERBOSE | re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_REST_OF_ENTITY = re.compile(r"#?\w+;")
_MARKDOWN = re.compile(
    rf"\*\*[^*\s{HIDDEN}]|(?<![\w_])__(?=\w)|\]\((?=https?:|mailto:|{HIDDEN})|^\#{{2,6}}(?=[^\W\d_])"
)
_MADE_OF_ENTITIES = frozenset("<>*_[]{}`\\#")


def check_remains(passage: Passage) -> Iterator[Finding]:
    """Markup of other programs that would print as it stands."""
    text = passage.text
    for pattern, what in ((_SHORTCODE, "a shortcode of a website"), (_TAG, "HTML")):
        for match in pattern.finditer(text):
            breaks = match[0].lower().startswith(("<br", "<p", "</p", "<li", "<hr"))
            replacement = " " if breaks else ""
            begin, end = match.span()
            spaced = text[begin - 1 : begin] == " "
            if not breaks and spaced and text[end : end + 1] in {"", " ", "\n"}:
                begin -= 1  # the space that parted it from what stays
            yield Finding("markup", begin, end, what, replacement, certain=not breaks)
    closed = set(_CLOSING_CODE.findall(text))
    for match in _OPENING_CODE.finditer(text):
        if match["name"] in closed:
            yield Finding("markup", *match.span(), "a shortcode of a website", "", certain=True)
    for match in _ENTITY.finditer(passage.shape):
        plain = html.unescape(match[0])
        if plain != match[0]:
            # An ampersand must not make another entity of what follows it.
            certain = _MADE_OF_ENTITIES.isdisjoint(plain) and not (
                plain == "&" and _REST_OF_ENTITY.match(text, match.end())
            )
            yield Finding("markup", *match.span(), "a character as HTML has it", plain, certain)
    for match in _MARKDOWN.finditer(passage.shape):
        yield Finding("markup", *match.span(), "Markdown that prints as it stands")
