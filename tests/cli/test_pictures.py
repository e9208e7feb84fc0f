"""Pictures from the workspace to the file: what is told of them, and what stands for them."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

from tests.workspaces import make_workspace
from tests.writers.pictures import png

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

SHOWN = {"en": "The gate of the clinic", "ar": "بوابة العيادة", "tr": "Kliniğin kapısı"}
PLAIN = "date: 2020-03-04\nlocales: [en, ar, tr]\n"


def words(folder: Path, name: str) -> str:
    """What a Word file says in its body."""
    with zipfile.ZipFile(folder / name) as file:
        return file.read("word/document.xml").decode()


def test_a_picture_without_words_is_told_in_each_language(letterkit: Run, tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "letters/appeal/letter.yaml": PLAIN,
        "letters/appeal/en.md": "Roses.\n\n![](gate.png)\n",
        "letters/appeal/ar.md": f"ورد ![{SHOWN['ar']}](gate.png)\n",
        "letters/appeal/tr.md": 'Güller ![](gate.png "decoration")\n\n![ ](gate.png)\n',
        "letters/appeal/gate.png": png(40, 30),
    }
    answer = letterkit(make_workspace(tmp_path, files), "check", "appeal")
    told = [line for line in answer.stderr.splitlines() if "gate.png" in line]
    message = "warning: the picture `gate.png` says nothing to those who cannot see it"
    assert told[::2] == [
        f"letters/appeal/en.md:3:1: {message}",
        f"letters/appeal/tr.md:3:1: {message}",
    ]
    assert '![](gate.png "decoration")' in told[1]
    assert answer.exit_code == 0


def test_pictures_that_cannot_be_shown_are_all_told_at_once(letterkit: Run, tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "letters/appeal/letter.yaml": "date: 2020-03-04\nlocales: [en]\n",
        "letters/appeal/en.md": "A ![x](cut.png)\n\n![y](moving.gif) and ![z](missing.png).\n",
        "letters/appeal/cut.png": png(40, 30)[:-20],
        "letters/appeal/moving.gif": b"GIF89a",
    }
    root = make_workspace(tmp_path, files)
    for command in (("check", "appeal"), ("generate", "appeal", "--format", "txt")):
        answer = letterkit(root, *command)
        assert answer.exit_code == 1
        assert [line for line in answer.stderr.splitlines() if "error: " in line] == [
            "letters/appeal/en.md:1:3: error: `cut.png` is no picture that a letter can show",
            "letters/appeal/en.md:3:1: error: `moving.gif` is no picture that a letter can show",
            "letters/appeal/en.md:3:22: error: there is no picture `missing.png`",
        ]


def test_what_a_picture_shows_is_said_in_the_language_of_the_letter(
    letterkit: Run, tmp_path: Path
) -> None:
    files: dict[str, str | bytes | None] = {
        "letters/appeal/letter.yaml": PLAIN,
        "letters/appeal/gate.png": png(40, 30),
        **{
            f"letters/appeal/{locale}.md": f"A ![{each}](gate.png)\n"
            for locale, each in SHOWN.items()
        },
    }
    root = make_workspace(tmp_path, files)
    formats = ("--format", "docx", "--format", "html", "--format", "txt")
    assert letterkit(root, "generate", "appeal", *formats).exit_code == 0
    for locale, shown in SHOWN.items():
        folder = root / "out" / "appeal"
        assert re.findall(r'descr="([^"]*)"', words(folder, f"appeal.{locale}.docx")) == [shown]
        page = (folder / f"appeal.{locale}.html").read_text(encoding="utf-8")
        assert re.findall(r'alt="([^"]*)"', page) == [shown]
        assert f"[{shown}]" in (folder / f"appeal.{locale}.txt").read_text(encoding="utf-8")
