"""Faults of YAML syntax: told as a person would, and the rest of the file is read on."""

from __future__ import annotations

from typing import Any

import pytest

from letterkit.diagnostics import Diagnostics
from letterkit.sources.nodes import DataFaulty, DataMapping, DataSequence
from letterkit.sources.yaml import MOST_FAULTS, parse_yaml

COMMA = "write `,`, not `،`; where it belongs to the text, put the whole text in quotes"
QUOTES = "put the whole value in quotes"
FAULTS = [
    ("a: b: c\nd: e", "f:1:5: a second colon stands in one value", QUOTES, {"a": ..., "d": "e"}),
    (
        'a: "b\nc: "d"\ne: f',
        'f:1:4: quotation mark `"` is closed only in line 2',
        "close it where the value ends",
        {"a": ..., "c": "d", "e": "f"},
    ),
    (
        'a: "b\nc: d',
        'f:1:4: quotation mark `"` is never closed',
        "close it in the same line",
        {"a": ..., "c": "d"},
    ),
    (
        "a: 'it's'\nb: c",
        "f:1:8: text stands after the closing quotation mark",
        "put the whole value in one pair of quotes; `''` is an apostrophe in single quotes",
        {"a": ..., "b": "c"},
    ),
    ("a: *SAMA* b\nc: d", "f:1:4: a value cannot begin with `*`", QUOTES, {"a": ..., "c": "d"}),
    ("a: & Co\nc: d", "f:1:4: a value cannot begin with `&`", QUOTES, {"a": ..., "c": "d"}),
    ("a: @handle\nc: d", "f:1:4: a value cannot begin with `@`", QUOTES, {"a": ..., "c": "d"}),
    (
        "a: > b\nc: d",
        "f:1:4: nothing may follow `>` in its line",
        "put the value in quotes, or begin the text in the next line, indented",
        {"a": ..., "c": "d"},
    ),
    (
        "a: [Draft] b\nc: d",
        "f:1:12: text stands after the closing `]`",
        "a text that begins with `[` or `{` must stand in quotes",
        {"a": ..., "c": "d"},
    ),
    (
        "a: [b\nc: d",
        "f:1:4: `[` is not closed with `]`",
        "close it; a text that begins with `[` must stand in quotes",
        {"a": ..., "c": "d"},
    ),
    *(
        (
            text,
            "f:2:4: `{` is not closed with `}`",
            "close it; a text that begins with `{` must stand in quotes",
            {"a": "1", "b": ...},
        )
        for text in ("a: 1\nb: {", "a: 1\nb: {\n", "a: 1\nb: {c: d,\n", "a: 1\nb: {c: [d], e: \n")
    ),
    (
        "a: {b: c: d}\ne: f",
        "f:1:9: a second colon stands in one value",
        QUOTES,
        {"a": ..., "e": "f"},
    ),
    (
        "a: {b: 'c' d, e: f}\ng: h",
        "f:1:12: `d, e: f` does not fit in here",
        "a text with commas, colons or quotation marks must stand in quotes",
        {"a": ..., "g": "h"},
    ),
    (
        "a: {en: Access، ar: وصول}\nb: c",
        "f:1:15: `،` does not part the entries of a mapping or a list",
        COMMA,
        {"a": ..., "b": "c"},
    ),
    (
        'a: {en: "Access, yes"، ar: "وصول، نعم"}\nb: c',
        "f:1:22: `،` does not part the entries of a mapping or a list",
        COMMA,
        {"a": ..., "b": "c"},
    ),
    (
        'a: {en: "أ، ب",\n  ar: Access،\n  tr: c}\nb: c',
        "f:2:13: `،` does not part the entries of a mapping or a list",
        COMMA,
        {"a": ..., "b": "c"},
    ),
    (
        'a: ["b"، "c"]\nb: c',
        "f:1:8: `،` does not part the entries of a mapping or a list",
        COMMA,
        {"a": ..., "b": "c"},
    ),
    (
        'a: "b\\c"\nd: e',
        "f:1:6: `\\c` means nothing in double quotes",
        "write the backslash twice, or use single quotes",
        {"a": ..., "d": "e"},
    ),
    (
        'a: "\\ud83d"\nd: e',
        "f:1:5: this escape stands for no character",
        "write the character itself",
        {"a": ..., "d": "e"},
    ),
    (
        "a:\n\tb: c\nd: e",
        "f:2:1: a tab stands before the text",
        "indent with spaces",
        {"a": ..., "d": "e"},
    ),
    ("a:b\nc: d", "f:1:1: no space after the colon", "write `key: value`", {"c": "d"}),
    (
        "a: b\nprose after the fields\nc: d",
        "f:2:1: `prose after the fields` is neither a key with a value nor an item of a list",
        "write `key: value`; a text that goes on is indented deeper than its key",
        {"a": "b", "c": "d"},
    ),
    (
        "a: b\n- c\nd: e",
        "f:2:1: `- c` does not fit in here",
        "check the indentation: keys of one mapping begin in the same column",
        {"a": "b", "d": "e"},
    ),
    (
        "a: - b\nc: d",
        "f:1:4: an item `-` cannot begin here",
        "begin the list in the line below its key",
        {"a": ..., "c": "d"},
    ),
]


def plain(node: object) -> Any:
    match node:
        case DataMapping():
            return {str(key): plain(value) for key, value in node.items()}
        case DataSequence():
            return [plain(item) for item in node]
        case DataFaulty():
            return ...
    return str(node)


@pytest.mark.parametrize(("text", "message", "hint", "expected"), FAULTS)
def test_a_fault_is_told_at_its_place_and_the_rest_is_read(
    text: str, message: str, hint: str, expected: object
) -> None:
    problems = Diagnostics()
    node = parse_yaml(text, "f", problems)
    assert [f"{found.origin}: {found.message}" for found in problems] == [message]
    assert [found.hint for found in problems] == [hint]
    assert plain(node) == expected


def test_a_fence_of_markdown_around_the_data_is_told_and_passed_over() -> None:
    problems = Diagnostics()
    node = parse_yaml("```yaml\na: b\n```\n", "f", problems)
    assert [f"{found.origin}: {found.message}" for found in problems] == [
        "f:1:1: a fence of Markdown stands in the data",
        "f:3:1: a fence of Markdown stands in the data",
    ]
    assert plain(node) == {"a": "b"}


def test_one_bad_row_hides_no_other() -> None:
    text = (
        "signatories:\n"
        "  - organisation: One\n"
        "  - organisation: Two: and more\n"
        "    description: kept\n"
        "  - organisation: Three\n"
        "  - organisation: @four\n"
        "  - organisation: Five\n"
        "    organisation: Six\n"
    )
    problems = Diagnostics()
    node = parse_yaml(text, "f", problems)
    assert [f"{found.origin}: {found.message}" for found in problems] == [
        "f:3:22: a second colon stands in one value",
        "f:6:19: a value cannot begin with `@`",
        "f:8:5: key `organisation` stands here a second time",
    ]
    assert plain(node) == {
        "signatories": [
            {"organisation": "One"},
            {"organisation": ..., "description": "kept"},
            {"organisation": "Three"},
            {"organisation": ...},
            {"organisation": "Five"},
        ]
    }


def test_a_file_full_of_faults_is_given_up_in_the_end() -> None:
    problems = Diagnostics()
    parse_yaml("".join(f"a{n}: @b\n" for n in range(100)), "f", problems)
    messages = [found.message for found in problems]
    assert messages[-1] == "the rest of the file was not read"
    assert len(messages) == MOST_FAULTS + 1
