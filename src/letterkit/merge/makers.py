"""Which parts the kit makes, by name.

A text part of the same name stands instead, and `{{ default }}` in it is what is made here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.merge import addressed, articles, logos, made, press, signing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from letterkit.document import Block
    from letterkit.merge.occasion import Occasion

MAKERS: Mapping[str, Callable[[Occasion], tuple[Block, ...]]] = {
    "sender": made.sender,
    "courtesy-translation": made.courtesy_translation,
    "dateline": made.dateline,
    "confidentiality": made.confidentiality,
    "delivery": made.delivery,
    "reference-line": made.reference_line,
    "subject-line": made.subject_line,
    "inside-address": addressed.inside_address,
    "salutation": addressed.salutation,
    "complimentary-close": addressed.complimentary_close,
    "signatories": signing.signatories,
    "logos": logos.logos,
    "enclosures": made.enclosures,
    "copies": made.copies,
    "contact": made.contact,
    "headline": press.headline,
    "embargo": press.embargo,
    "release-number": press.release_number,
    "hashtags": press.hashtags,
    "end-mark": press.end_mark,
    "about-us": press.about_us,
    "contents": articles.contents,
    "articles": articles.articles,
}

PRINTED: Mapping[str, frozenset[str]] = {
    "courtesy-translation": frozenset({"original"}),
    "dateline": frozenset({"date", "place"}),
    "confidentiality": frozenset({"confidential"}),
    "delivery": frozenset({"delivery"}),
    "reference-line": frozenset({"reference"}),
    "subject-line": frozenset({"subject"}),
    "signatories": frozenset({"signatories"}),
    "logos": frozenset({"logos"}),
    "enclosures": frozenset({"enclosures"}),
    "copies": frozenset({"copies"}),
    "headline": frozenset({"subject"}),
    "embargo": frozenset({"embargo"}),
    "release-number": frozenset({"release_number"}),
    "hashtags": frozenset({"hashtags"}),
    "articles": frozenset({"letters"}),
}
"""The fields of a letter's data that each of them prints."""

ADDRESSED = frozenset({"inside-address", "salutation", "complimentary-close"})
"""Those that differ from addressee to addressee."""
