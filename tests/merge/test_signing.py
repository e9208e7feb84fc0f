"""Who signs a letter, and what is told where nobody does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from letterkit.document import Columns, Group, Paragraph, Role, plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.merge.conftest import Merged

    Merge = Callable[..., Merged]

WORDS = "Roses.\n"
PARTS = "[body, signatories]"


def signed(entries: str) -> dict[str, str]:
    return {"signatories/friends.yaml": entries}


def lines(group: Group) -> list[str]:
    return [plain_text(line.inlines) for line in group.blocks if isinstance(line, Paragraph)]


def test_the_director_signs_where_nobody_is_named(merged: Merge) -> None:
    letter = merged(WORDS, parts=PARTS)
    (_, signature) = letter.document().blocks
    assert isinstance(signature, Group)
    assert signature.role is Role.SIGNATURE
    assert lines(signature) == ["Lale Deniz", "Director", "Rosewater Trust"]
    assert letter.told == []


def test_a_person_signs_by_hand(merged: Merge) -> None:
    entry = "- {person: Ali Can, title: Gardener, organisation: Rosewater Trust}\n"
    letter = merged(WORDS, parts=PARTS, data="signatories: [friends]\n", files=signed(entry))
    (_, signature) = letter.document().blocks
    assert isinstance(signature, Group)
    assert lines(signature) == ["Ali Can", "Gardener", "Rosewater Trust"]


def test_two_persons_sign_by_hand_side_by_side(merged: Merge) -> None:
    entries = "- person: Ali Can\n- person: Eda Su\n  honorific: doctor\n"
    letter = merged(WORDS, parts=PARTS, data="signatories: [friends]\n", files=signed(entries))
    (_, columns) = letter.document().blocks
    assert isinstance(columns, Columns)
    assert columns.count == 2
    assert [lines(group) for (group,) in columns.entries if isinstance(group, Group)] == [
        ["Ali Can"],
        ["Dr.\u00a0Eda Su"],
    ]


@pytest.mark.parametrize(
    "entries",
    [
        "- organisation: Friends of Roses\n",
        "- person: A\n- person: B\n- person: C\n- person: D\n",
        "heading: For the garden\nsignatories:\n  - person: Ali Can\n",
    ],
)
def test_bodies_many_and_headed_groups_are_lists_of_names(entries: str, merged: Merge) -> None:
    letter = merged(WORDS, parts=PARTS, data="signatories: [friends]\n", files=signed(entries))
    (_, heading, columns) = letter.document().blocks
    assert isinstance(heading, Paragraph)
    assert heading.role is Role.GROUP_HEADING
    assert isinstance(columns, Columns)


def test_a_letter_that_nobody_signs_is_told(merged: Merge) -> None:
    settings = "organisation: {name: Rosewater Trust}\nlocales: [en]\n"
    letter = merged(WORDS, parts=PARTS, files={"letterkit.yaml": settings})
    assert letter.told == ["letters/appeal/letter.yaml:1:1: nobody signs this letter"]


def test_a_letter_to_nobody_is_told(merged: Merge) -> None:
    letter = merged(WORDS, parts="[salutation, body]")
    letter.document()
    assert letter.told == [
        (
            "letters/appeal/letter.yaml:1:1: nobody is addressed: "
            "no address and no salutation stand in the letter"
        )
    ]
