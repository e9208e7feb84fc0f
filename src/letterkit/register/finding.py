"""Finds words in what was sent, by an index that is brought up to date when somebody looks.

The index is a table of SQLite's FTS5 that holds folded words (`letterkit.language.search`), never
the texts themselves. Where FTS5 is lacking, or the register may only be read, the texts are read
through instead: slower, and with the same answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from letterkit.language.search import searchable
from letterkit.register.database import RegisterError, damaged
from letterkit.register.sending import settle

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from letterkit.diagnostics import Diagnostics
    from letterkit.language.search import Query
    from letterkit.register.database import Register

_INDEX = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS words"
    " USING fts5(folded, content='', tokenize=\"unicode61 remove_diacritics 0\")"
)
_UNINDEXED = (
    "SELECT id, about, text FROM document WHERE id > (SELECT coalesce(max(rowid), 0) FROM words)"
)
_SELECT = (
    "SELECT sent.letter, sent.dated, sent.sent_on, sent.folder, document.locale,"
    " document.addressee, document.about, document.text"
    " FROM document JOIN sent ON sent.id = document.sent"
)
_ORDER = " ORDER BY sent.dated DESC, sent.sent_on DESC, sent.id DESC, document.id"

_WHERE = " WHERE document.id IN (SELECT rowid FROM words WHERE words MATCH ?)"
_MATCHING = _SELECT + _WHERE + _ORDER


@dataclass(frozen=True, slots=True)
class Found:
    """A letter in one language in which words were found; `excerpt` is where the first stands.

    `place` is its folder from the workspace on; `sent_on` is None of one that was not sent, `dated`
    where its data cannot be read.
    """

    letter: str
    dated: date | None
    sent_on: date | None
    place: str
    locale: str
    addressees: tuple[str, ...]
    excerpt: str


def find_sent(register: Register, query: Query, problems: Diagnostics) -> list[Found]:
    """Every letter that was sent with all the words of a query, the latest first.

    Raises:
        RegisterError: where the register cannot be read.
    """
    settle(register, problems)
    try:
        rows = _by_index(register, query)
    except RegisterError:  # no FTS5, nothing to be written here, or worse, which reading will tell
        rows = _by_reading(register, query)
    try:
        return _grouped(rows, query)
    except (TypeError, ValueError) as error:  # a date that is none, a text that is a number
        raise damaged() from error


def match_expression(query: Query) -> str:
    """A query as FTS5 has it; each word is a string in quotes, so nothing in it is syntax."""
    return " AND ".join(
        "(" + " OR ".join(f'"{" ".join(phrase)}" *' for phrase in phrases) + ")"
        for phrases in query.alternatives
    )


def _by_index(register: Register, query: Query) -> list[sqlite3.Row]:
    with register.reading() as connection:
        if connection is None:
            return []
        if _is_indexed(connection):
            return _matching(connection, query)
    with register.writing() as connection:
        connection.execute(_INDEX)
        for identity, about, text in connection.execute(_UNINDEXED).fetchall():
            connection.execute(
                "INSERT INTO words (rowid, folded) VALUES (?, ?)",
                (identity, searchable(f"{about}\n{text}")),
            )
        return _matching(connection, query)


def _is_indexed(connection: sqlite3.Connection) -> bool:
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'words'").fetchone():
        return False
    return connection.execute(_UNINDEXED + " LIMIT 1").fetchone() is None


def _matching(connection: sqlite3.Connection, query: Query) -> list[sqlite3.Row]:
    return connection.execute(_MATCHING, (match_expression(query),)).fetchall()


def _by_reading(register: Register, query: Query) -> list[sqlite3.Row]:
    with register.reading() as connection:
        if connection is None:
            return []
        rows = connection.execute(_SELECT + _ORDER).fetchall()
    return [row for row in rows if query.found_in(f"{row[-2]}\n{row[-1]}")]


def _grouped(rows: Iterable[sqlite3.Row], query: Query) -> list[Found]:
    """One for each letter and language: letters that differ in their addressee alone are one."""
    found: dict[tuple[str, str], Found] = {}
    for letter, dated, sent_on, folder, locale, addressee, about, text in rows:
        earlier = found.get((folder, locale))
        found[folder, locale] = Found(
            letter,
            date.fromisoformat(dated),
            date.fromisoformat(sent_on),
            folder,
            locale,
            (*(earlier.addressees if earlier else ()), addressee),
            earlier.excerpt if earlier else query.excerpt(text) or query.excerpt(about) or "",
        )
    return list(found.values())
