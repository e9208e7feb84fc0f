"""Arabic adjectives beside counted nouns: irregular ones, several, and what they govern."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.profiles import profile_of, written

from letterkit.language.arabic import ArabicNoun, Case, Slot, counted, derive_adjective
from letterkit.language.arabic_adjectives import agreeing
from letterkit.language.errors import LanguageError
from letterkit.language.nouns import counted as counted_by_profile

if TYPE_CHECKING:
    from pathlib import Path

ARABIC = profile_of("ar")
NOUNS = {name: noun for name, noun in ARABIC.nouns.items() if isinstance(noun, ArabicNoun)}
HUMAN_BY_GENDER = {True: NOUNS["woman"], False: NOUNS["doctor"]}


@pytest.mark.parametrize(
    ("number", "noun", "adjective", "expected"),
    [
        # أفعل has no nunation, and its feminine is another word (الصفة المشبهة, ممنوع من الصرف).
        (11, "doctor", "آخر", "11 طبيبًا آخر"),
        (25, "hospital", "آخر", "25 مستشفى آخر"),
        (1, "organisation", "آخر", "منظمة أخرى واحدة"),
        (2, "organisation", "آخر", "منظمتان أخريان"),
        (3, "organisation", "آخر", "3 منظمات أخرى"),
        (3, "doctor", "آخر", "3 أطباء آخرين"),
        (3, "woman", "آخر", "3 نساء أخريات"),
        (3, "civilian", "أعزل", "3 مدنيين عزّل"),
        (15, "civilian", "أعزل", "15 مدنيًا أعزل"),
        (2, "woman", "أعزل", "امرأتان عزلاوان"),
        (3, "woman", "أعزل", "3 نساء عزّل"),
        # Broken plurals are for people; what is not human has the feminine singular.
        (3, "doctor", "جديد", "3 أطباء جدد"),
        (103, "refugee", "جديد", "103 لاجئين جدد"),
        (15, "doctor", "جديد", "15 طبيبًا جديدًا"),
        (3, "woman", "جديد", "3 نساء جديدات"),
        (3, "centre", "جديد", "3 مراكز جديدة"),
        (3, "child", "يتيم", "3 أطفال أيتام"),
        (3, "refugee", "كردي", "3 لاجئين أكراد"),
        (2, "woman", "حامل", "امرأتان حاملان"),
        (3, "woman", "حامل", "3 نساء حوامل"),
        # By their endings.
        (3, "patient", "متوفى", "3 مرضى متوفين"),
        (2, "woman", "متوفى", "امرأتان متوفاتان"),
        (3, "woman", "متوفى", "3 نساء متوفيات"),
        (11, "hospital", "ناءٍ", "11 مستشفى نائيًا"),
        (3, "school", "ناءٍ", "3 مدارس نائية"),
        (3, "school", "بطيء", "3 مدارس بطيئة"),
        (3, "doctor", "بطيء", "3 أطباء بطيئين"),
    ],
)
def test_irregular_adjectives_agree(number: int, noun: str, adjective: str, expected: str) -> None:
    assert counted_by_profile(ARABIC, number, noun, adjective=adjective) == expected


@pytest.mark.parametrize(
    ("number", "noun", "adjective", "nominative", "oblique"),
    [
        (2, "organisation", "سوري مستقل", "منظمتان سوريتان مستقلتان", "منظمتين سوريتين مستقلتين"),
        (3, "doctor", "سوري وجديد", "3 أطباء سوريين وجدد", "3 أطباء سوريين وجدد"),
        (2, "organisation", "غير حكومي", "منظمتان غير حكوميتين", "منظمتين غير حكوميتين"),
        (15, "hospital", "غير حكومي", "15 مستشفى غير حكومي", "15 مستشفى غير حكومي"),
        (11, "attack", "واسع النطاق", "11 هجومًا واسع النطاق", "11 هجومًا واسع النطاق"),
        (2, "attack", "واسع النطاق", "هجومان واسعا النطاق", "هجومين واسعي النطاق"),
        (3, "attack", "واسع النطاق", "3 هجمات واسعة النطاق", "3 هجمات واسعة النطاق"),
        (3, "person", "محدود الدخل", "3 أشخاص محدودي الدخل", "3 أشخاص محدودي الدخل"),
        (11, "centre", "عالٍ", "11 مركزًا عاليًا", "11 مركزًا عاليًا"),
        (11, "centre", "عالي الجودة", "11 مركزًا عالي الجودة", "11 مركزًا عالي الجودة"),
        (
            3,
            "organisation",
            "تابع للأمم المتحدة",
            "3 منظمات تابعة للأمم المتحدة",
            "3 منظمات تابعة للأمم المتحدة",
        ),
        (15, "child", "مصاب في حلب", "15 طفلًا مصابًا في حلب", "15 طفلًا مصابًا في حلب"),
        (15, "child", "بالغ", "15 طفلًا بالغًا", "15 طفلًا بالغًا"),
        (15, "person", "ذو إعاقة", "15 شخصًا ذا إعاقة", "15 شخصًا ذا إعاقة"),
        (3, "person", "ذو إعاقة", "3 أشخاص ذوي إعاقة", "3 أشخاص ذوي إعاقة"),
        (3, "organisation", "ذو صلة", "3 منظمات ذات صلة", "3 منظمات ذات صلة"),
    ],
)
def test_several_words_agree_but_for_what_completes_them(
    number: int, noun: str, adjective: str, nominative: str, oblique: str
) -> None:
    made = agreeing(adjective, ARABIC.adjectives)
    phrase = ArabicNoun(
        NOUNS[noun].forms, NOUNS[noun].feminine, NOUNS[noun].human, adjectives=(made,)
    )
    assert counted(number, str(number), phrase, Case.NOMINATIVE) == nominative
    assert counted(number, str(number), phrase, Case.OBLIQUE) == oblique


@pytest.mark.parametrize(
    ("adjective", "message"),
    [
        ("سورية", "the adjective `سورية` is feminine"),
        ("غير حكومية", "the adjective `حكومية` is feminine"),
        ("أخرى", "`أخرى` is the feminine of `آخر`"),
        ("السوري", "the adjective `السوري` has an article"),
        (" ", "there is no adjective in an empty text"),
    ],
)
def test_an_adjective_in_another_form_is_told(adjective: str, message: str) -> None:
    with pytest.raises(LanguageError) as caught:
        counted_by_profile(ARABIC, 3, "organisation", adjective=adjective)
    assert caught.value.diagnostic.message == message


@given(st.sampled_from(sorted(ARABIC.adjectives)), st.sampled_from(list(Slot)), st.booleans())
def test_what_is_not_human_has_the_feminine_singular_for_its_plural(
    masculine: str, slot: Slot, feminine: bool
) -> None:
    adjective = ARABIC.adjectives[masculine]
    plural = slot in {Slot.PLURAL, Slot.PLURAL_OBLIQUE}
    written = adjective.form(slot, feminine=feminine, human=False)
    if plural:
        assert written == adjective.feminine.singular
    else:
        assert written == adjective.form(slot, feminine=feminine, human=True)


@given(st.sampled_from(["سوري", "مستقل", "محلي", "خاص", "جوي"]), st.sampled_from(list(Slot)))
def test_several_adjectives_are_one_after_the_other(word: str, slot: Slot) -> None:
    one = derive_adjective(word)
    both = agreeing(f"{word} مصاب", ARABIC.adjectives)
    other = derive_adjective("مصاب")
    for feminine, noun in HUMAN_BY_GENDER.items():
        agreed = [each.form(slot, feminine=feminine, human=noun.human) for each in (one, other)]
        assert both.form(slot, feminine=feminine, human=noun.human) == " ".join(agreed)


def test_a_locale_file_brings_irregular_adjectives_and_replaces_ours(tmp_path: Path) -> None:
    text = (
        "adjectives: {حكيم: حكماء, تركي: تركيون}\n"
        "nouns: {old hand: {singular: طبيب, plural: أطباء, human: true, adjectives: [حكيم]}}\n"
    )
    profile = profile_of("ar", written(tmp_path, ar=text))
    assert counted_by_profile(profile, 3, "old hand") == "3 أطباء حكماء"
    assert counted_by_profile(profile, 3, "doctor", adjective="تركي") == "3 أطباء تركيين"
    assert counted_by_profile(profile, 3, "doctor", adjective="روسي") == "3 أطباء روس"
