"""What a proofreader marks in each language, and what is right and must pass unmarked."""

from __future__ import annotations

import pytest
from tests.profiles import profile_of

from letterkit.language.typography.findings import HIDDEN, Passage
from letterkit.language.typography.proofreading import mended, proofread

PROFILES = {locale: profile_of(locale) for locale in ("en", "ar", "tr", "fr", "ckb")}

CERTAIN = [
    # Quotation marks: of a typewriter, doubled single ones, the wrong way round, foreign ones.
    ("en", 'They said "no".', "They said “no”."),
    ("en", "signs ‘’We are people’’, ‘’We too’’ here", "signs “We are people”, “We too” here"),
    ("en", "Tribune | ”Roses in bloom”", "Tribune | “Roses in bloom”"),
    ("en", "a «rose» and „another“ one", "a “rose” and “another” one"),
    ("en", "“He said “no” twice.”", "“He said ‘no’ twice.”"),
    ("en", "“Roses,” he said in Port.”Tulips,” she said.",
     "“Roses,” he said in Port. “Tulips,” she said."),
    ("en", "“We came.”They left.", "“We came.” They left."),
    ("en", "the town of Port.”We are", "the town of Port. “We are"),
    ("en", "“ Roses ”", "“Roses”"),
    ("en", "the 'open letter' of May", "the “open letter” of May"),
    ("tr", '"Gül", «lale» ve “sümbül”', "“Gül”, “lale” ve “sümbül”"),
    ("tr", '"SAMA"nın bildirisi', "“SAMA”nın bildirisi"),
    ("ar", 'قال "نعم" و“لا” أيضًا', "قال «نعم» و«لا» أيضًا"),
    ("ar", "«قال “نعم” ثم مضى»", "«قال ”نعم“ ثم مضى»"),
    ("ar", 'من "Rose Club" أيضًا', "من «Rose Club» أيضًا"),
    # Apostrophes.
    ("en", "Don't touch the children's roses", "Don’t touch the children’s roses"),
    ("en", "the doctors' strike of the '90s", "the doctors’ strike of the ’90s"),
    ("en", "it`s theirs, isn´t it", "it’s theirs, isn’t it"),
    ("tr", "Kilis'te, 16'sı ve Ayşe`nin", "Kilis’te, 16’sı ve Ayşe’nin"),
    ("tr", "Ankara‘da", "Ankara’da"),
    ("en", f"{HIDDEN}'s roses", f"{HIDDEN}’s roses"),
    # Spaces.
    ("en", "Roses , tulips ; what ? Yes !", "Roses, tulips; what? Yes!"),
    ("en", "It ended .", "It ended."),
    ("en", "Roses,tulips;lilies", "Roses, tulips; lilies"),
    ("en", "It ended.They left.", "It ended. They left."),
    ("en", "Full article:Roses", "Full article: Roses"),
    ("en", "roses ( all ) gone", "roses (all) gone"),
    ("en", "two  spaces   here", "two spaces here"),
    ("ar", "وصلوا،ثم مضوا ؛ أليس كذلك ؟", "وصلوا، ثم مضوا؛ أليس كذلك؟"),
    ("en", "50 % of roses", "50% of roses"),
    ("tr", "güllerin % 50 kadarı", "güllerin %50 kadarı"),
    ("ar", "بلغت 97 % منها", "بلغت 97% منها"),
    # و is written onto the next word.
    ("ar", "الورد و الزهر و «الياسمين»", "الورد والزهر و«الياسمين»"),
    ("ar", "و RT و 5 ورود", "وRT و5 ورود"),
    ("ar", f"الورد و {HIDDEN}", f"الورد و{HIDDEN}"),
    # Marks.
    ("ar", "النقاط A, B; C?", "النقاط A، B؛ C؟"),
    ("en", "and so on...", "and so on…"),
    ("en", "roses - all of them - gone", "roses – all of them – gone"),
    ("ar", "الورد, والزهر; هل ذبل?", "الورد، والزهر؛ هل ذبل؟"),
    ("ar", "في عام 2015, وصلوا", "في عام 2015، وصلوا"),
    ("en", "roses، tulips؛ lilies؟", "roses, tulips; lilies?"),
    # No-break spaces.
    ("en", "Dr. Rose and Mr. Lily, No. 5", "Dr.\u00a0Rose and Mr.\u00a0Lily, No.\u00a05"),
    ("en", "resolution 2258 (2015)", "resolution 2258\u00a0(2015)"),
    ("en", "Article 3 on p. 7, 12 km away", "Article\u00a03 on p.\u00a07, 12\u00a0km away"),
    ("tr", "Dr. Gül, No. 5, 12 km", "Dr.\u00a0Gül, No.\u00a05, 12\u00a0km"),
    ("ar", "د. وردة، 2258 (2015)، رقم 5", "د.\u00a0وردة، 2258\u00a0(2015)، رقم\u00a05"),
    ("ar", "أ. د. وردة", "أ.\u00a0د.\u00a0وردة"),
    # Letters.
    ("ar", "الســـلام عليكم", "السلام عليكم"),
    ("ar", "وردا ً", "ورداً"),
    ("ar", "کتاب ھذا الشیء", "كتاب هذا الشيء"),
    ("ar", "\ufefb \ufee3\ufeb4\ufe8e\ufe80", "لا مساء"),
    ("en", "Rose\u0301 and Ro\u00adse\u200bs", "Rosé and Roses"),
    ("tr", "Gu\u0308l", "Gül"),
    # Direction that letterkit sets itself.
    ("en", "Ro\u200ese, \u200e+90 342 555 01 02\u200e", "Rose, +90 342 555 01 02"),
    ("ar", "في \u200e2016-02-24\u200e: \u20667 Elm Row\u2069", "في 2016-02-24: 7 Elm Row"),
    ("ar", "وردة\u200f، \u061cزهرة.\u200f", "وردة، زهرة."),
    ("en", "by \u2067دار الورد\u2069 and \u2068بيت\u2069", "by دار الورد and بيت"),
    ("en", "call \u202a+90 342 555 01 02\u202c", "call +90 342 555 01 02"),
    ("ar", f"كتب \u2067{HIDDEN}\u2069 و{HIDDEN}\u200e", f"كتب {HIDDEN} و{HIDDEN}"),
    # What other programs leave.
    ("en", "roses.[/vc_column_text][/vc_row]", "roses."),
    ("en", '[vc_row css="x"]Roses', "Roses"),
    ("en", "Roses &amp; tulips&nbsp;here", "Roses & tulips\u00a0here"),
    ("en", "[b]Roses[/b] [url=https://a.example.org]here[/url]", "Roses here"),
    ("en", "<span style='x'>Roses</span>", "Roses"),
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
    ("en", "10-15 roses", "10–15 roses"),
    ("en", "roses—not tulips", "roses – not tulips"),
    ("en", "roses--not tulips", "roses – not tulips"),
    ("en", "the ‘rose’ garden", "the “rose” garden"),
    ("ar", "بلغت %97 منها", "بلغت 97% منها"),
    ("en", "5 - 3", "5 – 3"),
    ("en", "[y,n]", "[y, n]"),
    ("ar", "مقاس ا?سطر", "مقاس ا؟سطر"),
    ("ar", "قال: 'نعم' ثم مضى", "قال: «نعم» ثم مضى"),
    ("ar", "الفقرة و من المادة", "الفقرة ومن المادة"),
    # Direction that somebody must look at: without it the words are seen in another order.
    ("en", "Rose \u200fclub\u200f", "Rose club"),
    ("ar", "وردة \u200e! زهرة", "وردة ! زهرة"),
    ("ar", "\u2066بيت Rose\u2069", "بيت Rose"),
    ("en", "\u202eesoR\u202c", "esoR"),
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
    ("ckb", "%97ی گوڵەکان", "97%ی گوڵەکان"),
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
    ("en", "They said “no.", "the quotation mark is not closed"),
    ("en", "They said no” twice.", "the quotation mark closes nothing"),
    ("ar", "علی", "`ی` is a letter of another language; here it is `ي` or `ى`"),
    ("ar", "گل", "`گ` is no letter of the language"),
    ("en", "so **strong", "Markdown that prints as it stands"),
    ("en", "the club (of roses is", "the bracket is not closed"),
    ("en", "built in 2012) is", "the bracket closes nothing"),
    ("en", "The doctors,. and", "two marks where one stands"),
    ("ar", "گوگل", "`گ` is no letter of the language"),
    ("ar", "وصل علی", "`ی` is a letter of another language; here it is `ي` or `ى`"),
    ("ar", "هذا كفی", "`ی` is a letter of another language; here it is `ي` or `ى`"),
    ("ar", "ثم نفی", "`ی` is a letter of another language; here it is `ي` or `ى`"),
]

RIGHT = [
    ("en", "3.14, 1,500 and 12:30, e.g. roses, i.e. U.N. staff at 5 p.m."),
    ("en", "See https://rose.example.org/a,b;c?d=e'f or write to rose.tree@club.example.org."),
    ("en", "Follow @rose_club and #RoseDay; open letter.docx, see www.rose.example.org."),
    ("en", "“Roses ‘and’ tulips”, the Roses’ “day” – and the children’s."),
    ("en", "Sha‘ar, Qur’an, rock ’n’ roll, a 5'10 man, battle […] and (see above)"),
    ("en", "The Turkish-Syrian border, 2015-16/4, LK-12-3, +90 342-000-00-00, 2015–2016"),
    ("en", "An Arabic title «وردة» in English; A. B. Rose; What?! Well…"),
    ("en", "a missing ) or ( is [video] at a::b, EU:n; 12:30, #5 [sic]"),
    ("en", f"{HIDDEN}:{HIDDEN} and {HIDDEN}:x"),
    ("ar", "صفحة (?)، وفيديو (video)، أو ڤيينا"),
    ("en", "person(s), and/or, 50%, C:\\roses"),
    ("ar", "في 24 شباط/فبراير 2016، قال: «نعم»؛ وهل ذبل؟ 70,000 وردة، 2.5 و97%"),
    ("ar", "سنة 1437\u00a0هـ، بـ5 ورود، الـRT، و«وردة» (“Rose, Inc.”)"),
    ("ar", "الفقرات د و هـ و ز، والفقرة (و)، وVitamin C, D"),
    ("ar", "مدنيَّين اثنين لا 3 مدنيين، Rose, Lily and Tulip، إلخ."),
    ("tr", "Kilis’te %97 oranında, 1.500 gül; “Ali ‘evet’ dedi” vb. çiçekler. Saat 14.30’da"),
    (
        "fr",
        "Le site «\u00a0https://rose.example.org/a,b\u00a0» et «\u00a0rose.example.org/a\u00a0».",
    ),
    ("tr", "Gül (RT)nin ve “SAMA”nın 3. maddesi, A.Ş., T.C., 2011-2016"),
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
    assert mended(text, PROFILES[locale]) == better


@pytest.mark.parametrize(("locale", "better"), [(row[0], row[2]) for row in CERTAIN])
def test_what_was_mended_is_right(locale: str, better: str) -> None:
    found = proofread(Passage(better, PROFILES[locale]))
    assert [each.what for each in found if "is not closed" not in each.what] == []


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
def test_what_only_a_reader_can_mend_is_told(locale: str, text: str, what: str) -> None:
    (found,) = proofread(Passage(text, PROFILES[locale]))
    assert (found.what, found.replacement) == (what, None)


@pytest.mark.parametrize(("locale", "text"), RIGHT)
def test_what_is_right_passes_unmarked(locale: str, text: str) -> None:
    found = proofread(Passage(text, PROFILES[locale]))
    assert [(text[each.start : each.end], each.what) for each in found] == []


def test_a_quotation_that_goes_on_in_the_next_paragraph_need_not_be_closed() -> None:
    assert proofread(Passage("“We came.", PROFILES["en"], continues=True)) == []


def test_of_a_name_for_all_languages_only_what_is_always_wrong_is_told() -> None:
    text = 'The "Rose" Club , Ro\u00adse [/vc_row]'
    assert mended(text, PROFILES["en"], any_language=True) == 'The "Rose" Club , Rose'


def test_what_is_spoilt_in_a_name_is_told_in_any_language() -> None:
    text = "CafÃ© Rоse ﬁrst"
    assert mended(text, PROFILES["tr"], any_language=True) == "Café Rose first"
