"""Bare `letterkit`: what is open here, what it waits for, and the next command."""

from __future__ import annotations

from pathlib import Path

from letterkit.cli.opening import open_workspace
from letterkit.cli.terminal import result, say


def show_status(folder: Path | None) -> None:
    """Print each letter with its languages, then the command that is due."""
    from letterkit.batch.status import State, status
    from letterkit.workspace import find_root

    if find_root(folder or Path.cwd()) is None:
        say("No workspace here. Next: letterkit init FOLDER")
        return
    letters = status(open_workspace(folder))
    due: dict[State, list[str]] = {}
    for letter in letters:
        result(letter.name)
        if not letter.states:
            result(f"  its data has problems ({letter.problems})")
            due.setdefault(State.MENDING, []).append(letter.name)
        for locale, state in letter.states.items():
            result(f"  {locale:8}{state}")
            due.setdefault(state, []).append(letter.name)
    say("")
    if not letters:
        say("No letters yet. Next: letterkit new letter NAME")
    elif names := due.get(State.MENDING):
        say(f"Next: letterkit check {names[0]}")
    elif names := due.get(State.WORDS):
        say(f"Next: write the words of letters/{names[0]}, then letterkit generate {names[0]}")
    elif due.get(State.GENERATING):
        say("Next: letterkit generate")
    else:
        say("Everything is generated. Next: letterkit new letter NAME")
