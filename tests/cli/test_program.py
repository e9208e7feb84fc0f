"""The program as people run it: in a process of its own, in odd places and terminals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from tests.workspaces import make_workspace, plain_letter

from letterkit.batch.files import RECORD_NAME

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = [sys.executable, "-m", "letterkit"]
# A program started in the background of a shell ignores an interruption, as its tests then do.
INTERRUPTIBLE = [
    sys.executable,
    "-c",
    (
        "import runpy, signal\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "runpy.run_module('letterkit', run_name='__main__')"
    ),
]
PATIENCE = 60
"""Seconds to wait on a machine that has much else to do."""
ODD_TERMINAL = {
    "PYTHONIOENCODING": "ascii",
    "LC_ALL": "C",
    "LANG": "C",
}


def run(
    folder: Path, *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    answer = subprocess.run(
        [*PROGRAM, *arguments],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"Traceback" not in answer.stderr, answer.stderr.decode()
    return answer


def test_a_terminal_that_knows_ascii_alone_still_gets_every_language(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"letters/appeal/ar.md": "{{ وردة }} {{ houses }}\n"})
    answer = run(root, "generate", "--format", "txt", environment=ODD_TERMINAL)
    assert answer.returncode == 1
    told = answer.stderr.decode("utf-8")
    assert "letters/appeal/ar.md:1:4: error: \u2068`وردة`\u2069 is not defined" in told
    text = (root / "out" / "appeal" / "mayor.tr.txt").read_bytes()
    assert "Teşekkür ederiz.".encode() in text


def test_a_workspace_may_stand_under_spaces_and_arabic_letters(tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "our office" / "مكتب", {"letters/رسالة/letter.yaml": None})
    (root / "letters" / "شكر").mkdir()
    (root / "letters" / "شكر" / "letter.yaml").write_text(plain_letter())
    (root / "letters" / "شكر" / "en.md").write_text("Thank you.\n")
    answer = run(tmp_path, "-C", str(root), "generate", environment=ODD_TERMINAL)
    assert answer.returncode == 0, answer.stderr.decode()
    assert (root / "out" / "شكر" / "شكر.en.docx").is_file()
    assert "our office/مكتب/out/شكر/شكر.en.txt" in answer.stdout.decode().replace("\\", "/")
    assert run(root / "letters" / "شكر", "check", "en.md").returncode == 0


def test_a_closed_pipe_is_no_fault_to_speak_of(tmp_path: Path) -> None:
    expressions = "'x' | upper\n" * 5000
    with subprocess.Popen(
        [*PROGRAM, "eval", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(expressions[:24].encode())
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        try:
            process.stdin.write(expressions.encode())
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert process.stderr.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_an_interruption_leaves_whole_files_and_their_record(tmp_path: Path) -> None:
    ids = [f"person-{number:02}" for number in range(60)]
    root = make_workspace(
        tmp_path,
        {
            "letters/appeal/letter.yaml": f"{plain_letter()}addressees: [{', '.join(ids)}]\n",
            "letters/appeal/en.md": "Dear {{ addressee.name }}.\n",
            "addressees/many.yaml": "".join(f"{each}:\n  name: {each}\n" for each in ids),
        },
    )
    out = root / "out" / "appeal"
    out.mkdir(parents=True)
    os.mkfifo(out / "person-50.en.txt")  # nobody writes into it, so whoever looks at it waits
    with subprocess.Popen(
        [*INTERRUPTIBLE, "generate"], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        deadline = time.monotonic() + PATIENCE
        while not (out / "person-50.en.docx").exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert b"Traceback" not in told
    (out / "person-50.en.txt").unlink()
    assert {path.name for path in out.iterdir()} == {
        *(f"{each}.en.{form}" for each in ids[:50] for form in ("docx", "txt")),
        "person-50.en.docx",
    }
    (root / "letters" / "appeal" / "en.md").write_text("Hello {{ addressee.name }}.\n")
    (root / "one.yaml").write_text(f"{ids[0]}:\n  name: {ids[0]}\n")
    answer = run(root, "generate", "--addressees", "one.yaml")
    assert answer.returncode == 0
    assert b"was edited" not in answer.stderr


def test_no_colour_where_none_is_wanted(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"letters/appeal/ar.md": "{{ hoses }}"})
    for environment in ({"NO_COLOR": "1"}, {"FORCE_COLOR": "1", "NO_COLOR": "1"}):
        assert b"\x1b[" not in run(root, "check", environment=environment).stderr


def test_an_empty_environment_and_another_clock_change_nothing(tmp_path: Path) -> None:
    make_workspace(tmp_path / "one")
    make_workspace(tmp_path / "two")
    abroad = {
        "PYTHONHASHSEED": "0",
        "TZ": "Asia/Tokyo",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "tr_TR.UTF-8",
    }
    at_home = {
        **ODD_TERMINAL,
        "PYTHONHASHSEED": "77",
        "TZ": "America/Lima",
        "SOURCE_DATE_EPOCH": "1",
    }
    formats = ["--format", "docx", "--format", "txt", "--format", "html"]
    assert run(tmp_path / "one", "generate", *formats, environment=abroad).returncode == 0
    assert run(tmp_path / "two", "generate", *formats, environment=at_home).returncode == 0
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name / "out").rglob("*.*.*")}
        for name in ("one", "two")
    )
    documents = len(["minister", "mayor"]) * len(["en", "ar", "tr"]) * len(["docx", "txt", "html"])
    assert len(one) == documents + len([RECORD_NAME])
    assert one == two


@pytest.mark.skipif(os.name != "posix", reason="a folder that is in use cannot be removed there")
def test_a_current_folder_that_has_gone_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = f'cd "{gone}" && rmdir "{gone}" && "{sys.executable}" -m letterkit check'
    answer = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, capture_output=True, timeout=60, check=False
    )
    assert answer.returncode in {1, 2}
    assert b"Traceback" not in answer.stderr


def test_a_message_neither_moves_the_cursor_nor_turns_the_line(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path, {"letters/appeal/letter.yaml": 'date: "\\e[2J\\u202e\\u2028x"\n'}
    )
    told = run(root, "check").stderr.decode()
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "letter.yaml:1:13: error: `U+202E RIGHT-TO-LEFT OVERRIDE`" in told
