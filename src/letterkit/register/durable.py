"""Files that must outlive a crash: they are on the disk before anybody is told so."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from letterkit.diagnostics import LetterkitError, Origin

if TYPE_CHECKING:
    from pathlib import Path


class StoringError(LetterkitError):
    """A file or folder of the register cannot be written."""


def write_durably(path: Path, content: bytes) -> None:
    """Write a file so that it appears whole or not at all, and stays when the power fails.

    Raises:
        StoringError: where it cannot be written; nothing is left behind.
    """
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        try:
            write_synchronised(temporary, content)
            temporary.replace(path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        synchronise_folder(path.parent)
    except OSError as error:
        raise cannot_write(path, error) from error


def write_synchronised(path: Path, content: bytes) -> None:
    """Write a file, and wait until the disk has it."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def synchronise_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder; Windows offers no such thing."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def cannot_write(path: Path, error: OSError) -> StoringError:
    """What is told of a file or folder that cannot be written."""
    reason = error.strerror or type(error).__name__  # the system's own words, English
    return StoringError(
        f"cannot write: {reason[:1].lower()}{reason[1:]}",
        Origin(str(path)),
        "close it in other programs, and give yourself the right to write there",
    )
