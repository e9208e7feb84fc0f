"""Passes on what is found to whoever is asking at the moment."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.diagnostics import Diagnostic


class Relay(Diagnostics):
    """Diagnostics for what outlives one document: views that are made once and asked often.

    What they find while a letter is put together belongs to the letter, and what they find while
    a document of it is made belongs to that document.
    """

    def __init__(self, receiver: Diagnostics) -> None:
        super().__init__()
        self._receiver = receiver

    def add(self, diagnostic: Diagnostic) -> None:
        """Pass on one finding."""
        self._receiver.add(diagnostic)

    @contextmanager
    def to(self, receiver: Diagnostics) -> Iterator[None]:
        """Pass on what is found to somebody else for a while."""
        before = self._receiver
        self._receiver = receiver
        try:
            yield
        finally:
            self._receiver = before
