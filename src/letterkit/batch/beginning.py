"""Begins a letter or a template: the files that a person then fills with words."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from letterkit.batch.files import OutputError, safe_file_name, write_whole
from letterkit.diagnostics import LetterkitError, Origin
from letterkit.letter import LETTER_FILE
from letterkit.letter.drafts import DRAFTS_FILE
from letterkit.sources.amending import amended, yaml_list, yaml_scalar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

_LETTER = """\
{structure}
date: {date}
# place: where it is written
{reference}
# subject: {{en: what it is about, ar: موضوعها, tr: konusu}}
# enclosures: [what lies with it]
# copies: [who else receives it]
addressees: {addressees}
locales: {locales}
"""

_ADDRESSEES_HINT = """\
# Nobody is addressed yet. Describe the addressee in a file of addressees/, as in
#     mayor-of-example:
#       name: {{en: Rana Example, ar: رنا مثال, tr: Rana Example}}
#       gender: female
#       title: {{en: Mayor of Example, ar: رئيسة بلدية المثال, tr: Örnek Belediye Başkanı}}
#       address: [1 Example Street, 10000 Example]
#       country: TR
# then write `addressees: [mayor-of-example]` above.
"""

_TEMPLATE = """\
# What letters of this kind share. Their words stand beside this file, one file a language.
kind: letter
source: {source}
parts:                             # a part that has nothing to say does not stand in a letter
  - sender
  - reference-line
  - dateline
  - inside-address
  - salutation
  - subject-line
  - opening                        # words that all these letters share, in the files beside this
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

_SIGNATORIES = """\
# Who signs, one entry for each. Write yours instead of the examples, and take the # away.
# order: alphabetical              # as each language sorts; or country, kind; given if left out
signatories: []
#  - organisation: {{en: Example Clinic, ar: عيادة المثال, tr: Örnek Kliniği}}
#    consent: {{letter: {letter}, by: Rana Example, date: 2026-03-01}}
#  - person: {{en: Rana Example, ar: رنا مثال, tr: Rana Example}}
#    honorific: doctor
#    title: {{en: Director, ar: المديرة, tr: Müdür}}
#    organisation: {{en: Example Hospital, ar: مستشفى المثال, tr: Örnek Hastanesi}}
#    consent: {{letter: {letter}, by: Rana Example, date: 2026-03-01}}
#  - organisation: {{en: Example Union, ar: اتحاد المثال, tr: Örnek Birliği}}
#    represents: 92                # so many organisations stand behind it
#    consent: {{letter: {letter}, by: Can Example, date: 2026-03-02}}
#  - withheld: 3                   # so many who sign and must not be named: write no names at all
"""

_ANOTHER_NAME = "choose another name"


OF_ITS_OCCASION = ("reference", "release_number", "embargo", "consent")
"""What a letter says of itself that no other letter can say, beside its date."""


class BeginningError(LetterkitError):
    """Something of that name cannot be begun: wrong usage."""

    exit_code: ClassVar[int] = 2


def begin_letter(
    letters: Path,
    name: str,
    *,
    today: date,
    template: str | None,
    addressees: Sequence[str],
    locales: Sequence[str],
    reference: str | None = None,
) -> list[Path]:
    """Make a folder in `letters`: its data, and for each language an empty file for its words.

    The folder appears whole or not at all.

    Raises:
        BeginningError: where the name will not do or is taken; nothing is written then.
        OutputError: where the folder cannot be written.
    """
    data = _LETTER.format(
        structure=f"template: {yaml_scalar(template)}" if template else "kind: letter",
        date=today.isoformat(),
        reference=f"reference: {yaml_scalar(reference)}"
        if reference
        else "# reference: its number",
        addressees=yaml_list(addressees),
        locales=yaml_list(locales),
    )
    if not addressees:
        data += _ADDRESSEES_HINT.format()
    files = {"letter.yaml": data} | {f"{locale}.md": "" for locale in locales}
    return _write(letters, name, files)


def begin_letter_like(
    letters: Path,
    name: str,
    source: Path,
    *,
    today: date,
    addressees: Sequence[str],
    locales: Sequence[str],
    reference: str | None = None,
) -> list[Path]:
    """Make a folder in `letters` with the data and words of the letter in `source`.

    Its date, and what else belonged to its own occasion, are not taken over; addressees and
    languages only where none are given here. The folder appears whole or not at all.

    Raises:
        BeginningError: where the name will not do or is taken, or the letter cannot be read.
        AmendingError: where its data is written in a manner in which nothing can be changed.
        OutputError: where the folder cannot be written.
    """
    try:
        files = {
            path.name: path.read_bytes()
            for path in sorted(source.iterdir())
            if path.is_file() and not path.name.startswith((".", "~", DRAFTS_FILE))
        }
        data = files.pop(LETTER_FILE).decode()
    except (OSError, KeyError, UnicodeDecodeError) as error:
        raise BeginningError(
            f"the data of `{source.name}` cannot be read", Origin(str(source / LETTER_FILE))
        ) from error
    changes: dict[str, str | Sequence[str] | None] = dict.fromkeys(OF_ITS_OCCASION)
    changes["date"] = today.isoformat()
    if addressees:
        changes["addressees"] = addressees
    if locales:
        changes["locales"] = locales
    if reference:
        changes["reference"] = reference
    made = amended(data, str(source / LETTER_FILE), changes, after=("place", "date"))
    return _write(letters, name, {LETTER_FILE: made.encode(), **files})


def begin_template(templates: Path, name: str, *, source: str) -> list[Path]:
    """Make a folder in `templates`: its parts, and a file for its words in the source language.

    Raises:
        BeginningError: where the name will not do or is taken; nothing is written then.
        OutputError: where the folder cannot be written.
    """
    files = {
        "template.yaml": _TEMPLATE.format(source=source),
        f"{source}.md": _TEMPLATE_WORDS,
    }
    return _write(templates, name, files)


def begin_signatories(folder: Path, name: str, *, letter: str | None) -> Path:
    """Make a list of signatories with an example of each shape; `letter` is what they sign.

    Raises:
        BeginningError: where the name will not do or is taken; nothing is written then.
        OutputError: where the file cannot be written.
    """
    if safe_file_name(name) != name:
        raise BeginningError(
            f"`{name}` cannot be the name of a file on every system",
            hint=f"`{safe_file_name(name)}` would do",
        )
    path = folder / f"{name}.yaml"
    taken = [each for each in folder.glob(f"{name}.*") if each.stem == name]
    if taken:
        raise BeginningError(f"`{name}` is there already", Origin(str(taken[0])), _ANOTHER_NAME)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "").lower()  # the system's own words, English
        raise OutputError(f"cannot make the folder: {reason}", Origin(str(folder))) from error
    write_whole(path, _SIGNATORIES.format(letter=letter or "LETTER").encode())
    return path


def _write(parent: Path, name: str, files: Mapping[str, str | bytes]) -> list[Path]:
    if safe_file_name(name) != name:
        raise BeginningError(
            f"`{name}` cannot be the name of a folder on every system",
            hint=f"`{safe_file_name(name)}` would do",
        )
    folder = parent / name
    if os.path.lexists(folder):
        raise BeginningError(f"`{name}` is there already", Origin(str(folder)), _ANOTHER_NAME)
    begun = parent / f".{secrets.token_hex(8)}.tmp"
    try:
        try:
            begun.mkdir(parents=True)
            for file, content in files.items():
                write_whole(
                    begun / file, content if isinstance(content, bytes) else content.encode()
                )
            begun.rename(folder)
        except BaseException:
            with suppress(OSError):
                shutil.rmtree(begun, ignore_errors=True)
            raise
    except OSError as error:
        reason = (error.strerror or "").lower()  # the system's own words, English
        raise OutputError(f"cannot make the folder: {reason}", Origin(str(folder))) from error
    return [folder / file for file in files]
