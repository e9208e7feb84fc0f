"""Files that were sent instead of what is generated: a Word file without open changes, or a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from letterkit.diagnostics import Diagnostics, LetterkitError, Origin
from letterkit.ooxml.reading import read_package
from letterkit.ooxml.revisions import revisions, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

MOST_TOLD: Final = 20
"""Tracked changes and comments that are told of one file."""

_PDF: Final = b"%PDF-"


@dataclass(frozen=True, slots=True)
class FinalFile:
    """What was sent to one addressee in one language; `text` is empty where it is not known."""

    files: dict[str, bytes]
    text: str


def read_finals(
    paths: Sequence[Path], stems: Sequence[str], problems: Diagnostics
) -> Mapping[str, FinalFile] | None:
    """The finals by the stem of the document that each stands for; None where one is at fault.

    A final is known by its name, which begins with that of the document (`mayor.en final.docx`),
    or by being the only one of the only document.
    """
    found: dict[str, FinalFile] = {}
    told = Diagnostics()
    for path in paths:
        stem = _stem_of(path, stems, told)
        final = _read(path, stem, told) if stem else None
        if stem and final:
            suffix = next(iter(final.files)).rpartition(".")[2]
            earlier = found.get(stem)
            if earlier is None:
                found[stem] = final
            elif any(name.endswith(suffix) for name in earlier.files):
                told.error(
                    f"`{path.name}` and another file are both the final of `{stem}`",
                    Origin(str(path)),
                    "name one of them",
                )
            else:
                found[stem] = FinalFile(earlier.files | final.files, earlier.text or final.text)
    problems.extend(told)
    return None if told.has_errors else found


def _stem_of(path: Path, stems: Sequence[str], problems: Diagnostics) -> str | None:
    fitting = [
        stem
        for stem in stems
        if path.name.startswith(stem) and not path.name[len(stem) : len(stem) + 1].isalnum()
    ]
    if fitting:
        return max(fitting, key=len)
    if len(stems) == 1:
        return stems[0]
    problems.error(
        f"nobody can tell whose letter `{path.name}` is",
        Origin(str(path)),
        "begin its name with one of " + ", ".join(f"`{stem}`" for stem in stems),
    )
    return None


def _read(path: Path, stem: str, problems: Diagnostics) -> FinalFile | None:
    origin = Origin(str(path))
    try:
        content = path.read_bytes()
    except OSError as error:
        problems.error(f"the file cannot be read: {error.strerror or error}", origin)
        return None
    suffix = path.suffix.lower()  # the ending of a file's name, which is English
    name = f"{stem}.final{suffix}"
    if suffix == ".pdf" and content.startswith(_PDF):
        return FinalFile({name: content}, "")
    if suffix != ".docx":
        problems.error(
            f"`{path.name}` is neither a Word file nor a PDF",
            origin,
            "save it as .docx or .pdf",
        )
        return None
    try:
        parts = read_package(content, str(path))
        open_changes = revisions(parts, str(path))
        words = words_of(parts, str(path))
    except LetterkitError as error:
        problems.add(error.diagnostic)
        return None
    for each in open_changes[:MOST_TOLD]:
        words_there = f": `{each.excerpt}`" if each.excerpt else ""
        problems.error(
            f"`{path.name}` has {each.kind} in {each.place}{words_there}",
            origin,
            "in Word, accept or reject it, or delete the comment, under Review; then save",
        )
    if len(open_changes) > MOST_TOLD:
        problems.error(
            f"`{path.name}` has {len(open_changes) - MOST_TOLD} more changes and comments", origin
        )
    return None if open_changes else FinalFile({name: content}, words)
