"""The parts of a statement to the press that the kit makes from data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.document import Block, Heading, Phrase, Role, Text, plain_text
from letterkit.language import dates
from letterkit.language.phrases import as_phrase, label
from letterkit.letter.version import Stage
from letterkit.merge.occasion import paragraph, separated

if TYPE_CHECKING:
    from letterkit.merge.occasion import Occasion

_SENTENCE_ENDS = (".", "!", "?", "…", "؟")
_SECTION = 2
"""The level of a heading within a statement, whose headline is above all of them."""


def headline(occasion: Occasion) -> tuple[Block, ...]:
    """What the statement is about, as its title."""
    subject = occasion.letter.subject
    return paragraph(as_phrase(subject), Role.HEADLINE) if subject else ()


def embargo(occasion: Occasion) -> tuple[Block, ...]:
    """Until when nothing of it may be published: date, time, place, and the zone by its offset."""
    told = occasion.letter.embargo
    if told is None or occasion.version.stage is Stage.RELEASED:
        return ()
    profile = occasion.profile
    line = label(
        profile,
        "embargo",
        date=Phrase.of(Text(dates.format_date(profile, told.moment.date()))),
        time=Phrase.of(Text(dates.format_time(profile, told.moment))),
        place=told.place,
        zone=Phrase.of(Text(dates.format_offset(told.moment))),
    )
    return paragraph(line, Role.EMBARGO)


def release_number(occasion: Occasion) -> tuple[Block, ...]:
    """The number of the release, where it has one."""
    number = occasion.letter.release_number
    if not number:
        return ()
    return paragraph(label(occasion.profile, "release-number", number=number), Role.REFERENCE_LINE)


def hashtags(occasion: Occasion) -> tuple[Block, ...]:
    """The hashtags, each an island of its own direction."""
    tags = [as_phrase(tag) for tag in occasion.letter.hashtags if tag]
    return paragraph(separated(tags, " "), Role.BODY) if tags else ()


def end_mark(occasion: Occasion) -> tuple[Block, ...]:
    """The sign that nothing more follows."""
    return paragraph(label(occasion.profile, "end-mark"), Role.END_MARK)


def about_us(occasion: Occasion) -> tuple[Block, ...]:
    """Who we are, in one line under its heading, which stands beside those of articles."""
    organisation = occasion.organisation
    if not organisation.description:
        return ()
    profile = occasion.profile
    title = label(profile, "about-us", organisation=organisation.name)
    said = label(profile, "described", name=organisation.name, description=organisation.description)
    end = () if plain_text(said).rstrip().endswith(_SENTENCE_ENDS) else (Text("."),)
    level = _SECTION - 1 if occasion.articles else _SECTION
    return (Heading(level, title), *paragraph((*said, *end), Role.BODY))
