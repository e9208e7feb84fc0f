"""Text files: strictly decoded, and nothing in them that a Word file cannot hold."""

from __future__ import annotations

import re
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


SAVE = "save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8)"


@pytest.mark.parametrize(
    ("text", "encoding", "looks"),
    [
        (
            "bir\nBağımsız Doktorlar “Derneği”",
            "cp1254",
            "it looks like Windows-1254, as Turkish files of old are; ",
        ),
        (
            "name: منظمة الأطباء المستقلين، حلب",
            "cp1256",
            "it looks like Windows-1256, as Arabic files of old are; ",
        ),
        ("Łódź, Kraków", "cp1250", ""),
    ],
)
def test_what_is_not_utf_8_is_told_with_its_place_and_what_it_looks_like(
    text: str, encoding: str, looks: str, tmp_path: Path
) -> None:
    path = tmp_path / "tr.md"
    path.write_bytes(text.encode(encoding))
    problems = Diagnostics()
    assert read_text(path, problems, name="tr.md") is None
    before, first, _ = re.split("([^\x00-\x7f])", text, maxsplit=1)
    place = f"{before.count(chr(10)) + 1}:{len(before.split(chr(10))[-1]) + 1}"
    byte = first.encode(encoding).hex()
    assert told(problems) == [(f"tr.md:{place}: byte `0x{byte}` is not UTF-8", looks + SAVE)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_recognised_with_and_without_its_mark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.yaml"
    path.write_bytes("name: {ar: حلب}".encode(encoding))
    problems = Diagnostics()
    assert read_text(path, problems, name="list.yaml") is None
    assert told(problems) == [
        ("list.yaml:1:1: `list.yaml` is not in UTF-8", f"it looks like UTF-16; {SAVE}")
    ]


def test_a_file_with_a_zero_byte_or_two_is_no_utf_16(tmp_path: Path) -> None:
    path = tmp_path / "list.yaml"
    path.write_bytes(b"a\0b\0c")
    problems = Diagnostics()
    assert read_text(path, problems) == "a\ufffdb\ufffdc"
    assert len(problems) == 2


def test_an_office_file_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "list.yaml"
    path.write_bytes(b"PK\x03\x04\xff\xff")
    problems = Diagnostics()
    assert read_text(path, problems) is None
    assert [found.hint for found in problems] == [
        "it looks like an office file or an archive, not a text file"
    ]


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
