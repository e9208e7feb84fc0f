"""`letterkit generate` to the rows of a table: each in their language, bad rows told, rest made."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from tests.workbooks import save_workbook
from tests.workspaces import make_workspace

from letterkit.diagnostics import LetterkitError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

LETTER = "date: 2026-03-04\nkind: letter\nlocales: preferred\naddressees: {addressees}\n"
WORDS = {
    "letters/thanks/en.md": "Thank you for {{ addressee.amount }} of {{ addressee.given_on }}.\n",
    "letters/thanks/ar.md": "شكرا على {{ addressee.amount }} في {{ addressee.given_on }}.\n",
    "letters/thanks/tr.md": "{{ addressee.given_on }} tarihli {{ addressee.amount }} için.\n",
}
HEADINGS = ["Name", "الاسم", "Cinsiyet", "Country", "Language", "Amount", "Given on"]
LANGUAGES = (("en", "Nour Example"), ("العربية", "نور مثال"), ("Türkçe", "Çağla Örnek"))


def donor(number: int) -> list[object]:
    language, name = LANGUAGES[number % 3]
    return [
        *(f"{name} {number}", None, ("female", "erkek", "أنثى")[number % 3], "Lebanon"),
        *(language, 1000 + number + 0.5, date(2026, 1, 1 + number % 28)),
    ]


DONORS = [donor(number) for number in range(40)]


def workspace(
    root: Path,
    rows: list[list[object]],
    addressees: str = "donors.xlsx",
    changes: Mapping[str, str] | None = None,
) -> Path:
    letter = LETTER.replace("{addressees}", addressees)
    make_workspace(root, {**WORDS, "letters/thanks/letter.yaml": letter, **(changes or {})})
    formats = {f"F{number}": "#,##0.00" for number in range(2, len(rows) + 2)}
    save_workbook(root / "addressees/donors.xlsx", [HEADINGS, *rows], formats=formats)
    return root


def written(root: Path) -> list[str]:
    return sorted(path.name.removesuffix(".txt") for path in (root / "out/thanks").glob("*.txt"))


def text(root: Path, name: str) -> str:
    """A letter as it is read, its invisible marks aside."""
    content = (root / f"out/thanks/{name}.txt").read_text(encoding="utf-8")
    marks = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))
    return content.replace("\u00a0", " ").translate(marks)


def test_forty_donors_are_written_to_each_in_their_own_language(
    letterkit: Run, tmp_path: Path
) -> None:
    root = workspace(
        tmp_path, DONORS, addressees='{from: donors.xlsx, columns: {"الاسم": name.ar}}'
    )
    answer = letterkit(root, "generate", "thanks")
    assert answer.exit_code == 0, answer.stderr
    assert answer.stderr.splitlines() == [
        "language        letters",
        "ar                   13",
        "en                   14",
        "tr                   13",
        "all                  40",
        "rows held back        0",
        "80 written",
    ]
    assert len(written(root)) == 40
    english = text(root, "Nour Example 3.en")
    assert "Dear Ms. Nour Example 3," in english
    assert "Thank you for 1,003.50 of 4 January 2026." in english
    assert "على 1004.50 في 5 كانون الثاني/يناير 2026" in text(root, "نور مثال 4.ar")
    assert "3 Ocak 2026 tarihli 1.002,50 için." in text(root, "Çağla Örnek 2.tr")
    assert letterkit(root, "generate", "thanks").stderr.endswith("0 written, 80 unchanged\n")


BAD_ROWS: list[tuple[list[object], str]] = [
    ([*DONORS[1][:2], "womn", *DONORS[1][3:]], "C3: error: `womn` is no value of `gender`"),
    ([*DONORS[2][:4], "German", *DONORS[2][5:]], "E4: error: there is no language `German` (`de`)"),
    ([*DONORS[3][:4], "Klingonish", *DONORS[3][5:]], "E5: error: `Klingonish` is no language"),
    ([None, *DONORS[4][1:]], "A6: error: nobody is named here"),
    ([DONORS[0][0], *DONORS[5][1:]], "A7: error: `Nour Example 0` stands twice"),
    ([*DONORS[6][:5], "=1/0", DONORS[6][6]], "F8: error: the formula has no value"),
    ([*DONORS[7][:5], "#REF!", DONORS[7][6]], "F9: error: the cell holds the error `#REF!`"),
    ([*DONORS[8][:5], "many", DONORS[8][6]], "F10: error: `many` is not of the type `decimal`"),
    ([*DONORS[9][:6], "9 May"], "G11: error: `9 May` is not of the type `date`"),
    ([*DONORS[10][:4], "en, ar", *DONORS[10][5:]], "E12: error: `en, ar` is no language"),
]


def test_ten_kinds_of_bad_rows_are_told_by_place_and_the_rest_are_made(
    letterkit: Run, tmp_path: Path
) -> None:
    rows = [DONORS[0], *(row for row, _ in BAD_ROWS), *DONORS[11:]]
    root = workspace(
        tmp_path, rows, "{from: donors.xlsx, types: {amount: decimal, given_on: date}}"
    )
    answer = letterkit(root, "generate", "thanks", "--format", "txt")
    assert answer.exit_code == 1
    lines = answer.stderr.splitlines()
    for _, fault in BAD_ROWS:
        place = f"addressees/donors.xlsx, sheet “Donors”, {fault}"
        (found,) = [at for at, line in enumerate(lines) if line.startswith(place)]
        assert lines[found + 1].startswith("    hint: ")
    assert len(written(root)) == 30
    assert "rows held back       10" in lines
    assert "not written: thanks/row-6.ar (row 6: nobody is named here)" in lines
    assert "    hint: the nearest there is is `en`; or add a file `locales/de.yaml`" in lines
    machine = json.loads(letterkit(root, "generate", "thanks", "--json").stdout)
    reasons = [each["reason"] for each in machine["held_back"]]
    assert [reason["line"] for reason in sorted(reasons, key=lambda each: each["line"])] == list(
        range(3, 13)
    )
    assert {reason["sheet"] for reason in reasons} == {"Donors"}


def test_who_stands_in_a_table_twice_is_told_once(letterkit: Run, tmp_path: Path) -> None:
    root = workspace(tmp_path, [DONORS[0], DONORS[0]])
    told = letterkit(root, "check", "thanks").stderr
    assert told.count("`Nour Example 0` stands twice") == 1


def test_what_is_released_goes_to_every_row_or_to_none(letterkit: Run, tmp_path: Path) -> None:
    root = workspace(tmp_path, [DONORS[0], [*DONORS[1][:4], "German", *DONORS[1][5:]]])
    answer = letterkit(root, "generate", "thanks", "--release")
    assert answer.exit_code == 1
    assert "something is unresolved in the rows of its table" in answer.stderr
    assert not (root / "out/thanks").exists()


def test_another_file_is_read_as_the_letter_reads_its_own(letterkit: Run, tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        DONORS[:3],
        "{from: donors.xlsx, columns: {Donor: name, Gift: amount}, where: amount > 20, "
        "types: {amount: integer, given_on: date}}",
    )
    other = tmp_path / "other.csv"
    other.write_text(
        "Donor;Gift;Given on;Dil\nAda Kaya;90;2026-02-01;tr\nCan Demir;9;2026-02-01;tr\n",
        encoding="utf-8",
    )
    answer = letterkit(root, "generate", "thanks", "--addressees", str(other), "--format", "txt")
    assert answer.exit_code == 0, answer.stderr
    assert written(root) == ["Ada Kaya.tr"]
    assert "1 Şubat 2026 tarihli 90 için." in text(root, "Ada Kaya.tr")


@pytest.mark.parametrize(
    ("addressees", "fault"),
    [
        ("donor.xlsx", "there is no table `donor.xlsx`"),
        ("../../../etc/donors.xlsx", "there is no table `../../../etc/donors.xlsx`"),
        ("{from: donors.xlsx, where: amont > 1}", "`amont` is not defined"),
        ("{from: donors.xlsx, where: amount >}", "the expression"),
        ("{from: donors.xlsx, where: amount > 99999}", "nobody stands in the table"),
        ("{from: donors.xlsx, sheet: Nobody}", "the workbook has no sheet `Nobody`"),
        ("[mayor, donors.xlsx, nobody]", "there is no addressee `nobody`"),
        ("old.xls", "this is a workbook of the old format (.xls)"),
    ],
)
def test_a_table_that_cannot_be_read_is_told(
    letterkit: Run, tmp_path: Path, addressees: str, fault: str
) -> None:
    root = workspace(tmp_path, DONORS[:1], addressees)
    (root / "addressees/old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    answer = letterkit(root, "generate", "thanks", "--format", "txt")
    assert answer.exit_code == 1
    assert f"error: {fault}" in answer.stderr


def test_names_and_tables_may_stand_in_one_list(letterkit: Run, tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        DONORS[:2],
        "[mayor, donors.xlsx]",
        {f"letters/thanks/{locale}.md": "…\n" for locale in ("en", "ar", "tr")},
    )
    answer = letterkit(root, "generate", "thanks", "--format", "txt")
    assert answer.exit_code == 0, answer.stderr
    assert len(written(root)) == 2 + 3  # the mayor's language is not known


def test_a_joint_letter_leaves_out_no_table(letterkit: Run, tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        DONORS[:2],
        "[mayor, donors.xlsx]\njoint: true",
        {f"letters/thanks/{locale}.md": "…\n" for locale in ("en", "ar", "tr")},
    )
    assert letterkit(root, "generate", "thanks", "--format", "txt").exit_code == 0
    assert text(root, "thanks.en").count("Example") > 0
    (root / "addressees/donors.xlsx").write_bytes(b"")
    answer = letterkit(root, "generate", "thanks", "--format", "txt", "--date", "2026-03-05")
    assert answer.exit_code == 1
    assert "\n0 written" in answer.stderr


def test_a_column_that_there_is_not_is_told_like_any_other_name(
    letterkit: Run, tmp_path: Path
) -> None:
    words = {f"letters/thanks/{at}.md": "{{ addressee.amout }}\n" for at in ("en", "ar", "tr")}
    root = workspace(tmp_path, DONORS[:1], changes=words)
    answer = letterkit(root, "generate", "thanks")
    assert "letters/thanks/en.md:1:14: error: there is no `amout` in `addressee`" in answer.stderr
    assert "hint: did you mean `amount`?" in answer.stderr


def test_signatories_of_a_table_sign_in_every_language(letterkit: Run, tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        [],
        "[mayor]\nsignatories: [friends, {from: joint.xlsx, where: signed == 'yes'}]\n"
        "consent: elsewhere",
        {
            f"letters/thanks/{at}.md": "{{ signatories.organisations }}\n"
            for at in ("en", "ar", "tr")
        },
    )
    save_workbook(
        root / "signatories/joint.xlsx",
        [
            ["Organisation", "المنظمة", "Signed", "Withheld"],
            ["Ivy Society", "جمعية اللبلاب", "yes", None],
            ["Help4Roses", None, "yes", "no"],
            ["Lemon Guild", None, "no", None],
            ["Fig House", "بيت التين", "yes", "yes"],
        ],
    )
    answer = letterkit(root, "generate", "thanks", "--format", "txt")
    assert answer.exit_code == 0, answer.stderr
    arabic = text(root, "mayor.ar")
    assert "جمعية اللبلاب" in arabic
    assert "Help4Roses" in arabic
    assert "\n4\n" in arabic  # Friends of Roses, Ivy Society, Help4Roses, and one withheld
    for path in (root / "out").rglob("*"):
        if path.is_file():
            assert "Lemon" not in path.read_text(encoding="utf-8", errors="replace")
            assert "Fig House" not in path.read_text(encoding="utf-8", errors="replace")
    assert "Fig House" not in answer.output
    assert letterkit(root, "check", "thanks").exit_code == 0


JOINT: list[list[object]] = [
    ["Organisation", "Withheld"],
    ["Ivy Society", None],
    ["Fig House", "yes"],
]


@pytest.mark.parametrize("folder", ["signatories", "letters/thanks"])
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_table_is_kept_with_what_was_sent_and_has_numbers_for_the_withheld(
    letterkit: Run, tmp_path: Path, folder: str, kind: str
) -> None:
    said = f"{{from: joint.{kind}, where: asked == 'yes', header: 2}}"
    letter = f"donors.xlsx\nsignatories: {said}\nconsent: elsewhere"
    root = workspace(tmp_path, DONORS[:2], letter)
    joint: list[list[object]] = [
        ["Who has answered", None, None, None, None],
        ["Organisation", "Withheld", "Asked", "Remarks", "Person"],
        ["Ivy Society", None, "yes", "near the Fig House", None],
        ["Fig House", "yes", "yes", "do not name", None],
        ["Fig Garden", "yes", "yes", None, None],
        ["Fig Field", "yes", "no", None, None],
        [None, "yes", "yes", None, "Figaro Example"],
    ]
    path = root / folder / f"joint.{kind}"
    if kind == "xlsx":
        save_workbook(path, joint)
    else:
        lines = [",".join(str(cell or "") for cell in row) for row in joint]
        path.write_text("\n".join(lines), encoding="utf-8")
    counted = letterkit(root, "signatories", "count", "thanks", "--locale", "en").stdout
    assert counted == "thanks\ten\t3 organisations and 1 individual\n"
    kept = letterkit(root, "sent", "thanks", "--date", "2026-03-05")
    assert kept.exit_code == 0, kept.stderr
    again = root / "sent/2026/thanks/workspace"
    frozen = (again / folder / f"joint.{kind}").read_bytes()
    shown = (
        "".join(
            str(cell.value)
            for row in load_workbook(io.BytesIO(frozen)).worksheets[0].iter_rows()
            for cell in row
        )
        if kind == "xlsx"
        else frozen.decode()
    )
    assert "Ivy Society" in shown
    assert "Fig" not in shown
    assert letterkit(again, "signatories", "count", "thanks", "--locale", "en").stdout == counted
    assert letterkit(again, "generate", "thanks", "--format", "txt").exit_code == 0
    assert len(written(again)) == 2


def test_a_table_whose_condition_asks_for_names_is_not_kept(letterkit: Run, tmp_path: Path) -> None:
    said = "{from: joint.xlsx, where: organisation != 'Rose'}"
    letter = f"donors.xlsx\nsignatories: {said}\nconsent: elsewhere"
    root = workspace(tmp_path, DONORS[:2], letter)
    save_workbook(root / "signatories/joint.xlsx", JOINT)
    with pytest.raises(LetterkitError, match="nobody can tell which names in this table"):
        letterkit(root, "sent", "thanks", "--date", "2026-03-05")
    assert not list((root / "sent").rglob("*.xlsx"))
