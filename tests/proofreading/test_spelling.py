"""One word in two spellings is told once; two words that only look alike are not."""

from __future__ import annotations

from functools import partial

import pytest

from letterkit.diagnostics import Origin
from letterkit.proofreading.spelling import Spellings


def _place(line: int, offset: int) -> Origin:
    return Origin("a.md", line, offset + 1)


def in_two_ways(locale: str, *texts: str) -> list[tuple[str, str]]:
    spellings = Spellings(locale)
    for line, text in enumerate(texts, start=1):
        spellings.add(text, partial(_place, line))
    return [(rarer.word, usual.word) for rarer, usual in spellings.in_two_ways()]


@pytest.mark.parametrize(
    ("locale", "text", "told"),
    [
        ("en", "al-Salama, al-Salama, al Salama", [("al Salama", "al-Salama")]),
        ("en", "Al-Salama, al-Salama, Al-Salamah", [("Al-Salamah", "Al-Salama")]),
        ("en", "Sha’ar, Sha’ar, Shaar", [("Shaar", "Sha’ar")]),
        ("en", "organisation organisations organization", [("organization", "organisation")]),
        ("en", "colour, colour, colored: none; coloured, coloured", [("colored", "coloured")]),
        ("en", "centre, centre, center", [("center", "centre")]),
        ("en", "recognise, recognises, recognized", [("recognized", "recognise")]),
        ("en", "programme, programmes, program", [("program", "programme")]),
        ("en", "gynaecology, gynaecology, gynecology", [("gynecology", "gynaecology")]),
        ("en", "judgement, judgement, judgment", [("judgment", "judgement")]),
        ("fr", "événement, événement, évènement", [("évènement", "événement")]),
        ("fr", "cœur, cœur, coeur", [("coeur", "cœur")]),
        ("fr", "médecins, médecins, medecins", [("medecins", "médecins")]),
        ("fr", "l’hôpital, des hôpital, d’hopital", [("hopital", "hôpital")]),
        ("fr", "réfugiés, réfugiés, refugiés", [("refugiés", "réfugiés")]),
        ("tr", "hükûmet, hükûmet, hükümet", [("hükümet", "hükûmet")]),
        ("tr", "kâğıtlar, kâğıtlar, kağıtlar", [("kağıtlar", "kâğıtlar")]),
        (
            "en",
            "health workers, health workers, healthworkers",
            [("healthworkers", "health workers")],
        ),
        ("en", "Bab Al-Salameh, Al-Salameh, Al-Salamah", [("Al-Salamah", "Al-Salameh")]),
        ("tr", "sağlık, sağlık, saglik", [("saglik", "sağlık")]),
        ("tr", "Türkiye’nin, Türkiye’de, Turkiye’ye", [("Turkiye", "Türkiye")]),
        ("ckb", "ڕێکخراوەکە، ڕێکخراوەکە، رێکخراوەکە", [("رێکخراوەکە", "ڕێکخراوەکە")]),
        ("ckb", "ڕۆژ، ڕۆژ، رۆژ", [("رۆژ", "ڕۆژ")]),
        ("ckb", "حکوومەت، حکوومەت، حکومەت", [("حکومەت", "حکوومەت")]),
        (
            "tr",
            "Hava saldırısı, hava saldırısı, havasaldırısı",
            [("havasaldırısı", "Hava saldırısı")],
        ),
        ("ar", "في المدينة وفي القرية فى الدار", [("فى", "في")]),
        ("ar", "المسؤول والمسؤول المسئول", [("المسئول", "المسؤول")]),
        ("en", "neighbour, neighbour, neighbor", [("neighbor", "neighbour")]),
        ("en", "air strike, air strikes, airstrikes", [("airstrikes", "air strikes")]),
        ("en", "re-open, re-open, reopen", [("reopen", "re-open")]),
        ("en", "café, café, cafe", [("cafe", "café")]),
        ("ar", "المدرسة والمدرسة المدرسه", [("المدرسه", "المدرسة")]),
        ("ar", "أحمد وأسرة أحمد احمد", [("احمد", "أحمد")]),
        ("ar", "المستشفى في المستشفى المستشفي", [("المستشفي", "المستشفى")]),
        ("ar", "مئة وثلاثمئة، في المائة", [("المائة", "مئة")]),
        ("ar", "الأميركية وأميركي وأمريكا", [("وأمريكا", "الأميركية")]),
        ("ar", "الإنكليزية بالإنكليزية والإنجليزية", [("والإنجليزية", "الإنكليزية")]),
        ("ar", "غرام، كيلوغرامات، كيلوجرام", [("كيلوجرام", "غرام")]),
        ("ar", "إلى وإلى، إلى الى", [("الى", "إلى")]),
        ("ar", "مدنيًا ومدنيًا مدنيًا مدنياً", [("مدنياً", "مدنيًا")]),
    ],
)
def test_two_spellings_are_told_the_rarer_one_first(
    locale: str, text: str, told: list[tuple[str, str]]
) -> None:
    assert in_two_ways(locale, text) == told


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "Every day is everyday; may be, maybe; some time, sometimes; Doctors, doctors"),
        ("en", "It’s its; we’re were; he’ll hell; the doctor’s doctors"),
        ("en", "long-term aims in the long term; a life-saving act is life saving"),
        ("en", "four for, hour, tour to, rise, size, prize, meter"),
        ("en", "Health Care and healthcare; al-Salama and Al-Salama"),
        ("en", "Syria-Turkey border and the Turkey crossing of Syria"),
        (
            "tr",
            "oluyor ölüyor, olumsuz ölümsüz, sınırı siniri, donduk döndük, olduğu öldüğü",
        ),
        ("tr", "tarihi tarihî, hakimler hâkimler"),
        (
            "fr",
            "différent diffèrent, marché marche, infectés infectes, répétées répètes",
        ),
        ("fr", "aveuglement aveuglément, MEDECINS, médecins"),
        ("ckb", "گەل گەڵ، کەر کەڕ، تەندروستی تەندروستیی"),
        ("tr", "Kar kâr, hala hâlâ, Halep’te Halepte, bir çok birçok, sık şık"),
        ("ar", "أعمال إعمال، أعداد إعداد، كلمه كلمة، على علي، مدنيَّين مدنيين"),
        ("ar", "مدنيًا طفلاً، مدنيا مدنيًا، مائي ومئات، أميركم"),
    ],
)
def test_what_may_be_two_words_is_not_told(locale: str, text: str) -> None:
    assert in_two_ways(locale, text) == []


def test_the_places_are_those_of_the_first_of_each() -> None:
    spellings = Spellings("en")
    for line, text in enumerate(["one centre", "a centre, a center", "a center: centre"], start=1):
        spellings.add(text, partial(_place, line))
    ((rarer, usual),) = spellings.in_two_ways()
    assert (rarer.origin, usual.origin) == (Origin("a.md", 2, 13), Origin("a.md", 1, 5))
