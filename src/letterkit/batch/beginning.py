"""Begins a letter or a template: the files that a person then fills with words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letterkit.batch.files import safe_file_name, write_whole
from letterkit.diagnostics import LetterkitError, Origin

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

_LETTER = """\
{structure}
date: {date}
# place: Gaziantep
# reference: IDA/ADV/2026/001
# subject: What the letter is about
addressees: [{addressees}]
locales: [{locales}]
"""

_ADDRESSEES_HINT = """\
# Nobody is addressed yet. Describe the addressee in the folder addressees/, then name it above.
"""

_TEMPLATE = """\
# What letters of this kind share. Their words stand beside this file, one file a language.
kind: letter
source: {source}
parts:
  - dateline
  - reference-line
  - inside-address
  - subject-line
  - salutation
  - opening
  - body                           # each letter's own words
  - complimentary-close
  - signatories
  - enclosures
  - copies
"""

_TEMPLATE_WORDS = """\
::: opening

:::
"""

_PLAIN_SCALAR = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


class BeginningError(LetterkitError):
    """Something of that name cannot be begun."""


def begin_letter(
    folder: Path,
    *,
    today: date,
    template: str | None,
    addressees: Sequence[str],
    locales: Sequence[str],
) -> list[Path]:
    """Make a letter's folder: its data, and for each language a file for its words, still empty.

    Raises:
        BeginningError: where the name will not do or is taken; nothing is written then.
    """
    data = _LETTER.format(
        structure=f"template: {_scalar(template)}" if template else "kind: letter",
        date=today.isoformat(),
        addressees=", ".join(map(_scalar, addressees)),
        locales=", ".join(locales),
    )
    if not addressees:
        data += _ADDRESSEES_HINT
    files = {"letter.yaml": data} | {f"{locale}.md": "" for locale in locales}
    return _write(folder, files)


def begin_template(folder: Path, *, source: str) -> list[Path]:
    """Make a template's folder: its parts, and a file for its words in the source language.

    Raises:
        BeginningError: where the name will not do or is taken; nothing is written then.
    """
    files = {
        "template.yaml": _TEMPLATE.format(source=source),
        f"{source}.md": _TEMPLATE_WORDS,
    }
    return _write(folder, files)


def _write(folder: Path, files: dict[str, str]) -> list[Path]:
    if safe_file_name(folder.name) != folder.name:
        raise BeginningError(
            f"`{folder.name}` cannot be the name of a folder on every system",
            hint=f"`{safe_file_name(folder.name)}` would do",
        )
    if folder.exists():
        raise BeginningError(
            f"`{folder.name}` is there already", Origin(str(folder)), "choose another name"
        )
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise BeginningError(
            f"cannot make the folder: {error.strerror}", Origin(str(folder))
        ) from error
    for name, content in files.items():
        write_whole(folder / name, content.encode())
    return [folder / name for name in files]


def _scalar(text: str) -> str:
    """Text as a YAML scalar, quoted where it might be read as something else."""
    if _PLAIN_SCALAR.fullmatch(text):
        return text
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'
