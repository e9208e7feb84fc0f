"""The register as a spreadsheet, for people: the same register gives the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.writers.workbook import SheetContent, workbook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.register.records import SentLetter

_HEADINGS: Final = (
    ("Date", 12),
    ("Sent on", 12),
    ("Reference", 20),
    ("Letter", 32),
    ("Subject", 48),
    ("Addressees", 48),
    ("Languages", 12),
    ("Files", 48),
    ("Folder", 40),
)
_FILE_HEADINGS: Final = (("Folder", 40), ("File", 48), ("Bytes", 12), ("SHA-256", 68))


def export(letters: Sequence[SentLetter]) -> bytes:
    """The letters that were sent as an Excel workbook: one a row, their files on a second sheet.

    Dates are dates to Excel; every other cell is the text it is, never a formula.
    """
    rows = [
        (
            letter.dated,
            letter.sent_on,
            letter.reference,
            letter.letter,
            letter.subject,
            "; ".join(name or identity for identity, name in letter.addressees),
            ", ".join(letter.locales),
            "; ".join(file.path for file in letter.sent_files),
            letter.folder,
        )
        for letter in letters
    ]
    files = [
        (letter.folder, file.path, file.size, file.digest)
        for letter in letters
        for file in letter.sent_files
    ]
    sheets = (
        SheetContent("Sent", _HEADINGS, tuple(rows)),
        SheetContent("Files", _FILE_HEADINGS, tuple(files)),
    )
    return workbook(sheets, title="Letters sent")
