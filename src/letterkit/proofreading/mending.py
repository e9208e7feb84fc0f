"""Mends what is certain: edits of the characters at fault alone, all else as it was written.

What is mended is read again before anything is written: the words must be those that were meant,
and everything else unchanged; an edit that does otherwise is not made.
"""

from __future__ import annotations

import difflib
import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics
from letterkit.language.typography.proofreading import with_replacements
from letterkit.people.withheld import WITHHELD
from letterkit.proofreading.proofs import Holds, Reader
from letterkit.proofreading.scalars import encoded, may_stand
from letterkit.proofreading.stretches import Style
from letterkit.proofreading.words import spaces_at_line_ends
from letterkit.sources.nodes import DataMapping, DataSequence, DataText
from letterkit.template.masking import MaskedText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from letterkit.language.typography.findings import Finding
    from letterkit.proofreading.proofs import Proof
    from letterkit.proofreading.stretches import Span, Stretch
    from letterkit.workspace import Workspace

_LINE_END = re.compile("\r\n|\r|\n")
_LINES_AROUND = 3
_SPACES_AT_BREAKS = re.compile(r"[^\S\n]*\n[^\S\n]*")
_MOST_ROUNDS = 8
"""How often a file is read again: what was mended may show another fault."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What is put in the place of some characters of a file, and why."""

    span: Span
    replacement: str
    finding: Finding


_Placed = tuple[int, Edit]
"""An edit, and the number of the stretch that it is for."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file and what it shall be: `before` and `after` are its bytes."""

    path: Path
    name: str
    before: bytes
    after: bytes

    def diff(self) -> str:
        """What changes, as a unified diff."""
        before, after = (
            data.decode("utf-8-sig").splitlines(keepends=True) for data in (self.before, self.after)
        )
        # The lines around a change may be those of an entry that must not be shown.
        around = 0 if WITHHELD.encode() in self.before else _LINES_AROUND
        lines = difflib.unified_diff(before, after, f"a/{self.name}", f"b/{self.name}", n=around)
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in lines
        )


def mended_files(
    workspace: Workspace, letters: Sequence[str] = (), locales: Sequence[str] = ()
) -> list[Mended]:
    """Every file with something in it that can be mended with certainty; none is written."""
    reader = Reader(workspace, locales)
    found: list[Mended] = []
    for source in reader.sources(letters):
        proof = reader.read(source)
        if proof is None:
            continue
        better = mended_text(reader, proof)
        if better != proof.text:
            before = source.path.read_bytes()
            found.append(Mended(source.path, source.name, before, _as_bytes(before, better)))
    return found


def mended_text(reader: Reader, proof: Proof) -> str:
    """The text of a file with all mended that is certain and leaves its meaning as it is."""
    for _ in range(_MOST_ROUNDS):
        edits = [
            (number, edit)
            for number, stretch in enumerate(proof.stretches)
            for edit in edits_of(stretch, stretch.findings())
        ]
        better = _safely_edited(reader, proof, edits)
        if better.text == proof.text and proof.source.holds is Holds.WORDS:
            trimmed = _edited(proof.text, ((span, "") for span in spaces_at_line_ends(proof.text)))
            better = reader.proof(proof.source, trimmed)
            if not _means_the_same(proof, better, ()):
                break
        if better.text == proof.text:
            break
        proof = better
    return proof.text


def _safely_edited(reader: Reader, proof: Proof, edits: Sequence[_Placed]) -> Proof:
    """The file with as many of the edits as change nothing but the words they are meant for.

    An invisible character that is taken away may make a heading of what was a paragraph: where
    all edits together will not do, those that will are found by halves.
    """
    kept: list[_Placed] = []
    better = proof
    waiting = [list(edits)] if edits else []
    while waiting:
        some = waiting.pop()
        tried = sorted([*kept, *some], key=lambda placed: placed[1].span)
        text = _edited(proof.text, ((edit.span, edit.replacement) for _, edit in tried))
        candidate = reader.proof(proof.source, text)
        if _means_the_same(proof, candidate, tried):
            kept, better = tried, candidate
        elif len(some) > 1:
            middle = len(some) // 2
            waiting += [some[middle:], some[:middle]]
    return better


def edits_of(stretch: Stretch, findings: Iterable[Finding]) -> list[Edit]:
    """The edits that mend what is certain, as far as they can be written where they belong."""
    edits: list[Edit] = []
    made: list[Finding] = []
    for finding in findings:
        span = stretch.written(finding)
        if not finding.certain or finding.replacement is None or span is None:
            continue
        if stretch.style is Style.PLAIN:
            before = with_replacements(stretch.text, made)
            after = with_replacements(stretch.text, [*made, finding])
            if not may_stand(after, before, stretch.style):
                continue
        made.append(finding)
        edits.append(Edit(span, encoded(finding.replacement, stretch.style), finding))
    return edits


def _edited(text: str, edits: Iterable[tuple[Span, str]]) -> str:
    made = ""
    done = 0
    for (begin, end), replacement in sorted(edits):
        made += text[done:begin] + replacement
        done = end
    return made + text[done:]


def _means_the_same(before: Proof, after: Proof, edits: Sequence[_Placed]) -> bool:
    """Whether the words are those that were meant, and nothing else has changed."""
    findings: dict[int, list[Finding]] = {}
    for number, edit in edits:
        findings.setdefault(number, []).append(edit.finding)
    meant = (
        with_replacements(stretch.text, findings.get(number, ()))
        for number, stretch in enumerate(before.stretches)
    )
    if before.source.holds is Holds.WORDS:
        # A paragraph of nothing but what is taken out is none any more, and spaces at the ends of
        # a line do not print.
        found = (stretch.text for stretch in after.stretches)
        return list(filter(None, map(_printed, meant))) == list(
            filter(None, map(_printed, found))
        ) and _expressions(before.text) == _expressions(after.text)
    if list(meant) != [stretch.text for stretch in after.stretches]:
        return False
    mendable = {each.origin for each in before.stretches}
    leaves = list(_leaves(before.node))
    others = list(_leaves(after.node))
    return len(leaves) == len(others) and all(
        leaf.origin in mendable or leaf == other for leaf, other in zip(leaves, others, strict=True)
    )


def _printed(text: str) -> str:
    return _SPACES_AT_BREAKS.sub("\n", text).strip()


def _expressions(text: str) -> list[str]:
    masked = MaskedText(text, "", 1, Diagnostics())
    return [found.written for found in masked.expressions.values()]


def _leaves(node: object) -> Iterator[DataText]:
    """All keys and texts of a tree of data, in their order."""
    if isinstance(node, DataText):
        yield node
    elif isinstance(node, DataMapping):
        for key, value in node.items():
            yield key
            yield from _leaves(value)
    elif isinstance(node, DataSequence):
        for item in node:
            yield from _leaves(item)


def _as_bytes(before: bytes, better: str) -> bytes:
    """The mended text with the line ends and the byte order mark that the file had."""
    mark = BOM_UTF8 if before.startswith(BOM_UTF8) else b""
    written = before.decode("utf-8-sig")
    if "\r" not in written:
        return mark + better.encode()
    ends = _LINE_END.findall(written)
    # No edit takes a line end away or adds one, so that the lines are the same lines.
    lines = better.split("\n")
    return (
        mark
        + "".join(
            line + (ends[number] if number < len(ends) else "") for number, line in enumerate(lines)
        ).encode()
    )
