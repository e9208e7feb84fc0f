"""YAML: every text as it was written, with its place; no type guessed, nothing lost in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml.loader import BaseLoader

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.sources.nodes import (
    DataFaulty,
    DataMapping,
    DataNothing,
    DataSequence,
    DataText,
)
from letterkit.sources.text import FORBIDDEN
from letterkit.sources.yaml import load_yaml, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from letterkit.sources.yaml_builder import EventParser

PURE = cast("Callable[[str], EventParser]", BaseLoader)


def plain(node: object) -> Any:
    """Data without its places; nothing is None, what could not be read `...`."""
    match node:
        case DataMapping():
            return {str(key): plain(value) for key, value in node.items()}
        case DataSequence():
            return [plain(item) for item in node]
        case DataFaulty():
            return ...
        case DataNothing():
            return None
    return str(node)


def parsed(text: str) -> tuple[Any, list[str]]:
    problems = Diagnostics()
    node = parse_yaml(text, "f", problems)
    return plain(node), [f"{found.origin}: {found.message}" for found in problems]


@pytest.mark.parametrize(
    "text",
    [
        "NO",
        "yes",
        "null",
        "~",
        "0031",
        "22:30",
        "0x5a",
        "1e3",
        "2016-02-24",
        "1.10",
        ".inf",
        "=",
        "1_000",
    ],
)
def test_no_type_is_guessed(text: str) -> None:
    assert parsed(f"a: {text}") == ({"a": text}, [])


@pytest.mark.parametrize(
    "text",
    [
        "EQUİT Institute",
        "a & b <Co> | x \\ y _z_ *w* {{ }}",
        "\\\\\\\\ نص",
        "<Dinozood>",
        "منظمة ھيا 🕊 👩\u200d⚕️",
        "e\u0301",
        "A\u00a0B\u00a0C",
        "\u200eleft\u200e \u2067isolate\u2069",
        "نامه\u200cها",
        "\x7f",
        "x#y",
    ],
)
def test_a_value_is_kept_as_it_is(text: str) -> None:
    assert parsed(f"- {text}\n- b") == ([text, "b"], [])


@pytest.mark.parametrize(
    "text",
    ["in\ufeffside", "\u202eoverride\u202c", "line\u2028separator \x85 \x7f \x9c"],
)
def test_who_mends_a_file_reads_its_hidden_characters_too(text: str) -> None:
    problems = Diagnostics()
    node = parse_yaml(f"- {text}\n- b", "f", problems, hidden_kept=True)
    assert node == [text, "b"]
    assert not problems


def test_every_key_and_value_knows_its_place() -> None:
    problems = Diagnostics()
    node = parse_yaml("# note\na: b\nc:\n  - {d: é, e: 'f'}\n  -\n", "x.yaml", problems)
    assert isinstance(node, DataMapping)
    places = {str(key): (key.origin, value.origin) for key, value in node.items()}
    assert places == {
        "a": (Origin("x.yaml", 2, 1), Origin("x.yaml", 2, 4)),
        "c": (Origin("x.yaml", 3, 1), Origin("x.yaml", 4, 3)),
    }
    first, second = node[next(key for key in node if key == "c")]
    assert [(key.origin.column, value.origin.column) for key, value in first.items()] == [
        (6, 9),
        (12, 15),
    ]
    assert second.origin == Origin("x.yaml", 5, 4)
    assert not problems


def test_a_value_left_out_is_nothing_and_an_empty_text_is_a_text() -> None:
    assert parsed("a:\nb: ''\nc: \"\"\n") == ({"a": None, "b": "", "c": ""}, [])


def test_a_block_of_text_ends_with_its_last_line() -> None:
    assert parsed("a: |\n  one\n  two\nb: >\n  three\n  four\n") == (
        {"a": "one\ntwo", "b": "three four"},
        [],
    )


def test_a_repeated_key_is_told_with_both_places_and_the_first_is_kept() -> None:
    problems = Diagnostics()
    node = parse_yaml("a: 1\nb: 2\na: 3\n", "f", problems)
    (found,) = problems
    assert (str(found.origin), found.message, found.hint) == (
        "f:3:1",
        "key `a` stands here a second time",
        "it stands first at f:1:1; keep one of the two",
    )
    assert plain(node) == {"a": "1", "b": "2"}


def test_an_alias_is_what_it_refers_to() -> None:
    assert parsed("a: &x {b: c}\nd: *x\n") == ({"a": {"b": "c"}, "d": {"b": "c"}}, [])


def test_aliases_cannot_blow_the_data_up() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    _, found = parsed("\n".join(lines))
    assert "the data is too large with its aliases written out" in found[0]


def test_data_nested_without_end_is_refused() -> None:
    _, found = parsed("[" * 500 + "]" * 500)
    assert found == ["f:1:65: the data is nested too deep"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b #SaveAleppo\n", ["f:1:6: `#SaveAleppo` is left out as a comment"]),
        ("reference: #12\n", ["f:1:12: `#12` is left out as a comment"]),
        ("a: 'b' #c\n", ["f:1:8: `#c` is left out as a comment"]),
        ("a: b # a comment\n#c: d\n", []),
        ("a: |\n  b #c\n", []),
        ("a: 'b #c'\n", []),
    ],
)
def test_a_hash_that_eats_the_rest_of_a_line_is_told(text: str, expected: list[str]) -> None:
    assert parsed(text)[1] == expected


@pytest.mark.parametrize(
    ("text", "place", "shown"),
    [
        ('a: "x\\0y"', "f:1:6", "U+0000"),
        ('a: "x\\x07"', "f:1:6", "U+0007"),
        ('a: "\\\\0 \\uFFFE"', "f:1:9", "U+FFFE"),
        ('a: "one\n  two \\e"', "f:2:7", "U+001B"),
        ("a: x\0y", "f:1:5", "U+0000"),
    ],
)
def test_what_no_word_file_can_hold_is_refused_with_its_place(
    text: str, place: str, shown: str
) -> None:
    node, found = parsed(text)
    assert found == [f"{place}: character `<{shown}>` cannot stand in a Word file"]
    assert "\ufffd" in node["a"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: !x b", "f:1:4: tag `!x` is not read"),
        ("a: !!int 5", "f:1:4: tag `!!int` is not read"),
        ("<<: {a: b}", "f:1:1: merge keys `<<` are not read"),
        ("{a: b}: c", "f:1:1: a key must be a text"),
        ("a: b\n---\nc: d", "f:2:1: a second document begins here"),
        ("a: &Partners b", "f:1:4: `&Partners` is left out: nothing refers to it"),
        ("a: *b", "f:1:4: `*b` refers to nothing"),
        ("a: &b [*b]", "f:1:8: `*b` refers to what it stands in itself"),
    ],
)
def test_what_yaml_can_do_and_data_does_not_need_is_told(text: str, message: str) -> None:
    assert parsed(text)[1] == [message]


def test_a_file_that_holds_no_keys_and_no_items_is_told(tmp_path: Path) -> None:
    problems = Diagnostics()
    for name, text in (("empty.yaml", "# nothing\n"), ("text.yaml", "name\u00a0Foo\n")):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        assert load_yaml(path, problems, name=name) is None
    assert [f"{found.origin}: {found.message}" for found in problems] == [
        "empty.yaml:1:1: the file is empty",
        "text.yaml:1:1: `name\u00a0Foo` is neither a key with a value nor an item of a list",
    ]
    assert [found.hint for found in problems] == [
        "write `key: value`, one a line",
        "write `key: value`, with a plain space after the colon",
    ]


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        (
            "locales: [en، ar]",
            ["f:1:11: `en، ar` is one item: `،` does not part the items of a list"],
        ),
        ('address: ["حي السبيل، حلب"]', []),
        ("address: [حي السبيل، حلب, سورية]", []),
        ("address:\n  - حي السبيل، حلب\n", []),
        ("address: حي السبيل، حلب\nlocales: [en]\n", []),
    ],
)
def test_a_list_whose_only_comma_is_an_arabic_one_is_told(text: str, warned: list[str]) -> None:
    assert parsed(text)[1] == warned


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff")).filter(
    lambda text: not FORBIDDEN.search(text)
)
NODES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.dictionaries(TEXTS, NODES, min_size=1))
def test_whatever_yaml_can_write_is_read_as_it_was(data: dict[str, Any]) -> None:
    text = yaml.dump(data, Dumper=yaml.SafeDumper, allow_unicode=True, default_style='"', width=40)
    problems = Diagnostics()
    for parser in (None, PURE):
        node = parse_yaml(text, "f", problems, parser=parser, hidden_kept=True)
        assert plain(node) == data
    assert not [found for found in problems if "tag" not in found.message]


@settings(deadline=None)
@given(st.text(st.sampled_from("ab:-#\"'[]{},&*!|>%@`? \n\t\\0é\ufeff\u2028"), max_size=60))
def test_no_text_however_broken_ends_in_an_exception(text: str) -> None:
    for parser in (None, PURE):
        problems = Diagnostics()
        parse_yaml(text, "f", problems, parser=parser)
        lines = text.removeprefix("\ufeff").split("\n")
        for found in problems:
            assert found.origin is not None
            assert 1 <= found.origin.line <= len(lines)
            assert 1 <= found.origin.column <= len(lines[found.origin.line - 1]) + 1


@settings(deadline=None)
@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1, max_size=8))
def test_both_parsers_give_the_same_places(words: list[str]) -> None:
    text = "".join(f"- {word}: {{é: '{word}', b: [{word}, 🕊 x]}}\n" for word in words)
    trees = [parse_yaml(text, "f", Diagnostics(), parser=parser) for parser in (None, PURE)]
    assert placed(trees[0]) == placed(trees[1])


def placed(node: object) -> Any:
    match node:
        case DataMapping():
            return [(placed(key), placed(value)) for key, value in node.items()]
        case DataSequence():
            return [placed(item) for item in node]
        case DataText():
            return (str(node), node.origin)
    return None
