"""`letterkit sent`: what left the house is kept as it left it, and known again."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest
from tests.workspaces import ENGLISH, LETTER, SETTINGS, changed, make_workspace, plain_letter
from tests.writers.pictures import png

from letterkit.register import sending

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]
    Program = Callable[..., int]

DAY = ("--date", "2020-03-05")
SENT = "sent/2020/appeal"
FILES = [
    f"{who}.{locale}.released.{kind}"
    for locale in ("en", "ar", "tr")
    for who in ("minister", "mayor")
    for kind in ("docx", "txt")
]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def tracked(document: bytes, inner: str) -> bytes:
    """A Word file with something of a reviewer's in its first paragraph."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = part.replace(b"</w:p>", inner.encode() + b"</w:p>", 1)
            new.writestr(name, part)
    return made.getvalue()


def test_files_and_inputs_are_kept_and_recorded(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    answer = letterkit(root, "sent", "appeal", *DAY)
    assert answer.exit_code == 0, answer.stderr
    assert answer.stdout.splitlines() == [f"{SENT}/{name}" for name in FILES]
    assert answer.stderr == f"appeal is recorded as sent on 2020-03-05, in {SENT}\n"
    record = json.loads((root / SENT / "record.json").read_text())
    assert {key: record[key] for key in ("letter", "date", "sent_on", "reference")} == {
        "letter": "appeal",
        "date": "2020-03-04",
        "sent_on": "2020-03-05",
        "reference": "",
    }
    assert [each["id"] for each in record["addressees"]] == ["minister", "mayor"]
    for file in record["files"]:
        content = (root / SENT / file["path"]).read_bytes()
        assert file["sha256"] == hashlib.sha256(content).hexdigest()
        assert file["bytes"] == len(content)
    kept = {file["path"] for file in record["files"]} | {"record.json"}
    assert kept == set(contents(root / SENT))
    letterkit(root, "generate", "appeal", "--release")
    for name in FILES:
        assert (root / SENT / name).read_bytes() == (root / "out" / "appeal" / name).read_bytes()


def test_what_is_kept_is_enough_to_make_it_again(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path / "w",
        {
            "letters/appeal/en.md": "![roses](../../pictures/roses.png)\n\n{{ houses }} houses.\n",
            "pictures/roses.png": png(2, 2),
            "locales/en.yaml": "labels: {copies: 'Copies to:'}\n",
            "addressees/others.yaml": "somebody: {name: Nobody}\n",
            "letters/appeal/notes.docx": b"not an input",
            "letters/other/letter.yaml": "date: 2020-01-01\n",
        },
    )
    assert letterkit(root, "sent", "appeal", *DAY).exit_code == 0
    again = tmp_path / "elsewhere"
    shutil.copytree(root / SENT / "workspace", again)
    shutil.rmtree(root / "letters")
    assert letterkit(again, "generate", "--release").exit_code == 0
    for name in FILES:
        assert (again / "out" / "appeal" / name).read_bytes() == (root / SENT / name).read_bytes()
    names = set(contents(root / SENT / "workspace"))
    assert "addressees/officials.yaml" in names
    assert not names & {"addressees/others.yaml", "letters/appeal/notes.docx"}


def test_a_letter_that_was_sent_is_left_alone(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path,
        {
            "letters/other/letter.yaml": plain_letter() + "addressees: mayor\n",
            "letters/other/en.md": "Words.\n",
        },
    )
    letterkit(root, "sent", "appeal", *DAY)
    before = contents(root / SENT)
    answer = letterkit(root, "generate")
    assert answer.stderr == "appeal: sent on 2020-03-05, and left alone\n2 written\n"
    assert not (root / "out" / "appeal").exists()
    assert json.loads(letterkit(root, "generate", "--json").stdout)["left_alone"] == ["appeal"]
    assert letterkit(root, "generate", "appeal").stderr == "12 written\n"
    assert letterkit(root).stdout.splitlines()[:2] == ["appeal", "  sent on 2020-03-05"]
    assert contents(root / SENT) == before


def test_a_letter_is_sent_once_unless_it_is_another_issue(
    program: Program, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_workspace(tmp_path)
    assert program(root, "sent", "appeal", *DAY) == 0
    before = contents(root / SENT)
    assert program(root, "sent", "appeal", "--date", "2020-04-01") == 1
    told = capsys.readouterr().err
    assert f"{SENT}:1:1: error: `appeal` was sent on 2020-03-05\n" in told
    assert program(root, "sent", "appeal", "--date", "2020-04-01", "--again") == 0
    assert contents(root / SENT) == before
    assert (root / f"{SENT} (2)" / "mayor.en.released.docx").is_file()
    capsys.readouterr()
    assert program(root, "sent") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"2020-03-04  appeal  en,ar,tr  {SENT} (2)",
        f"2020-03-04  appeal  en,ar,tr  {SENT}",
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"letters/appeal/ar.md": "{{ hoses }}"},
        {"letters/appeal/tr.md": None, "letters/appeal/en.md": "Draft. {{ note('ask Ali') }}"},
        {"letters/appeal/letter.yaml": "date: never\n"},
    ],
)
def test_a_letter_at_fault_is_not_recorded(
    letterkit: Run, tmp_path: Path, changes: dict[str, str | bytes | None]
) -> None:
    root = make_workspace(tmp_path, changes)
    answer = letterkit(root, "sent", "appeal")
    assert answer.exit_code == 1
    assert " error: " in answer.stderr
    assert answer.stderr.endswith("not recorded: appeal\n")
    assert not (root / "sent").exists()
    assert not (root / "register.sqlite").exists()


def test_a_final_stands_for_what_is_generated(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    letterkit(root, "generate")
    final = tmp_path / "mayor.en signed.docx"
    final.write_bytes(
        tracked((root / "out/appeal/mayor.en.docx").read_bytes(), "<w:r><w:t>by hand</w:t></w:r>")
    )
    scan = tmp_path / "minister.tr.pdf"
    scan.write_bytes(b"%PDF-1.7 scan")
    answer = letterkit(root, "sent", "appeal", *DAY, "--final", str(final), "--final", str(scan))
    assert answer.exit_code == 0, answer.stderr
    names = {line.removeprefix(f"{SENT}/") for line in answer.stdout.splitlines()}
    assert {"mayor.en.final.docx", "minister.tr.final.pdf"} <= names
    assert not names & {"mayor.en.released.docx", "mayor.en.released.txt"}
    assert (root / SENT / "mayor.en.final.docx").read_bytes() == final.read_bytes()
    texts = {
        (each["addressee"], each["locale"]): each["text"]
        for each in json.loads((root / SENT / "record.json").read_text())["documents"]
    }
    assert "by hand" in texts["mayor", "en"]
    assert "12" in texts["minister", "tr"]


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        (
            '<w:ins w:id="9" w:author="R"><w:r><w:t>more</w:t></w:r></w:ins>',
            "has an insertion in paragraph 1: `4 March 2020more`",
        ),
        ('<w:del w:id="9" w:author="R"/>', "has a deletion in paragraph 1"),
        ('<w:r><w:commentReference w:id="9"/></w:r>', "has a comment in paragraph 1"),
    ],
)
def test_a_final_with_open_changes_is_refused(
    letterkit: Run, tmp_path: Path, inner: str, told: str
) -> None:
    root = make_workspace(tmp_path)
    letterkit(root, "generate")
    final = tmp_path / "mayor.en.docx"
    final.write_bytes(tracked((root / "out/appeal/mayor.en.docx").read_bytes(), inner))
    answer = letterkit(root, "sent", "appeal", "--final", str(final))
    assert answer.exit_code == 1
    assert f"error: `mayor.en.docx` {told}" in answer.stderr
    assert not (root / "sent").exists()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("letter.docx", b"", "nobody can tell whose letter `letter.docx` is"),
        ("mayor.en.docx", b"no zip", "this is no Word file"),
        ("mayor.en.odt", b"", "`mayor.en.odt` is neither a Word file nor a PDF"),
        ("mayor.en.pdf", b"no PDF", "`mayor.en.pdf` is neither a Word file nor a PDF"),
    ],
)
def test_a_final_that_is_none_is_told(
    letterkit: Run, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    root = make_workspace(tmp_path)
    (tmp_path / name).write_bytes(content)
    answer = letterkit(root, "sent", "appeal", "--final", name)
    assert answer.exit_code == 1
    assert told in answer.stderr
    assert not (root / "sent").exists()


def test_a_file_edited_in_out_is_told_where_it_is_not_the_final(
    letterkit: Run, tmp_path: Path
) -> None:
    root = make_workspace(tmp_path, {"letters/appeal/letter.yaml": ENGLISH})
    letterkit(root, "generate")
    edited = root / "out" / "appeal" / "mayor.en.docx"
    edited.write_bytes(tracked(edited.read_bytes(), "<w:r><w:t>by hand</w:t></w:r>"))
    assert (
        "out/appeal/mayor.en.docx:1:1: warning: the file was edited"
        in letterkit(root, "sent", "appeal").stderr
    )
    answer = letterkit(root, "sent", "appeal", "--again", "--final", "out/appeal/mayor.en.docx")
    assert "warning" not in answer.stderr


def test_a_reference_of_another_letter_is_refused(
    program: Program, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ENGLISH + "reference: RT/1\nconsent: elsewhere\n"
    root = make_workspace(tmp_path, {"letters/appeal/letter.yaml": data})
    assert program(root, "sent", "appeal", *DAY) == 0
    (root / "letters" / "appeal").rename(root / "letters" / "other")
    assert program(root, "sent", "other") == 1
    told = f"{SENT}:1:1: error: `RT/1` is the reference of `appeal`, which was sent"
    assert told in capsys.readouterr().err


def test_a_run_stopped_before_the_folder_stands_has_sent_nothing(
    letterkit: Run, tmp_path: Path
) -> None:
    root = make_workspace(tmp_path)
    begun = root / "sent" / "2020" / ".appeal.tmp"
    begun.mkdir(parents=True)
    (begun / "mayor.en.released.docx").write_bytes(b"half")
    answer = letterkit(root, "sent")
    assert "sent/2020/.appeal.tmp:1:1: note: what a run that was stopped had begun" in answer.stderr
    assert not begun.exists()
    assert letterkit(root, "sent", "appeal", *DAY).exit_code == 0


def test_a_run_stopped_before_the_entry_is_finished_by_the_next(
    letterkit: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_workspace(tmp_path)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(sending, "_enter", stop)
        assert letterkit(root, "sent", "appeal", *DAY).exit_code == 1
    assert (root / SENT / "record.json").is_file()
    answer = letterkit(root, "generate")
    assert f"{SENT}/record.json:1:1: note: a letter that was sent is entered" in answer.stderr
    assert "appeal: sent on 2020-03-05, and left alone" in answer.stderr
    assert "note" not in letterkit(root, "generate").stderr


def test_the_register_can_be_made_anew_from_what_was_sent(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    letterkit(root, "sent", "appeal", *DAY)
    before = letterkit(root, "sent", "--json").stdout
    (root / "register.sqlite").unlink()
    assert letterkit(root, "sent", "--json").stdout == before
    record = root / SENT / "record.json"
    (root / "register.sqlite").unlink()
    for spoilt in ("[]", "{", '{"version": 2}', record.read_text().replace("2020-03-05", "never")):
        record.write_text(spoilt)
        answer = letterkit(root, "sent")
        assert answer.stdout == ""
        assert "record.json:1:1: warning: the file is no record" in answer.stderr


def test_no_withheld_name_is_kept(letterkit: Run, tmp_path: Path) -> None:
    listed = (
        "- organisation: {en: Friends of Roses, ar: أصدقاء الورد, tr: Gül Dostları}\n"
        "- organisation: Zxqv Clinic   # do not tell\n  withheld: true\n"
        "- withheld: 2  # Zxqv and others\n"
    )
    data = LETTER + "consent: elsewhere\n" if "consent" not in LETTER else LETTER
    root = make_workspace(
        tmp_path, {"signatories/friends.yaml": listed, "letters/appeal/letter.yaml": data}
    )
    assert letterkit(root, "sent", "appeal", *DAY).exit_code == 0
    everything = contents(root / "sent") | {"db": (root / "register.sqlite").read_bytes()}
    for name, content in everything.items():
        assert b"Zxqv" not in content, name
        if name.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                assert not any(b"Zxqv" in package.read(part) for part in package.namelist())
    again = tmp_path / "again"
    shutil.copytree(root / SENT / "workspace", again)
    letterkit(again, "generate", "--release")
    for name in FILES:
        assert (again / "out" / "appeal" / name).read_bytes() == (root / SENT / name).read_bytes()


def test_what_was_sent_is_exported_for_people(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    letterkit(root, "sent", "appeal", *DAY)
    answer = letterkit(root, "sent", "--export", "register.xlsx")
    assert (answer.exit_code, answer.stdout) == (0, "register.xlsx\n")
    rows = list(openpyxl.load_workbook(root / "register.xlsx")["Sent"].iter_rows(values_only=True))
    assert len(rows) == 2
    assert "Ada Kaya; Can Demir" in rows[1]
    assert letterkit(root, "sent", "--export", "register.pdf").exit_code == 2


def test_usage_is_told(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    assert "did you mean `appeal`?" in letterkit(root, "sent", "apeal").stderr
    assert letterkit(root, "sent", "--again").exit_code == 2
    assert letterkit(root, "sent", "appeal", "--export", "a.xlsx").exit_code == 2
    answer = letterkit(root, "sent")
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert "Nothing was recorded as sent yet." in answer.stderr


def test_a_house_that_draws_references_is_told_of_a_letter_without(
    letterkit: Run, tmp_path: Path
) -> None:
    root = make_workspace(
        tmp_path, {"letterkit.yaml": SETTINGS + "references: {pattern: 'RT/{number}'}\n"}
    )
    assert "`appeal` was sent without a reference" in letterkit(root, "sent", "appeal").stderr
    data = changed(LETTER, "date:", "reference: RT/7\ndate:")
    root = make_workspace(tmp_path / "b", {"letters/appeal/letter.yaml": data})
    assert "without a reference" not in letterkit(root, "sent", "appeal").stderr
