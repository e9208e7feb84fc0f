"""The file of the register: an SQLite database that any number of runs may use at once.

The journal is the rollback journal, since a write-ahead log needs memory that the computers of a
network folder do not share (sqlite.org/wal.html, "Disadvantages"); every commit waits for the disk.
Whoever writes holds the lock of the database from before it looks until after it has written, the
files that it writes included, so that two runs never decide by the same state.

What the register holds stands in files too: numbers in `letter.yaml`, what was sent in
`sent/…/record.json`. A run that is killed between a file and its entry here loses nothing: the next
one finds the file, and enters it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from letterkit.diagnostics import LetterkitError, Origin
from letterkit.workspace.places import REGISTER_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION_ID: Final = 0x4C4B5247
"""What tells our databases from others (sqlite.org/pragma.html#pragma_application_id): `LKRG`."""
SCHEMA_VERSION: Final = 1
PATIENCE: Final = 20.0
"""Seconds that a run waits for another one that writes."""

_SCHEMA: Final = (
    """CREATE TABLE reference_number (
        series TEXT NOT NULL,     -- the pattern without the width of its number
        year INTEGER NOT NULL,    -- 0 where the pattern has no year
        number INTEGER NOT NULL,
        letter TEXT NOT NULL,
        PRIMARY KEY (series, year, number)
    ) WITHOUT ROWID""",
    """CREATE TABLE sent (
        id INTEGER PRIMARY KEY,
        folder TEXT NOT NULL UNIQUE,   -- from the workspace on, with slashes
        letter TEXT NOT NULL,
        dated TEXT NOT NULL,           -- the date of the letter, ISO 8601
        sent_on TEXT NOT NULL,         -- the day it was sent, ISO 8601
        reference TEXT NOT NULL,       -- empty where it has none
        record TEXT NOT NULL           -- record.json, as it stands in the folder
    )""",
    """CREATE TABLE document (
        id INTEGER PRIMARY KEY,
        sent INTEGER NOT NULL REFERENCES sent (id) ON DELETE CASCADE,
        addressee TEXT NOT NULL,
        locale TEXT NOT NULL,
        about TEXT NOT NULL,           -- letter, date, reference, addressees: searched too
        text TEXT NOT NULL             -- what it says, as plain text
    )""",
    "CREATE INDEX sent_letter ON sent (letter)",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {SCHEMA_VERSION}",
)
_PRAGMAS: Final = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA synchronous = FULL",
)
_BACKUP: Final = (
    "put back a copy of it, or move it away: the next run makes it anew from sent/ and letters/"
)


class RegisterError(LetterkitError):
    """The register cannot be read or written."""


class Register:
    """The register of the workspace in `root`; the file is made when something is first written."""

    def __init__(self, root: Path, *, patience: float = PATIENCE) -> None:
        self.root = root
        self.path = root / REGISTER_FILE
        self._patience = patience

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One change of the register: all of it happens or none, and nobody else writes meanwhile.

        Raises:
            RegisterError: where the register cannot be written; nothing has changed then.
        """
        with self._told(), closing(self._connect()) as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                if self._is_new(connection):
                    for statement in _SCHEMA:
                        connection.execute(statement)
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """The register as it stands now; None where nothing was ever entered.

        Raises:
            RegisterError: where the register cannot be read.
        """
        if not self.path.exists():
            yield None
            return
        with self._told(), closing(self._connect()) as connection:
            connection.execute("BEGIN")
            try:
                yield None if self._is_new(connection) else connection
            finally:
                connection.execute("ROLLBACK")

    def _connect(self) -> sqlite3.Connection:
        # A path and no URI, which has no way to name a network folder of Windows.
        connection = sqlite3.connect(self.path, timeout=self._patience, isolation_level=None)
        try:
            for pragma in _PRAGMAS:
                connection.execute(pragma)
        except BaseException:
            connection.close()
            raise
        return connection

    def _is_new(self, connection: sqlite3.Connection) -> bool:
        """Whether nothing is in the file yet; a file that is not our register is told."""
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if (application, version, tables) == (0, 0, 0):
            return True
        if application != APPLICATION_ID:
            raise RegisterError(
                f"`{REGISTER_FILE}` is a database of another program",
                Origin(REGISTER_FILE),
                "move it away: letterkit’s own register has this name",
            )
        if version != SCHEMA_VERSION:
            raise RegisterError(
                f"`{REGISTER_FILE}` was made by a later letterkit",
                Origin(REGISTER_FILE),
                "install the latest letterkit",
            )
        return False

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turns what SQLite says into what a person can act on."""
        try:
            yield
        except sqlite3.Error as error:
            raise self._error(error) from error

    def _error(self, error: sqlite3.Error) -> RegisterError:
        origin = Origin(REGISTER_FILE)
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the extended part says no more to us
        match code:
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return RegisterError(
                    f"`{REGISTER_FILE}` is in use by another program",
                    origin,
                    "wait until that is done, and try again",
                )
            case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_FORMAT:
                return damaged()
            case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
                return RegisterError(
                    f"`{REGISTER_FILE}` cannot be opened or written",
                    origin,
                    "give yourself the right to write it and the folder it stands in",
                )
            case sqlite3.SQLITE_FULL:
                return RegisterError(
                    f"`{REGISTER_FILE}` cannot be written: the disk is full", origin, "make room"
                )
        return RegisterError(f"`{REGISTER_FILE}` cannot be used: {error}", origin, _BACKUP)


def damaged() -> RegisterError:
    """What is told of a register that holds what letterkit never writes."""
    return RegisterError(
        f"`{REGISTER_FILE}` is damaged, or no register", Origin(REGISTER_FILE), _BACKUP
    )


def storable(text: str) -> str:
    """Text that a database can hold; a file's name may have bytes in it that are no letters."""
    return text.encode("utf-8", "replace").decode("utf-8")
