"""Who signs a letter, and what is told where nobody does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from letterkit.document import Columns, Group, Paragraph, Role, SignaturePicture, plain_text
from letterkit.letter.version import WORKING, Stage, Version

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


@pytest.mark.parametrize(
    ("entries", "close"),
    [
        ("- person: Ali Can\n", "Saygılarımla,"),
        ("- {person: Ali Can, organisation: Rosewater Trust}\n", "Saygılarımla,"),
        ("- person: Ali Can\n- person: Eda Su\n", "Saygılarımızla,"),
        ("- organisation: Friends of Roses\n", "Saygılarımızla,"),
        ("- person: Ali Can\n- {withheld: true, as: person}\n", "Saygılarımızla,"),
        ("- person: Ali Can\n- {person: Eda Su, joined: 2020-03-05}\n", "Saygılarımızla,"),
    ],
)
def test_who_signs_alone_writes_i(entries: str, close: str, merged: Merge) -> None:
    data = "signatories: [friends]\naddressees: [ada]\n"
    ada = {"addressees/ada.yaml": "ada: {name: Ada Kaya, gender: female}\n"}
    parts = "[complimentary-close, body, signatories]"
    letter = merged(WORDS, parts=parts, data=data, locale="tr", files={**signed(entries), **ada})
    first = letter.document().blocks[0]
    assert isinstance(first, Paragraph)
    assert plain_text(first.inlines) == close


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


PEOPLE = "[body, signatories]"
SIGNED = "signatories: [friends]\n"


def printed(letter: Merged) -> list[str]:
    """The lines of what stands in a letter, those in columns one after the other."""
    found: list[str] = []
    for block in letter.document().blocks:
        match block:
            case Paragraph(inlines=inlines):
                found.append(plain_text(inlines))
            case Columns(entries=entries):
                found += [
                    plain_text(line.inlines)
                    for entry in entries
                    for line in entry
                    if isinstance(line, Paragraph)
                ]
    return found


@pytest.mark.parametrize(
    ("locale", "entries", "expected"),
    [
        (
            "en",
            "- withheld: 14\n",
            "and 14 organisations whose names are withheld for their safety",
        ),
        ("en", "- withheld: 1\n", "and 1 organisation whose name is withheld for its safety"),
        ("ar", "- withheld: 14\n", "و14 منظمة حُجبت أسماؤها حفاظًا على سلامتها"),
        ("ar", "- withheld: 2\n", "ومنظمتان حُجب اسماهما حفاظًا على سلامتهما"),
        ("ar", "- withheld: 1\n", "ومنظمة واحدة حُجب اسمها حفاظًا على سلامتها"),
        (
            "ar",
            "- withheld: {individuals: 5}\n",
            "و5 أفراد حُجبت أسماؤهم حفاظًا على سلامتهم",
        ),
        ("tr", "- withheld: 14\n", "ve güvenlikleri nedeniyle adları açıklanmayan 14 kuruluş"),
        ("tr", "- withheld: 1\n", "ve güvenliği nedeniyle adı açıklanmayan 1 kuruluş"),
        (
            "en",
            "- withheld: {organisations: 3, individuals: 2}\n",
            (
                "and 3 organisations whose names are withheld for their safety"
                " and 2 individuals whose names are withheld for their safety"
            ),
        ),
    ],
)
def test_the_withheld_are_counted_at_the_end_of_their_group(
    locale: str, entries: str, expected: str, merged: Merge
) -> None:
    files = signed(f"- organisation: Rosewater Trust\n{entries}")
    letter = merged(WORDS, parts=PEOPLE, data=SIGNED, files=files, locale=locale)
    assert printed(letter)[-1] == expected
    assert letter.told == []


def test_a_group_of_withheld_alone_begins_with_their_number(merged: Merge) -> None:
    letter = merged(WORDS, parts=PEOPLE, data=SIGNED, files=signed("- withheld: 14\n"))
    assert printed(letter)[1:] == [
        "Signatories",
        "14 organisations whose names are withheld for their safety",
    ]


def test_late_ones_stand_apart_with_a_count_of_their_own(merged: Merge) -> None:
    entries = (
        "- organisation: Rosewater Trust\n"
        "- {organisation: Ivy Clinic, joined: 2020-03-05}\n"
        "- {person: Nour Example, joined: 2020-03-09}\n"
        "- {organisation: Rose Clinic, joined: 2020-03-04}\n"
        "- {organisation: Lily Clinic, withdrawn: 2020-03-06}\n"
        "- {withheld: 2, joined: 2020-03-08}\n"
    )
    words = "{{ signatories | counted }}\n"
    letter = merged(words, parts="[body, signatories]", data=SIGNED, files=signed(entries))
    assert printed(letter) == [
        "2 organisations",
        "Signatories",
        "Rosewater Trust",
        "Rose Clinic",
        "Joined after publication: 3 organisations and 1 individual",
        "Ivy Clinic",
        "Nour Example",
        "and 2 organisations whose names are withheld for their safety",
    ]
    assert letter.told == []


def test_members_of_a_coalition_are_named_after_it(merged: Merge) -> None:
    entries = (
        "- organisation: Clinics’ Council\n"
        "  signatories:\n"
        "    - organisation: Ivy Clinic\n"
        "    - organisation: Rose Clinic\n"
        "    - withheld: 3\n"
    )
    letter = merged(
        "{{ signatories.organisations }}\n",
        parts="[body, signatories]",
        data=SIGNED,
        files=signed(entries),
    )
    assert printed(letter) == [
        "5",
        "Signatories",
        (
            "Clinics’ Council\u00a0– representing 5 organisations: Ivy Clinic, Rose Clinic"
            " and 3 organisations whose names are withheld for their safety"
        ),
    ]


def test_an_affiliation_may_be_for_identification_only(merged: Merge) -> None:
    entries = (
        "- {person: Ali Can, organisation: Ivy Clinic, personal_capacity: true}\n- person: Eda Su\n"
    )
    letter = merged(WORDS, parts=PEOPLE, data=SIGNED, files=signed(entries))
    assert printed(letter)[2:] == [
        "Ali Can, Ivy Clinic (affiliation for identification only)",
        "Eda Su",
    ]


def test_signatories_may_stand_in_running_text(merged: Merge) -> None:
    entries = "- organisation: A, B & C\n- organisation: Ivy Clinic\n- withheld: 2\n"
    letter = merged(
        WORDS,
        parts="[body, {part: signatories, layout: running}]",
        data=SIGNED,
        files=signed(entries),
        locale="ar",
    )
    assert printed(letter)[2] == ("A, B & C؛ Ivy Clinic؛ ومنظمتان حُجب اسماهما حفاظًا على سلامتهما")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("given", ["Zinnia", "Ivy", "The Almond Tree", "Lily"]),
        ("alphabetical", ["The Almond Tree", "Ivy", "Lily", "Zinnia"]),
        ("country", ["Lily", "Ivy", "The Almond Tree", "Zinnia"]),
        ("kind", ["The Almond Tree", "Zinnia", "Ivy", "Lily"]),
    ],
)
def test_signatories_stand_in_the_order_asked_for(
    order: str, expected: list[str], merged: Merge
) -> None:
    entries = (
        f"order: {order}\n"
        "signatories:\n"
        "  - {organisation: Zinnia, country: TR, kind: clinic}\n"
        "  - {organisation: Ivy, country: DE, kind: school}\n"
        "  - {organisation: The Almond Tree, sort_as: Almond Tree, country: TR, kind: clinic}\n"
        "  - {organisation: Lily, country: FR, kind: school}\n"
    )
    letter = merged(WORDS, parts=PEOPLE, data=SIGNED, files=signed(entries))
    assert printed(letter)[2:] == expected


def test_a_letter_whose_signatories_have_all_withdrawn_is_not_signed_by_us(merged: Merge) -> None:
    entries = "- {organisation: Ivy Clinic, withdrawn: 2020-03-01}\n"
    letter = merged(WORDS, parts=PEOPLE, data=SIGNED, files=signed(entries))
    assert printed(letter) == ["Roses."]
    assert letter.told == ["letters/appeal/letter.yaml:1:1: nobody signs this letter"]


def test_the_same_name_in_two_lists_of_a_letter_is_told(merged: Merge) -> None:
    letter = merged(
        WORDS,
        parts=PEOPLE,
        data="signatories: [friends, others]\n",
        files={
            "signatories/friends.yaml": "- organisation: {en: Ivy Clinic}\n",
            "signatories/others.yaml": "- organisation: Rose Clinic\n- organisation: IVY-clinic.\n",
        },
    )
    assert letter.told == ["signatories/others.yaml:2:17: `IVY-clinic.` stands twice in the list"]


def test_who_has_not_agreed_to_sign_this_letter_is_told(merged: Merge) -> None:
    entries = (
        "- {organisation: Ivy Clinic, consent: {letter: another, date: 2020-03-01}}\n"
        "- {organisation: Rose Clinic, consent: [{letter: another}, {letter: appeal}]}\n"
        "- {organisation: Lily Clinic, withdrawn: 2020-03-01}\n"
        "- withheld: 2\n"
    )
    files = signed(entries)
    files["letters/appeal/letter.yaml"] = (
        "template: appeal\ndate: 2020-03-04\nlocales: [en]\nsignatories: friends\n"
    )
    told = ["signatories/friends.yaml:1:18: `Ivy Clinic` has not agreed to sign `appeal`"]
    letter = merged(WORDS, parts=PEOPLE, files=files)
    assert letter.told == told
    assert letter.problems.has_errors
    draft = merged(WORDS, parts=PEOPLE, files=files, version=Version(Stage.DRAFT, 1))
    assert draft.told == told
    assert not draft.problems.has_errors


DRAWN = "- person: Ali Can\n  honorific: doctor\n  signature: private/can.png\n- person: Eda Su\n"


@pytest.mark.parametrize("version", [WORKING, Version(Stage.DRAFT, 2), Version(Stage.EMBARGOED)])
def test_nothing_is_signed_before_it_is_released(merged: Merge, version: Version) -> None:
    letter = merged(
        WORDS,
        parts=PARTS,
        data="signatories: [friends]\n",
        files=signed(DRAWN),
        version=version,
    )
    (_, columns) = letter.document().blocks
    assert isinstance(columns, Columns)
    assert not [
        block
        for (group,) in columns.entries
        if isinstance(group, Group)
        for block in group.blocks
        if isinstance(block, SignaturePicture)
    ]


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "Signature of Dr.\u00a0Ali Can"),
        ("ar", "توقيع د.\u00a0Ali Can"),
        ("tr", "Dr.\u00a0Ali Can’ın imzası"),
    ],
)
def test_a_released_letter_has_the_signatures_there_are_above_their_names(
    merged: Merge, locale: str, words: str
) -> None:
    letter = merged(
        WORDS,
        parts=PARTS,
        data="signatories: [friends]\n",
        files=signed(DRAWN),
        locale=locale,
        version=Version(Stage.RELEASED),
    )
    (_, columns) = letter.document().blocks
    assert isinstance(columns, Columns)
    ((first,), (second,)) = columns.entries
    assert isinstance(first, Group)
    assert isinstance(second, Group)
    (drawn, name) = first.blocks
    assert isinstance(drawn, SignaturePicture)
    assert isinstance(name, Paragraph)
    assert plain_text(drawn.picture.alternative_text) == words
    assert drawn.picture.written == "private/can.png"
    assert str(drawn.picture.origin) == "signatories/friends.yaml:3:14"
    assert len(second.blocks) == 1


def test_what_words_say_about_who_signs_keeps_the_signature(merged: Merge) -> None:
    letter = merged(
        "::: body\nRoses.\n:::\n\n::: signatories\nSigned:\n\n{{ default }}\n:::\n",
        parts=PARTS,
        data="signatories: [friends]\n",
        files=signed("- {person: Ali Can, signature: private/can.png}\n"),
        version=Version(Stage.RELEASED),
    )
    (_, _, group) = letter.document().blocks
    assert isinstance(group, Group)
    assert isinstance(group.blocks[0], SignaturePicture)
