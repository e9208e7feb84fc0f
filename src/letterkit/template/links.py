"""Where a link may lead: http, https, mailto and tel, and to nothing that a reader cannot see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

_SCHEMES = ("http", "https", "mailto", "tel")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NEEDS = {
    # No user name before the host: it is a known way to hide where a link leads.
    "http": re.compile(r"https?://[^/?#@]+(?=[/?#]|\Z)"),
    "https": re.compile(r"https?://[^/?#@]+(?=[/?#]|\Z)"),
    "mailto": re.compile(r"mailto:[^@?]+@[^@?]+"),
    "tel": re.compile(r"tel:\+?[0-9(][0-9().-]*"),
}

# What must stand before a value: scheme and host in full, or a scheme that needs no host.
_FIXED = re.compile(
    r"(?:https?://[^/?#@]+[/?#]|mailto:[^@?]*\Z|mailto:[^@?]+@[^@?]+\?|tel:)", re.IGNORECASE
)


def tidied(target: str) -> str:
    """A finished target without the spaces that a telephone number is written with (RFC 3966)."""
    target = target.strip()
    if target[:4].lower() == "tel:":
        return re.sub(r"[\s\u00a0\u200e\u200f\u2066-\u2069]", "", target)
    return target


def encoded(value: str, before: str, following: object) -> str:
    """A value within a target, its characters percent-encoded (RFC 3986, section 2.1).

    `before` is the target up to it and `following` the piece after it. A value that is the whole
    address of a `mailto:` keeps its `@`.
    """
    value = value.strip()
    scheme = before.lower()
    if scheme.startswith("tel:"):
        return quote(tidied(f"tel:{value}")[len("tel:") :], safe="+()")
    is_whole = isinstance(following, str) and following[:1] in {"", "?"}
    return quote(value, safe="@+" if scheme == "mailto:" and is_whole else "/")


def pieces_fault(pieces: Sequence[object]) -> tuple[str, str] | None:
    """What is wrong with the words about the values of a target, as message and hint.

    No value may have a say in the scheme or the host unless it is an address as a whole: the words
    `https://good.example` before a value `.evil.example` would lead elsewhere.
    """
    texts = [piece if isinstance(piece, str) else "x" for piece in pieces]
    if not isinstance(pieces[0], str):
        if len(pieces) == 1 or texts[1].startswith(("/", "?", "#")):
            return None
        return (
            "the link target goes on within the address that a value gives",
            "what follows the value begins with `/`, `?` or `#`",
        )
    for number, piece in enumerate(pieces):
        if not isinstance(piece, str) and not _FIXED.match("".join(texts[:number])):
            return (
                f"a value stands in the host of the link target `{pieces[0]}…`",
                "write it in full, as in `https://example.org/{{ … }}`, or give the whole address",
            )
    return None


def is_remote(path: str) -> bool:
    """Whether what should be the path of a file is an address, or names a machine."""
    return _REMOTE.match(path) is not None


def link_fault(target: str) -> tuple[str, str] | None:
    """What is wrong with a finished link target, as message and hint; None where it is good."""
    if not target:
        return "the link leads nowhere", "write its address in the brackets: `[words](https://…)`"
    if unseen := _UNSEEN.search(target):
        shown = f"U+{ord(unseen[0]):04X}"
        return (
            f"the link target `{target}` holds the character {shown}",
            "an address holds no spaces and no invisible characters",
        )
    scheme = _SCHEME.match(target)
    if scheme is None:
        return (
            f"the link target `{target}` has no scheme",
            "begin it with `https://`, `http://`, `mailto:` or `tel:`",
        )
    name = scheme[1].lower()
    if name not in _SCHEMES:
        return (
            f"a link cannot lead to `{target}`",
            "a letter links to `https:`, `http:`, `mailto:` and `tel:` addresses",
        )
    if not _NEEDS[name].match(name + target[len(name) :]):
        return (
            f"the link target `{target}` is not a whole address",
            "as in `https://example.org` or `mailto:info@example.org`",
        )
    return None
