"""Letters as PDF: the Word file, printed by LibreOffice where that is installed."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import weakref
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING, Final

from letterkit.diagnostics import LetterkitError
from letterkit.writers.docx import CombinedWriter, DocxWriter, ParallelDocxWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from letterkit.document import Document, Parallel
    from letterkit.language.profile import Profile
    from letterkit.letterhead import Letterhead

_PROGRAMS: Final = ("soffice", "libreoffice")
_USUAL_PLACES: Final = {
    "win32": (Path("C:/Program Files/LibreOffice/program/soffice.exe"),),
    "darwin": (Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),),
}
_LONGEST: Final = 180  # seconds; a cold start on a slow machine takes ten
_LONGEST_LETTER: Final = 5  # seconds for each of many in one file
# A tagged PDF says what its pictures show, and in which order its text is read.
_TAGGED: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">
<prop oor:name="UseTaggedPDF" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
# What LibreOffice writes anew each time (ISO 32000-1, 14.3.3 and 14.4; the checksum is its own).
_DATES: Final = re.compile(rb"/(?:CreationDate|ModDate)\s*\(D:[^()]*\)")
_IDENTIFIERS: Final = re.compile(rb"/ID\s*\[[\s<>0-9A-Fa-f]*\]|/DocChecksum\s*/[0-9A-Fa-f]+")
_IDENTIFIER: Final = re.compile(rb"[0-9A-Fa-f]{32}")
_HINT: Final = "install LibreOffice (libreoffice.org), or make the letter as docx and print that"


class PrintingError(LetterkitError):
    """LibreOffice is not there, or did not print."""


def find_libreoffice() -> Path | None:
    """The program that prints: on the PATH, else where it usually is on this system."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if found:
        return Path(found)
    return next((path for path in _USUAL_PLACES.get(sys.platform, ()) if path.is_file()), None)


class _Printer:
    """LibreOffice, which makes pages of a Word file; what they look like is its word."""

    def __init__(self) -> None:
        # A user profile of its own: two runs with one profile wait for each other, or fail.
        self._settings = Path(mkdtemp(prefix="letterkit-"))
        user = self._settings / "user"
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(_TAGGED, encoding="utf-8")
        weakref.finalize(self, shutil.rmtree, self._settings, ignore_errors=True)

    def print(self, make: Callable[[], bytes], longest: int = _LONGEST) -> bytes:
        """The pages of the Word file that `make` makes; `longest` is in seconds.

        Raises:
            PrintingError: LibreOffice is not installed, or printed nothing.
        """
        program = find_libreoffice()
        if program is None:
            raise PrintingError("LibreOffice, which makes PDF files, is not installed", hint=_HINT)
        content = make()
        with TemporaryDirectory(prefix="letterkit-") as name:
            folder = Path(name)
            (folder / "letter.docx").write_bytes(content)
            self._run(program, folder, longest)
            try:
                return _repeatable((folder / "letter.pdf").read_bytes())
            except FileNotFoundError:
                # The exit code says nothing: it is 0 whatever happens.
                raise PrintingError("LibreOffice made no PDF of the letter", hint=_HINT) from None

    def _run(self, program: Path, folder: Path, longest: int) -> None:
        command = [
            str(program),
            f"-env:UserInstallation={self._settings.as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(folder / "letter.docx"),
        ]
        try:
            subprocess.run(  # noqa: S603 - the program found above, and paths of our own
                command, capture_output=True, timeout=longest, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PrintingError(f"LibreOffice did not print: {error}", hint=_HINT) from error


def _repeatable(content: bytes) -> bytes:
    """The same file without the hour of its printing, and known by what it holds.

    Nothing moves in it, since the places of its objects stand at its end.
    """

    def identified(identifier: bytes) -> bytes:
        return _IDENTIFIERS.sub(lambda found: _IDENTIFIER.sub(identifier, found[0]), undated)

    undated = _DATES.sub(lambda found: b" " * len(found[0]), content)
    digest = hashlib.sha256(identified(b"0" * 32)).hexdigest()
    return identified(digest[:32].encode())


class PdfWriter:
    """Writes documents of one language as PDF; what a page looks like is LibreOffice's word."""

    def __init__(self, profile: Profile, letterhead: Letterhead | None = None) -> None:
        self._word = DocxWriter(profile, letterhead, signs=True)
        self._printer = _Printer()

    def write(self, document: Document) -> bytes:
        """The pages of a document.

        Raises:
            PrintingError: LibreOffice is not installed, or printed nothing.
            LetterkitError: the document cannot be a Word file.
        """
        return self._printer.print(lambda: self._word.write(document))


class CombinedPdfWriter:
    """Writes documents of one language as one PDF, each beginning on a new page."""

    def __init__(self, profile: Profile, letterhead: Letterhead | None = None) -> None:
        self._word = CombinedWriter(profile, letterhead, marked=True, signs=True)
        self._printer = _Printer()

    def write(self, documents: Sequence[Document]) -> bytes:
        """The pages of all documents, in their order.

        Raises:
            PrintingError: LibreOffice is not installed, or printed nothing.
            LetterkitError: a document cannot be a Word file.
        """
        longest = _LONGEST + _LONGEST_LETTER * len(documents)
        return self._printer.print(lambda: self._word.write(documents), longest)


class ParallelPdfWriter:
    """Writes letters in two languages, side by side, as PDF."""

    def __init__(
        self, first: Profile, second: Profile, letterhead: Letterhead | None = None
    ) -> None:
        self._word = ParallelDocxWriter(first, second, letterhead, signs=True)
        self._printer = _Printer()

    def write(self, parallel: Parallel) -> bytes:
        """The pages of a letter in two languages. Raises as `PdfWriter.write`."""
        return self._printer.print(lambda: self._word.write(parallel))
