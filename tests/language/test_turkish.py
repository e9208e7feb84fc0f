"""The expected forms follow TDK, Yazım Kılavuzu; those marked TDK are its own examples."""

from __future__ import annotations

import pytest

from letterkit.language.conventions import Apostrophe
from letterkit.language.turkish import Case, inflect, inflected, ordinal, ordinal_suffix, suffix

CASES = [
    Case.GENITIVE,
    Case.DATIVE,
    Case.ACCUSATIVE,
    Case.LOCATIVE,
    Case.ABLATIVE,
    Case.INSTRUMENTAL,
]

# After each name its suffixes: genitive, dative, accusative, locative, ablative, instrumental.
PLAIN_NAMES = """
    Antakya: nın ya yı da dan yla
    Azez: in e i de den le
    Münbiç: in e i te ten le
    Sinop: un a u ta tan la
    Kütahya: nın ya yı da dan yla
    Ürdün: ün e ü de den le
    Kudüs: ün e ü te ten le
    New York: un a u ta tan la
    Elâzığ: ın a ı da dan la
    Hakkâri: nin ye yi de den yle
    el-Bab: ın a ı da dan la
    Deyrizor: un a u da dan la
    Cenk: in e i te ten le
    Mert: in e i te ten le
    Mustafa Kemal Atatürk: ün e ü te ten le
    Kur’an: ın a ı da dan la
    Stephen O’Brien: in e i de den le
    Özgür: ün e ü de den le
    Max: ın a ı ta tan la
    Eric: in e i te ten le
    Kennedy: nin ye yi de den yle
    Sidney: in e i de den le
    Flynn: in e i de den le
    Łódź: un a u da dan la
    Århus: un a u ta tan la
    Milošević: in e i te ten le
    Beyaz Saray: ın a ı da dan la
    Birleşmiş Milletler: in e i de den le
"""

FINAL_HIGH_VOWEL_WITHOUT_POSSESSIVE = """
    Sinsi: nin ye yi de den yle
    Hasan Ali: nin ye yi de den yle
    Devlet Bahçeli: nin ye yi de den yle
    Hasan Yazıcı: nın ya yı da dan yla
    Reşat Nuri: nin ye yi de den yle
    İsmail Hakkı: nın ya yı da dan yla
    Şinasi: nin ye yi de den yle
    Ebru: nun ya yu da dan yla
    Reyhanlı: nın ya yı da dan yla
    Kocaeli: nin ye yi de den yle
    Gelibolu: nun ya yu da dan yla
    Topkapı: nın ya yı da dan yla
    Karaköprü: nün ye yü de den yle
    AK Parti: nin ye yi de den yle
    İbrahim Reisi: nin ye yi de den yle
    Mısır Cumhurbaşkanı Sisi: nin ye yi de den yle
    Güler Sabancı: nın ya yı da dan yla
    Kadınlar Şimdi: nin ye yi de den yle
"""

POSSESSIVE_COMPOUNDS = """
    Yıldız Kadın Derneği: nin ne ni nde nden yle
    Çevre Bakanlığı: nın na nı nda ndan yla
    Umut Hastanesi: nin ne ni nde nden yle
    Barış Ağı: nın na nı nda ndan yla
    Uluslararası Af Örgütü: nün ne nü nde nden yle
    Kızılhaç Komitesi: nin ne ni nde nden yle
    Güvenlik Konseyi: nin ne ni nde nden yle
    Türk Kızılayı: nın na nı nda ndan yla
    Göç İdaresi: nin ne ni nde nden yle
    Fırat Kalkanı: nın na nı nda ndan yla
    Yerel Koordinasyon Komiteleri: nin ne ni nde nden yle
    Birleşmiş Milletler Genel Kurulu: nun na nu nda ndan yla
    Arap Baharı: nın na nı nda ndan yla
    Van Gölü: nün ne nü nde nden yle
    Kuşadası: nın na nı nda ndan yla
    Beyoğlu: nun na nu nda ndan yla
    Dışişleri: nin ne ni nde nden yle
    Ayşe Demiroğlu: nun na nu nda ndan yla
    GAZİANTEP BELEDİYESİ: nin ne ni nde nden yle
"""

PALATAL = """
    Kemal: in e i de den le
    Celâl: in e i de den le
    Hilal: in e i de den le
    İstiklal: in e i de den le
    Resul: ün e ü de den le
    Vural: ın a ı da dan la
    Erdal: ın a ı da dan la
    Ertuğrul: un a u da dan la
"""

ABBREVIATIONS = """
    BM: nin ye yi de den yle
    AB: nin ye yi de den yle
    STK: nin ye yi de den yle
    DSÖ: nün ye yü de den yle
    HRW: nin ye yi de den yle
    IOM: nin ye yi de den yle
    AİHM: nin ye yi de den yle
    ICRC: nin ye yi de den yle
    TİHV: nin ye yi de den yle
    WHO: nun ya yu da dan yla
    NATO: nun ya yu da dan yla
    UNICEF: in e i te ten le
    TÜBİTAK: ın a ı ta tan la
    AFAD: ın a ı da dan la
    IŞİD: in e i de den le
    DEAŞ: ın a ı ta tan la
    YÖK: ün e ü te ten le
    RTÜK: ün e ü te ten le
    OHAL: in e i de den le
    USAID: in e i de den le
    BAĞ-KUR: un a u da dan la
    TÜRK-İŞ: in e i te ten le
    DIYARBAKIR: ın a ı da dan la
    COVID-19: un a u da dan la
    F-16: nın ya yı da dan yla
    G20: nin ye yi de den yle
    4G: nin ye yi de den yle
    km: nin ye yi de den yle
    kg: ın a ı da dan la
"""

NUMBERS = """
    0: ın a ı da dan la
    4: ün e ü te ten le
    6: nın ya yı da dan yla
    60: ın a ı ta tan la
    70: in e i te ten le
    218: in e i de den le
    1.511: in e i de den le
    3.000.000: un a u da dan la
    2.000.000.000: ın a ı da dan la
    2,5: in e i te ten le
    0,05: in e i te ten le
    14.30: un a u da dan la
    09.00: un a u da dan la
    24.02.2016: nın ya yı da dan yla
    2/3: nin ye yi de den yle
    %97: nin ye yi de den yle
    % 40: ın a ı ta tan la
    15 Ocak: ın a ı ta tan la
    24 Şubat 2016: nın ya yı da dan yla
    24 Şubat 2016 Çarşamba: nın ya yı da dan yla
    Bölüm II: nin ye yi de den yle
    500 €: nun ya yu da dan yla
"""


def rows(table: str) -> list[tuple[str, list[str]]]:
    lines = [line.strip() for line in table.strip().splitlines()]
    return [(name, suffixes.split()) for name, _, suffixes in (ln.rpartition(": ") for ln in lines)]


@pytest.mark.parametrize(
    ("name", "suffixes"),
    [
        row
        for table in (
            PLAIN_NAMES,
            FINAL_HIGH_VOWEL_WITHOUT_POSSESSIVE,
            POSSESSIVE_COMPOUNDS,
            PALATAL,
            ABBREVIATIONS,
            NUMBERS,
        )
        for row in rows(table)
    ],
)
def test_the_six_cases(name: str, suffixes: list[str]) -> None:
    assert [suffix(name, case) for case in CASES] == suffixes


@pytest.mark.parametrize(
    ("name", "pronunciation", "suffixes"),
    [
        ("The Guardian", "gardiyan", "ın a ı da dan la"),
        ("Trump", "tramp", "ın a ı ta tan la"),
        ("John Kerry", "keri", "nin ye yi de den yle"),
        ("Human Rights Watch", "voç", "un a u ta tan la"),
        ("Le Monde", "mond", "un a u da dan la"),
        ("Peugeot", "pejo", "nun ya yu da dan yla"),
        ("Google", "gugıl", "ın a ı da dan la"),
        ("Cambridge", "kembriç", "in e i te ten le"),
        ("XIV. Louis", "lui", "nin ye yi de den yle"),
        ("CNN", "si en en", "in e i de den le"),
        ("Zülal", "zülal", "ın a ı da dan la"),
        ("Nural", "nuräl", "in e i de den le"),
        ("Nural", "Nurâl", "in e i de den le"),
    ],
)
def test_a_name_is_inflected_as_it_is_pronounced(
    name: str, pronunciation: str, suffixes: str
) -> None:
    made = [suffix(name, case, pronunciation=pronunciation) for case in CASES]
    assert made == suffixes.split()


@pytest.mark.parametrize(
    ("name", "case", "expected"),
    [
        # Kesme işareti
        ("Atatürk", "accusative", "Atatürk’ü"),
        ("Fatih Sultan Mehmet", "dative", "Fatih Sultan Mehmet’e"),
        ("Yunus Emre", "accusative", "Yunus Emre’yi"),
        ("Ömer Seyfettin", "ablative", "Ömer Seyfettin’den"),
        ("Fevzi Çakmak", "accusative", "Fevzi Çakmak’ı"),
        ("Cebrail", "ablative", "Cebrail’den"),
        ("Samanyolu", "locative", "Samanyolu’nda"),
        ("Dadaloğlu", "genitive", "Dadaloğlu’nun"),
        ("İstanbul Boğazı", "genitive", "İstanbul Boğazı’nın"),
        ("Çanakkale Boğazı", "genitive", "Çanakkale Boğazı’nın"),
        ("Dolmabahçe Sarayı", "ablative", "Dolmabahçe Sarayı’ndan"),
        ("Sait Halim Paşa Yalısı", "ablative", "Sait Halim Paşa Yalısı’ndan"),
        ("Kurtuluş Savaşı", "accusative", "Kurtuluş Savaşı’nı"),
        ("Resmî Gazete", "locative", "Resmî Gazete’de"),
        ("Millî Eğitim Temel Kanunu", "dative", "Millî Eğitim Temel Kanunu’na"),
        ("Medeni Kanun", "genitive", "Medeni Kanun’un"),
        ("Eski Çağ", "genitive", "Eski Çağ’ın"),
        ("Yükselme Dönemi", "genitive", "Yükselme Dönemi’nin"),
        ("Avrupa Birliği", "dative", "Avrupa Birliği’ne"),
        ("Osmanlı Devleti", "locative", "Osmanlı Devleti’nde"),
        ("Rusya Federasyonu", "dative", "Rusya Federasyonu’na"),
        ("Suriye Arap Cumhuriyeti", "dative", "Suriye Arap Cumhuriyeti’ne"),
        ("Yunus Emre (1240?-1320)", "genitive", "Yunus Emre’nin (1240?-1320)"),
        ("Yakup Kadri (Karaosmanoğlu)", "genitive", "Yakup Kadri’nin (Karaosmanoğlu)"),
        ("Nihat Bey", "dative", "Nihat Bey’e"),
        ("Ayşe Hanım", "ablative", "Ayşe Hanım’dan"),
        ("“Bit Palas”", "accusative", "“Bit Palas”ı"),
        # Kurum adları, unvanlar
        ("Türkiye Büyük Millet Meclisi", "dative", "Türkiye Büyük Millet Meclisine"),
        ("Türk Dil Kurumu", "ablative", "Türk Dil Kurumundan"),
        (
            "Türkiye Petrolleri Anonim Ortaklığı",
            "dative",
            "Türkiye Petrolleri Anonim Ortaklığına",
        ),
        ("Bakanlar Kurulu", "genitive", "Bakanlar Kurulunun"),
        ("Danışma Kurulu", "ablative", "Danışma Kurulundan"),
        ("Mavi Köşe Bakkaliyesi", "ablative", "Mavi Köşe Bakkaliyesinden"),
        ("Türk Dil Kurumu Başkanı", "dative", "Türk Dil Kurumu Başkanına"),
        ("Cumhurbaşkanı", "dative", "Cumhurbaşkanına"),
        ("Başbakan", "dative", "Başbakana"),
        # Kısaltmalar
        ("TBMM", "dative", "TBMM’ye"),
        ("TDK", "ablative", "TDK’den"),
        ("THY", "locative", "THY’de"),
        ("TRT", "ablative", "TRT’den"),
        ("TL", "genitive", "TL’nin"),
        ("BDT", "dative", "BDT’ye"),
        ("ASELSAN", "locative", "ASELSAN’da"),
        ("BOTAŞ", "genitive", "BOTAŞ’ın"),
        ("NATO", "ablative", "NATO’dan"),
        ("UNESCO", "dative", "UNESCO’ya"),
        ("kg", "ablative", "kg’dan"),
        ("cm", "accusative", "cm’yi"),
        ("mm", "ablative", "mm’den"),
        ("Alm.", "ablative", "Alm.dan"),
        ("İng.", "accusative", "İng.yi"),
        ("cm³", "dative", "cm³e"),
        ("m²", "dative", "m²ye"),
        # Sayılar
        ("1985", "locative", "1985’te"),
        ("657", "instrumental", "657’yle"),
        ("8’inci", "genitive", "8’incinin"),
    ],
)
def test_examples_of_tdk(name: str, case: str, expected: str) -> None:
    assert inflected(name, case, style=Apostrophe.TDK) == expected


@pytest.mark.parametrize(
    ("name", "apostrophe", "expected"),
    [
        ("Türk Dil Kurumu", True, "Türk Dil Kurumu’na"),
        ("Türk Dil Kurumu", False, "Türk Dil Kurumuna"),
        ("Türk Dil Kurumu", None, "Türk Dil Kurumu’na"),
        ("Cumhurbaşkanı", True, "Cumhurbaşkanı’na"),
        ("Cumhurbaşkanı", None, "Cumhurbaşkanına"),
        ("Sayın Bakan", None, "Sayın Bakana"),
        ("Ali Bakan", None, "Ali Bakan’a"),
        ("Yıldız Kadın Derneği (YKD)", None, "Yıldız Kadın Derneğine (YKD)"),
        ("Yıldız Kadın Derneği (YKD)", True, "Yıldız Kadın Derneği’ne (YKD)"),
        ("Birleşmiş Milletler (BM)", None, "Birleşmiş Milletlere (BM)"),
        ("Ankara", False, "Ankaraya"),
        ("Öz Gıda Pazarlama", False, "Öz Gıda Pazarlamaya"),
        ("Ahmetler", False, "Ahmetlere"),
        ("BM", False, "BM’ye"),
        ("2016", False, "2016’ya"),
        ("km", False, "km’ye"),
        ("Valilik", None, "Valilik’e"),
        ("Valilik", False, "Valiliğe"),
        ("Türkçe", True, "Türkçe’ye"),
    ],
)
def test_the_apostrophe_is_a_matter_of_style(
    name: str, apostrophe: bool | None, expected: str
) -> None:
    assert inflected(name, Case.DATIVE, apostrophe=apostrophe) == expected


@pytest.mark.parametrize("style", Apostrophe)
@pytest.mark.parametrize(
    ("name", "case", "expected"),
    [
        # TDK, Kesme işareti: derived words and plurals, with the guide's own examples.
        ("Türkler", "genitive", "Türklerin"),
        ("Türklük", "genitive", "Türklüğün"),
        ("Türkçe", "genitive", "Türkçenin"),
        ("Müslümanlık", "locative", "Müslümanlıkta"),
        ("Hollandalı", "ablative", "Hollandalıdan"),
        ("Hristiyanlık", "ablative", "Hristiyanlıktan"),
        ("Suriyeliler", "dative", "Suriyelilere"),
        ("Gaziantepliler", "instrumental", "Gazianteplilerle"),
        ("Suriyeli Kürtler", "dative", "Suriyeli Kürtlere"),
        ("Iraklı Türkmenler", "genitive", "Iraklı Türkmenlerin"),
        ("Kürtçe", "locative", "Kürtçede"),
        ("Arapça", "dative", "Arapçaya"),
        ("İbranice", "ablative", "İbraniceden"),
        # What looks so and is a name.
        ("Denizli", "dative", "Denizli’ye"),
        ("Reyhanlı", "dative", "Reyhanlı’ya"),
        ("Arnavutluk", "dative", "Arnavutluk’a"),
        ("Birleşik Krallık", "dative", "Birleşik Krallık’a"),
        ("Deniz Halepli", "dative", "Deniz Halepli’ye"),
        ("Halepçe", "dative", "Halepçe’ye"),
        ("Filipinler", "dative", "Filipinler’e"),
        ("Güler", "dative", "Güler’e"),
        # Titles soften as common nouns do.
        ("Patrik", "dative", "Patriğe"),
        ("Yargıç", "dative", "Yargıca"),
        ("Kardinal", "dative", "Kardinale"),
        ("Kral", "dative", "Krala"),
        ("Veliaht Prens", "dative", "Veliaht Prense"),
        ("Almanya Şansölyesi", "dative", "Almanya Şansölyesine"),
        ("Kral Selim", "dative", "Kral Selim’e"),
        # Raised numbers.
        ("6⁴", "ablative", "6⁴ten"),
        ("10³", "dative", "10³e"),
        ("m²", "dative", "m²ye"),
    ],
)
def test_what_is_derived_from_a_name_has_no_apostrophe(
    name: str, case: str, expected: str, style: Apostrophe
) -> None:
    assert inflected(name, case, style=style) == expected


@pytest.mark.parametrize(
    ("name", "press", "tdk"),
    [
        ("Başbakanlık", "Başbakanlık’a", "Başbakanlığa"),
        ("Rektörlük", "Rektörlük’e", "Rektörlüğe"),
        ("Genel Müdürlük", "Genel Müdürlük’e", "Genel Müdürlüğe"),
        ("Türk Kızılhaç", "Türk Kızılhaç’a", "Türk Kızılhaça"),
    ],
)
def test_an_office_softens_where_it_has_no_apostrophe(name: str, press: str, tdk: str) -> None:
    assert inflected(name, Case.DATIVE) == press
    assert inflected(name, Case.DATIVE, style=Apostrophe.TDK) == tdk
    assert inflected(name, Case.LOCATIVE, style=Apostrophe.TDK)[-2:] == f"t{tdk[-1]}"


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        ("Kobani", {"compound": True}, "Kobani’nde"),
        ("Çiçek Dağcı", {"compound": True}, "Çiçek Dağcı’nda"),
        ("Beyoğlu", {"compound": False}, "Beyoğlu’da"),
        ("Kilis", {"compound": True}, "Kilis’te"),
        ("UNICEF", {"letters": True}, "UNICEF’de"),
        ("AKUT", {"letters": True}, "AKUT’de"),
        ("AB", {"letters": False}, "AB’da"),
        ("TIP", {"letters": False}, "TIP’ta"),
        ("ISIS", {"letters": False}, "ISIS’te"),
        ("OHAL", {"letters": False}, "OHAL’de"),
    ],
)
def test_what_the_user_knows_goes_before_the_rules(
    name: str, options: dict[str, bool], expected: str
) -> None:
    compound, letters = options.get("compound"), options.get("letters")
    assert inflected(name, "locative", compound=compound, letters=letters) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kilis", "Kilis’i"),
        ("Ankara", "Ankara’sı"),
        ("%50", "%50’si"),
        ("%10", "%10’u"),
        ("%6", "%6’sı"),
        ("%100", "%100’ü"),
        ("1/3", "1/3’i"),
        ("Türk Dil Kurumu", "Türk Dil Kurumu"),
        ("kitap", "kitabı"),
    ],
)
def test_the_possessive(name: str, expected: str) -> None:
    assert inflected(name, Case.POSSESSIVE) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("T.C.", "T.C.nin"),
        ("A.Ş.", "A.Ş.nin"),
        ("Yıldız Ltd. Şti.", "Yıldız Ltd. Şti.nin"),
        ("STK’lar", "STK’ların"),
        ("1990’lar", "1990’ların"),
        ("II.", "II.’nin"),
        ("XIV.", "XIV.’nün"),
        ("II. Abdülhamid", "II. Abdülhamid’in"),
        ("2258 (2015)", "2258’in (2015)"),
        ("Halep [Suriye] (2016)", "Halep’in [Suriye] (2016)"),
        ("(BM)", "(BM)’nin"),
        ("‘Halep’", "‘Halep’in"),
        ("Halep,", "Halep’in,"),
        ("example.org", "example.org’un"),
        ("2016 yılı", "2016 yılının"),
        ("1,5 milyon", "1,5 milyonun"),
        ("sivil toplum örgütü", "sivil toplum örgütünün"),
        ("şehir", "şehrin"),
        ("su", "suyun"),
        ("hukuk", "hukukun"),
        ("", ""),
        (" ", " "),
        ("…", "…"),
        ("😀", "😀"),
        ("شبكة", "شبكة’nin"),
    ],
)
def test_the_genitive_of_what_is_no_plain_name(word: str, expected: str) -> None:
    assert inflected(word, Case.GENITIVE) == expected


def test_a_word_comes_in_three_pieces() -> None:
    assert inflect("Kobani (Ayn el-Arab)", "locative") == ("Kobani", "’de", " (Ayn el-Arab)")
    assert inflect("Kilis", "dative") == ("Kilis", "’e", "")


def test_an_unknown_case_is_refused() -> None:
    with pytest.raises(ValueError, match="vocative"):
        inflect("Kilis", "vocative")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0’ıncı"),
        (1, "1’inci"),
        (2, "2’nci"),
        (3, "3’üncü"),
        (6, "6’ncı"),
        (8, "8’inci"),
        (9, "9’uncu"),
        (40, "40’ıncı"),
        (112, "112’nci"),
        ("1.500", "1.500’üncü"),
    ],
)
def test_ordinals(number: int | str, expected: str) -> None:
    assert ordinal(number) == expected
    assert expected.endswith(ordinal_suffix(number))


@pytest.mark.parametrize(
    ("share", "possessive", "genitive", "locative"),
    [
        ("%97", "%97’si", "%97’sinin", "%97’sinde"),
        ("%10", "%10’u", "%10’unun", "%10’unda"),
        ("%6", "%6’sı", "%6’sının", "%6’sında"),
        ("%100", "%100’ü", "%100’ünün", "%100’ünde"),
        ("1.500", "1.500’ü", "1.500’ünün", "1.500’ünde"),
    ],
)
@pytest.mark.parametrize("apostrophe", [None, True, False])
def test_a_share_takes_its_case_behind_its_possessive(
    share: str, possessive: str, genitive: str, locative: str, apostrophe: bool | None
) -> None:
    found = inflected(share, Case.POSSESSIVE, apostrophe=apostrophe)
    assert found == possessive
    assert inflected(found, Case.GENITIVE, apostrophe=apostrophe) == genitive
    assert inflected(found, Case.LOCATIVE, apostrophe=apostrophe) == locative


def test_an_apostrophe_within_a_name_makes_no_share_of_it() -> None:
    assert inflected("Sana’i", Case.DATIVE) == "Sana’i’ye"
