"""How the stems of Turkish common nouns change before a suffix that begins with a vowel.

TDK, Yazım Kılavuzu and Güncel Türkçe Sözlük, which gives the form of each noun (şehit, -di): what
follows from no rule of spelling, as short lists of words in small letters.
"""

from __future__ import annotations


def _losing_a_vowel(text: str) -> dict[str, str]:
    """Nouns whose last vowel falls: şehir, şehri."""
    return {word: word[:-2] + word[-1] for word in text.split()}


def _ending_in(last: str, text: str) -> dict[str, str]:
    """Nouns whose last consonant becomes another: şehit, şehidi."""
    return {word: word[:-1] + last for word in text.split()}


def _doubling(text: str) -> dict[str, str]:
    """Nouns whose last consonant is doubled: hak, hakkı."""
    return {word: word + word[-1] for word in text.split()}


def _as_they_are(text: str) -> dict[str, str]:
    """Nouns of several syllables that do not soften: hukuk, hukuku."""
    return {word: word for word in text.split()}


# Nouns whose last consonant softens, or does not, against the rule of `soften`.
SOFTENED = {
    **_ending_in(
        "d",
        """
        yurt dert kurt kanat umut bulut tehdit cihat kilit geçit maksat senet kâğıt şehit mescit
        vücut taahhüt hudut evlat şahit öğüt ümit cilt bent ant teyit taklit iktisat itimat tereddüt
        tat art dört mevcut tecrit icat inat ebat cellat imdat efrat fesat istibdat miat murat mürit
        mürşit mücahit tenkit yiğit yoğurt armut söğüt ceset tezat itikat istinat isnat irşat
        but vaat
    """,
    ),
    **_ending_in("c", "uç güç genç borç harç burç felç taç tunç"),
    **_ending_in("b", "kalp harp kap dip cep grup darp celp garp gasp cezp kulp"),
    **_ending_in("g", "renk denk cenk"),
    **_ending_in("ğ", "gök çok diyalog katalog monolog psikolog sosyolog jeolog arkeolog patolog"),
    **_losing_a_vowel("""
        oğul omuz ağız akıl alın asıl azim bağır beniz beyin boyun burun devir emir fasıl fetih
        fikir göğüs gönül hüküm ilim isim kabir kasıt kavim keşif keyif kısım lütuf meyil metin
        nakil nehir nesil nutuk ömür özür resim ritim sabır seyir şehir şekil şükür tavır vakit
        vakıf vasıf zehir zihin zulüm hacim hapis hasım izin küfür nabız rahim ufuk atıf bahis
        ecir fesih hazım hüzün kahır nesir rükün sihir şahıs cisim cürüm cebir karın kesir kibir
        hışım sehiv satıh asır mühür zikir nefis kavis azil haciz defin vehim akis uzuv kasır nakış
    """),
    "kayıp": "kayb",
    "kayıt": "kayd",
    "akit": "akd",
    "ahit": "ahd",
    "nakit": "nakd",
    "kutup": "kutb",
    "lahit": "lahd",
    **_doubling("hak his hat sır şık üs haz af zan zam fen mahal şer rab"),
    "ret": "redd",
    "tıp": "tıbb",
    "had": "hadd",
    "zıt": "zıdd",
    "hac": "hacc",
    "cet": "cedd",
    **_as_they_are("""
        hukuk ahlak evrak merak ittifak iştirak idrak emlak tetkik tasdik tatbik teşvik tahkik
        tahrik tebrik tefrik ilhak iltihak tedarik infilak erzak mahluk nifak infak
    """),
}
