"""What Turkish words hide in their spelling, as short lists: nothing here follows from the letters.

Sources: TDK, Güncel Türkçe Sözlük, for the front endings of single words (saat, -ti; gol, -lü), and
Yazım Kılavuzu, “Kısaltmalar Dizini”, for abbreviations. What names of institutions, places, offices
and peoples are made of stands in no such list and is chosen by hand. Each list holds small letters
only and is read as words separated by spaces. Names that a list does not know are told about by the
user (`pronunciation`, `compound`, `letters`).
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Ends in a consonant that is palatal after a, o or u, so that suffixes are front: Kemal’e, saate.
PALATAL = _words("""
    kemal celal cemal bilal hilal nihal zülal iclal ikbal zuhal meral nidal talal manal abdülcelal
    istiklal ihtilal ihlal ihmal iptal işgal istikbal misal sual hayal ahval eşkal ihtimal helal
    minval şimal zeval meal emsal timsal ikmal imal
    mahal general amiral mareşal kardinal festival terminal final sinyal moral metal ideal normal
    orijinal kristal sosyal legal oval bienal karnaval dijital medikal global portal hospital
    senegal nepal montreal bengal seul
    resul abdülresul kabul meşgul usul mahsul mesul makul
    gol rol petrol alkol kontrol protokol interpol europol metropol
    saat cemaat ziraat kanaat itaat dikkat şefkat sıhhat seyahat hakikat istirahat kabahat beraat
    melahat nezahat nebahat sabahat şecaat şefaat rikkat menfaat kıraat refakat sadakat liyakat
    feragat belagat meşakkat nasihat takat hilkat sarahat cerahat kerahat vaat
    harf harp kalp had idrak iştirak emlak helak
""")

# The last word of a name that is a noun with the possessive suffix: Bağımsız Doktorlar Derneği.
INSTITUTIONS = _words("""
    derneği bakanlığı hastanesi ağı örgütü komitesi merkezi konseyi kurumu kurulu vakfı birliği
    meclisi partisi üniversitesi belediyesi federasyonu birleşimi oturumu
    konfederasyonu ordusu kuvveti kuvvetleri gücü güçleri ajansı fonu programı ofisi bürosu dairesi
    müdürlüğü başkanlığı valiliği kaymakamlığı büyükelçiliği elçiliği konsolosluğu komisyonu
    komiserliği mahkemesi divanı savcılığı barosu sendikası odası odaları bankası şirketi
    enstitüsü akademisi okulu lisesi koleji fakültesi bölümü kütüphanesi müzesi tiyatrosu gazetesi
    dergisi radyosu televizyonu kanalı hareketi cephesi koalisyonu platformu girişimi inisiyatifi
    forumu topluluğu grubu heyeti temsilciliği misyonu konferansı zirvesi ligi ittifakı paktı
    kliniği polikliniği dispanseri eczanesi laboratuvarı yurdu yuvası evi kreşi otoritesi
    ombudsmanlığı kooperatifi kulübü takımı teşkilatı teşkilâtı örgütlenmesi kampüsü rektörlüğü
    dekanlığı sekreterliği sekretaryası müsteşarlığı komutanlığı jandarması emniyeti
    yönetimi hükûmeti hükümeti parlamentosu senatosu kongresi kızılayı kızılhaçı hilali
    stüdyosu yayınevi matbaası basımevi ortaklığı işletmesi fabrikası acentesi
    masası birimi servisi servisleri hizmetleri işleri kolu şubesi bankacılığı
    vekilliği vekâleti riyaseti cemiyeti cemaati kilisesi patrikhanesi patrikliği piskoposluğu
    müftülüğü ocağı ocakları gönüllüleri doktorları avukatları ekibi timi tugayı taburu tümeni
    kolordusu karargâhı karargahı üssü cezaevi tutukevi arşivi delegasyonu kabinesi encümeni mektebi
    kolektifi holdingi basını toplumu gözlemevi halkevi kitabevi bakımevi kültürevi cemevi aşevi
    misafirevi gençlikevi taziyeevi kadınevi sanatevi anaokulu ilkokulu ortaokulu yüksekokulu
    kütüphaneleri ombudsmanı konsorsiyumu sanayisi sanayii ticareti marketi restoranı sinagogu
    manastırı katedrali medresesi blogu podcasti veritabanı alayı bölüğü taburları tugayları
    milisleri birlikleri sefareti maslahatgüzarlığı kampüsleri
""")

# The same for what is not an institution; TDK writes an apostrophe after these in every style.
OTHER_POSSESSED = _words("""
    dağı dağları gölü gölleri denizi boğazı körfezi okyanusu nehri ırmağı çayı deresi adası adaları
    ovası vadisi çölü ormanı yarımadası bölgesi vilayeti eyaleti şehri kenti ilçesi kasabası köyü
    mahallesi caddesi sokağı bulvarı meydanı parkı bahçesi köprüsü kapısı yolu geçidi limanı
    havalimanı havaalanı garı istasyonu kalesi sarayı camisi camii türbesi çarşısı pazarı stadyumu
    stadı salonu oteli hanı hamamı kampı kampları kulesi anıtı mezarlığı şehitliği barajı tüneli
    savaşı harbi harekâtı harekatı operasyonu devrimi darbesi isyanı ayaklanması ateşkesi görüşmesi
    görüşmeleri süreci krizi katliamı saldırısı kuşatması anlaşması antlaşması sözleşmesi protokolü
    bildirgesi bildirisi beyannamesi kararnamesi kararı kararları kanunu yasası anayasası tüzüğü
    yönetmeliği yönergesi maddesi şartı raporu ödülü projesi kampanyası bayramı günü haftası ayı
    yılı yüzyılı çağı dönemi marşı antı sorunu meselesi davası hakları dili edebiyatı tarihi
    halkı halkları ulusu milleti ailesi nüfusu ekonomisi siyaseti politikası coğrafyası kültürü
    ili başkenti sınırı hattı yakası kıyısı sahili burnu tepesi yaylası kaplıcası mağarası
    şelalesi kaynağı pınarı çeşmesi hisarı surları kapıları projeleri planı girişimleri çağrısı
    mektubu açıklaması belgesi listesi dosyası sayısı oranı bütçesi gazı petrolü yardımı yardımları
    sonu başı ortası arası içi dışı üstü önü arkası yanı karşısı tarafı sonrası öncesi
    doğusu batısı kuzeyi güneyi kırsalı kırsalları adı adları soyadı kardeşi oğlu kızı eşi annesi
    babası çocuğu çocukları kadınları işçileri mültecileri gazetecileri hekimleri mensupları
    üyeleri temsilcileri yetkilileri mağdurları aileleri ülkeleri devletleri
    kalkanı baharı dalı sistemi koridoru konvoyu fuarı festivali bienali filmi kitabı romanı duvarı
    höyüğü tapınağı yasağı treni uçağı ekspresi yalısı köşkü konağı
    stratejisi galerisi sergisi teknolojisi endüstrisi enerjisi serisi bilgisi ilişkileri
    sesi ağacı kervanı filosu şeridi feneri eli kalbi ruhu gönlü sözü gözü yüzü izi ateşi rüzgârı
    rüzgarı güneşi yıldızı gülü tohumu vatanı nefesi umudu düşü hayali masalı şiiri destanı defteri
    kalemi gözlemi bülteni portalı haberi yayını yapımı kermesi yarışı kupası mevzuatı hukuku
    direnişi zaferi şehidi çiti fırını çadırı turu maratonu yürüyüşü nöbeti grevi boykotu çalıştayı
    paneli sempozyumu kurultayı bursu gemisi bilinci inancı direnci amacı tacı mührü emri hükmü
    sancısı göçü suçu suçları cezası şerhi özeti metni eki ekleri örneği krokisi haritası nüshası
    kaydı kayıtları borcu hesabı kapsamı alanı ağzı yarısı çoğunluğu tamamı biri bayrağı
    sarnıcı kemeri bedesteni mescidi kümbeti imareti havuzu plajı koyu kumsalı göleti suyu sureti
    misakı beyanı mutabakatı ambulansı belgeseli akşamı sabahı gecesi yazı kışı güzü mevsimi özlemi
    ezgisi kredisi bağışı çözümü sürgünü tehciri soykırımı felaketi depremi yangını salgını gündemi
    ekseni envanteri kontrolü içtihadı tramvayı vapuru terminali otogarı rıhtımı ambarı hali heykeli
    büstü kabri töreni panayırı talebi isteği önerisi beklentisi yetkisi etkisi tepkisi eleştirisi
    verisi hedefi vaadi sebebi nedeni sevinci basıncı ilacı miladı gölgesi
    cumhuriyeti devleti krallığı emirliği emirlikleri imparatorluğu sultanlığı prensliği beyliği
    hanlığı yeri evleri elleri illeri izleri ağları statüsü rejimi sahibi hiçbiri çoğu birçoğu hepsi
    bazısı ikisi üçü kendi diğeri
""")

# Of the lists above, what is a name where it stands alone: Eli, Gülü.
ALSO_NAMES = _words("eli gülü izi eki hali şefi")

# Institutions whose names are no possessive compounds: the last words of such names, where others
# stand before them (Genel Kurul, Türk Kızılay), and those that stand alone.
BARE_INSTITUTIONS = _words("""
    kızılay kızılhaç yeşilay kurul meclis konsey komite komisyon parti senato parlamento kongre
    koalisyon büro divan holding platform federasyon konfederasyon hastane üniversite lise enstitü
    akademi mahkeme sendika ajans inisiyatif doktorlar gazeteciler avukatlar baretliler
""")
INSTITUTIONS_ALONE = _words("""
    yargıtay danıştay sayıştay genelkurmay yeşilay diyanet
""")
# What an office is called after the title of who holds it: Başbakanlık, Rektörlük, Valilik.
OFFICES = _words("""
    başbakanlık bakanlık başkanlık müdürlük valilik kaymakamlık büyükelçilik elçilik konsolosluk
    başkonsolosluk sekreterlik komiserlik temsilcilik rektörlük dekanlık müsteşarlık savcılık
    başsavcılık komutanlık müftülük patriklik piskoposluk müşavirlik koordinatörlük direktörlük
    vekillik muhtarlık müfettişlik başhekimlik hâkimlik
""")

# Titles with the possessive suffix: no proper names, so TDK writes no apostrophe after them.
POSSESSED_TITLES = _words("""
    başkanı başbakanı bakanı sekreteri müdürü valisi büyükelçisi elçisi konsolosu temsilcisi
    komiseri sözcüsü koordinatörü direktörü yardımcısı üyesi danışmanı kralı kraliçesi prensi
    prensesi emiri komutanı lideri yöneticisi uzmanı raportörü yargıcı savcısı başsavcısı rektörü
    dekanı kaymakamı müsteşarı vekili milletvekili sorumlusu amiri şefi editörü muhabiri patriği
    papazı müftüsü hâkimi hakimi doktoru hekimi başhekimi avukatı şansölyesi sultanı şeyhi kardinali
    piskoposu başpiskoposu imamı arabulucusu gözlemcisi denetçisi müfettişi müşaviri ataşesi kâtibi
    saymanı
""")

# Titles without it; these are titles where no personal name stands before them.
BARE_TITLES = _words("""
    başkan başbakan bakan sekreter müdür vali büyükelçi elçi konsolos temsilci komiser sözcü
    koordinatör direktör danışman rektör dekan kaymakam milletvekili müsteşar savcı başsavcı yargıç
    hâkim avukat doktor profesör hekim başhekim komutan general amiral mareşal raportör müfettiş
    kardinal patrik piskopos başpiskopos müftü haham kral kraliçe prens prenses başkonsolos muhtar
    şansölye ombudsman
""")
BEFORE_BARE_TITLES = _words(
    "sayın genel eski yeni devlet yüksek özel daimi fahri onursal veliaht birinci ikinci"
)

# Single words that are possessive compounds: Kuşadası’nda, Nurdağı’nda, Dışişleri’nden.
CLOSED_COMPOUNDS = _words("""
    cilvegözü kuşadası nurdağı yayladağı mazıdağı elmadağı altınözü
    oğuzeli yavuzeli polateli kırklareli
    adapazarı beypazarı eminönü beyoğlu pınarbaşı gölbaşı köprübaşı çarşıbaşı sarayburnu
    rumelihisarı anadoluhisarı rumelikavağı anadolukavağı kaleiçi samanyolu divanyolu
    aslanağzı yılbaşı ayçiçeği gökkuşağı öğretmenevi huzurevi doğumevi orduevi polisevi konukevi
    dilucu gökyüzü yeryüzü pazaryeri suşehri akşehri alaşehri seydişehri sultanbeyliği çanakçıbaşı
""")

# End in a high vowel and take a plain suffix, whatever word is before them: AK Parti’ye.
NEVER_POSSESSED = _words("""
    pazartesi cumartesi kuğu buğu
    ali veli gazi vali parti vadi kapı köprü çarşı yeni eski kuru dolu taksi deri jüri kutu ordu
    korku konu koru su bilgi sergi vergi sevgi ilgi övgü çizgi örgü görgü türkü ölü sürü kuyu uyku
    duygu kuzu arı sarı yarı ayrı doğru iyi kötü dizi mavi acı ağrı bolu sayı yazı kazı çağrı kaygı
    şimdi saygı algı yargı kıyı takı tanrı halı çalı yalı batı katı doğu güneydoğu kuzeydoğu
    güneybatı kuzeybatı altı yedi yirmi elli iki büro
    fethi mehdi şevki sabri fikri nuri ruhi suphi hilmi bahri fahri hayri lütfi remzi zeki necmi
    sırrı kadri rüştü hakkı avni sami naci bedri fevzi hamdi vehbi zihni ilmi
    yukarı dışarı kırmızı başarı uyarı tasarı uçarı yakarı binbaşı yüzbaşı onbaşı çankırı almatı
""")

# Words that never begin a person's name: the last noun after them, if it looks so, is possessed.
BEFORE_INSTITUTIONS = _words("""
    ve ile türk türkiye suriye irak arap kürt rus rusya amerikan amerika abd ab bm nato alman
    almanya fransız fransa ingiliz ingiltere iran israil filistin lübnan ürdün mısır katar suudi
    avrupa asya afrika ankara istanbul gaziantep halep şam idlib hatay kilis humus hama dera rakka
    dünya uluslararası ulusal millî milli genel merkez merkezi yüksek kamu sivil insan kadın çocuk
    demokratik bağımsız birleşik birleşmiş ortak yerel bölgesel insani tıbbi kızıl askeri askerî
    resmî resmi adalet barış basın sağlık eğitim savunma güvenlik ticaret sanayi tarım maliye
    kültür turizm çevre dayanışma yardım kalkınma araştırma uygulama işbirliği mülteci mülteciler
    büyükşehir islam islâm müslüman hristiyan yahudi ermeni süryani türkmen
""")

# Peoples and religious communities: what is derived from their names has no apostrophe (Türklere,
# Kürtçede, Müslümanlıktan), nor have the names of languages made of the other stems.
PEOPLES = _words("""
    türk arap kürt türkmen ermeni süryani keldani asuri yezidi ezidi alevi nusayri sünni şii dürzi
    ismaili yahudi musevi müslüman hristiyan katolik ortodoks protestan maruni budist hindu
    rus alman ingiliz fransız italyan ispanyol yunan rum bulgar sırp hırvat boşnak arnavut makedon
    macar romen gürcü azeri özbek kazak kırgız tacik uygur çerkez çeçen tatar fars afgan peştun
    hint çin japon felemenk portekiz moğol çek slovak sloven fin isveç norveç ukrayna
""")
LANGUAGE_STEMS = PEOPLES | _words("""
    kore ibrani latin osmanlı urdu zaza kurmanc soran arami belarus litvan leton eston dan endonezya
    vietnam tay amhar swahili svahili
""")
# Places that people are called after: Suriyeli, Halepli, Hollandalı.
PLACES = _words("""
    türkiye suriye irak lübnan ürdün mısır filistin israil iran suudi katar kuveyt yemen libya tunus
    cezayir fas sudan afganistan pakistan hindistan amerika kanada avrupa asya afrika balkan kıbrıs
    hollanda almanya belçika isviçre avusturya danimarka norveç isveç finlandiya polonya ukrayna
    kosova makedonya bosna hersek arnavutluk brezilya arjantin meksika küba avustralya kore
    çeçenistan
    halep şam idlib humus hama dera rakka haseke lazkiye tartus deyrizor afrin azez menbiç münbiç
    kobani kamışlı kudüs gazze bağdat musul erbil kerkük beyrut amman kahire
    ankara istanbul izmir gaziantep antep kilis hatay antakya mardin diyarbakır şanlıurfa urfa adana
    mersin konya bursa kayseri trabzon erzurum sivas malatya van kars aydın antalya samsun rize
    londra paris berlin köln cenevre new york
""")

# Capitals that are spoken as a word although they do not look it, and how.
SPOKEN_ABBREVIATIONS = {
    "rtük": "ertük",
    "tıp": "tıp",
    "tır": "tır",
    "ohal": "ohäl",
    "aids": "eyds",
    "unctad": "unktad",
    "interpol": "interpöl",
    "europol": "öropöl",
    "dfid": "difid",
    "spod": "spod",
}

# Signs, units and abbreviations in small letters or with a full stop, as they are read aloud.
READINGS = {
    "%": "yüzde",
    "€": "avro",
    "$": "dolar",
    "₺": "lira",
    "£": "sterlin",
    "°": "derece",
    "°c": "santigrat",
    "&": "ve",
    "²": "kare",
    "³": "küp",
    "m": "metre",
    "km": "kilometre",
    "cm": "santimetre",
    "mm": "milimetre",
    "g": "gram",
    "gr": "gram",
    "kg": "kilogram",
    "mg": "miligram",
    "l": "litre",
    "lt": "litre",
    "ml": "mililitre",
    "ha": "hektar",
    "t": "ton",
    "kw": "kilovat",
    "mw": "megavat",
    "sa": "saat",
    "dk": "dakika",
    "sn": "saniye",
    "kr": "kuruş",
}
ABBREVIATIONS = {
    "alm": "almanca",
    "ar": "arapça",
    "fr": "fransızca",
    "ing": "ingilizce",
    "rus": "rusça",
    "apt": "apartmanı",
    "av": "avukat",
    "bk": "bakınız",
    "blv": "bulvarı",
    "bul": "bulvarı",
    "cad": "caddesi",
    "cd": "caddesi",
    "doç": "doçent",
    "dr": "doktor",
    "fak": "fakültesi",
    "gnkur": "genelkurmay",
    "hst": "hastanesi",
    "hz": "hazreti",
    "kr": "kuruş",
    "ltd": "limitet",
    "mad": "madde",
    "mah": "mahallesi",
    "md": "madde",
    "müd": "müdürlüğü",
    "no": "numara",
    "nu": "numara",
    "prof": "profesör",
    "s": "sayfa",
    "sf": "sayfa",
    "sk": "sokağı",
    "sn": "sayın",
    "sok": "sokağı",
    "şb": "şube",
    "şti": "şirketi",
    "tel": "telefon",
    "tlf": "telefon",
    "üniv": "üniversitesi",
    "vb": "ve benzeri",
    "vd": "ve diğerleri",
    "vs": "vesaire",
    "yy": "yüzyıl",
    "yrd": "yardımcı",
    "kiş": "kişi",
    "gör": "görevlisi",
    "öğr": "öğretim",
    "üy": "üyesi",
}
