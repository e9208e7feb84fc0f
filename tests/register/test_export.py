"""The register as a spreadsheet."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

import openpyxl

from letterkit.register.export import export
from letterkit.register.records import SentDocument, SentFile, SentLetter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

LETTERS = [
    SentLetter(
        letter="appeal",
        dated=date(2020, 3, 4),
        sent_on=date(2020, 3, 5),
        reference="=1+1",
        subject="نداء\x01",
        addressees=(("mayor", "Can Demir"), ("minister", "_x0041_")),
        documents=(SentDocument("mayor", "en", "", ""), SentDocument("mayor", "ar", "", "")),
        files=(
            SentFile("mayor.en.released.docx", sent=True, size=7, digest="ab"),
            SentFile("workspace/letterkit.yaml", sent=False, size=9, digest="cd"),
        ),
        folder="sent/2020/appeal",
    )
]


def test_each_letter_is_a_row_and_no_cell_a_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(export(LETTERS)))
    headings, row = book["Sent"].iter_rows()
    assert [cell.value for cell in headings][:4] == ["Date", "Sent on", "Reference", "Letter"]
    values = [cell.value for cell in row]
    assert [str(value)[:10] for value in values[:2]] == ["2020-03-04", "2020-03-05"]
    assert row[0].number_format == "yyyy-mm-dd"
    assert values[2:] == [
        "=1+1",
        "appeal",
        "نداء\N{REPLACEMENT CHARACTER}",
        "Can Demir; _x005F_x0041_",  # as Excel reads it, `_x0041_`
        "en, ar",
        "mayor.en.released.docx",
        "sent/2020/appeal",
    ]
    assert row[2].data_type == "s"
    _, file = book["Files"].iter_rows(values_only=True)
    assert file == ("sent/2020/appeal", "mayor.en.released.docx", 7, "ab")


def test_the_spreadsheet_is_valid(tmp_path: Path, sdk_faults: Callable[[Path], list[str]]) -> None:
    path = tmp_path / "register.xlsx"
    path.write_bytes(export(LETTERS))
    assert sdk_faults(path) == []


def test_the_same_register_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    first = export(LETTERS)
    monkeypatch.setattr(
        time, "localtime", lambda *_: time.struct_time((2031, 1, 1, 1, 1, 1, 0, 1, 0))
    )
    assert export(LETTERS) == first
    for year in (b"2026", b"2031"):
        assert year not in first


def test_a_register_with_nothing_in_it_is_a_sheet_with_headings() -> None:
    book = openpyxl.load_workbook(io.BytesIO(export([])))
    assert book.sheetnames == ["Sent", "Files"]
    assert len(list(book["Sent"].iter_rows())) == 1
