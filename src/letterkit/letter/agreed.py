"""Which words of a letter were agreed to say the same in each language: `letters/NAME/agreed.yaml`.

The file is letterkit's own. For each quotation and each language it holds a digest of the words, so
that a quotation which changed in one language only is found; the words themselves stand nowhere but
in letter.yaml.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostic, Origin, Severity, nearest
from letterkit.language.locale_file import is_locale_name, normalized
from letterkit.people.localized import EVERYWHERE
from letterkit.sources.nodes import DataFaulty, DataMapping, DataText
from letterkit.sources.schema import excerpt, origin_of
from letterkit.sources.text import read_text, visible
from letterkit.sources.yaml import parse_yaml

if TYPE_CHECKING:
    from letterkit.diagnostics import Diagnostics
    from letterkit.letter.data import Letter
    from letterkit.people.localized import LocalizedText

AGREED_FILE = "agreed.yaml"
_QUOTES = "quotes"
_HEAD = "# Written by letterkit: digests of the words that were agreed to say the same.\n"
_DIGITS = 16
_DIGEST = re.compile(rf"[0-9a-f]{{{_DIGITS}}}")
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})(?= |$)", re.MULTILINE)

Digests = dict[str, dict[str, str]]
"""For each quotation by its key: for each locale the digest of its words."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed, against what a letter says now.

    `recorded` is what its file holds, None where it is at fault; `present` are the words that there
    are now; `findings` tell of each language in which a quotation did not change with the others.
    """

    recorded: Digests | None
    present: Digests
    findings: tuple[Diagnostic, ...] = ()
    in_flux: tuple[str, ...] = ()
    """The quotations that changed in some languages and not yet in others."""

    @property
    def settled(self) -> Digests:
        """What is agreed now: a quotation in flux as it was, and all others as they are."""
        recorded = self.recorded or {}
        return {
            key: recorded[key] if key in self.in_flux else digests
            for key, digests in self.present.items()
        }


def agreed_digest(text: str) -> str:
    """A digest of words that is the same however they are composed and broken into lines."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(words.encode()).hexdigest()[:_DIGITS]


def agreement_of(letter: Letter, problems: Diagnostics, *, shown: str) -> Agreement:
    """What the quotations of a letter say, against what was agreed.

    `shown` is the name of the folder in diagnostics. A fault of the file is told; what the
    quotations lack of one another is not, but among the findings.
    """
    present = {
        str(key): digests
        for key, quotation in letter.data.quotes.items()
        if (digests := _digests(quotation.words))
    }
    recorded = _load(letter, problems, name=f"{shown}/{AGREED_FILE}")
    if recorded is None:
        return Agreement(None, present)
    findings: list[Diagnostic] = []
    in_flux: list[str] = []
    for key, quotation in letter.data.quotes.items():
        then, now = recorded.get(key, {}), present.get(key, {})
        both = [locale for locale in now if locale in then]
        changed = [locale for locale in both if now[locale] != then[locale]]
        if not changed or len(changed) == len(both):
            continue
        in_flux.append(str(key))
        findings += [
            _finding(letter, str(key), quotation.words.texts[locale].origin, changed, locale)
            for locale in both
            if locale not in changed
        ]
    return Agreement(recorded, present, tuple(findings), tuple(in_flux))


def agreed_text(digests: Digests) -> str:
    """The content of the file, in an order of its own so that two versions of it merge well."""
    lines = [_HEAD, f"{_QUOTES}:{'' if digests else ' {}'}\n"]
    for key, by_locale in sorted(digests.items()):
        lines.append(f"  {key}:\n")
        lines += [f"    {locale}: {digest}\n" for locale, digest in sorted(by_locale.items())]
    return "".join(lines)


def _digests(words: LocalizedText) -> dict[str, str]:
    """A digest for each locale; none where one text serves all of them."""
    return {
        locale: agreed_digest(text) for locale, text in words.texts.items() if locale != EVERYWHERE
    }


def _finding(
    letter: Letter, key: str, origin: Origin, changed: list[str], locale: str
) -> Diagnostic:
    named = " and ".join(f"`{each}`" for each in changed)
    return Diagnostic(
        Severity.WARNING,
        f"the quotation `{key}` changed in {named}, not in `{locale}`",
        origin,
        "change it here too; where it still says the same, "
        f"`letterkit check {letter.name} --agree`",
    )


def _load(letter: Letter, problems: Diagnostics, *, name: str) -> Digests | None:
    """What the file holds; nothing where there is none, None where it is at fault."""
    path = letter.folder / AGREED_FILE
    if not path.is_symlink() and not path.exists():
        return {}
    before = len(problems)
    text = read_text(path, problems, name=name)
    if text is None:
        return None
    hint = f"settle the quotations, then `letterkit check {letter.name} --agree` writes it anew"
    if (conflict := _CONFLICT.search(text)) is not None:
        line = text.count("\n", 0, conflict.start()) + 1
        problems.error("two versions of this file are not merged yet", Origin(name, line), hint)
        return None
    node = parse_yaml(text, name, problems)
    found = _read(node, problems, hint)
    return found if len(problems) == before else None


def _read(node: object, problems: Diagnostics, hint: str) -> Digests:
    found: Digests = {}
    for key, quotes in _entries(node, problems, hint):
        if key != _QUOTES:
            problems.error(
                f"there is no key `{visible(key)}` here", key.origin, nearest(key, [_QUOTES])
            )
            continue
        for quotation, by_locale in _entries(quotes, problems, hint):
            found[str(quotation)] = digests = {}
            for locale, digest in _entries(by_locale, problems, hint):
                if not is_locale_name(locale):
                    problems.error(f"`{visible(locale)}` is no locale", locale.origin, hint)
                elif isinstance(digest, DataText) and _DIGEST.fullmatch(digest):
                    digests[normalized(locale)] = str(digest)
                elif not isinstance(digest, DataFaulty):
                    place = origin_of(digest) or locale.origin
                    problems.error(f"`{excerpt(digest)}` is no digest of words", place, hint)
    return found


def _entries(node: object, problems: Diagnostics, hint: str) -> list[tuple[DataText, object]]:
    if isinstance(node, DataMapping):
        return list(node.items())
    if not isinstance(node, DataFaulty):
        problems.error("what was agreed cannot be read from this", origin_of(node), hint)
    return []
