"""Direction of values and stretches, checked against an independent bidi implementation."""

from __future__ import annotations

from itertools import pairwise

import pytest
from bidi import get_base_level, get_display
from hypothesis import given
from hypothesis import strategies as st

from letterkit.document import Direction
from letterkit.language.bidi import (
    CONTROLS,
    FSI,
    LRI,
    LRM,
    PDI,
    RLI,
    RLM,
    direction_in,
    island,
    isolate,
    needs_isolation,
    paragraph_direction,
    split_by_script,
    value_direction,
    with_marks,
    without_controls,
)

LTR, RTL = Direction.LTR, Direction.RTL
BASES = {LTR: "L", RTL: "R"}

directions = st.sampled_from([LTR, RTL])
# Without brackets: after an isolate, python-bidi resolves them by the letter inside it.
ordinary = st.text("abAB أبجد12 .,-/%", max_size=12)
hostile = st.text(
    "xyz سشص789 []!:+\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# Without - and +: whether they bind digits hangs on whether an Arabic or a Hebrew letter precedes.
mixed = st.text("ab اب 12 .,()/@:", max_size=16)


def seen(text: str, base: Direction) -> str:
    """The characters from left to right as an editor shows them (brackets not mirrored)."""
    return without_controls(str(get_display(text, base_dir=BASES[base])))


def is_balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character in {LRI, RLI, FSI}) - (character == PDI)
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Horizon Relief", LTR),
        ("رابطة الأفق", RTL),
        ("12 رابطة", RTL),
        ("«Horizon» رابطة", LTR),
        ("1500", None),
        ("", None),
        (f"{LRI}Horizon{PDI} رابطة", RTL),
        (f"{RLM}Horizon", RTL),
        (f"{RLI}رابطة", None),
        (f"{RLI}رابطة\nHorizon", LTR),
        (f"{PDI}{PDI}Horizon", LTR),
    ],
)
def test_a_value_runs_as_its_first_strong_letter_outside_isolates(
    text: str, direction: Direction | None
) -> None:
    assert value_direction(text) is direction


@given(st.text("ab12 ()أب\u200e\u200f\u061c\u2066\u2067\u2068\u2069", min_size=1))
def test_a_paragraph_runs_as_an_independent_implementation_says(text: str) -> None:
    assert (paragraph_direction(text) is RTL) == bool(get_base_level(text))


@pytest.mark.parametrize(
    ("text", "direction", "isolated"),
    [
        ("Horizon", LTR, f"{LRI}Horizon{PDI}"),
        ("Horizon", None, f"{FSI}Horizon{PDI}"),
        (f"Hor{RLI}izon", LTR, f"{LRI}Hor{RLI}izon{PDI}{PDI}"),
        (f"Hor{PDI}izon", LTR, f"{LRI}{LRI}Hor{PDI}izon{PDI}"),
        (f"أفق{PDI}izon", None, f"{RLI}{RLI}أفق{PDI}izon{PDI}"),
        ("Horizon\nRelief\n", LTR, f"{LRI}Horizon{PDI}\n{LRI}Relief{PDI}\n"),
    ],
)
def test_an_isolate_is_balanced_and_keeps_the_value(
    text: str, direction: Direction | None, isolated: str
) -> None:
    assert isolate(text, direction) == isolated


@given(ordinary, hostile, ordinary, directions, st.sampled_from([LTR, RTL, None]))
def test_an_isolated_value_never_moves_its_surroundings(
    before: str, value: str, after: str, base: Direction, direction: Direction | None
) -> None:
    isolated = isolate(value, direction)
    assert is_balanced(isolated)
    assert value in isolated
    shown = seen(before + isolated + after, base)
    around = "".join(character for character in shown if character in before + after)
    expected = seen(before + "\ufffc" + after, base).replace("\ufffc", "")
    spaces_apart = str.maketrans("", "", " ")  # a space may be the value's own
    assert around.translate(spaces_apart) == expected.translate(spaces_apart)


@given(ordinary, hostile, ordinary, directions)
def test_a_value_that_needs_no_isolation_behaves_as_a_word_or_a_number_would(
    before: str, value: str, after: str, base: Direction
) -> None:
    if needs_isolation(value, value_direction(value), base) or not value.strip():
        return
    if value_direction(value) is None:
        assert value.replace(" ", "").strip("789:") == ""
        return
    word = {LTR: "z", RTL: "ص"}[base]
    shown = seen(with_marks(before + value + after, base), base)
    around = [letter for letter in shown if letter in before + after]
    shown = seen(with_marks(before + word + after, base), base)
    expected = [letter for letter in shown if letter != word]
    assert [letter for letter in around if letter != " "] == [
        letter for letter in expected if letter != " "
    ]


@pytest.mark.parametrize(
    ("text", "own", "direction"),
    [
        ("حلب: a hospital", LTR, LTR),
        ("Reuters: خبر", RTL, RTL),
        ("دار البحر", LTR, RTL),
        ("Harbour Press", RTL, LTR),
        ("1500", RTL, None),
        ("24 beds", LTR, LTR),
    ],
)
def test_words_of_a_language_run_as_it_does_unless_they_are_a_name_in_another_script(
    text: str, own: Direction, direction: Direction | None
) -> None:
    assert direction_in(text, own) is direction


@pytest.mark.parametrize(
    ("text", "base", "needed"),
    [
        ("رابطة الأفق", RTL, False),
        ("رابطة الأفق (سوريا)", RTL, False),
        ("رابطة الأفق (HRZ)", RTL, False),
        ("رابطة HRZ (HRZ)", RTL, True),
        ("رابطة (HRZ", RTL, True),
        ("المادة 3", RTL, True),  # the number could join one that follows
        ("Horizon", RTL, True),
        ("7 Elm Row, Leeds 2", RTL, True),
        ("1500", RTL, False),
        ("97%", RTL, False),
        ("2258\u00a0(2015)", RTL, False),
        ("2016-02-24", RTL, True),
        ("+90 342 555 01 02", RTL, True),
        ("(", RTL, True),
        ("Horizon 24", LTR, True),
        ("Horizon (HRZ)", LTR, False),
        (f"Hori{RLM}zon", LTR, True),
        ("أفق", LTR, True),
    ],
)
def test_only_a_value_that_could_move_its_surroundings_needs_isolation(
    text: str, base: Direction, *, needed: bool
) -> None:
    assert needs_isolation(text, value_direction(text), base) is needed


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("كتبت HRZ اليوم", ["HRZ"]),
        ("كتبت جمعية الأفق (HRZ) اليوم", ["HRZ"]),
        ("نشر @Horizon_org و#Azaz.", ["@Horizon_org*", "#Azaz*"]),
        ("العنوان، 7 Elm Row, Leeds 20.", ["7 Elm Row, Leeds 20*"]),
        ("في Leeds 24 شباط", ["Leeds"]),
        ("عام 2016 Horizon", ["Horizon"]),
        ("الهاتف +90 342 555 01 02، ثم", ["+90 342 555 01 02*"]),
        ("الهاتف (0342) 555 01 02.", ["(0342) 555 01 02*"]),
        ("اكتب إلى post@horizon.example.org.", ["post@horizon.example.org"]),
        ("انظر https://example.org/a?b=1، ثم", ["https://example.org/a?b=1*"]),
        ("انظر example.org/letters/.", ["example.org/letters/*"]),
        ("انظر https://example.org/حلب/x ثم", ["https://example.org/حلب/x*"]),
        ("كتاب LK-12/3 في 2016-02-24", ["LK-12/3*", "2016-02-24*"]),
        ("قال Dr. A. Horizon أمس", ["Dr. A. Horizon"]),
        ("القرار 2258 (2015)", []),
        ("نسبة 97% من", []),
        ("عدد ٢٤ HRZ", ["HRZ"]),
        ("في 24/02/2016، ثم", ["24/02/2016*"]),
        ("لغة C++ وF#.", ["C++*", "F#*"]),
        ("كتاب LK-12/3 24 شباط", ["LK-12/3*"]),
        ("مثل HRZ، BBC، 7 Elm Row", ["HRZ", "BBC", "7 Elm Row*"]),
        ("نسبة 1،5 من", []),
        ("من −5 إلى 3 و−1,500.5", ["−5*", "−1,500.5*"]),
        ("من 5−3 أو −٨", []),
    ],
)
def test_right_to_left_text_is_split_at_latin_words_and_islands(
    text: str, stretches: list[str]
) -> None:
    split = split_by_script(text, RTL)
    assert [
        stretch.text + "*" * stretch.island for stretch in split if stretch.direction is LTR
    ] == stretches


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("The charity رابطة الأفق wrote.", ["رابطة الأفق"]),
        ("Kurum: رابطة أفق 24 (سوريا).", ["رابطة أفق 24 (سوريا)"]),
        ("See «قرار 2258 (2015) لمجلس الأمن».", ["قرار 2258 (2015) لمجلس الأمن"]),
        ("From حلب 24 people came.", ["حلب"]),
        ("No Arabic, 24 people.", []),
        ("See #حلب, and #Aleppo.", ["#حلب"]),
        ("Leeds 20؟", ["؟"]),
    ],
)
def test_left_to_right_text_is_split_at_arabic_phrases(text: str, stretches: list[str]) -> None:
    split = split_by_script(text, LTR)
    assert [stretch.text for stretch in split if stretch.direction is RTL] == stretches


@given(st.one_of(mixed, hostile, st.text()), directions)
def test_splitting_loses_nothing_and_neighbours_differ(text: str, base: Direction) -> None:
    stretches = split_by_script(text, base)
    assert "".join(stretch.text for stretch in stretches) == text
    assert all(one.direction is not other.direction for one, other in pairwise(stretches))


@given(mixed, directions)
def test_marks_show_in_plain_text_what_runs_show_in_a_word_processor(
    text: str, base: Direction
) -> None:
    as_runs = "".join(
        stretch.text if stretch.direction is base else isolate(stretch.text, stretch.direction)
        for stretch in split_by_script(text, base)
    )
    assert seen(with_marks(text, base), base) == seen(as_runs, base)


@given(st.text("ab اب 12 .,()-/@+#\ufffc"), directions)
def test_marks_change_no_character_and_are_marks(text: str, base: Direction) -> None:
    marked = with_marks(text, base)
    assert without_controls(marked) == text
    assert set(marked) & CONTROLS <= {LRM, RLM, LRI, PDI}
    assert is_balanced(marked)


@pytest.mark.parametrize(
    ("text", "shown"),
    [  # from left to right as on the screen
        ("نشر @Horizon_org و#Azaz.", ".#Azazو @Horizon_org رشن"),
        ("تاريخ 2016-02-24 ثم", "مث 2016-02-24 خيرات"),
        ("الهاتف +90 342 555 01 02، ثم", "مث ،+90 342 555 01 02 فتاهلا"),
        ("عنوان، 7 Elm Row, Leeds 20.", ".7 Elm Row, Leeds 20 ،ناونع"),
        ("24 شباط/فبراير 2016", "2016 رياربف/طابش 24"),
        ("في Leeds 24 شباط", "طابش 24 Leeds يف"),
        ("و2258 (2015)، و2254", "2254و ،)2015( 2258و"),
    ],
)
def test_islands_in_arabic_words_stay_whole(text: str, shown: str) -> None:
    assert seen(with_marks(text, RTL), RTL) == shown


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [
        ("7 Elm Row", LTR, f"{LRM}7 Elm Row"),
        ("Leeds 20", LTR, f"Leeds 20{LRM}"),
        ("Leeds", LTR, "Leeds"),
        ("المملكة المتحدة", LTR, f"{LRI}المملكة المتحدة{PDI}"),
        ("المملكة المتحدة", RTL, "المملكة المتحدة"),
        (f"Lee{RLM}ds", LTR, f"{LRI}Lee{RLM}ds{PDI}"),
    ],
)
def test_an_island_takes_marks_where_they_are_enough(
    text: str, direction: Direction, expected: str
) -> None:
    assert island(text, direction) == expected


@pytest.mark.parametrize("unit", ["1", "1-", "a-", "(", "+1 ", "@", "0342 ", "a."])
def test_long_rows_of_anything_are_split_at_once(unit: str) -> None:
    text = unit * 5000 + "أفق"
    assert "".join(stretch.text for stretch in split_by_script(text, RTL)) == text
