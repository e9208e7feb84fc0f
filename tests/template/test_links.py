from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from letterkit.diagnostics import Diagnostics
from letterkit.document import Paragraph
from letterkit.template.links import link_fault, tidied
from letterkit.template.markup import parse_markup
from letterkit.template.nodes import LinkTemplate, written

if TYPE_CHECKING:
    from letterkit.template.expressions import ExpressionEnvironment

GOOD = [
    "https://example.org",
    "http://example.org/a?b=c&d=e#f",
    "https://example.org/غازي",
    "HTTPS://example.org",
    "mailto:info@example.org",
    "mailto:info@example.org?subject=a",
    "tel:+903420000000",
]

FAULTY = {
    "": "the link leads nowhere",
    "example.org": "the link target `example.org` has no scheme",
    "/a": "the link target `/a` has no scheme",
    "javascript:alert(1)": "a link cannot lead to `javascript:alert(1)`",
    "file:///a": "a link cannot lead to `file:///a`",
    "https://": "the link target `https://` is not a whole address",
    "https:example.org": "the link target `https:example.org` is not a whole address",
    "https://user@": "the link target `https://user@` is not a whole address",
    "mailto:": "the link target `mailto:` is not a whole address",
    "tel:abc": "the link target `tel:abc` is not a whole address",
    "https://a.org/ b": "the link target `https://a.org/ b` holds the character U+0020",
    "https://example.org/\u202ea": (
        "the link target `https://example.org/\u202ea` holds the character U+202E"
    ),
}


@pytest.mark.parametrize("target", GOOD)
def test_a_letter_links_to_pages_mail_and_telephones(target: str) -> None:
    assert link_fault(target) is None


@pytest.mark.parametrize(("target", "message"), FAULTY.items())
def test_other_targets_are_told(target: str, message: str) -> None:
    fault = link_fault(target)
    assert fault is not None
    assert fault[0] == message
    assert fault[1]


def test_a_telephone_number_loses_its_spaces() -> None:
    assert tidied("tel:+90 342\u00a0000 00 00") == "tel:+903420000000"
    assert tidied(" https://example.org ") == "https://example.org"


def test_a_target_is_put_together_from_words_and_data(english: ExpressionEnvironment) -> None:
    problems = Diagnostics()
    text = "[call](tel:{{ number }}) [page](https://example.org/{{ year }}/{{ name }})"
    (block,) = parse_markup(text, "en.md", 1, english, problems)
    assert isinstance(block, Paragraph)
    data = {"number": "+90 342 000", "year": 2016, "name": "*a*"}
    links = [inline for inline in block.inlines if isinstance(inline, LinkTemplate)]
    assert [written(link.target, data) for link in links] == [
        "tel:+90342000",
        "https://example.org/2016/*a*",
    ]
