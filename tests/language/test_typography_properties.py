"""Faults that meet each other in every order are mended at once, and nothing else is."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from tests.profiles import profile_of

from letterkit.language.typography.findings import HIDDEN, Passage
from letterkit.language.typography.proofreading import mended, proofread

PROFILES = {locale: profile_of(locale) for locale in ("en", "ar", "tr", "fr", "ckb")}

# What faults are made of, so that they meet each other in every order.
PIECES = st.sampled_from(
    [
        *"\"'“”‘’«»`´()[]-–—,.;:!?،؛؟…%&ـ",
        *(" ", "  ", "\u00a0", "...", "--", "''", "\n", "&nbsp;", "[/vc_row]", "<b>", "**"),
        *("rose", "Rose", "s", "وردة", "ال", "5", "2258", "(2015)", "Dr.", "No.", "د.", "97"),
        *("و ", "’ ", " ’", "‘s", "ya", "nin", "l’"),
        *("..", "....", "1,5", "1.500", "70 000", "% 97"),
        *("Ã©", "â€™", "о", "ﬁ", "۵", "٥", "(re)", "$ 5", "5€", "\t", "i\u0307", "ه\u200c", "þ"),
        *(HIDDEN, "ی", "ک", "e\u0301", "\u200b", "\u202e", "\ufefb", "https://a.example.org/b,c"),
    ]
)
LOCALES = st.sampled_from(sorted(PROFILES))
TEXTS = st.lists(PIECES, max_size=14).map("".join)


@given(LOCALES, TEXTS)
@example("fr", '"\n"')
def test_mended_text_has_nothing_certain_left_and_hides_what_it_hid(locale: str, text: str) -> None:
    better = mended(text, PROFILES[locale])
    assert [each for each in proofread(Passage(better, PROFILES[locale])) if each.certain] == []
    assert mended(better, PROFILES[locale]) == better
    assert better.count(HIDDEN) == text.count(HIDDEN)


@given(LOCALES, TEXTS)
def test_findings_stand_one_after_another_within_the_text(locale: str, text: str) -> None:
    done = 0
    for each in proofread(Passage(text, PROFILES[locale])):
        assert done <= each.start <= each.end <= len(text)
        assert each.replacement != text[each.start : each.end]
        done = each.end
