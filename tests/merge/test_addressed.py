"""What is said to one, to several, to nobody by name; and where we write from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from letterkit.document import Group, Paragraph, Value, plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.merge.conftest import Merged

    from letterkit.document import Document

    Merge = Callable[..., Merged]

PEOPLE = """\
ada: {name: Ada Kaya, gender: female, address: [1 Rose Street], country: TR}
eve: {name: Eve Kaya, gender: female, address: [2 Rose Street], country: GB}
can: {name: Can Demir, gender: male}
cem: {name: Cem Demir, gender: male}
office: {title: {en: The Prefect, ar: المحافظ, tr: Vali}, office: official}
"""


def addressed(
    merged: Merge, ids: str, parts: str, *, locale: str = "en", people: str = PEOPLE, data: str = ""
) -> Merged:
    return merged(
        "::: body\nHello.\n:::\n",
        parts=f"[{parts}, body]",
        data=f"addressees: [{ids}]\n{data}",
        locale=locale,
        files={"addressees/officials.yaml": people},
    )


def first_lines(document: Document) -> list[str]:
    block = document.blocks[0]
    found = block.blocks if isinstance(block, Group) else (block,)
    return [plain_text(each.inlines) for each in found if isinstance(each, Paragraph)]


def test_the_close_of_a_joint_letter_is_that_of_several(merged: Merge) -> None:
    joint = addressed(merged, "ada, eve, can", "complimentary-close", data="joint: true\n")
    assert first_lines(joint.document()) == ["Yours faithfully,"]
    one = addressed(merged, "ada, eve", "complimentary-close")
    assert first_lines(one.document()) == ["Yours sincerely,"]


def test_the_close_to_nobody_by_name_is_another(merged: Merge) -> None:
    letter = addressed(merged, "can, office", "complimentary-close")
    assert first_lines(letter.document(0)) == ["Yours sincerely,"]
    assert first_lines(letter.document(1)) == ["Yours faithfully,"]


@pytest.mark.parametrize("ids", ["ada, eve, can", "can, cem, office", "ada, office"])
def test_what_several_are_called_says_nothing_of_their_gender(merged: Merge, ids: str) -> None:
    joint = addressed(merged, ids, "salutation", data="joint: true\n")
    assert first_lines(joint.document()) == ["Ladies and Gentlemen,"]


def test_two_who_are_called_by_their_names_are_written_to_as_one_is(merged: Merge) -> None:
    joint = addressed(
        merged, "ada, can", "salutation, complimentary-close", data="joint: true\n"
    ).document()
    said = [plain_text(each.inlines) for each in joint.blocks if isinstance(each, Paragraph)]
    assert said[:2] == ["Dear Ms.\u00a0Ada Kaya and Mr.\u00a0Can Demir,", "Yours sincerely,"]


CONSIDERATION = "the assurances of my highest consideration."
GREAT = """\
minister: {name: Can Demir, family_name: {en: Demir}, gender: male, office: minister}
officer: {name: Can Demir, family_name: {en: Demir}, gender: male, office: official}
"""


@pytest.mark.parametrize(
    ("ids", "data", "lines"),
    [
        (
            "minister",
            "",
            ["Sir,", f"Accept, Sir, {CONSIDERATION}"],
        ),
        ("minister", "courtesy: false\n", ["Sir,", "Yours faithfully,"]),
        ("officer", "", ["Dear Mr.\u00a0Demir,", "Yours sincerely,"]),
        (
            "officer, minister",
            "joint: true\n",
            [
                "Excellencies, Ladies and Gentlemen,",
                f"Accept, Excellencies, Ladies and Gentlemen, {CONSIDERATION}",
            ],
        ),
    ],
)
def test_salutation_and_close_match(merged: Merge, ids: str, data: str, lines: list[str]) -> None:
    letter = addressed(merged, ids, "salutation, complimentary-close", people=GREAT, data=data)
    blocks = [block for block in letter.document().blocks[:2] if isinstance(block, Paragraph)]
    assert [plain_text(block.inlines) for block in blocks] == lines


def test_a_family_name_without_a_name_is_told(merged: Merge) -> None:
    people = "can: {family_name: Demir, organisation: Rosewater Trust}\n"
    letter = addressed(merged, "can", "salutation", people=people)
    assert letter.told == ["addressees/officials.yaml:1:6: `family_name` is a part of a `name`"]


def test_the_country_is_left_out_within_it(merged: Merge) -> None:
    letter = addressed(merged, "ada, eve", "inside-address")
    assert first_lines(letter.document(0))[-1] == "1 Rose Street"
    assert first_lines(letter.document(1))[-1] == "UNITED KINGDOM"


PRESIDENCY = """\
presidency:
  name: {en: The Presidency of Exampleland, ar: رئاسة بلاد المثال, tr: Örnekistan Başkanlık Konseyi}
  office: head-of-state
  several: true
queens:
  title: {en: The Queens, ar: الملكتان, tr: Kraliçeler, fr: Les Reines}
  gender: female
  office: royalty
  several: true
members: {title: {en: The members of the council}, office: official, several: true}
ada: {name: Ada Kaya, gender: female}
"""


@pytest.mark.parametrize(
    ("ids", "locale", "lines"),
    [
        (
            "presidency",
            "en",
            ["Excellencies,", "Accept, Excellencies, the assurances of my highest consideration."],
        ),
        ("presidency", "tr", ["Sayın Devlet Başkanları,", "Saygılarımızla arz ederiz."]),
        (
            "queens",
            "ar",
            ["صاحبات الجلالة،\nتحية طيبة وبعد،", "وتفضلوا بقبول فائق الاحترام والتقدير،"],
        ),
        (
            "queens",
            "fr",
            ["Majestés,", "Daignent Vos Majestés agréer l’hommage de notre profond respect."],
        ),
        ("members", "en", ["Ladies and Gentlemen,", "Yours faithfully,"]),
        ("members, ada", "en", ["Ladies and Gentlemen,", "Yours faithfully,"]),
    ],
)
def test_an_entry_that_is_several_people_is_greeted_as_several(
    merged: Merge, ids: str, locale: str, lines: list[str]
) -> None:
    letter = addressed(
        merged,
        ids,
        "salutation, complimentary-close",
        people=PRESIDENCY,
        locale=locale,
        data="joint: true\n" if "," in ids else "",
    )
    blocks = [block for block in letter.document().blocks[:2] if isinstance(block, Paragraph)]
    assert [plain_text(block.inlines) for block in blocks] == lines


def test_the_name_of_several_is_no_persons(merged: Merge) -> None:
    letter = addressed(merged, "presidency", "inside-address", people=PRESIDENCY)
    assert first_lines(letter.document()) == ["The Presidency of Exampleland"]


SHARED = """\
ada: {name: Ada Kaya, gender: female, address: [1 Rose Street], country: GB}
can: {name: Can Demir, gender: male, address: [1 Rose Street], country: GB}
eve: {name: Eve Kaya, gender: female, address: [1 Rose Street], country: FR}
"""


def test_a_couple_has_its_address_in_common(merged: Merge) -> None:
    joint = addressed(merged, "ada, can", "inside-address", people=SHARED, data="joint: true\n")
    assert first_lines(joint.document()) == [
        "Ms.\u00a0Ada Kaya",
        "Mr.\u00a0Can Demir",
        "1 Rose Street",
        "UNITED KINGDOM",
    ]


def test_the_same_street_in_another_country_is_another_address(merged: Merge) -> None:
    joint = addressed(merged, "ada, eve", "inside-address", people=SHARED, data="joint: true\n")
    groups = [block for block in joint.document().blocks if isinstance(block, Group)]
    assert [len(group.blocks) for group in groups] == [3, 3]


@pytest.mark.parametrize("ids", ["can, cem", "can, ada"])
def test_who_has_no_address_stands_in_a_group_of_their_own(merged: Merge, ids: str) -> None:
    joint = addressed(merged, ids, "inside-address", data="joint: true\n")
    groups = [block for block in joint.document().blocks if isinstance(block, Group)]
    assert len(groups) == 2


def test_a_salutation_of_their_own_that_a_joint_letter_leaves_out_is_told(merged: Merge) -> None:
    people = "ada: {name: Ada, salutation: {en: Dear aunt}}\ncan: {name: Can}\n"
    joint = addressed(merged, "ada, can", "salutation", people=people, data="joint: true\n")
    assert joint.told == []
    joint.document()
    assert joint.told == [
        "addressees/officials.yaml:1:30: the salutation of `ada` is not said in a letter to several"
    ]
    turkish = addressed(
        merged, "ada, can", "salutation", people=people, data="joint: true\n", locale="tr"
    )
    turkish.document()
    assert len(turkish.told) == 1
    single = addressed(merged, "ada, can", "salutation", people=people)
    assert first_lines(single.document()) == ["Dear aunt"]
    assert single.told == []


SETTINGS = """\
organisation:
  name: Rosewater Trust
  address: [{en: 5 Victory Street, ar: شارع النصر 5}, {en: Aleppo, ar: حلب}]
  country: TR
  website: https://roses.example.org
  director: {name: Lale Deniz}
locales: [en, ar, tr]
"""


@pytest.mark.parametrize(
    ("locale", "line"),
    [("en", "5 Victory Street, Aleppo, Türkiye"), ("ar", "شارع النصر 5، حلب، تركيا")],
)
def test_each_line_of_our_address_is_a_value_with_its_place(
    merged: Merge, locale: str, line: str
) -> None:
    letter = merged(
        "::: body\nHello.\n:::\n",
        parts="[sender, body]",
        locale=locale,
        files={"letterkit.yaml": SETTINGS},
    )
    (sender,) = letter.document().header
    assert isinstance(sender, Group)
    _, place, reach = sender.blocks
    assert isinstance(place, Paragraph)
    assert isinstance(reach, Paragraph)
    assert plain_text(place.inlines) == line
    values = [inline for inline in (*place.inlines, *reach.inlines) if isinstance(inline, Value)]
    assert [[origin.line for origin in value.sources] for value in values] == [[3], [3], [4], [5]]
    assert [value.text for value in values][-1] == "roses.example.org"
    assert not values[-1].verbatim


@pytest.mark.parametrize(
    ("locale", "lines", "expected"),
    [
        ("ar", "[1 Rose Street, 10000 Example]", "1 Rose Street, 10000 Example"),
        ("en", "[شارع النصر 5, حلب]", "شارع النصر 5، حلب"),
    ],
)
def test_an_address_in_another_direction_stays_one_island(
    locale: str, lines: str, expected: str, merged: Merge
) -> None:
    settings = f"organisation:\n  name: Rosewater Trust\n  address: {lines}\nlocales: [en]\n"
    letter = merged(
        "::: body\nHello.\n:::\n",
        parts="[sender, body]",
        locale=locale,
        files={"letterkit.yaml": settings},
    )
    (sender,) = letter.document().header
    assert isinstance(sender, Group)
    place = sender.blocks[1]
    assert isinstance(place, Paragraph)
    (island,) = place.inlines
    assert isinstance(island, Value)
    assert island.text == expected
    assert [origin.line for origin in island.sources] == [3, 3]
