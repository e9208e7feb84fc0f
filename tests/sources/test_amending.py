"""A key is put into a YAML file, and nothing else in it changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.sources.amending import AmendingError, amended, yaml_scalar
from letterkit.sources.nodes import DataText
from letterkit.sources.yaml import parse_yaml

LETTER = """\
# about the visit
template: appeal   # ours
date: 2020-03-04

# who
addressees:
- mayor
- minister
# the last word
variables: {houses: 12}
"""


def test_a_new_key_stands_after_another_and_nothing_else_moves() -> None:
    made = amended(LETTER, "letter.yaml", {"reference": "RT/2020/001"}, after=("place", "date"))
    assert made == LETTER.replace("-04\n", "-04\nreference: RT/2020/001\n")


def test_a_comment_that_holds_the_place_gives_way() -> None:
    text = LETTER.replace("# who", "# reference: its number")
    made = amended(text, "letter.yaml", {"reference": "RT/1"})
    assert made == LETTER.replace("# who", "reference: RT/1")


def test_a_value_of_several_lines_is_replaced_or_taken_out() -> None:
    made = amended(LETTER, "letter.yaml", {"addressees": ["prefect"], "date": "2021-01-02"})
    assert made == LETTER.replace(
        "addressees:\n- mayor\n- minister\n", "addressees: [prefect]\n"
    ).replace("2020-03-04", "2021-01-02")
    assert amended(LETTER, "l", {"addressees": None}) == LETTER.replace(
        "addressees:\n- mayor\n- minister\n", ""
    )


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_ends_of_lines_and_the_byte_order_mark_stay(ending: str, mark: str) -> None:
    text = mark + LETTER.replace("\n", ending)
    made = amended(text, "l", {"reference": "RT/1"}, after=("date",))
    assert made == text.replace(f"-04{ending}", f"-04{ending}reference: RT/1{ending}")


def test_a_last_line_without_an_end_gets_one() -> None:
    assert amended("date: 2020-03-04", "l", {"reference": "a"}, after=("date",)) == (
        "date: 2020-03-04\nreference: a\n"
    )


@pytest.mark.parametrize(
    "text", ["{date: 2020-03-04}\n", "- date\n", "", "  date: 2020-03-04\n", "date: 1\n...\n- x\n"]
)
def test_a_file_of_another_manner_is_left_as_it_is(text: str) -> None:
    with pytest.raises(AmendingError) as caught:
        amended(text, "letter.yaml", {"reference": "RT/1"}, after=("date",))
    assert caught.value.diagnostic.origin is not None


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    made = amended(LETTER, "letter.yaml", {"reference": text}, after=("date",))
    node = parse_yaml(made, "letter.yaml", Diagnostics(), hidden_kept=True)
    assert isinstance(node, dict)
    assert dict(node).get(DataText("reference", Origin("letter.yaml"))) == text


def test_what_yaml_takes_for_something_else_is_quoted() -> None:
    assert yaml_scalar("RT/2020/001") == "RT/2020/001"
    assert yaml_scalar("- a: #b") == '"- a: #b"'
