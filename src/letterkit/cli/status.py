"""Bare `letterkit`: what is open here, what it waits for, and the next command."""

from __future__ import annotations

from pathlib import Path

from letterkit.cli.opening import days_sent, open_workspace
from letterkit.cli.terminal import result, say, show
from letterkit.diagnostics import Diagnostics


def show_status(folder: Path | None) -> None:
    """Print each letter with its languages, then the command that is due."""
    from letterkit.batch.status import State, status
    from letterkit.workspace import find_root

    if find_root(folder or Path.cwd()) is None:
        say("No workspace here. Next: letterkit init FOLDER")
        return
    workspace = open_workspace(folder)
    names = workspace.letter_names()
    problems = Diagnostics()
    sent = days_sent(workspace, problems)
    letters = {each.name: each for each in status(workspace, set(names) - sent.keys())}
    due: dict[State, list[str]] = {}
    for name in names:
        result(name)
        if name in sent:
            result(f"  sent on {sent[name]}")
            continue
        letter = letters[name]
        if not letter.states:
            result(f"  its data has problems ({letter.problems})")
            due.setdefault(State.MENDING, []).append(letter.name)
        for locale, state in letter.states.items():
            result(f"  {locale:8}{state}")
            due.setdefault(state, []).append(letter.name)
    say("")
    show(problems.sorted(), workspace.root)
    if not names:
        say("No letters yet. Next: letterkit new letter NAME")
    elif waiting := due.get(State.MENDING):
        say(f"Next: letterkit check {waiting[0]}")
    elif waiting := due.get(State.WORDS):
        say(f"Next: write the words of letters/{waiting[0]}, then letterkit generate {waiting[0]}")
    elif due.get(State.GENERATING):
        say("Next: letterkit generate")
    else:
        say("Everything is generated. Next: letterkit new letter NAME")
