"""Draws reference numbers, without gaps or doubles, whoever else draws and whatever crashes.

A number is drawn, written into `letter.yaml` and entered in one change of the register, whose lock
is held all the while. A run that is killed before the file is written has drawn nothing; one that
is killed after it has: the number stands in the letter, where the next run finds it. So the letters
are the truth, and every drawing begins by reading which numbers they have.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.letter import LETTER_FILE
from letterkit.register.database import storable
from letterkit.sources.nodes import DataMapping, DataText
from letterkit.sources.yaml import parse_yaml
from letterkit.workspace import LETTERS_FOLDER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from letterkit.letter.references import ReferencePattern
    from letterkit.register.database import Register

_REFERENCE = re.compile(r"^reference:[ \t]+([^\s#\"']+)[ \t]*\r?$", re.MULTILINE)

_Numbers = dict[tuple[int, int], str]
"""The letter that has a number, by year and number."""


def draw_reference(
    register: Register,
    pattern: ReferencePattern,
    letter: str,
    year: int,
    put: Callable[[str], None],
    problems: Diagnostics,
) -> str:
    """The reference of a letter: the one it has, else the next of its year.

    `put` writes the reference where the letter will be found to have it, whole or not at all;
    where it raises, nothing was drawn. A number that two letters have is told.

    Raises:
        RegisterError: where the register cannot be written.
    """
    with register.writing() as connection:
        standing = standing_numbers(register.root, pattern, problems)
        for (its_year, number), owner in standing.items():
            if owner == letter:
                _enter(connection, pattern, standing)
                return pattern.write(its_year, number)
        _enter(connection, pattern, standing)
        series_year = year if pattern.by_year else 0
        number = _next(connection, pattern, letter, series_year, standing)
        reference = pattern.write(year, number)
        put(reference)
        _enter(connection, pattern, {(series_year, number): letter})
        return reference


def standing_numbers(root: Path, pattern: ReferencePattern, problems: Diagnostics) -> _Numbers:
    """Which numbers the letters of a workspace have, by their own word."""
    found: _Numbers = {}
    for name, path in _letter_files(root / LETTERS_FOLDER):
        shown = f"{LETTERS_FOLDER}/{name}/{LETTER_FILE}"
        for reference, place in _references_in(path, shown, pattern):
            number = pattern.read(reference)
            if number is None:
                continue
            earlier = found.setdefault(number, name)
            if earlier != name:
                problems.warning(
                    f"`{reference}` is the reference of `{earlier}` too",
                    place,
                    "take it out of one of them, and `letterkit new reference` gives another",
                )
    return found


def _letter_files(folder: Path) -> Iterator[tuple[str, Path]]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError:
        return  # told where letters are looked for
    for name in names:
        yield name, folder / name / LETTER_FILE


def _references_in(
    path: Path, shown: str, pattern: ReferencePattern
) -> Iterator[tuple[str, Origin]]:
    """The reference that a letter has, if it is of the pattern.

    Of a file that has faults any mention of one counts: a number is rather left out than given
    twice.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return
    if not pattern.mention.search(text):
        return
    plain = [found for found in _REFERENCE.finditer(text) if pattern.read(found[1])]
    if len(plain) == 1:  # as nearly all are written, and a house has thousands of letters
        line = text.count("\n", 0, plain[0].start()) + 1
        yield plain[0][1], Origin(shown, line, plain[0].start(1) - plain[0].start() + 1)
        return
    problems = Diagnostics()
    node = parse_yaml(text, shown, problems)
    keys = node.items() if isinstance(node, DataMapping) else ()
    given = next((value for key, value in keys if key == "reference"), None)
    if isinstance(given, DataText) and pattern.read(given):
        yield str(given), given.origin
    elif problems.has_errors or "\N{REPLACEMENT CHARACTER}" in text:
        for mention in pattern.mention.finditer(text):
            yield mention[0], Origin(shown)


def _enter(
    connection: sqlite3.Connection,
    pattern: ReferencePattern,
    numbers: Mapping[tuple[int, int], str],
) -> None:
    connection.executemany(
        "INSERT INTO reference_number VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET letter = excluded.letter WHERE letter != excluded.letter",
        [
            (pattern.series, year, number, storable(letter))
            for (year, number), letter in numbers.items()
        ],
    )


def _next(
    connection: sqlite3.Connection,
    pattern: ReferencePattern,
    letter: str,
    year: int,
    standing: Mapping[tuple[int, int], str],
) -> int:
    """The number that was drawn for a letter of this name and stands in none, else a new one."""
    rows = connection.execute(
        "SELECT number, letter FROM reference_number WHERE series = ? AND year = ? ORDER BY number",
        (pattern.series, year),
    ).fetchall()
    sent = {pattern.read(each) for (each,) in connection.execute("SELECT reference FROM sent")}
    for number, owner in rows:
        if owner == storable(letter) and not {(year, number)} & (standing.keys() | sent):
            return int(number)
    used = {number for number, _ in rows} | {
        found[1] for found in sent if found and found[0] == year
    }
    return max(used, default=0) + 1
