"""The index of FTS5 and the reading of texts give one answer."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from hypothesis import assume, given
from hypothesis import strategies as st

from letterkit.language.search import Query, searchable
from letterkit.register.finding import _INDEX, match_expression

LETTERS = st.text(st.sampled_from("aAbıİiIşçé12 -/.\"*'()اأإلبوفكةهىيءؤمـَ’\u200f"), max_size=12)


def indexed(text: str, query: Query) -> bool:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(_INDEX)
        insert = "INSERT INTO words (rowid, folded) VALUES (1, ?)"
        connection.execute(insert, (searchable(text),))
        select = "SELECT rowid FROM words WHERE words MATCH ?"
        return bool(connection.execute(select, (match_expression(query),)).fetchall())


@given(LETTERS, LETTERS)
def test_the_index_finds_what_reading_finds(text: str, typed: str) -> None:
    query = Query(typed)
    assume(query.terms)
    assert indexed(text, query) == query.found_in(text)


@given(LETTERS, st.text(max_size=20), LETTERS)
def test_the_index_finds_a_term_in_any_text(before: str, typed: str, after: str) -> None:
    query = Query(typed)
    assume(query.terms)
    text = f"{before} {typed} {after}"
    assert query.found_in(text)
    assert indexed(text, query)
