"""A program of its own: lets processes draw numbers, and kills them while they do.

Usage: drawing.py WORKSPACE KILLS LETTERS AT_ONCE SEED. Each process draws a number for one letter
after the other, and begins a new letter now and then, until none is left or it is killed.
"""

from __future__ import annotations

import gc
import os
import random
import signal
import sys
import time
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from letterkit.batch.beginning import BeginningError, begin_letter
from letterkit.diagnostics import Diagnostics
from letterkit.letter import load_letter
from letterkit.letter.references import ReferencePattern
from letterkit.register import Register
from letterkit.register.numbering import number_letter
from letterkit.register.numbers import draw_reference

PATTERN = ReferencePattern("RT/{year}/{number:03}")
YEAR = 2020


def draw_for_all(root: Path, letters: int, order: random.Random) -> None:
    """Give every letter its number, in an order of this process's own."""
    register = Register(root)
    for number in order.sample(range(letters), letters):
        name = f"letter-{number}"
        folder = root / "letters" / name
        letter = load_letter(folder, Diagnostics(), shown=f"letters/{name}")
        if letter is None:
            put = partial(begin, root, name)
            with suppress(BeginningError):  # another process was quicker
                draw_reference(register, PATTERN, name, YEAR, put, Diagnostics())
        elif letter.data.reference is None:
            number_letter(register, PATTERN, letter, Diagnostics())


def begin(root: Path, name: str, reference: str) -> None:
    """A new letter that has its number from its first moment on."""
    begin_letter(
        root / "letters",
        name,
        today=date(YEAR, 3, 4),
        template=None,
        addressees=(),
        locales=("en",),
        reference=reference,
    )


def start(root: Path, letters: int, seed: int) -> int:
    """Another process that draws; gives its number."""
    child = os.fork()
    if child == 0:
        draw_for_all(root, letters, random.Random(seed))  # noqa: S311 - chance, not a secret
        os._exit(0)
    return child


def numbered(root: Path) -> int:
    """How many letters have a number."""
    files = root.glob("letters/*/letter.yaml")
    return sum(b"reference: RT" in file.read_bytes() for file in files)


def main() -> None:
    """Kill processes at random moments, then let one finish."""
    root = Path(sys.argv[1])
    kills, letters, at_once, seed = map(int, sys.argv[2:])
    chance = random.Random(seed)  # noqa: S311 - chance, not a secret
    running: list[int] = []
    with TemporaryDirectory() as elsewhere:  # what is loaded at first use, is: kills hit the work
        draw_for_all(Path(elsewhere), 1, chance)
        before = time.perf_counter()
        draw_for_all(Path(elsewhere), 6, chance)
        one = (time.perf_counter() - before) / 5  # seconds that a number takes
    gc.freeze()
    hit = 0
    begun = 0
    while hit < kills:
        running += [start(root, letters, seed + begun + n) for n in range(at_once - len(running))]
        begun += 1
        time.sleep(chance.uniform(0.0, 3 * one))
        victim = running.pop(chance.randrange(len(running)))
        os.kill(victim, signal.SIGKILL)
        _, status = os.waitpid(victim, 0)
        hit += os.WIFSIGNALED(status)
        assert os.WIFSIGNALED(status) or status == 0, status  # it was done before
        if numbered(root) < hit / 3:  # the machine is busier than when the time was taken
            one *= 1.1
    print(numbered(root))  # noqa: T201 - the answer of a program
    running.append(start(root, letters, seed))
    for child in running:
        _, status = os.waitpid(child, 0)
        assert status == 0, status


if __name__ == "__main__":
    main()
