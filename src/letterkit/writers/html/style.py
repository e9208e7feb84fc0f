"""The style sheet: small, its rules about the letter held to the letter's own classes.

A website that takes the article alone loses no word and no order by leaving it behind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from letterkit.document import Direction

if TYPE_CHECKING:
    from letterkit.language.profile import Profile

_SHEET: Final = """\
@page { size: A4; margin: 22mm 20mm; }
body { margin: 0 auto; max-width: 42rem; padding: 2rem 1.25rem; background: #fff; color: #1a1a1a;
  font: SIZE/LEADING FONTS; }
.letter-unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
.letter { overflow-wrap: break-word; }
.letter p, .letter ul, .letter ol, .letter table, .letter figure, .letter address,
.letter blockquote { margin: 0 0 1em; }
.letter address, .letter cite { font-style: normal; }
.letter h1, .letter h2, .letter h3, .letter h4, .letter h5, .letter h6 { margin: 1.4em 0 0.6em;
  font-size: 1em; line-height: 1.3; break-after: avoid; }
.letter h1 { font-size: 1.3em; }
.letter h2 { font-size: 1.1em; }
.letter .letter-headline { font-size: 1.6em; margin-block-start: 0; }
.letter .letter-subject-line { font-size: 1.1em; font-weight: bold; margin: 0 0 1em; }
.letter .letter-group-heading { font-size: 1em; }
.letter > header { margin-block-end: 2em; padding-block-end: 0.6em;
  border-block-end: 1px solid #808080; color: #404040; font-size: 0.875em; line-height: 1.4; }
.letter > header > :last-child { margin-block-end: 0; }
.letter > header strong { color: #1a1a1a; font-size: 1.3em; }
.letter > footer { margin-block-start: 2em; color: #404040; font-size: 0.875em; }
.letter-inside-address, .letter-signature, .letter-copies, .letter-enclosures, .letter-contact {
  break-inside: avoid; }
.letter p.letter-inside-address, .letter p.letter-dateline, .letter p.letter-reference-line,
.letter p.letter-embargo { margin-block-end: 1.5em; }
.letter-embargo, .letter-confidentiality, .letter-delivery { font-weight: bold; }
.letter p.letter-complimentary-close { margin-block-start: 1.5em; break-after: avoid; }
.letter p.letter-signature { margin-block-start: 2em; }
.letter-note, .letter-courtesy-translation { font-size: 0.92em; }
.letter p.letter-end-mark { text-align: center; }
.letter li { margin-block-end: 0.35em; }
.letter li > p, .letter li > ul, .letter li > ol { margin-block: 0.35em; }
.letter ul.letter-columns { display: grid; gap: 0.6em 1.5em; padding: 0; list-style: none;
  grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); }
.letter .letter-contents ul { padding: 0; list-style: none; }
.letter-columns > li { margin: 0; break-inside: avoid; }
.letter blockquote { margin-inline: 2em; }
.letter blockquote > :last-child { margin-block-end: 0; }
.letter blockquote > :nth-last-child(2):not(:has(+ p)) { margin-block-end: 0.3em; }
.letter table { border-collapse: collapse; min-width: 60%; }
.letter th, .letter td { border: 1px solid #808080; padding: 0.3em 0.6em; vertical-align: top; }
.letter th { background: #f2f2f2; }
.letter tr, .letter figure { break-inside: avoid; }
.letter img { max-width: 100%; height: auto; vertical-align: bottom; }
.letter figure.letter-logos { display: grid; gap: 1.25rem 1.5rem; place-items: center;
  grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); break-inside: auto; }
.letter-logos > img { break-inside: avoid; }
.letter sup { font-size: 0.75em; line-height: 0; }
.letter-footnotes { margin-block-start: 2em; padding-block-start: 0.6em; font-size: 0.875em;
  border-block-start: 1px solid #808080; }
@media (max-width: 34rem) {
  .letter ul.letter-columns { grid-template-columns: minmax(0, 1fr); }
  .letter figure.letter-logos { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .letter blockquote { margin-inline: 1em; }
}
@media print {
  body { max-width: none; padding: 0; font-size: PRINTED; line-height: 1.35; }
  .letter p { orphans: 2; widows: 2; }
  .letter p.letter-signature { margin-block-start: 4em; }
  .letter a { color: inherit; text-decoration: none; }
  .letter a[role="doc-backlink"] { display: none; }
}
"""
# The rows of one article are those of the other: a paragraph begins where its translation does. In
# a narrow window, and to who reads by ear, one letter comes after the other.
_PARALLEL: Final = """\
body { max-width: 78rem; }
.letter-beside { font: SIZE/LEADING FONTS; }
.letter-parallel { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr));
  column-gap: 3rem; background: linear-gradient(#bfbfbf, #bfbfbf) center / 1px 100% no-repeat; }
.letter-parallel > .letter { display: grid; grid-template-rows: subgrid; align-content: start;
  grid-template-columns: minmax(0, 1fr); grid-row: 1 / span var(--rows); }
.letter-parallel > .letter > header { margin-block-end: 1.75rem; padding-block-end: 0.5rem; }
.letter-parallel blockquote { margin-inline: 1em; }
.letter-parallel .letter ul.letter-columns { grid-template-columns: minmax(0, 1fr); }
@media screen and (max-width: 48rem) {
  .letter-parallel, .letter-parallel > .letter { display: block; background: none; }
  .letter-parallel > .letter-beside { margin-block-start: 3rem; padding-block-start: 2rem;
    border-block-start: 1px solid #808080; }
}
@media print {
  .letter-parallel { column-gap: 8mm; }
  .letter-beside { font-size: PRINTED; line-height: 1.35; }
}
"""
_NOT_PLAIN: Final = re.compile(r"[^A-Za-z0-9 -]")
_SMALLEST_ON_SCREEN: Final = 1.0625  # of the size that a reader has set


def style_sheet(profile: Profile) -> str:
    """The style sheet for letters of a locale, in the fonts and the size of its Word files."""
    return _set(_SHEET, profile)


def parallel_style_sheet(first: Profile, second: Profile) -> str:
    """The style sheet for letters in two languages, each in its own fonts and size."""
    return style_sheet(first) + _set(_PARALLEL, second)


def _set(sheet: str, profile: Profile) -> str:
    fonts = profile.fonts
    turned = profile.direction is Direction.RTL
    printed = fonts.complex_script_size if turned else fonts.size
    screen = _SMALLEST_ON_SCREEN * max(1.0, printed / fonts.size)
    first = (fonts.complex_script, fonts.latin) if turned else (fonts.latin, fonts.complex_script)
    families = ", ".join((*map(_quoted, dict.fromkeys(first)), "serif"))
    return (
        sheet.replace("SIZE", f"{screen:.4g}rem")
        .replace("LEADING", "1.7" if turned else "1.55")
        .replace("PRINTED", f"{printed:g}pt")
        .replace("FONTS", families)
    )


def _quoted(font: str) -> str:
    """A font's name as a string of CSS, which nothing in it can end (CSS Syntax 3, 4.3.7)."""
    return '"' + _NOT_PLAIN.sub(lambda found: f"\\{ord(found[0]):x} ", font) + '"'
