"""Enters what was sent, and knows it again: once for each letter, whatever crashes in between."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from letterkit.diagnostics import LetterkitError, Origin
from letterkit.register.database import damaged, storable
from letterkit.register.freezing import freeze, sent_folders
from letterkit.register.records import RECORD_FILE, RecordError, read_record
from letterkit.workspace.places import shown_in

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from pathlib import Path

    from letterkit.diagnostics import Diagnostics
    from letterkit.register.database import Register
    from letterkit.register.records import SentLetter


class SendingError(LetterkitError):
    """A letter cannot be recorded as sent."""

    exit_code: ClassVar[int] = 1


def send(
    register: Register,
    letter: SentLetter,
    files: Mapping[str, bytes],
    inputs: Mapping[str, bytes],
    problems: Diagnostics,
    *,
    again: bool = False,
) -> SentLetter:
    """Freeze a letter with its files, and enter it in the register; gives what is recorded.

    `again` records another issue of a letter that was sent before. What a run that crashed has
    left is finished or taken away first, which is told.

    Raises:
        SendingError: where it was sent before, or another letter has its reference.
        StoringError: where its folder cannot be written.
        RegisterError: where the register cannot be written.
    """
    with register.writing() as connection:
        _tidy(connection, register.root, problems)
        earlier = connection.execute(
            "SELECT folder, sent_on FROM sent WHERE letter = ? ORDER BY id DESC",
            (storable(letter.letter),),
        ).fetchone()
        if earlier and not again:
            folder, day = earlier
            raise SendingError(
                f"`{letter.letter}` was sent on {day}",
                Origin(folder),
                "what was sent stands there; `--again` records another issue of it",
            )
        other = connection.execute(
            "SELECT letter, folder FROM sent WHERE reference = ? AND reference != ''"
            " AND letter != ?",
            (storable(letter.reference), storable(letter.letter)),
        ).fetchone()
        if other:
            raise SendingError(
                f"`{letter.reference}` is the reference of `{other[0]}`, which was sent",
                Origin(other[1]),
                "give this letter another reference",
            )
        frozen = freeze(register.root, letter, files, inputs)
        _enter(connection, frozen)
        return frozen


def sent_letters(register: Register, problems: Diagnostics) -> list[SentLetter]:
    """All letters that were sent, without their texts, the latest first.

    What a run that crashed has left is finished or taken away, which is told.

    Raises:
        RegisterError: where the register cannot be read.
    """
    settle(register, problems)
    with register.reading() as connection:
        if connection is None:
            return []
        rows = connection.execute(
            "SELECT record, folder FROM sent ORDER BY dated DESC, sent_on DESC, id DESC"
        ).fetchall()
    try:
        return [read_record(record, folder) for record, folder in rows]
    except RecordError as error:
        raise damaged() from error


def settle(register: Register, problems: Diagnostics) -> None:
    """Bring the register and the folders of sent letters together, where a crash has parted them.

    Raises:
        RegisterError: where the register cannot be read or written.
    """
    finished, unfinished = sent_folders(register.root)
    if not finished and not unfinished:
        return
    with register.reading() as connection:
        known = _known_folders(connection) if connection is not None else set()
    if unfinished or not set(finished) <= known:
        with register.writing() as connection:
            _tidy(connection, register.root, problems)


def _tidy(connection: sqlite3.Connection, root: Path, problems: Diagnostics) -> None:
    """As above, while nobody else writes, so that what is unfinished is nobody's work."""
    finished, unfinished = sent_folders(root)
    for folder in unfinished:
        with suppress(OSError):  # then the next run does it
            shutil.rmtree(folder)
            problems.note(
                "what a run that was stopped had begun to record as sent was taken away",
                Origin(shown_in(root, folder)),
                "record it again with `letterkit sent`",
            )
    known = _known_folders(connection)
    for name in finished:
        if name in known:
            continue
        origin = Origin(f"{name}/{RECORD_FILE}")
        try:
            _enter(connection, read_record((root / name / RECORD_FILE).read_bytes(), name))
        except (OSError, RecordError) as error:
            problems.warning(
                f"the file is no record of a letter that was sent: {error}",
                origin,
                "put back a copy of it",
            )
        else:
            problems.note("a letter that was sent is entered in the register again", origin)


def _known_folders(connection: sqlite3.Connection) -> set[str]:
    return {folder for (folder,) in connection.execute("SELECT folder FROM sent")}


def _enter(connection: sqlite3.Connection, letter: SentLetter) -> None:
    cursor = connection.execute(
        "INSERT INTO sent (folder, letter, dated, sent_on, reference, record)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            storable(letter.folder),
            storable(letter.letter),
            letter.dated.isoformat(),
            letter.sent_on.isoformat(),
            storable(letter.reference),
            storable(letter.without_texts().to_json()),
        ),
    )
    connection.executemany(
        "INSERT INTO document (sent, addressee, locale, about, text) VALUES (?, ?, ?, ?, ?)",
        [
            (cursor.lastrowid, *map(storable, (each.addressee, each.locale, each.about, each.text)))
            for each in letter.documents
        ],
    )
