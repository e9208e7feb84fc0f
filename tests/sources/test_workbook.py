"""Workbooks: every cell as people see it, with its sheet, row and column; nothing runs."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.workbooks import NAMESPACE, rewritten, save_workbook, sheet_part

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.sources.workbook import load_workbook_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from letterkit.sources.sheet import SheetRow


def told(problems: Diagnostics) -> list[str]:
    return [f"{found.severity} {found.origin}: {found.message}" for found in problems]


def read(path: Path, **said: str | int) -> tuple[list[SheetRow], Diagnostics]:
    """The rows, and what was told of the file or of one of its rows."""
    problems = Diagnostics()
    sheet = load_workbook_sheet(path, problems, name="donors.xlsx", **said)  # type: ignore[arg-type]
    rows = [] if sheet is None else list(sheet.rows)
    for row in rows:
        problems.extend(row.faults)
    return rows, problems


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "donors.xlsx"


def test_cells_are_read_as_they_are_seen(path: Path) -> None:
    save_workbook(
        path,
        [
            ["Name", "Id", "Amount", "Given on", "Paid", "Phone", "Year"],
            ["نور مثال", 123, 1250.5, date(2016, 2, 24), True, "0531 000 00 00", 2016],
        ],
        formats={"B2": "00000", "C2": '#,##0.00 "€"', "D2": "dd/mm/yyyy"},
    )
    (row,), problems = read(path)
    assert list(problems) == []
    assert [(str(cell), cell.kind.value) for cell in row.cells.values()] == [
        ("نور مثال", "text"),
        ("00123", "text"),
        ("1250.50", "amount"),
        ("2016-02-24", "date"),
        ("true", "truth"),
        ("0531 000 00 00", "text"),
        ("2016", "figure"),
    ]
    assert row.cells[3].origin == Origin("donors.xlsx", 2, 3, "Donors")
    assert str(row.cells[3].origin) == "donors.xlsx, sheet “Donors”, C2"


@pytest.mark.parametrize(
    "namespace",
    [NAMESPACE, "http://purl.oclc.org/ooxml/spreadsheetml/main"],  # of Strict Open XML
)
def test_workbooks_of_other_programs_are_read_alike(path: Path, namespace: str) -> None:
    save_workbook(path, [["Name"]])
    part = (
        f'<x:worksheet xmlns:x="{namespace}"><x:sheetData>'
        "<x:row><x:c t='inlineStr'><x:is><x:t>Name</x:t></x:is></x:c>"
        "<x:c t='str'><x:v>Day</x:v></x:c></x:row>"
        "<x:row r='4' hidden='true'><x:c r='A4' t='str'><x:v>Nour</x:v></x:c>"
        "<x:c r='B4' t='d'><x:v>2016-02-24T00:00:00</x:v></x:c></x:row>"
        "</x:sheetData><x:mergeCells><x:mergeCell ref='A5:A6'/></x:mergeCells></x:worksheet>"
    )
    path.write_bytes(rewritten(path, {"xl/worksheets/sheet1.xml": part.encode()}))
    (row,), problems = read(path)
    assert (row.number, list(row.cells.values())) == (4, ["Nour", "2016-02-24"])
    assert [found.message for found in problems] == [
        "row 4 is hidden, and read like any other",
        "rows 2 and 3 are empty",
    ]


def test_what_is_hidden_merged_or_empty_is_told(path: Path) -> None:
    save_workbook(
        path,
        [["Name", "Country"], ["Nour", "TR"], ["Ada", None], [], ["Can ", "SY"]],
        merged=["B2:B3"],
        hidden_rows=[3],
        hidden_columns=["B"],
        other_sheets=["Notes"],
    )
    problems = Diagnostics()
    sheet = load_workbook_sheet(path, problems, name="donors.xlsx")
    assert sheet is not None
    assert len(list(sheet.rows)) == 3
    assert sheet.swallowed == {(3, 2): Origin("donors.xlsx", 2, 2, "Donors")}
    assert told(problems) == [
        "note donors.xlsx, sheet “Donors”, A1: of 2 sheets, the first is read: `Donors`",
        "note donors.xlsx, sheet “Donors”, B1: columns are hidden, and read like any other",
        "warning donors.xlsx, sheet “Donors”, A3: row 3 is hidden, and read like any other",
        "note donors.xlsx, sheet “Donors”, A4: row 4 is empty",
        (
            "note donors.xlsx, sheet “Donors”, A5:"
            " 1 cell has spaces or invisible signs at the ends, which are left out"
        ),
    ]


def test_a_sheet_can_be_named(path: Path) -> None:
    save_workbook(path, [["Name"], ["Nour"]], other_sheets=["متبرعون"])
    assert read(path, sheet="متبرعون")[0] == []
    assert told(read(path, sheet="Donor")[1]) == [
        "error donors.xlsx:1:1: the workbook has no sheet `Donor`"
    ]


CELL_FAULTS = {
    '<c r="A2" t="e"><f>B9</f><v>#REF!</v></c>': "the cell holds the error `#REF!`",
    '<c r="A2"><f>1+1</f></c>': "the formula has no value: no program has computed it yet",
    '<c r="A2"><f>1+1</f><v/></c>': "the formula has no value: no program has computed it yet",
    '<c r="A2" t="s"><v>999</v></c>': "the cell holds a text that is not in the file",
    '<c r="A2"><v>1,5</v></c>': "`1,5` is not a number",
    '<c r="A2"><v>123456789012345678</v></c>': (
        "`123456789012345678` has more digits than a number of Excel keeps"
    ),
    '<c r="A2" t="inlineStr"><is><t>a_x0001_</t></is></c>': (
        "character `<U+0001>` cannot stand in a Word file"
    ),
}


@pytest.mark.parametrize(("cell", "fault"), CELL_FAULTS.items())
def test_a_cell_that_shows_nothing_is_told_with_its_place(
    path: Path, cell: str, fault: str
) -> None:
    save_workbook(path, [["Name"]])
    rows = f'<row r="1"><c t="inlineStr"><is><t>Name</t></is></c></row><row r="2">{cell}</row>'
    path.write_bytes(rewritten(path, {"xl/worksheets/sheet1.xml": sheet_part(rows)}))
    assert told(read(path)[1]) == [f"error donors.xlsx, sheet “Donors”, A2: {fault}"]


def test_a_text_has_its_runs_and_line_breaks_and_not_how_it_is_spoken(path: Path) -> None:
    save_workbook(path, [["Name"]])
    cell = (
        "<c t='inlineStr'><is><r><t>Nour </t></r><r><rPr><b/></rPr><t>Example_x000D_\nKilis</t></r>"
        "<rPh sb='0' eb='1'><t>nu:r</t></rPh></is></c>"
    )
    rows = f"<row><c t='inlineStr'><is><t>Name</t></is></c></row><row>{cell}</row>"
    path.write_bytes(rewritten(path, {"xl/worksheets/sheet1.xml": sheet_part(rows)}))
    (row,), problems = read(path)
    assert (list(row.cells.values()), list(problems)) == (["Nour Example\nKilis"], [])


def test_a_formula_gives_what_it_last_gave(path: Path) -> None:
    save_workbook(path, [["Name"]])
    rows = (
        "<row><c t='inlineStr'><is><t>Name</t></is></c></row>"
        "<row><c t='str'><f>A9&amp;B9</f><v>Nour</v></c></row>"
        "<row><c><f>1+1</f><v>2</v></c></row>"
        "<row><c t='str'><f>A9</f><v></v></c></row>"
    )
    path.write_bytes(rewritten(path, {"xl/worksheets/sheet1.xml": sheet_part(rows)}))
    found, problems = read(path)
    assert [list(row.cells.values()) for row in found] == [["Nour"], ["2"]]
    assert list(problems) == []


def _hostile(path: Path) -> Iterable[tuple[str, bytes, str]]:
    good = save_workbook(path.with_name("good.xlsx"), [["Name"], ["Nour"]])
    sheet = "xl/worksheets/sheet1.xml"
    entities = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'
    types = b'<Types><Override ContentType="application/x.macroEnabled.main+xml"/></Types>'
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    yield (
        "entities",
        rewritten(good, {sheet: entities}),
        "a part of the file declares a document type",
    )
    yield "macros", rewritten(good, {"[Content_Types].xml": types}), "the workbook holds macros"
    yield "program", rewritten(good, {"xl/vbaProject.bin": b"x"}), "the workbook holds macros"
    yield "cut", good.read_bytes()[:-900], "this is no workbook, or it is damaged"
    yield "not XML", rewritten(good, {sheet: b"<worksheet><row>"}), "no workbook, or it is damaged"
    yield "no sheet", rewritten(good, {sheet: None}), "this is no workbook, or it is damaged"
    yield "old", ole, "this is a workbook of the old format (.xls)"
    yield (
        "encrypted",
        ole + "EncryptedPackage".encode("utf-16-le"),
        "the workbook has a password",
    )
    yield (
        "ods",
        rewritten(good, {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        "this is no Excel workbook but another kind of office file",
    )
    yield "binary", rewritten(good, {"xl/workbook.bin": b""}), "this is a binary workbook (.xlsb)"
    yield "html", b"<html><table></table></html>", "this is a web page or other text, no workbook"
    yield "csv", b"Name;Town\nNour;Kilis\n", "this is no workbook"
    yield "empty", b"", "the file is empty"


KINDS = (
    *("entities", "macros", "program", "cut", "not XML", "no sheet", "old", "encrypted", "ods"),
    *("binary", "html", "csv", "empty"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_no_good_workbook_is_told_and_never_opened(path: Path, kind: str) -> None:
    content, fault = {name: (data, fault) for name, data, fault in _hostile(path)}[kind]
    path.write_bytes(content)
    rows, problems = read(path)
    assert rows == []
    assert fault in told(problems)[0]
    assert next(iter(problems)).hint
    assert {name for name, _, _ in _hostile(path)} == set(KINDS)


def test_a_small_file_does_not_unpack_to_gigabytes(path: Path) -> None:
    good = save_workbook(path.with_name("good.xlsx"), [["Name"]])
    bomb = b"<worksheet>" + b" " * 260_000_000
    path.write_bytes(rewritten(good, {"xl/worksheets/sheet1.xml": bomb}))
    assert path.stat().st_size < 1_000_000
    assert "too large when unpacked" in told(read(path)[1])[0]


def test_values_of_other_files_are_told(path: Path) -> None:
    good = save_workbook(path.with_name("good.xlsx"), [["Name"], ["Nour"]])
    path.write_bytes(rewritten(good, {"xl/externalLinks/externalLink1.xml": b"<x/>"}))
    rows, problems = read(path)
    assert len(rows) == 1
    assert "takes values from other files" in told(problems)[0]


def test_merging_a_whole_sheet_costs_nothing(path: Path) -> None:
    good = save_workbook(path.with_name("good.xlsx"), [["Name"], ["Nour"]])
    part = sheet_part("<row><c t='inlineStr'><is><t>Name</t></is></c></row>").replace(
        b"</worksheet>",
        b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
    )
    path.write_bytes(rewritten(good, {"xl/worksheets/sheet1.xml": part}))
    assert read(path)[0] == []


def test_a_moment_of_openpyxl_is_read_with_its_time(path: Path) -> None:
    save_workbook(
        path, [["When"], [datetime(2016, 2, 24, 14, 30, tzinfo=UTC).replace(tzinfo=None)]]
    )
    (row,), _ = read(path)
    assert list(row.cells.values()) == ["2016-02-24 14:30"]
