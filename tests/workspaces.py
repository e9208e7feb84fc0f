"""A small workspace with invented names, for tests to spoil one file of at a time."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SETTINGS = """\
organisation:
  name: {en: Rosewater Trust, ar: صندوق ماء الورد, tr: Gülsuyu Vakfı}
  country: TR
  director:
    name: {en: Lale Deniz, ar: لاله دنيز, tr: Lale Deniz}
    title: {en: Director, ar: المديرة, tr: Müdür}
locales: [en, ar, tr]
"""

LETTER = """\
template: appeal
date: 2020-03-04
addressees: [minister, mayor]
copies: [prefect]
signatories: [friends]
variables:
  houses: 12
"""

TEMPLATE = """\
kind: letter
source: en
variables:
  houses: integer
parts:
  - dateline
  - inside-address
  - salutation
  - body
  - thanks
  - signatories
  - copies
"""

ADDRESSEES = """\
minister:
  name: {en: Ada Kaya, ar: آدا كايا, tr: Ada Kaya}
  gender: female
  office: minister
  title: {en: Minister of Housing, ar: وزيرة الإسكان, tr: Konut Bakanı}
mayor:
  name: {en: Can Demir, ar: جان دمير, tr: Can Demir}
  gender: male
  title: {en: Mayor, ar: رئيس البلدية, tr: Belediye Başkanı}
prefect:
  title: {en: The Prefect, ar: المحافظ, tr: Vali}
"""

SIGNATORIES = """\
- organisation: {en: Friends of Roses, ar: أصدقاء الورد, tr: Gül Dostları}
  consent: {letter: appeal}
- person: {en: Ali Can, ar: علي جان, tr: Ali Can}
  consent: {letter: appeal}
"""

FILES: Mapping[str, str] = {
    "letterkit.yaml": SETTINGS,
    "letters/appeal/letter.yaml": LETTER,
    "letters/appeal/en.md": "We write about {{ houses }} houses.\n",
    "letters/appeal/ar.md": "نكتب عن {{ houses }} بيتا.\n",
    "letters/appeal/tr.md": "{{ houses }} ev için yazıyoruz.\n",
    "templates/appeal/template.yaml": TEMPLATE,
    "templates/appeal/en.md": "::: thanks\nThank you.\n:::\n",
    "templates/appeal/ar.md": "::: thanks\nشكرا لكم.\n:::\n",
    "templates/appeal/tr.md": "::: thanks\nTeşekkür ederiz.\n:::\n",
    "signatories/friends.yaml": SIGNATORIES,
    "addressees/officials.yaml": ADDRESSEES,
}


def make_workspace(root: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write the workspace with these files instead, or without those that are None."""
    shutil.rmtree(root, ignore_errors=True)
    for name, content in {**FILES, **(changes or {})}.items():
        if content is None:
            continue
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def changed(text: str, before: str, after: str) -> str:
    """A text of the above with one place of it changed."""
    assert text.count(before) == 1
    return text.replace(before, after)


ENGLISH = changed(LETTER, "date:", "locales: [en]\ndate:")
"""The letter in English alone."""


def plain_letter(variables: str = "", locales: str = "en") -> str:
    """The data of a letter without a template."""
    return f"date: 2020-03-04\nlocales: [{locales}]\n" + (
        f"variables:\n{variables}" if variables else ""
    )
