"""Tells what a proofreader would mark in a workspace, each mark with its place and mended text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostic, Diagnostics, Severity
from letterkit.language.typography.findings import HIDDEN, Passage
from letterkit.language.typography.quotation import quoted
from letterkit.proofreading.mending import edits_of
from letterkit.proofreading.proofs import Holds, Reader
from letterkit.proofreading.spelling import Spellings
from letterkit.proofreading.stretches import Style
from letterkit.proofreading.words import spaces_at_line_ends
from letterkit.sources.hidden import hidden_in
from letterkit.sources.text import Places, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.diagnostics import Origin
    from letterkit.language.typography.findings import Finding
    from letterkit.proofreading.proofs import Proof
    from letterkit.proofreading.stretches import Stretch
    from letterkit.workspace import Workspace

_AROUND = 24  # characters of a word shown on either side
_LONGEST = 48
_LINE_END = "spaces at the end of the line"


def proofread_workspace(
    workspace: Workspace, letters: Sequence[str] = (), locales: Sequence[str] = ()
) -> Diagnostics:
    """All findings in these letters and their templates; without any named, in all files.

    None of them holds a letter back, so all are warnings.
    """
    problems = Diagnostics()
    reader = Reader(workspace, locales)
    spellings: dict[tuple[str, str], Spellings] = {}
    for source in reader.sources(letters):
        proof = reader.read(source)
        if proof is None:
            continue
        problems.extend(diagnostics_of(proof))
        if source.holds is not Holds.LOCALE:
            places = Places(proof.text)
            for stretch in proof.stretches:
                if not stretch.any_language:
                    locale = stretch.profile.locale
                    key = (source.unit, locale)
                    spelt = spellings.setdefault(key, Spellings(locale))
                    _gather(stretch, places, source.name, spelt)
    for each in spellings.values():
        for rarer, usual in each.in_two_ways():
            problems.warning(
                f"`{rarer.word}` is spelt `{usual.word}` elsewhere",
                rarer.origin,
                f"as at {usual.origin}; keep one of the two",
            )
    return problems


def diagnostics_of(proof: Proof) -> Iterator[Diagnostic]:
    """What is wrong with the words of one file."""
    places = Places(proof.text)
    name = proof.source.name
    for stretch in proof.stretches:
        refused = {each.offset for each in hidden_in(stretch.text, data=_is_data(stretch))}
        findings = stretch.findings()
        sure = {id(edit.finding) for edit in edits_of(stretch, findings)}
        for finding in findings:
            if finding.rule == "invisible" and finding.start in refused:
                continue  # it is an error, and has been told as one
            place = stretch.place(finding)
            origin = stretch.origin if place is None else places.origin(name, place)
            shown, better = _shown(stretch.text, finding)
            if better is None:
                hint = None
            elif id(finding) in sure:
                hint = f"write `{better}`"
            else:
                hint = f"should it be `{better}`?"
            yield Diagnostic(Severity.WARNING, f"`{shown}`: {finding.what}", origin, hint)
    if proof.source.holds is Holds.WORDS:
        for begin, _ in spaces_at_line_ends(proof.text):
            yield Diagnostic(
                Severity.WARNING,
                _LINE_END,
                places.origin(name, begin),
                "take them out",
            )


def _is_data(stretch: Stretch) -> bool:
    return stretch.style is not Style.WORDS


def _shown(text: str, finding: Finding) -> tuple[str, str | None]:
    """The word that a finding is in, and the same mended."""
    begin, end = finding.start, finding.end
    while begin > 0 and finding.start - begin < _AROUND and not text[begin - 1].isspace():
        begin -= 1
    while end < len(text) and end - finding.end < _AROUND and not text[end].isspace():
        end += 1
    shown = _readable(text[begin:end])
    if finding.replacement is None:
        return shown, None
    better = text[begin : finding.start] + finding.replacement + text[finding.end : end]
    return shown, _readable(better)


def _readable(text: str) -> str:
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}"
    return visible(text.replace(HIDDEN, "…").replace("`", "‵").replace("\n", " "))


def _gather(stretch: Stretch, places: Places, name: str, spellings: Spellings) -> None:
    """Take in the words of a stretch, but for those that are quoted."""
    passage = Passage(stretch.text, stretch.profile)
    pieces: list[str] = []
    done = 0
    for begin, end in sorted(quoted(passage)):
        if begin >= done:  # else it is a quotation in a quotation
            pieces += (passage.shape[done:begin], HIDDEN * (end - begin))
            done = end
    words = "".join((*pieces, passage.shape[done:]))

    def place(offset: int) -> Origin | None:
        span = stretch.spans[offset]
        return None if span is None else places.origin(name, span[0])

    spellings.add(words, place)
