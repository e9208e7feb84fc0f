"""Reading of the words of a locale: its labels and the phrases around counted nouns.

A pattern that does not say where its value stands would leave the value out in silence, so it is
an error; one that a language lacks is printed in English, with a warning that shows what to write.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics
from letterkit.language.conventions import CountingPhrase, RangePhrase, Ranges
from letterkit.language.locale_file import Section, our_locales, placeholders, read_ours
from letterkit.language.locale_nouns import CATEGORIES
from letterkit.language.vocabulary import DELIVERIES
from letterkit.sources.nodes import DataText

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LABELS: Mapping[str, tuple[str, ...]] = {
    "page": ("page", "pages"),
    "continuation": ("addressee", "date", "page"),
    "reference": ("reference",),
    "subject": ("subject",),
    "enclosure": (),
    "enclosures": (),
    "copies": (),
    "signatories": (),
    "signature": ("name",),
    "contact": (),
    "press-contact": (),
    "telephone": ("telephone",),
    "email": ("email",),
    "website": ("website",),
    **dict.fromkeys(DELIVERIES, ()),
    "confidential": (),
    "courtesy-translation": ("language",),
    "note": (),
    "apposition": ("first", "second"),
    "described": ("name", "description"),
    "embargo": ("date", "time", "place", "zone"),
    "local-time": ("time", "place", "zone"),
    "release-number": ("number",),
    "draft": ("number",),
    "embargoed": (),
    "about-us": ("organisation",),
    "end-mark": (),
    "contents": (),
    "enumeration": ("first", "second"),
    "coalition": ("name", "members"),
    "and-withheld": ("withheld",),
    "personal-capacity": ("signatory",),
    "joined-after-publication": ("count",),
}
"""The labels of a letter, each with the names that its pattern can be filled with."""

COUNTING_PHRASES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "more-than": (("counted",), ("number", "noun")),
    "representing": (("count", "area"),),
}
"""The phrases around a counted noun, each with the sets of names of which it needs one."""

WITHHELD = ("organisation", "individual")
"""The counted nouns for those who sign and are not named."""

COMPARISONS = ("at-least", "at-most", "fewer-than", "nearly", "about")
"""The phrases of comparison besides `more-than`, each around a counted noun."""

RANGE_PHRASES = ("from", "between")
"""How a range can be said in words; `dash` needs none."""

_NUMBER_CASES = ("ablative", "genitive", "dative")
_NOUN_CASES = ("nominative", "oblique", "accusative", "genitive")
_NOT_NEEDED = {"embargo": ("zone",)}
_FALLBACK = "en"
_NO_BREAK_SPACE = "\u00a0"
_FORMS = {
    "salutation": ("the bare name", '{salutation: "… {name},"}', "Dear {honorific} {name},"),
    "complimentary-close": ("nothing", '{complimentary-close: "…"}', "Yours sincerely,"),
}
_BARE_WITHOUT = {
    "courtesy": "no courtesy titles",
    "honorifics": "no honorifics",
    "inside-address": "no forms of the inside address",
}


class Words:
    """The labels and phrases of one locale file; what it lacks is told as it is read."""

    def __init__(self, file: Section, language: str) -> None:
        self._file = file
        self._language = language

    def labels(self) -> dict[str, str]:
        """Every label of `LABELS`, those that are lacking or at fault in English."""
        told = self._file.section("labels", LABELS)
        english = _english().section("labels", None)
        found: dict[str, str] = {}
        for label, names in LABELS.items():
            ours = english.text(label) or ""
            pattern = told.pattern(label, names)
            if pattern is None:
                if told.get(label) is None:
                    shown = f'labels: {{{label}: "{_sketch(names)}"}}'
                    self._lacks(f"label `{label}`", "the English one", shown, ours)
            else:
                needed = [name for name in names if name not in _NOT_NEEDED.get(label, ())]
                if not self._complete(f"label `{label}`", told, label, (needed,), ours):
                    pattern = None
            found[label] = ours if pattern is None else pattern
        return found

    def counting(self, key: str) -> CountingPhrase:
        """One of `COUNTING_PHRASES`, in English where it is lacking or at fault."""
        needed = COUNTING_PHRASES[key]
        ours = _english().section(key, None).text("pattern") or ""
        told = self._file.section(key, _KEYS_OF_COUNTING.get(key, _COUNTING_KEYS))
        found = self._counting_phrase(key, told, "pattern", needed, ours)
        if found is None and told.get("pattern") is None:
            shown = f'{key}: {{pattern: "{_sketch(needed[0])}"}}'
            self._lacks(f"phrase `{key}`", "the English one", shown, ours)
        return found or CountingPhrase(pattern=ours)

    def comparisons(self) -> dict[str, CountingPhrase]:
        """The phrases of `COMPARISONS`, and `more-than`; those that are lacking in English."""
        section = "comparisons"
        told = self._file.section(section, COMPARISONS)
        english = _english().section(section, None)
        needed = COUNTING_PHRASES["more-than"]
        found = {"more-than": self.counting("more-than")}
        lacking: list[str] = []
        for key in COMPARISONS:
            given, our_name = _pattern_in(english, key, _COUNTING_KEYS)
            ours = given.text(our_name) or ""
            holder, name = _pattern_in(told, key, _COUNTING_KEYS)
            phrase = self._counting_phrase(key, holder, name, needed, ours)
            if phrase is None and holder.get(name) is None:
                lacking.append(key)
            found[key] = phrase or CountingPhrase(pattern=ours)
        self._lacks_some(section, lacking, "counted")
        return found

    def ranges(self) -> Ranges:
        """How ranges are said, in English where the words are lacking or at fault."""
        section = "ranges"
        told = self._file.section(section, ("usual", *RANGE_PHRASES))
        english = _english().section(section, None)
        names = ("start", "end")
        phrases: dict[str, RangePhrase] = {}
        lacking: list[str] = []
        for key in RANGE_PHRASES:
            ours = english.text(key) or ""
            phrases[key] = RangePhrase(ours)
            holder, name = _pattern_in(told, key, _RANGE_KEYS)
            pattern = holder.pattern(name, names)
            if pattern is None:
                lacking += [key] if holder.get(name) is None else []
            elif self._complete(f"phrase `{key}`", holder, name, (names,), ours):
                phrases[key] = RangePhrase(pattern)
                if holder is not told:
                    phrases[key] = RangePhrase(
                        pattern,
                        holder.choice("start-case", _NUMBER_CASES),
                        holder.choice("end-case", _NUMBER_CASES),
                        holder.pattern_with("days", names),
                    )
        self._lacks_some(section, lacking, "start", "end")
        return Ranges(told.choice("usual", ("dash", *RANGE_PHRASES)) or "dash", phrases)

    def _counting_phrase(
        self, key: str, told: Section, name: str, needed: Sequence[Sequence[str]], english: str
    ) -> CountingPhrase | None:
        """A pattern with its cases; None where it is lacking, or at fault, which is told."""
        pattern = told.pattern(name, [field for names in needed for field in names])
        if pattern is None or not self._complete(f"phrase `{key}`", told, name, needed, english):
            return None
        if name != "pattern":
            return CountingPhrase(pattern)
        return CountingPhrase(
            pattern,
            told.choice("noun-case", _NOUN_CASES) or "nominative",
            told.choice("number-case", _NUMBER_CASES),
            told.pattern_with("periods", ("counted",)),
        )

    def withheld(self) -> dict[str, dict[str, str]]:
        """How those who are not named are told of, for each of `WITHHELD` by plural category."""
        told = self._file.section("withheld", WITHHELD)
        found = {noun: _by_category(told.section(noun, CATEGORIES)) for noun in WITHHELD}
        if all("other" in forms for forms in found.values()):
            return found
        english = _english().section("withheld", None)
        ours = {noun: _by_category(english.section(noun, CATEGORIES)) for noun in WITHHELD}
        each = ", ".join(f'{noun}: {{other: "… {{count}}"}}' for noun in WITHHELD)
        shown = f"withheld: {{{each}}}"
        self._lacks("phrase `withheld`", "the English one", shown, ours[WITHHELD[0]]["other"])
        return {noun: forms if "other" in forms else ours[noun] for noun, forms in found.items()}

    def tell_of_lacking_forms(self, forms: Section) -> None:
        """Warn of a letter without salutation or close; note what makes names stand bare."""
        for key, (instead, shown, english) in _FORMS.items():
            if forms.get(key) is None:
                place = f"forms-of-address: {shown}"
                self._lacks(f"form of address `{key}`", instead, place, english)
        lacking = [key for key in _BARE_WITHOUT if forms.get(key) is None]
        # Ours are complete: Turkish has no courtesy titles because it needs none.
        if lacking and self._language not in our_locales():
            self._file.problems.note(
                f"`{self._language}` has {_listed(map(_BARE_WITHOUT.__getitem__, lacking), 'and')},"
                " so names stand without them",
                self._file.node.origin,
                f"give {_listed((f'`{key}`' for key in lacking), 'and')} under `forms-of-address`"
                " in the locale file",
            )

    def _lacks_some(self, section: str, lacking: Sequence[str], *names: str) -> None:
        """Tell at once of all phrases that a section lacks."""
        if not lacking:
            return
        shown = ", ".join(f'{key}: "{_sketch(names)}"' for key in lacking)
        english = _english().section(section, None).text(lacking[0]) or ""
        phrases = _listed((f"`{key}`" for key in lacking), "and")
        self._lacks(
            f"phrase{'s' if len(lacking) > 1 else ''} {phrases} in `{section}`",
            "what is lacking there in English",
            f"{section}: {{{shown}}}",
            english,
        )

    def _lacks(self, what: str, instead: str, shown: str, english: str) -> None:
        self._file.problems.warning(
            f"`{self._language}` has no {what}, so {instead} is printed",
            self._file.node.origin,
            f"give `{shown}` in the locale file (English: {_quoted(english)})",
        )

    def _complete(
        self, what: str, told: Section, key: str, needed: Sequence[Sequence[str]], english: str
    ) -> bool:
        """Whether a pattern says where all names of one of these sets stand; if not it is told."""
        there = set(placeholders(told.text(key) or ""))
        # Of two sets that lack as many, the one of which something stands there already is meant.
        meant = min(
            needed, key=lambda names: (len({*names} - there), -len(there.intersection(names)))
        )
        lacking = [name for name in meant if name not in there]
        if not lacking:
            return True
        names = _listed((f"`{{{name}}}`" for name in lacking), "and")
        stands = "stands" if len(lacking) == 1 else "stand"
        told.problems.error(
            f"the {what} does not say where {names} {stands}",
            told.origin(key),
            f"write it as in English: {_quoted(english)}",
        )
        return False


_RANGE_KEYS = ("pattern", "days", "start-case", "end-case")
_COUNTING_KEYS = ("pattern", "noun-case", "number-case", "periods")
_KEYS_OF_COUNTING = {"representing": ("pattern", "noun-case")}  # nothing there governs the number


def _pattern_in(told: Section, key: str, known: Sequence[str]) -> tuple[Section, str]:
    """Where a pattern stands that may be all that is said, or be one key of a mapping."""
    if isinstance(told.get(key), DataText):
        return told, key
    return told.section(key, known), "pattern"


def _by_category(forms: Section) -> dict[str, str]:
    """Patterns with {count} by the plural categories of CLDR."""
    patterns = {name: forms.pattern(name, ("count",)) for name in CATEGORIES}
    return {name: pattern for name, pattern in patterns.items() if pattern is not None}


def _sketch(names: Iterable[str]) -> str:
    """What the pattern of a label looks like: `… {page} … {pages}`."""
    return " ".join(f"… {{{name}}}" for name in names) or "…"


def _listed(items: Iterable[str], word: str) -> str:
    *before, last = items
    return f"{', '.join(before)} {word} {last}" if before else last


def _quoted(pattern: str) -> str:
    return f'"{pattern.replace(_NO_BREAK_SPACE, " ")}"'


@cache
def _english() -> Section:
    """Our English file, which says everything; what it says is known to be right."""
    node = read_ours(_FALLBACK, Diagnostics())
    if node is None:
        raise AssertionError(_FALLBACK)
    return Section(node, "", Diagnostics(), None)
