"""What was circulated as a draft: `letters/NAME/drafts.yaml`, which letterkit writes.

It lets later runs say what has changed since, and whose consent is to other words than are there
now. Names stand in it as fingerprints, which nobody can read.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from letterkit.people.localized import LocaleName, PlainText
from letterkit.people.signatory import WholeNumber
from letterkit.sources.nodes import DataMapping
from letterkit.sources.schema import DataModel, excerpt, validate
from letterkit.sources.yaml import load_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from letterkit.diagnostics import Diagnostics

DRAFTS_FILE = "drafts.yaml"
_HEAD = """\
# Written by letterkit: what was circulated as a draft, so that later runs can tell what has changed
# since, and whose consent is to other words. Names stand here as fingerprints.
"""
_LENGTH = 16
_SHORT = 8


@dataclass(frozen=True, slots=True)
class Draft:
    """A numbered draft as it was circulated.

    `words` are fingerprints of the letter's words by locale, `names` of those who signed, and
    `sentences` of those in which their number is told, by locale.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    sentences: Mapping[str, frozenset[str]] = field(default_factory=dict)
    organisations: int = 0
    individuals: int = 0


def fingerprint_of_words(text: str) -> str:
    """A text as 16 hexadecimal digits; white space and Unicode composition make no difference."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:_LENGTH]


def fingerprint_of_name(name: str) -> str:
    """A name as 8 hexadecimal digits, too few to be sure whose they are."""
    return fingerprint_of_words(name)[:_SHORT]


def read_drafts(folder: Path, problems: Diagnostics, *, shown: str) -> dict[int, Draft]:
    """The drafts of the letter in a folder by their numbers; none where none was circulated."""
    path = folder / DRAFTS_FILE
    if not path.is_file():
        return {}
    node = load_yaml(path, problems, name=f"{shown}/{DRAFTS_FILE}")
    if not isinstance(node, DataMapping):
        if node is not None:
            problems.error("drafts stand by their numbers", node.origin, "delete what is no draft")
        return {}
    found: dict[int, Draft] = {}
    for key, entry in node.items():
        if not (key.isascii() and key.isdigit() and len(key) < _SHORT):
            problems.error(f"`{excerpt(key)}` is no number of a draft", key.origin)
            continue
        data = validate(_DraftData, entry, problems)
        if data is not None:
            found[int(key)] = Draft(
                words={str(locale): str(words) for locale, words in data.words.items()},
                names=frozenset(map(str, data.names)),
                sentences={
                    str(locale): frozenset(map(str, texts))
                    for locale, texts in data.sentences.items()
                },
                organisations=data.organisations,
                individuals=data.individuals,
            )
    return found


def written(drafts: Mapping[int, Draft]) -> bytes:
    """The content of the file for these drafts."""
    lines = [_HEAD]
    for number, draft in sorted(drafts.items()):
        lines.append(f"{number}:\n")
        lines.append(f"  organisations: {draft.organisations}\n")
        lines.append(f"  individuals: {draft.individuals}\n")
        words = ", ".join(f'{locale}: "{text}"' for locale, text in sorted(draft.words.items()))
        lines.append(f"  words: {{{words}}}\n")
        sentences = ", ".join(
            f"{locale}: {_listed(texts)}" for locale, texts in sorted(draft.sentences.items())
        )
        lines.append(f"  sentences: {{{sentences}}}\n")
        lines.append(f"  names: {_listed(draft.names)}\n")
    return "".join(lines).encode()


def _listed(fingerprints: frozenset[str]) -> str:
    return "[{}]".format(", ".join(f'"{each}"' for each in sorted(fingerprints)))


class _DraftData(DataModel):
    """An entry of the file."""

    organisations: WholeNumber = 0
    individuals: WholeNumber = 0
    words: Mapping[LocaleName, PlainText] = {}
    sentences: Mapping[LocaleName, tuple[PlainText, ...]] = {}
    names: tuple[PlainText, ...] = ()
