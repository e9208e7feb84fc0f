"""Text files: strictly decoded, and nothing in them that a Word file cannot hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.sources.text import FORBIDDEN, Places, read_text, visible, without_forbidden

if TYPE_CHECKING:
    from pathlib import Path


def told(problems: Diagnostics) -> list[tuple[str, str | None]]:
    return [(f"{found.origin}: {found.message}", found.hint) for found in problems]


def test_a_byte_order_mark_and_foreign_line_ends_are_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "en.md"
    path.write_bytes("\ufeffone\r\ntwo\rthree\n".encode())
    problems = Diagnostics()
    assert read_text(path, problems) == "one\ntwo\nthree\n"
    assert not problems


def test_what_is_not_utf_8_is_told_with_its_place_and_the_usual_encodings(tmp_path: Path) -> None:
    path = tmp_path / "tr.md"
    path.write_bytes("bir\nBağımsız".encode("cp1254"))
    problems = Diagnostics()
    assert read_text(path, problems, name="tr.md") is None
    hint = (
        "save it as UTF-8, or name its encoding: `--encoding cp1254` (Turkish Windows) "
        "or `--encoding cp1256` (Arabic Windows)"
    )
    assert told(problems) == [("tr.md:2:3: byte `0xf0` is not UTF-8", hint)]


def test_an_encoding_that_is_named_is_used(tmp_path: Path) -> None:
    path = tmp_path / "ar.md"
    path.write_bytes("منظمة".encode("cp1256"))
    problems = Diagnostics()
    assert read_text(path, problems, encoding="cp1256") == "منظمة"
    assert not problems


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13"])
def test_an_encoding_that_is_none_is_told(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "en.md"
    path.write_bytes(b"text")
    problems = Diagnostics()
    assert read_text(path, problems, encoding=encoding) is None
    assert [found.message for found in problems] == [f"`{encoding}` is not an encoding of text"]


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (
            "name: x".encode("utf-16"),
            "it looks like UTF-16: save it as UTF-8, or say `--encoding utf-16`",
        ),
        (b"PK\x03\x04\xff\xff", "it looks like an office file or an archive, not a text file"),
    ],
)
def test_a_file_of_another_sort_is_recognised(tmp_path: Path, data: bytes, hint: str) -> None:
    path = tmp_path / "list.yaml"
    path.write_bytes(data)
    problems = Diagnostics()
    assert read_text(path, problems) is None
    assert [found.hint for found in problems] == [hint]


def test_a_missing_file_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    (tmp_path / "letter.yaml").write_text("")
    problems = Diagnostics()
    assert read_text(tmp_path / "leter.yaml", problems, name="leter.yaml") is None
    assert told(problems) == [
        ("leter.yaml:1:1: file `leter.yaml` does not exist", "did you mean `letter.yaml`?")
    ]


def test_a_folder_and_an_impossible_path_are_told(tmp_path: Path) -> None:
    problems = Diagnostics()
    assert read_text(tmp_path, problems, name="letters") is None
    assert read_text(tmp_path / "a\0b", problems, name="a\0b") is None
    assert [found.message for found in problems] == [
        "`letters` is a folder, not a file",
        "`a<U+0000>b` is not a path",
    ]


def test_characters_that_no_word_file_can_hold_are_told_and_the_rest_is_read() -> None:
    problems = Diagnostics()
    assert without_forbidden("ab\n c\0d", "f", problems) == "ab\n c\ufffdd"
    assert told(problems) == [
        ("f:2:3: character `<U+0000>` cannot stand in a Word file", "take it out")
    ]


def test_many_forbidden_characters_do_not_flood_the_reader() -> None:
    problems = Diagnostics()
    without_forbidden("\x01" * 500, "f", problems)
    assert [found.message for found in problems][-1] == (
        "497 more characters that no Word file can hold"
    )
    assert len(problems) == 4


@settings(deadline=None)
@given(st.text())
def test_what_is_left_is_what_xml_1_0_can_hold(text: str) -> None:
    problems = Diagnostics()
    cleaned = without_forbidden(text, "f", problems)
    assert len(cleaned) == len(text)
    assert not FORBIDDEN.search(cleaned)
    assert bool(problems) == (cleaned != text)


@settings(deadline=None)
@given(st.lists(st.text("ab ç\u200f"), min_size=1), st.data())
def test_a_place_is_the_line_and_column_of_an_offset(lines: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(lines) - 1))
    column = data.draw(st.integers(0, len(lines[number])))
    offset = sum(len(line) + 1 for line in lines[:number]) + column
    assert Places("\n".join(lines)).origin("f", offset) == Origin("f", number + 1, column + 1)


def test_what_cannot_be_seen_is_shown() -> None:
    assert visible("name\u200b\u00a0é") == "name<U+200B><U+00A0>é"
