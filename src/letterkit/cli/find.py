"""`letterkit find`: which letters say something, to whom and when."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from letterkit.cli.opening import open_workspace
from letterkit.cli.terminal import readable, result, say, show
from letterkit.diagnostics import Diagnostics

if TYPE_CHECKING:
    from pathlib import Path

    from letterkit.language.search import Query
    from letterkit.register.finding import Found
    from letterkit.workspace import Workspace

_NAMED = 2
"""Addressees who are named in a line; the others are counted."""


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "machine", is_flag=True, help="Print what was found as JSON.")
@click.pass_obj
def command(folder: Path | None, words: tuple[str, ...], *, machine: bool) -> None:
    """Find letters, sent or not, that say all of WORDS, the latest first.

    Words, names of addressees, dates and references are looked for in every language. Accents,
    vowel marks, hamzas and case make no difference, the beginning of a word is enough, and Arabic
    words are found with and without their article.
    """
    from letterkit.language.search import Query
    from letterkit.register import Register
    from letterkit.register.finding import find_sent
    from letterkit.register.sending import sent_letters

    query = Query(" ".join(words))
    if not query.terms:
        raise click.UsageError("there is no letter and no digit in what is to be found")
    workspace = open_workspace(folder)
    register = Register(workspace.root)
    problems = Diagnostics()
    found = find_sent(register, query, problems)
    sent = {each.letter for each in sent_letters(register, problems)}
    found += _find_unsent(workspace, query, sent)
    found.sort(key=lambda each: each.dated or date.max, reverse=True)
    show(problems.sorted(), workspace.root)
    if machine:
        result(json.dumps([_as_json(each) for each in found], ensure_ascii=False, indent=2))
    else:
        for each in found:
            result(_line(each))
    if not found:
        say("nothing found")


def _find_unsent(workspace: Workspace, query: Query, sent: set[str]) -> list[Found]:
    from letterkit.batch.texts import current_texts
    from letterkit.register.finding import Found
    from letterkit.workspace import LETTERS_FOLDER

    names = [name for name in workspace.letter_names() if name not in sent]
    return [
        Found(
            each.letter,
            each.dated,
            None,
            f"{LETTERS_FOLDER}/{each.letter}",
            each.locale,
            each.addressees,
            query.excerpt(each.text) or query.excerpt(each.about) or "",
        )
        for each in current_texts(workspace, names)
        if query.found_in(f"{each.about}\n{each.text}")
    ]


def _line(found: Found) -> str:
    addressees = ", ".join(found.addressees[:_NAMED])
    if len(found.addressees) > _NAMED:
        addressees += f" and {len(found.addressees) - _NAMED} more"
    fields = (found.dated or "no date", found.place, found.locale, addressees, found.excerpt)
    return "  ".join(readable(str(field)) for field in fields if field)


def _as_json(found: Found) -> dict[str, object]:
    return {
        "letter": found.letter,
        "date": found.dated.isoformat() if found.dated else None,
        "sent_on": found.sent_on.isoformat() if found.sent_on else None,
        "place": found.place,
        "locale": found.locale,
        "addressees": list(found.addressees),
        "excerpt": found.excerpt,
    }
