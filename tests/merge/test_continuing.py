"""The line at the head of the later pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from letterkit.document import Direction, Field, Paragraph, Role, Text, Value, plain_text
from letterkit.letter.version import Stage, Version

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.merge.conftest import Merged

    from letterkit.document import Document, Inline

    Merge = Callable[..., Merged]

PEOPLE = {
    "addressees/people.yaml": (
        "rose: {name: Rose Weaver, honorific: doctor, title: Mayor}\n"
        "office: {title: Minister of Health, organisation: Ministry}\n"
        "body: {organisation: Quay Hospital}\n"
        "many: {name: Aylin Stone}\n"
    )
}


def line(document: Document) -> tuple[Inline, ...]:
    (block,) = document.continuation
    assert isinstance(block, Paragraph)
    assert block.role is Role.HEADER
    return block.inlines


def printed(document: Document) -> str:
    """The line, with a number for the page."""
    return "".join(
        "2" if isinstance(one, Field) else plain_text((one,)) for one in line(document)
    ).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", "Dr. Rose Weaver, 4 March 2020, page 2"),
        ("ar", "د. Rose Weaver، 4 آذار/مارس 2020، صفحة 2"),
        ("tr", "Dr. Rose Weaver, 4 Mart 2020, sayfa 2"),
    ],
)
def test_it_names_addressee_date_and_page_in_the_language(
    merged: Merge, locale: str, expected: str
) -> None:
    titled = {
        "addressees/people.yaml": "rose: {name: Rose Weaver, honorific: doctor}\n",
    }
    letter = merged("Words.\n", data="addressees: [rose]\n", locale=locale, files=titled)
    document = letter.document()
    assert printed(document) == expected
    (name,) = [one for one in line(document) if isinstance(one, Value) and "Rose" in one.text]
    assert name.direction is Direction.LTR
    assert name.verbatim


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("[office]", "Minister of Health"),
        ("[body]", "Quay Hospital"),
        ("[rose, body]\njoint: true", "Dr. Rose Weaver and Quay Hospital"),
        ("[rose, body, office, many]\njoint: true", "Roses"),
        ("[]", "Roses"),
    ],
)
def test_who_has_no_name_is_told_by_office_or_body_and_many_by_the_subject(
    merged: Merge, to: str, expected: str
) -> None:
    letter = merged("Words.\n", data=f"subject: Roses\naddressees: {to}\n", files=PEOPLE)
    assert printed(letter.document()) == f"{expected}, 4 March 2020, page 2"


def test_where_nobody_is_addressed_the_headline_stands_without_what_stands_beside_it(
    merged: Merge,
) -> None:
    words = "::: headline\nRoses *bloom*\\\nagain[^1]\n\n[^1]: A note.\n:::\n::: body\nX.\n:::\n"
    letter = merged(words, parts="[headline, body]", data="subject: Another\n")
    assert printed(letter.document()) == "Roses bloom again, 4 March 2020, page 2"


def test_without_headline_and_subject_it_is_ours(merged: Merge) -> None:
    assert printed(merged("Words.\n").document()) == "Rosewater Trust, 4 March 2020, page 2"


def test_the_mark_of_a_draft_stands_at_the_foot_of_later_pages_and_not_twice(
    merged: Merge,
) -> None:
    document = merged("Words.\n", version=Version(Stage.DRAFT, 3)).document()
    assert "DRAFT" not in printed(document)
    marks = [
        block
        for block in document.footer
        if isinstance(block, Paragraph) and Text("3") in block.inlines
    ]
    assert len(marks) == 1
