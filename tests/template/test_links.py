from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.document import Paragraph
from letterkit.people.localizer import ABSENT
from letterkit.template.expressions import ExpressionError
from letterkit.template.links import link_fault, tidied
from letterkit.template.markup import parse_markup
from letterkit.template.nodes import LinkTemplate, addressed, written

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


def linked(
    text: str, data: dict[str, object], english: ExpressionEnvironment
) -> tuple[list[str], list[str]]:
    problems = Diagnostics()
    (block,) = parse_markup(text, "en.md", 1, english, problems)
    assert isinstance(block, Paragraph)
    links = [inline for inline in block.inlines if isinstance(inline, LinkTemplate)]
    return [addressed(link.target, data) for link in links], [each.message for each in problems]


TARGETS = {
    "tel:{{ v }}": ("+90 342 000", "tel:+90342000"),
    "https://example.org/{{ v }}": (2016, "https://example.org/2016"),
    "https://example.org/a/{{ v }}": (
        "غازي?x#y",
        "https://example.org/a/%D8%BA%D8%A7%D8%B2%D9%8A%3Fx%23y",
    ),
    "https://example.org?q={{ v }}": (
        "two words & more",
        "https://example.org?q=two%20words%20%26%20more",
    ),
    "mailto:a@b.org?subject={{ v }}": ("50%", "mailto:a@b.org?subject=50%25"),
    "mailto:{{ v }}": ("ann+1@b.org", "mailto:ann+1@b.org"),
    "mailto:{{ v }}?subject=a": ("ann@b.org", "mailto:ann@b.org?subject=a"),
    "mailto:{{ v }}@b.org": ("a@evil.example?", "mailto:a%40evil.example%3F@b.org"),
    "{{ v }}": ("https://example.org/a?b=c%20d", "https://example.org/a?b=c%20d"),
    "{{ v }}/a": ("https://example.org", "https://example.org/a"),
}


@pytest.mark.parametrize(("target", "value", "expected"), [(t, *v) for t, v in TARGETS.items()])
def test_a_value_stays_the_part_of_the_target_where_it_is_set(
    target: str, value: object, expected: str, english: ExpressionEnvironment
) -> None:
    found, told = linked(f"[words]({target})", {"v": value}, english)
    assert found == [expected]
    assert told == []
    assert link_fault(expected) is None


@pytest.mark.parametrize(
    "target",
    [
        "https://good.example{{ v }}",
        "https://{{ v }}",
        "https://example.org:{{ v }}/",
        "{{ v }}.example.org/",
        "{{ v }}{{ w }}",
        "https{{ v }}",
        "mailto:a@{{ v }}",
        "mailto:{{ v }}@{{ w }}",
        "mailto:a@b.org{{ v }}",
    ],
)
def test_no_value_has_a_say_in_the_host(target: str, english: ExpressionEnvironment) -> None:
    _, told = linked(f"[words]({target})", {"v": ".evil.example", "w": "a"}, english)
    assert len(told) == 1
    assert "host" in told[0] or "goes on within" in told[0]


def test_a_field_that_was_left_out_leads_nowhere(english: ExpressionEnvironment) -> None:
    for target in ("{{ v }}", "https://example.org/{{ v }}"):
        with pytest.raises(ExpressionError, match="there is nothing to print here"):
            linked(f"[words]({target})", {"v": ABSENT}, english)


def test_a_file_name_is_not_encoded(english: ExpressionEnvironment) -> None:
    expression = english.compile("v", Origin("en.md"), Diagnostics())
    assert expression is not None
    assert (
        written(("pictures/", expression, ".png"), {"v": "two words"}) == "pictures/two words.png"
    )
