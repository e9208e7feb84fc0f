"""Quotation marks by language, which Babel leaves out of the CLDR (version 48, delimiters)."""

from __future__ import annotations

USUAL = (("“", "”"), ("‘", "’"))
"""What most languages have, and those that the table does not name."""

_MARKS = {
    "« » “ ”": "ast blo bm br ca cv dyo el es-US eu ewo ie it kab kk lij mg mua nnh pms pt-AO pt-CH"
    " pt-CV pt-GQ pt-GW pt-LU pt-MO pt-MZ pt-PT pt-ST pt-TL sc sg ti",
    "„ “ ‚ ‘": "cs de dsb et hr hsb is ksh lb luy mk nds sk sl",
    "« » ‹ ›": "am fa fr-CH gsw jgo kkj mzn rm sdh wae",
    "« » „ “": "bas be bua ky os ru sah tyv uk",
    "” ” ’ ’": "fi he lag rn se sn sv yi",
    "« » ‘ ’": "dua ksf nb nn no rw",
    "” “ ’ ‘": "ar lld syr ur",
    "「 」 『 』": "ja yue zh-Hant",
    "« » « »": "fr ht hy oc yav",
    "„ “ „ “": "bg lt prg sgs",
    "‘ ’ “ ”": "fur ia ti-ER tn",
    "„ ” « »": "nmg pl ro",
    "„ ” ‚ ’": "agq ff",
    "„ ” » «": "hu szl",
    "» « › ‹": "ug",
    "« » „ ”": "shi zgh",
    "„ ” ‘ ’": "bs",
    "“ ” « »": "eo",
    "« » ” “": "fr-CA",
    "„ “ « »": "ka",
    "‘ ’ ‘ ’": "nl",
    "„ ” ’ ’": "sr",
    "“ ’ “ ”": "st",
    "“ ” “ ”": "tk",
    "“ ” ’ ‘": "uz",
}


def quotation_marks(locale: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """The outer and the inner pair of a locale (`fr-CH`), else of its language, else the usual."""
    by_locale = {name: marks for marks, names in _MARKS.items() for name in names.split()}
    marks = by_locale.get(locale) or by_locale.get(locale.partition("-")[0])
    if marks is None:
        return USUAL
    first, second, third, fourth = marks.split()
    return (first, second), (third, fourth)
