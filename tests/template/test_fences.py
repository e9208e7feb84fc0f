from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from letterkit.diagnostics import Diagnostics
from letterkit.template.fences import split_parts


def parts(text: str) -> tuple[list[tuple[str, str, int]], list[str]]:
    problems = Diagnostics()
    found = split_parts(text, "en.md", problems)
    told = [f"{each.origin}: {each.message}" for each in problems]
    return [(part.name, part.text, part.line) for part in found], told


def test_a_file_without_fences_is_the_body() -> None:
    assert parts("One.\n\nTwo.") == ([("body", "One.\n\nTwo.", 1)], [])


def test_an_empty_file_is_an_empty_body() -> None:
    assert parts("") == ([("body", "", 1)], [])


def test_each_part_has_its_text_and_the_line_it_begins_in() -> None:
    text = "::: opening\nOne.\n:::\n\n::: closing\n\nTwo.\nThree.\n:::\n"
    assert parts(text) == ([("opening", "One.", 2), ("closing", "\nTwo.\nThree.", 6)], [])


def test_a_part_may_be_empty() -> None:
    assert parts("::: copies\n:::") == ([("copies", "", 2)], [])


def test_a_longer_fence_holds_shorter_ones() -> None:
    text = ":::: a\n::: b\n:::\n::::"
    assert parts(text) == ([("a", "::: b\n:::", 2)], [])


def test_an_unclosed_part_ends_where_the_next_begins() -> None:
    text = "::: a\nOne.\n::: b\nTwo.\n:::"
    assert parts(text) == (
        [("a", "One.", 2), ("b", "Two.", 4)],
        ["en.md:1:1: the part `a` is not closed"],
    )


def test_the_last_part_may_be_the_unclosed_one() -> None:
    assert parts("::: a\nOne.") == ([("a", "One.", 2)], ["en.md:1:1: the part `a` is not closed"])


def test_nested_fences_of_equal_length_are_told() -> None:
    text = "::: a\n::: b\n:::\n:::"
    found, told = parts(text)
    assert found == [("a", "", 2), ("b", "", 3)]
    assert told == ["en.md:1:1: the part `a` is not closed", "en.md:4:1: `:::` closes nothing"]


def test_a_repeated_part_is_told_with_both_places() -> None:
    problems = Diagnostics()
    split_parts("::: a\nOne.\n:::\n  ::: a\nTwo.\n:::", "en.md", problems)
    (told,) = problems
    assert str(told.origin) == "en.md:4:7"
    assert told.message == "the part `a` stands twice"
    assert told.hint == "the first is in line 1; give one of them another name"


def test_words_outside_of_parts_are_told_once_for_each_stretch() -> None:
    text = "Hello.\nThere.\n::: a\nOne.\n:::\n   Bye."
    assert parts(text)[1] == [
        "en.md:1:1: `Hello.` stands outside any part",
        "en.md:6:4: `Bye.` stands outside any part",
    ]


def test_a_name_is_plain_letters() -> None:
    assert parts("::: Giriş {#x}\n:::")[1] == [
        "en.md:1:5: `Giriş {#x}` cannot be the name of a part"
    ]


def test_direction_marks_that_an_editor_left_around_a_fence_do_not_count() -> None:
    assert parts("\u200f::: a\u200e\nOne.\n\u200f:::") == ([("a", "One.", 2)], [])


def test_lines_end_with_line_feeds_only() -> None:
    assert parts("::: a\none\u2028two\x85three\n:::")[0] == [("a", "one\u2028two\x85three", 2)]


@given(st.lists(st.text(alphabet=st.sampled_from("ab: \n:::"), max_size=12), max_size=12))
def test_no_line_is_lost_without_being_told(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    problems = Diagnostics()
    found = split_parts(text, "en.md", problems)
    kept = sum(line.count("a") + line.count("b") for part in found for line in [part.text])
    names = sum(part.name.count("a") + part.name.count("b") for part in found if part.line > 1)
    written = text.count("a") + text.count("b")
    if not problems and found != [] and found[0].line == 1:
        assert found[0].text == text
    elif not problems:
        assert kept + names == written
