"""Where a link may lead: http, https, mailto and tel, and to nothing that a reader cannot see."""

from __future__ import annotations

import re

_SCHEMES = ("http", "https", "mailto", "tel")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NEEDS = {
    # No user name before the host: it is a known way to hide where a link leads.
    "http": re.compile(r"https?://[^/?#@]+(?=[/?#]|\Z)"),
    "https": re.compile(r"https?://[^/?#@]+(?=[/?#]|\Z)"),
    "mailto": re.compile(r"mailto:[^@?]+@[^@?]+"),
    "tel": re.compile(r"tel:\+?[0-9(][0-9().-]*"),
}


def tidied(target: str) -> str:
    """A finished target without the spaces that a telephone number is written with (RFC 3966)."""
    target = target.strip()
    if target[:4].lower() == "tel:":
        return re.sub(r"[\s\u00a0\u200e\u200f\u2066-\u2069]", "", target)
    return target


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
