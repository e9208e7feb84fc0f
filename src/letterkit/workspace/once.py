"""Loads each thing once, and tells what was found in it to everybody who asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from letterkit.diagnostics import Diagnostics

if TYPE_CHECKING:
    from collections.abc import Callable

Loaded = TypeVar("Loaded")


class Once:
    """What has been loaded so far, with what was found in it."""

    def __init__(self) -> None:
        self._loaded: dict[tuple[str, str], tuple[object, Diagnostics]] = {}

    def __call__(
        self, what: str, name: str, load: Callable[[Diagnostics], Loaded], problems: Diagnostics
    ) -> Loaded:
        """Load a thing the first time it is asked for; what was found is told each time."""
        key = (what, name)
        if key not in self._loaded:
            found = Diagnostics()
            self._loaded[key] = (load(found), found)
        loaded, found = self._loaded[key]
        problems.extend(found)
        return loaded  # type: ignore[return-value]  # a key always holds what its load gives
