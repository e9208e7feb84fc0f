"""The starter content of a workspace: the repository's own letters, packed into the wheel.

There is one source for both: pyproject.toml puts these folders into the wheel, and in a checkout
they are read where they stand.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from letterkit.diagnostics import LetterkitError, Origin

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENT = ("letterkit.yaml", "letters", "templates", "signatories", "addressees", "locales")

_PACKED = Path(__file__).parent / "starter_content"
_CHECKOUT = Path(__file__).parents[2]


class StarterError(LetterkitError):
    """A workspace cannot be made there."""


def starter_files() -> Iterator[tuple[Path, Path]]:
    """Every file of the starter content: where it stands, and its path in a new workspace."""
    root = _PACKED if _PACKED.is_dir() else _CHECKOUT
    for name in CONTENT:
        source = root / name
        if source.is_file():
            yield source, Path(name)
            continue
        for path in sorted(source.rglob("*")):
            if path.is_file() and not path.name.startswith((".", "~")):  # what editors leave about
                yield path, path.relative_to(root)


def make_workspace(folder: Path) -> list[Path]:
    """Make a workspace with the starter content; gives the files that were written.

    Raises:
        StarterError: where the folder already holds something, or cannot be written.
    """
    written: list[Path] = []
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise StarterError(
                f"`{folder}` is not empty" if folder.is_dir() else f"`{folder}` is a file",
                Origin(str(folder)),
                "name a folder that is new; nothing there was changed",
            )
        for source, relative in starter_files():
            target = folder / relative
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
            written.append(target)
    except OSError as error:
        raise StarterError(
            f"cannot make the workspace: {(error.strerror or '').lower()}",
            Origin(str(error.filename or folder)),
            "choose a folder that you may write",
        ) from error
    return written
