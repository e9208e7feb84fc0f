"""Arabic grammar: forms from rules, agreement by the last two digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.profiles import profile_of

from letterkit.language.arabic import (
    ArabicNoun,
    Case,
    Slot,
    accusative_of,
    counted,
    derive,
    derive_adjective,
    dual_of,
    regular_plural,
    slot_of,
    sound_feminine_plural,
)

ARABIC = profile_of("ar")
NOUNS = {name: noun for name, noun in ARABIC.nouns.items() if isinstance(noun, ArabicNoun)}
any_noun = st.sampled_from(sorted(NOUNS)).map(NOUNS.__getitem__)
any_case = st.sampled_from(list(Case))


def noun(singular: str, plural: str, *, human: bool = False, feminine: bool = False) -> ArabicNoun:
    return ArabicNoun(derive(singular, plural), feminine=feminine, human=human)


@pytest.mark.parametrize(
    ("singular", "accusative"),
    [
        ("طبيب", "طبيبًا"),
        ("مركز", "مركزًا"),
        ("منظمة", "منظمة"),
        ("مستشفى", "مستشفى"),
        ("لقاء", "لقاء"),
        ("ملجأ", "ملجأ"),
        ("جزء", "جزءًا"),
        ("شيء", "شيئًا"),
        ("عبء", "عبئًا"),
        ("لاجئ", "لاجئًا"),
        ("محامٍ", "محاميًا"),
    ],
)
def test_the_accusative_is_written_with_an_alef_where_the_ending_allows(
    singular: str, accusative: str
) -> None:
    assert accusative_of(singular) == accusative


@pytest.mark.parametrize(
    ("singular", "nominative", "oblique"),
    [
        ("قرار", "قراران", "قرارين"),
        ("منظمة", "منظمتان", "منظمتين"),
        ("مستشفى", "مستشفيان", "مستشفيين"),
        ("لقاء", "لقاءان", "لقاءين"),
        ("ملجأ", "ملجآن", "ملجأين"),
        ("محامٍ", "محاميان", "محاميين"),
    ],
)
def test_the_dual_follows_the_ending(singular: str, nominative: str, oblique: str) -> None:
    assert dual_of(singular, oblique=False) == nominative
    assert dual_of(singular, oblique=True) == oblique


@pytest.mark.parametrize(
    ("singular", "human", "plural"),
    [
        ("جمعية", False, "جمعيات"),
        ("مستشفى", False, "مستشفيات"),
        ("ممرضة", True, "ممرضات"),
        ("مدني", True, "مدنيون"),
        ("محامٍ", True, "محامون"),
        ("قرار", False, None),
        ("قناة", False, None),
    ],
)
def test_a_regular_plural_is_known_and_an_irregular_one_is_not_guessed(
    singular: str, human: bool, plural: str | None
) -> None:
    assert regular_plural(singular, human=human) == plural


def test_a_broken_plural_in_waw_and_nun_is_no_sound_plural() -> None:
    assert derive("سجن", "سجون").plural_oblique == "سجون"
    assert derive("مدني", "مدنيون").plural_oblique == "مدنيين"
    assert sound_feminine_plural("قرار") == "قرارات"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0 طبيب سوري"),
        (1, "طبيب سوري واحد"),
        (2, "طبيبان سوريان"),
        (3, "3 أطباء سوريين"),
        (10, "10 أطباء سوريين"),
        (15, "15 طبيبًا سوريًا"),
        (100, "100 طبيب سوري"),
        (101, "101 طبيب سوري"),
        (102, "102 طبيب سوري"),
        (103, "103 أطباء سوريين"),
        (1511, "1511 طبيبًا سوريًا"),
    ],
)
def test_adjectives_agree_with_persons(number: int, expected: str) -> None:
    doctor = ArabicNoun(
        derive("طبيب", "أطباء"),
        feminine=False,
        human=True,
        adjectives=(derive_adjective("سوري"),),
    )
    assert counted(number, str(number), doctor, Case.NOMINATIVE) == expected


@pytest.mark.parametrize(
    ("number", "nominative", "oblique"),
    [
        (1, "منظمة مجتمع مدني سورية واحدة", "منظمة مجتمع مدني سورية واحدة"),
        (2, "منظمتا مجتمع مدني سوريتان", "منظمتي مجتمع مدني سوريتين"),
        (3, "3 منظمات مجتمع مدني سورية", "3 منظمات مجتمع مدني سورية"),
        (92, "92 منظمة مجتمع مدني سورية", "92 منظمة مجتمع مدني سورية"),
        (200, "200 منظمة مجتمع مدني سورية", "200 منظمة مجتمع مدني سورية"),
    ],
)
def test_a_noun_with_a_complement_loses_its_nun_and_its_adjective_agrees(
    number: int, nominative: str, oblique: str
) -> None:
    organisation = ArabicNoun(
        derive("منظمة", "منظمات", construct=True),
        feminine=True,
        human=False,
        complement="مجتمع مدني",
        adjectives=(derive_adjective("سوري"),),
    )
    assert counted(number, str(number), organisation, Case.NOMINATIVE) == nominative
    assert counted(number, str(number), organisation, Case.OBLIQUE) == oblique


def test_the_accusative_shows_on_the_adjective_where_the_complement_hides_it() -> None:
    centre = ArabicNoun(
        derive("مركز", "مراكز", construct=True),
        feminine=False,
        human=False,
        complement="إيواء",
        adjectives=(derive_adjective("سوري"),),
    )
    assert counted(15, "15", centre, Case.NOMINATIVE) == "15 مركز إيواء سوريًا"


def test_women_take_feminine_plurals() -> None:
    nurse = ArabicNoun(
        derive("ممرضة", "ممرضات"), feminine=True, human=True, adjectives=(derive_adjective("سوري"),)
    )
    assert counted(3, "3", nurse, Case.NOMINATIVE) == "3 ممرضات سوريات"


@pytest.mark.parametrize(
    ("case", "one", "two"),
    [
        (Case.NOMINATIVE, "مدني واحد", "مدنيان"),
        (Case.ACCUSATIVE, "مدنيًا واحدًا", "مدنيين"),
        (Case.GENITIVE, "مدني واحد", "مدنيين"),
        (Case.OBLIQUE, "مدني واحد", "مدنيين"),
    ],
)
def test_the_case_shows_on_one_and_two(case: Case, one: str, two: str) -> None:
    civilian = noun("مدني", "مدنيون", human=True)
    assert counted(1, "1", civilian, case) == one
    assert counted(2, "2", civilian, case) == two


@given(st.integers(0, 10**9), any_noun, any_case)
def test_what_follows_a_number_is_always_one_of_the_forms_of_its_noun(
    number: int, some: ArabicNoun, case: Case
) -> None:
    printed = counted(number, str(number), some, case)
    forms = {some.phrase(slot) for slot in Slot}
    if number == 1:
        assert printed.rpartition(" ")[0] in forms
    elif number == 2:
        assert printed in forms
    else:
        digits, _, form = printed.partition(" ")
        assert digits == str(number)
        assert form in forms


@given(st.integers(3, 10**9), st.integers(1, 10**6), any_case)
def test_the_last_two_digits_decide_above_two(number: int, hundreds: int, case: Case) -> None:
    assert slot_of(number + 100 * hundreds, case) is slot_of(number, case)


@given(st.integers(3, 10**9), any_case)
def test_the_case_never_shows_on_a_number_above_two(number: int, case: Case) -> None:
    assert slot_of(number, case) is slot_of(number, Case.NOMINATIVE)
