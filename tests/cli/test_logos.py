"""Logos of those who sign: which are printed, in which order, and what is told of them."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from tests.workspaces import make_workspace
from tests.writers.pictures import png

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

LETTER = """\
kind: KIND
date: 2020-03-04
locales: [en, ar, tr]
subject: {en: Roses, ar: ورد, tr: Güller}
signatories: [friends, others]
logos: pictures/logos
consent: elsewhere
"""
FRIENDS = """\
order: alphabetical
signatories:
  - {organisation: {en: Zinnia House, ar: بيت الزينيا, tr: Zinya Evi}, logo: b.png}
  - {organisation: {en: Aster Union, ar: اتحاد الأستر, tr: Aster Birliği}, logo: a.png}
  - withheld: true
    organisation: Nobody May Know
    logo: secret.png
  - {organisation: {en: Bare Society, ar: جمعية بلا شعار, tr: Logosuz Dernek}}
"""
OTHERS = """\
- person: {en: Ali Can, ar: علي جان, tr: Ali Can}
  organisation: {en: Ivy Society, ar: جمعية اللبلاب, tr: Sarmaşık Derneği}
  logo: c.jpg
- organisation: {en: Aster Youth, ar: شباب الأستر, tr: Aster Gençliği}
  logo: a.png
- organisation: {en: Left Long Ago, ar: غادروا, tr: Ayrıldı}
  withdrawn: 2020-01-01
  logo: d.png
- person: {en: Eda Su, ar: إيدا سو, tr: Eda Su}
  organisation: {en: Not Signing, ar: لا توقع, tr: İmzasız}
  personal_capacity: true
  logo: d.png
- organisation: {en: Lily Union, ar: اتحاد الزنبق, tr: Zambak Birliği}
  signatories:
    - {organisation: {en: Lily Clinic, ar: عيادة الزنبق, tr: Zambak Kliniği}, logo: e.png}
"""
SHOWN = {
    "en": ["Aster Union", "Zinnia House", "Ivy Society", "Lily Clinic"],
    "ar": ["اتحاد الأستر", "بيت الزينيا", "جمعية اللبلاب", "عيادة الزنبق"],
    "tr": ["Aster Birliği", "Zinya Evi", "Sarmaşık Derneği", "Zambak Kliniği"],
}
WORDS = {
    "letter": "Roses.\n",
    "statement": "::: lead\nRoses.\n:::\n::: body\nMore.\n:::\n",
}


def files(kind: str = "letter", **changes: str | bytes | None) -> dict[str, str | bytes | None]:
    """The files of a workspace; of those below `pictures/logos/` by their names alone."""
    return {
        "letters/appeal/letter.yaml": LETTER.replace("KIND", kind),
        **{f"letters/appeal/{locale}.md": WORDS[kind] for locale in SHOWN},
        "signatories/friends.yaml": FRIENDS,
        "signatories/others.yaml": OTHERS,
        "pictures/logos/a.png": png(50, 50, grey=1),
        "pictures/logos/b.png": png(80, 20, grey=2),
        "pictures/logos/c.jpg": png(20, 80, grey=3),
        "pictures/logos/d.png": png(20, 80, grey=4),
        "pictures/logos/e.png": png(20, 80, grey=5),
        "pictures/logos/README.txt": "from the societies",
        **changes,
    }


def told(answer: Result) -> list[str]:
    return [line for line in answer.stderr.splitlines() if re.match(r"[a-z/]+\.yaml:\d", line)]


def spoken(path: Path) -> list[str]:
    """What the pictures of a Word file show, in their order."""
    with zipfile.ZipFile(path) as package:
        return re.findall(r'descr="([^"]*)"', package.read("word/document.xml").decode())


@pytest.mark.parametrize("kind", ["letter", "statement"])
def test_logos_stand_once_in_the_order_in_which_their_owners_sign(
    kind: str, letterkit: Run, tmp_path: Path
) -> None:
    root = make_workspace(tmp_path, files(kind))
    answer = letterkit(root, "generate", "appeal", "--format", "docx", "--format", "html")
    assert answer.exit_code == 0, answer.stderr
    assert not [line for line in told(answer) if "logo" in line]
    for locale, names in SHOWN.items():
        stem = root / "out" / "appeal" / f"appeal.{locale}"
        assert spoken(stem.with_name(f"{stem.name}.docx")) == names
        page = stem.with_name(f"{stem.name}.html").read_text(encoding="utf-8")
        assert re.findall(r'alt="([^"]*)"', page) == names


def test_a_letter_without_a_folder_prints_no_logos(letterkit: Run, tmp_path: Path) -> None:
    changes = files()
    changes["letters/appeal/letter.yaml"] = LETTER.replace("logos: pictures/logos\n", "").replace(
        "KIND", "letter"
    )
    root = make_workspace(tmp_path, {**changes, "pictures/logos/a.png": None})
    answer = letterkit(root, "generate", "appeal", "--format", "docx")
    assert answer.exit_code == 0
    assert not [line for line in told(answer) if "logo" in line]
    assert spoken(root / "out" / "appeal" / "appeal.en.docx") == []


FAULTS: Mapping[str, tuple[dict[str, str | bytes | None], list[str]]] = {
    "a logo that is not there": (
        {"pictures/logos/b.png": None},
        ["signatories/friends.yaml:3:78: error: there is no logo `pictures/logos/b.png`"],
    ),
    "a logo that is broken": (
        {"pictures/logos/c.jpg": b"\xff\xd8no"},
        ["signatories/others.yaml:3:9: error: `c.jpg` is no picture that a letter can show"],
    ),
    "a logo that is too large": (
        {"pictures/logos/b.png": png(1, 1, says=(60_000, 60_000))},
        ["signatories/friends.yaml:3:78: error: the picture `b.png` is too large for a letter"],
    ),
    "logos of nobody": (
        {f"pictures/logos/{name}": png(2, 2) for name in ("secret.png", "f.PNG", "g.jpeg")},
        [
            (
                "letters/appeal/letter.yaml:6:8: warning: 3 of the 8 pictures in `pictures/logos`"
                " belong to nobody who signs"
            )
        ],
    ),
    "no folder": (
        {
            "letters/appeal/letter.yaml": LETTER.replace("pictures", "none").replace(
                "KIND", "letter"
            )
        },
        ["letters/appeal/letter.yaml:6:8: error: there is no folder `none/logos`"],
    ),
    "a folder elsewhere": (
        {"letters/appeal/letter.yaml": LETTER.replace("pictures", "..").replace("KIND", "letter")},
        ["letters/appeal/letter.yaml:6:8: error: `../logos` leads out of this workspace"],
    ),
    "a logo in another folder": (
        {"signatories/others.yaml": OTHERS.replace("c.jpg", "../c.jpg")},
        ["signatories/others.yaml:3:9: error: `../c.jpg` is no name of a file"],
    ),
    "logos that no part prints": (
        {"kinds/letter.yaml": "parts: [body, signatories]\n"},
        [
            f"letters/appeal/letter.yaml:6:1: warning: nothing in `{locale}` prints `logos`"
            for locale in SHOWN
        ],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_with_logos_is_told_once_with_its_place(
    changes: dict[str, str | bytes | None], expected: list[str], letterkit: Run, tmp_path: Path
) -> None:
    answer = letterkit(make_workspace(tmp_path, {**files(), **changes}), "check", "appeal")
    found = [line for line in told(answer) if "logo" in line or "c.jpg" in line or "b.png" in line]
    assert sorted(found) == sorted(expected)
    assert "secret" not in answer.stderr  # the name of a file that is withheld is a trace too


def test_the_late_ones_come_last(letterkit: Run, tmp_path: Path) -> None:
    friends = FRIENDS.replace("logo: b.png}", "logo: b.png, joined: 2020-04-01}")
    root = make_workspace(tmp_path, {**files(), "signatories/friends.yaml": friends})
    assert letterkit(root, "generate", "appeal", "--format", "docx").exit_code == 0
    shown = spoken(root / "out" / "appeal" / "appeal.en.docx")
    assert shown == ["Aster Union", "Ivy Society", "Lily Clinic", "Zinnia House"]
