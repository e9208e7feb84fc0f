"""Rows of what translators type in haste, in five languages, and what must pass beside them."""

from __future__ import annotations

import pytest
from tests.profiles import profile_of

from letterkit.language.typography.findings import HIDDEN, Passage
from letterkit.language.typography.proofreading import mended, proofread

PROFILES = {locale: profile_of(locale) for locale in ("en", "ar", "tr", "fr", "ckb")}

CERTAIN = [
    # Letters that programs have spoilt.
    ("en", "the cafÃ©â€™s roses", "the café’s roses"),
    ("tr", "TÃ¼rkiyeâ€™de", "Türkiye’de"),
    ("ar", "Ø§Ù„ÙˆØ±Ø¯ هنا", "الورد هنا"),
    ("en", "the rоses", "the roses"),
    ("en", "the ﬁrst rose", "the first rose"),
    ("en", "the roseʼs thorn isnʼt", "the rose’s thorn isn’t"),
    ("en", "rose （red），２０１６", "rose (red),2016"),
    ("ckb", "نەــــخۆشخانە", "نەخۆشخانە"),
    ("ar", "وصلوا إلی المستشفی وفی المشفی بمستشفی", "وصلوا إلى المستشفى وفي المشفى بمستشفى"),
    ("tr", "bir i\u0307ş", "bir iş"),
    # What stands twice or alone.
    ("en", "Roses,, tulips", "Roses, tulips"),
    ("fr", "Roses, , lis", "Roses, lis"),
    ("ar", "الورد،، والزهر", "الورد، والزهر"),
    ("en", "the club(of roses) and (the tree)is", "the club (of roses) and (the tree) is"),
    ("ckb", "نەخۆشخانە(لە حەلەب) داخراوە", "نەخۆشخانە (لە حەلەب) داخراوە"),
    # Quotations.
    ("en", "The rose‘s thorn", "The rose’s thorn"),
    ("en", "He said “we stay”before noon", "He said “we stay” before noon"),
    ("ar", "قال„نحن“ وب“نعم”", "قال «نحن» وب«نعم»"),
    ("ar", "قال »نحن هنا« ثم مضى", "قال «نحن هنا» ثم مضى"),
    ("fr", "Le mot« rose » est beau", "Le mot «\u00a0rose\u00a0» est beau"),
    # Spaces.
    ("ar", "المشفى مغلق .وعاد الأطباء", "المشفى مغلق. وعاد الأطباء"),
    ("ar", "الورد و الزهر", "الورد والزهر"),
    ("fr", "L’ hôpital, l ’eau, qu' il", "L’hôpital, l’eau, qu’il"),
    ("fr", "70 000 roses, 97 % et 97%", "70\u202f000 roses, 97\u00a0% et 97\u00a0%"),
    ("fr", "500 € ici", "500\u00a0€ ici"),
    ("tr", "% 97’si", "%97’si"),
    ("en", "15 % of it", "15% of it"),
    ("en", "some %15 of it", "some 15% of it"),
    ("tr", "oranı 97% oldu, 50%'si, (40%)", "oranı %97 oldu, %50’si, (%40)"),
    ("fr", "jusqu' à lundi, M.Rose", "jusqu’à lundi, M.\u00a0Rose"),
    ("tr", "Dr.Gül geldi", "Dr.\u00a0Gül geldi"),
    ("ar", "د.وردة وصلت", "د.\u00a0وردة وصلت"),
    ("ckb", "بەڵێ !نەخێر", "بەڵێ! نەخێر"),
    # Letters and digits of a neighbour.
    ("ckb", "لێره\u200cین", "لێرەین"),
    ("ar", "عام ۲۰۱۶", "عام ٢٠١٦"),
    ("ar", "في المدرسە «نحن في المدرسە»", "في المدرسه «نحن في المدرسه»"),
]  # fmt: skip

SUGGESTED = [
    ("en", "We waited.... and left", "We waited… and left"),
    ("ar", "انتظروا.. ثم", "انتظروا… ثم"),
    ("en", "We left..", "We left."),
    ("en", "We left.. Nobody stayed", "We left. Nobody stayed"),
    ("en", "We left….. Nobody……", "We left… Nobody…"),
    ("en", "On 1 - 16 May", "On 1–16 May"),
    (
        "en",
        "resolution 2254(2015) and 2258\n(2015)",
        "resolution 2254\u00a0(2015) and 2258\u00a0(2015)",
    ),
    ("en", "We thank Dr.\nRose, see p.\n5", "We thank Dr.\u00a0Rose, see p.\u00a05"),
    ("tr", "tam 5\nkm", "tam 5\u00a0km"),
    ("tr", 'Gaziantep"te', "Gaziantep’te"),
    ("tr", "Güller ve ve laleler", "Güller ve laleler"),
    ("tr", "Gaziantep 'te yağmur", "Gaziantep’te yağmur"),
    ("ckb", "لە لە باخ", "لە باخ"),
    ("ckb", "پزیشکهکان له به", "پزیشکەکان لە بە"),
    ("ckb", "%97ی گوڵەکان", "97٪ی گوڵەکان".replace("٪", "%")),
    ("fr", "l eau et s il n a pas d ailleurs", "l’eau et s’il n’a pas d’ailleurs"),
    ("en", "for for you", "for you"),
    ("fr", "le le respect", "le respect"),
    ("ar", "من من هنا", "من هنا"),
    ("en", "Yes!!! No", "Yes! No"),
    ("en", "one\ttwo", "one two"),
    ("en", "$ 500", "$500"),
    ("fr", "500€", "500\u00a0€"),
    ("en", "1,5 tons and 1.500 roses", "1.5 tons and 1,500 roses"),
    ("tr", "1,500 gül", "1.500 gül"),
    ("fr", "70,000 roses et 1.500", "70\u202f000 roses et 1\u202f500"),
    ("en", "2011 -2016", "2011–2016"),
    ("ar", "15 وردة و١٦ زهرة", "15 وردة و16 زهرة"),
    ("en", "Turkey ’s and it’ s", "Turkey’s and it’s"),
    ("en", "5km and 10kg, roses,5 of them", "5\u00a0km and 10\u00a0kg, roses, 5 of them"),
    ("ar", "عام2016 و20مدنيًا", "عام 2016 و20 مدنيًا"),
    ("ar", "قال 'نحن هنا' ومضى", "قال «نحن هنا» ومضى"),
    ("tr", "Ankara ’ya ve Kilis’ te", "Ankara’ya ve Kilis’te"),
    ("tr", "O “evet” dedi, Ankara’ ya gitti", "O “evet” dedi, Ankara’ya gitti"),
    ("tr", "Þehir boþ", "Şehir boş"),
    ("tr", "Hastane(Kilis’te) kapandı", "Hastane (Kilis’te) kapandı"),
    ("en", "empty .Nobody stayed", "empty. Nobody stayed"),
    ("ar", "«کوردستان»", "«كوردستان»"),
    ("ckb", "باب السلامة", "باب السلامە"),
]

TOLD_WITHOUT_MENDING = [
    ("en", "the club (of roses is", "the bracket is not closed"),
    ("en", "built in 2012) is", "the bracket closes nothing"),
    ("en", "The doctors,. and", "two marks where one stands"),
    ("ar", "گوگل", "`گ` is no letter of the language"),
    ("ar", "وصل علی", "`ی` is a letter of another language; here it is `ي` or `ى`"),
    ("ar", "هذا كفی", "`ی` is a letter of another language; here it is `ي` or `ى`"),
    ("ar", "ثم نفی", "`ی` is a letter of another language; here it is `ي` or `ى`"),
]

RIGHT = [
    ("en", "He had had it, and that that was so is clear. Rose Rose is a name."),
    ("en", "person(s), (re)open, colo(u)r, Article\u00a03(1)(a), f(x); a) one, (b) two, iv) four"),
    ("en", "1,500.50 at 10.30 on 24.02.2016; 1.2.3; +90 342 000 00 00; [1] 3.14; 5′ 10″"),
    ("en", "Čapek, Αθήνα, Москва, Þór, Ánna, “Ä”, Ça va, Âge, Müßig, naïve"),
    ("en", "£5m, 4x4, S/RES/2258, A4, B2B, 2nd, D.C.Rose, e.g.Rose; the doctors’ six"),
    ("ar", "و16 وردة وال2016 وبال5، 1437هـ و2016م، 5\u00a0كم، Sha'ar"),
    ("en", "What?! .NET and Node.js; rock ’n’ roll, Sha‘ar, and/or…"),
    ("ar", "لا لا، رويدًا رويدًا، أ و ب، «و»، و«وردة» وبـ«وردة» والـ«وردة»"),
    ("ar", "الكلمة الفارسية «گفتگو» و«کتاب و گفتگو»؛ (ها) هنا؟!"),
    ("ar", f"و{HIDDEN} وردة، 70\u00a0000 منها، 97%"),
    ("ar", "٩٧٪ من ٥ ورود، ومجموعة الـ77"),
    ("en", "0..255, roses...xlsx and roses.v2.docx; Qurʼan"),
    ("en", "日本（東京）； 50%-60%, %d, 5%3"),
    ("tr", "yavaş yavaş, bir bir, %97-%98"),
    ("ckb", "شەهلا و ئەهلی و بەهرە، کوه، الله"),
    ("fr", "les points c et d ou n, le point d ont, à 5\u00a0m environ, J. et N. Anne"),
    ("tr", "Yavaş yavaş, güzel güzel; Gül (RT)nin, “Gül”ü, Saat 14.30’da"),
    ("tr", "%50’si, %97,5’i, 1.500 gül, 3,5 ton, 500 ₺"),
    ("fr", "Nous nous levons, c’est-à-dire aujourd’hui\u202f; d’où\u202f?! 10:30, 3,5, 1.2.3"),
    ("fr", "70\u202f000 roses, 97\u00a0%, 500\u00a0€, +33 1 00 00 00 00, en 2016 500"),
    ("ckb", "وشەی «باب السلامة»، وردە وردە، و ڕۆیشت؛ ٩٧٪ و ٣٫٥"),
]


@pytest.mark.parametrize(("locale", "text", "better"), CERTAIN)
def test_what_is_certain_is_mended(locale: str, text: str, better: str) -> None:
    assert mended(text, PROFILES[locale]).replace("\u202f", "\u00a0") == better.replace(
        "\u202f", "\u00a0"
    )
    assert mended(better, PROFILES[locale]) == better


@pytest.mark.parametrize(("locale", "text", "better"), SUGGESTED)
def test_what_is_only_likely_is_suggested_and_left(locale: str, text: str, better: str) -> None:
    found = proofread(Passage(text, PROFILES[locale]))
    made, done = "", 0
    for each in found:
        assert not each.certain
        assert each.replacement is not None
        made += text[done : each.start] + each.replacement
        done = each.end
    assert made + text[done:] == better
    assert mended(text, PROFILES[locale]) == text


@pytest.mark.parametrize(("locale", "text", "what"), TOLD_WITHOUT_MENDING)
def test_what_only_a_reader_can_mend_is_told_once(locale: str, text: str, what: str) -> None:
    (found,) = proofread(Passage(text, PROFILES[locale]))
    assert (found.what, found.replacement) == (what, None)


@pytest.mark.parametrize(("locale", "text"), RIGHT)
def test_what_is_right_passes_unmarked(locale: str, text: str) -> None:
    found = proofread(Passage(text, PROFILES[locale]))
    assert [(text[each.start : each.end], each.what) for each in found] == []


def test_what_is_spoilt_in_a_name_is_told_in_any_language() -> None:
    text = "CafÃ© Rоse ﬁrst"
    assert mended(text, PROFILES["tr"], any_language=True) == "Café Rose first"
