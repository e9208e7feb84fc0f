"""How Turkish readers speak foreign names whose spelling misleads: Renault is reno, Times tayms.

TDK, Yazım Kılavuzu, “Kesme İşareti” and “Yabancı Özel Adların Yazılışı”: foreign names keep their
spelling, and a suffix follows how they are spoken (Bordeaux’ya, Shakespeare’in). Endings that no
Turkish word has tell that by rule; for the rest there is a list of what letters often name. What
neither knows is read as it is spelled, unless the user says `pronunciation`.
"""

from __future__ import annotations

import re

from letterkit.language.casing import lower

# Endings, on plain small letters, that tell French, English or German, and what Turkish makes of
# them. Where two fit, the first one stands.
_ENDINGS = tuple(
    (re.compile(pattern + r"\Z"), spoken)
    for pattern, spoken in (
        (r"(?:eaux?|aux|aults?)", "o"),  # Bordeaux, Rousseau, Renault
        (r"oux", "u"),
        (r"eux", "ö"),
        (r"aix", "e"),
        (r"(?<=[bcdflnrtvç])ois", "ua"),  # François, Dubois
        (r"oir", "uar"),  # Renoir
        (r"ailles?", "ay"),  # Versailles
        (r"eilles?", "ey"),  # Marseille
        (r"c?ques?", "k"),  # Jacques, Dominique
        (r"(?<=[aeiou])gues?", "g"),  # Prague, League
        (r"(?<=[a-z]{3})aire", "er"),  # Voltaire
        (r"aine", "en"),  # Lorraine
        (r"[aeiou]?eare", "ir"),  # Shakespeare
        (r"(?<=[^aeiou])oe", "o"),  # Monroe
        (r"onne", "on"),  # Sorbonne
        (r"(?<=[a-z]{3})elle", "el"),  # Michelle
        (r"(?<=[a-z]{2})enne", "en"),  # Étienne
        (r"(?<=[a-z]{2})ette", "et"),  # Juliette
        (r"(?<=[a-z]{2})otte", "ot"),  # Charlotte
        (r"ilippe", "ilip"),
        (r"ierre", "iyer"),
        (r"esse", "es"),
        (r"dge", "c"),  # Cambridge
        (r"tive", "tiv"),  # Initiative; Turkish writes -tif
        (r"tions?", "şın"),  # Foundation; Turkish writes -syon
        (r"ights?", "ayt"),  # Rights
        (r"(?<=[^aeiou])ew", "u"),  # Andrew
        (r"(?<=[a-z]{2})way", "vey"),  # Hemingway
        (r"(?:oog|pp|ttt?|bb|gg|dd|ff|zz|ck)le", "ıl"),  # Google, Apple, Seattle
        (r"(?:rd|rtn|rk|wy)ers", "ırs"),  # Borders, Partners
        (r"[acs]tors", "tırs"),  # Doctors
        (r"stein", "ştayn"),
        (r"(?<=[nszl])heim", "haym"),
    )
)
# è in the last syllable but one: the e after it is silent, and so is the s (Molière, Frontières).
_SILENT_E = re.compile(r"è([bcdfghjklmnpqrstvz]+)es?\Z")


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


# Names and words of names that no rule tells, each with how it is spoken.
SPOKEN_NAMES = _pairs("""
    trump tramp  hollande oland  thatcher teçır  biden baydın  charles çarls  james ceyms
    george corc  mike mayk  steve stiv  dave deyv  luke luk  kate keyt  jane ceyn  joe co
    jones cons  bruce brus  wayne veyn  moore mur  claire kler
    yves iv  denise deniz  alice elis  laurence lorens  florence florens  clarence klarens
    christine kristin  catherine katrin  caroline karolin  antoine antuan  guillaume giyom
    josephine jozefin  may mey  wilde vayld  joyce coys  blake bleyk  byron bayrın
    descartes dekart  baudelaire bodler  sartre sartr  flaubert flober  rimbaud rembo  dumas düma
    camus kamü  monet mone  manet mane  degas dega  montaigne monteyn  zweig tsvayg
    cannes kan  nantes nant  rennes ren  grenoble grenobl  lille lil  calais kale  toulouse tuluz
    reims rens  lausanne lozan  illinois ilinoy  angeles encılıs  yale yeyl  france frans
    house haus  east ist  gate geyt  watergate votırgeyt  state steyt  times tayms  time taym
    life layf  news nyuz  presse pres  agence ajans  monde mond  hommes om  nature neyçır
    science sayns  tribune tribün  reuters roytırs  today tudey  peugeot pejo
    google gugıl  youtube yutub  skype skayp  twitter tvitır  messenger mesencır  chrome krom
    office ofis  word vörd  drive drayv  nike nayk  pfizer fayzır  roche roş
    children çıldrın  hunger hangır  vision vijın  mission mişın  corps kor  council kaunsıl
    center sentır  centre sentır  trust trast  fund fand  network netvörk  union yunyın
    alliance elayıns  conference konferıns  institute institüt  college kolic  care ker
    greenpeace grinpis  peace pis  justice castis  service sörvis  voice voys
    defence difens  defense difens  white vayt  lane leyn  dame dam
    cameron kemırın  johnson consın  jackson ceksın  wilson vilsın  nixon niksın  anderson andersın
    robinson robinsın  clarke klark  page peyc  young yang  blanc blan  haley heyli  hunt hant
    manchester mançıstır  power pavır
""")


def foreign_reading(word: str, plain: str) -> str | None:
    """How a foreign name is spoken, in Turkish letters; None where its spelling tells.

    `plain` is the word in small letters without foreign marks, as `plain_letters` makes it.
    """
    # A capital I of another language is no ı: Institute, Illinois.
    if listed := SPOKEN_NAMES.get(plain) or SPOKEN_NAMES.get(plain.replace("ı", "i")):
        return listed
    if silent := _SILENT_E.search(lower(word, "en")):
        return plain[: -len(silent.group())] + "e" + silent[1]
    for ending, spoken in _ENDINGS:
        if found := ending.search(plain):
            return plain[: found.start()] + spoken
    return None
