"""Whether a document can be composed of its articles: what they leave out, and their embargoes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.letter.version import Stage
from letterkit.merge.articles import BINDING, NEVER, REPEATED, left_out
from letterkit.template.entries import COMPOSED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from letterkit.diagnostics import Diagnostics
    from letterkit.merge.article import Article
    from letterkit.merge.materials import Materials
    from letterkit.merge.placing import Places
    from letterkit.template.entries import PartUse


def tell_of_articles(materials: Materials, places: Places, problems: Diagnostics) -> None:
    """What is wrong with how articles are composed: what they leave out, and their embargoes."""
    uses = [use for use in places.reached() if use.name == COMPOSED and places.made_by_the_kit(use)]
    if not uses:
        return
    if not materials.articles and "letters" not in materials.given:
        problems.warning(
            "no letters are named that the articles could be",
            materials.origin,
            "name them in their order: `letters: [one, another]`",
        )
    for use in uses:
        _tell_of_left_out(use, materials.articles, problems)
    for article in materials.articles:
        if article.confidential and not materials.letter.confidential:
            problems.error(
                f"`{article.name}` is confidential, and what it is composed into is not",
                article.place,
                "take it out, or make this `confidential` too",
            )
    if materials.version.stage is not Stage.RELEASED:
        own = materials.letter.embargo
        for article in materials.articles:
            _tell_of_embargo(article, own.moment if own else None, problems)


def _tell_of_left_out(use: PartUse, articles: Iterable[Article], problems: Diagnostics) -> None:
    articles = tuple(articles)
    known = {
        name for article in articles for part in article.parts for name in (part.name, part.id)
    }
    known |= {*REPEATED, *NEVER}
    names = use.options.get("without")
    for name in names if isinstance(names, tuple) and articles else ():
        if name in BINDING:
            problems.error(
                f"{BINDING[name]} of an article cannot be left out",
                name.origin,
                f"take `{name}` out of `without`",
            )
        elif name not in known:
            problems.error(f"no article has a part `{name}`", name.origin, nearest(name, known))
    absent = left_out(names)
    for article in articles:
        for part in article.parts:
            if part.blocks is None and not absent & {part.name, part.id}:
                problems.error(
                    f"`{article.name}` goes to several one by one, and its part `{part.id}` names"
                    " whom it goes to",
                    article.place,
                    f"leave it out, `{{part: articles, without: [{part.id}]}}`, or take the letter"
                    " out",
                )


def _tell_of_embargo(article: Article, own: datetime | None, problems: Diagnostics) -> None:
    if article.embargo is None or (own is not None and own >= article.embargo):
        return
    problems.warning(
        f"`{article.name}` is under an embargo, and what it is composed into is not"
        if own is None
        else f"the embargo of `{article.name}` ends later than that of what it is composed into",
        article.place,
        "give the same `embargo` here, or wait until it has ended",
    )
