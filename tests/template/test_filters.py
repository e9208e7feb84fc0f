"""What each filter prints, by locale, and what it says to what it cannot take."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from tests.profiles import profile_of, written

from letterkit.diagnostics import Diagnostics, Origin, Severity
from letterkit.document import Direction, Phrase, Text, Value, plain_text
from letterkit.sources.nodes import DataText
from letterkit.template.expressions import ExpressionEnvironment, ExpressionError
from letterkit.template.quantities import COMPARISONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from letterkit.diagnostics import Diagnostic
    from letterkit.document import Inline
    from letterkit.template.expressions import Expression

PLACE = Origin("signatories/test.yaml", 4, 9)
DATA: dict[str, object] = {
    "name": DataText("Nour Haddad", PLACE),
    "arabic": DataText("نور حداد", PLACE),
    "paper": DataText("The Evening Mail", PLACE, pronunciation="meyl"),
    "ministry": DataText("Sağlık Bakanlığı", PLACE, compound=True),
    "short": DataText("NATO", PLACE, letters=False),
    "day": date(2016, 2, 24),
    "written_day": DataText("2016-02-24", PLACE),
    "written_number": DataText("1500", PLACE),
    "killed": 1500,
    "people": [
        {"name": DataText("Zeynep", PLACE)},
        {"name": DataText("Çiğdem", PLACE)},
        {"name": DataText("Cem", PLACE)},
    ],
    "gender": DataText("female", PLACE),
    "office": "head-of-state",
    "count": 3,
    "nothing": None,
    "empty": [],
}

PRINTED = [
    ("en", "written_day | date", "24 February 2016"),
    ("en", "day | date('full')", "Wednesday, 24 February 2016"),
    ("tr", "day", "24 Şubat 2016"),
    ("tr", "day | date | locative", "24 Şubat 2016’da"),
    ("ar", "day | date", "24 شباط/فبراير 2016"),
    ("ar-SY", "'2016-02-24' | date", "24 شباط 2016"),
    ("ar", "day | date(months='regional')", "24 شباط 2016"),
    ("ar", "day | date(digits='arab')", "٢٤ شباط/فبراير ٢٠١٦"),
    ("en", "killed | number", "1,500"),
    ("en", "written_number | number", "1,500"),
    ("tr", "killed", "1.500"),
    ("tr", "97 | percent", "%97"),
    ("tr", "97 | percent | genitive", "%97’nin"),
    ("tr", "50 | percent | possessive", "%50’si"),
    ("tr", "10 | percent | possessive", "%10’u"),
    ("tr", "6 | percent | possessive", "%6’sı"),
    ("tr", "100 | percent | possessive", "%100’ü"),
    ("tr", "97 | percent | possessive | locative", "%97’sinde"),
    ("tr", "ministry | possessive", "Sağlık Bakanlığı"),
    ("en", "97 | percent", "97%"),
    ("en", "3 | ordinal", "3rd"),
    ("tr", "3 | ordinal", "3’üncü"),
    ("en", "218 | round_down(100)", "200"),
    ("en", "200 | round_down(100)", "100"),
    ("en", "218 | round_down(100) | more_than('organisation')", "more than 200 organisations"),
    ("ar", "218 | round_down(100) | more_than('organisation')", "أكثر من 200 منظمة"),
    ("tr", "218 | round_down(100) | more_than('organisation')", "200’den fazla kuruluş"),
    ("tr", "200 | more_than", "200’den fazla"),
    ("ar", "2 | counted('organisation')", "منظمتان"),
    ("ar", "2 | counted('organisation', case='oblique')", "منظمتين"),
    ("en", "['A', 'B', 'C'] | join_and", "A, B and C"),
    ("en", "['A', 'B'] | join_or", "A or B"),
    ("ar", "[arabic, 'ب'] | join_and", "نور حداد وب"),
    ("en", "people | map(attribute='name') | join_and", "Zeynep, Çiğdem and Cem"),
    ("tr", "people | alphabetical | map(attribute='name') | join_and", "Cem, Çiğdem ve Zeynep"),
    ("tr", "people | map(attribute='name') | alphabetical | first", "Cem"),
    ("tr", "people | map(attribute='name') | map('upper') | join_and", "ZEYNEP, ÇİĞDEM ve CEM"),
    ("tr", "paper | genitive", "The Evening Mail’in"),
    ("tr", "'The Evening Mail' | genitive(pron='meyl')", "The Evening Mail’in"),
    ("tr", "'Putin' | dative", "Putin’e"),
    ("tr", "'istanbul' | upper", "İSTANBUL"),
    ("en", "'istanbul' | upper", "ISTANBUL"),
    ("tr", "'ISPARTA ili' | lower", "ısparta ili"),
    ("tr", "'istanbul ili' | title", "İstanbul İli"),
    ("tr", "'istanbul ili' | capital", "İstanbul ili"),
    ("en", "'NATO and others' | capital", "NATO and others"),
    ("en", "'the Evening Mail' | quote | capital", "“The Evening Mail”"),
    ("en", "['anybody', 'everybody'] | join_and | capital", "Anybody and everybody"),
    ("en", "'3 rooms' | capital", "3 rooms"),
    ("en", "'' | capital", ""),
    ("en", "3 | plural(one='man', other='men')", "men"),
    ("ar", "3 | plural(few='قليل', other='كثير')", "قليل"),
    ("en", "gender | choose(female='her', male='his', other='their')", "her"),
    ("en", "office | choose(head_of_state='Excellency', other='Sir')", "Excellency"),
    ("en", "name | quote", "“Nour Haddad”"),
    ("en", "'(' ~ name ~ ')'", "(Nour Haddad)"),
    ("en", "'a' + name", "aNour Haddad"),
    ("en", "missing | default('none')", "none"),
    ("en", "people | length", "3"),
    ("en", "'over' if killed > 1000 else 'under'", "over"),
    ("en", "'x' if 'Z' in ['Z'] and killed is number", "x"),
    ("en", "day.year", "2016"),
    ("en", "day.year - 1", "2015"),
    ("en", "day.year + 1", "2017"),
    ("en", "day.year - day.year + 1500", "1,500"),
    ("en", "day.year * 2", "4,032"),
    ("tr", "day.year | locative", "2016’da"),
    ("ar", "2 | counted('organisation', adjective='سوري')", "منظمتان سوريتان"),
    ("ar", "200 | counted('organisation', adjective='سوري')", "200 منظمة سورية"),
    ("ar", "15 | counted('doctor', adjective='سوري')", "15 طبيبًا سوريًا"),
    ("ar", "2 | at_least('doctor', adjective='سوري')", "ما لا يقل عن طبيبين سوريين"),
    ("ar", "3 | spelled('school', adjective='خاص')", "ثلاث مدارس خاصة"),
    ("ar", "3 | to(5, noun='hospital', adjective='خاص')", "من 3 إلى 5 مستشفيات خاصة"),
    ("en", "1 | counted('organisation', adjective='Syrian')", "1 Syrian organisation"),
    (
        "en",
        "200 | more_than('organisation', adjective='Syrian')",
        "more than 200 Syrian organisations",
    ),
    (
        "tr",
        "200 | more_than('organisation', adjective='Suriyeli')",
        "200’den fazla Suriyeli kuruluş",
    ),
    ("en", "2.5", "2.5"),
    ("en", "[3, 4] | sum", "7"),
]


def printed(
    environment: ExpressionEnvironment, source: str, data: dict[str, object] = DATA
) -> tuple[Inline, ...]:
    problems = Diagnostics()
    expression = environment.compile(source, Origin("en.md", 1, 4), problems)
    assert not [each.message for each in problems]
    assert expression is not None
    return expression.inlines(data)


@pytest.mark.parametrize(("locale", "source", "expected"), PRINTED)
def test_an_expression_prints(
    locale: str, source: str, expected: str, environment: Callable[[str], ExpressionEnvironment]
) -> None:
    assert plain_text(printed(environment(locale), source)) == expected


def value(text: str, source: str, direction: Direction, *, verbatim: bool = True) -> Value:
    return Value(
        text,
        source,
        (PLACE,),
        verbatim=verbatim,
        direction=direction,
        origin=Origin("en.md", 1, 4),
    )


def words(text: str) -> Text:
    return Text(text, Origin("en.md", 1, 4))


MADE: list[tuple[str, str, tuple[Inline, ...]]] = [
    ("en", "name", (value("Nour Haddad", "name", Direction.LTR),)),
    (
        "tr",
        "name | upper",
        (value("NOUR HADDAD", "name | upper", Direction.LTR, verbatim=False),),
    ),
    ("en", "name | capital", (value("Nour Haddad", "name | capital", Direction.LTR),)),
    (
        "en",
        "arabic | default('x')",
        (value("نور حداد", "arabic | default('x')", Direction.RTL),),
    ),
    ("en", "arabic | ltr", (value("نور حداد", "arabic | ltr", Direction.LTR),)),
    (
        "tr",
        "ministry | dative",
        (value("Sağlık Bakanlığı", "ministry | dative", Direction.LTR), words("’na")),
    ),
    ("en", "'words'", (words("words"),)),
    ("en", "2 | plural(other='words')", (words("words"),)),
    (
        "en",
        "count | choose(other=name)",
        (value("Nour Haddad", "count | choose(other=name)", Direction.LTR),),
    ),
]


@pytest.mark.parametrize(("locale", "source", "expected"), MADE)
def test_values_know_what_they_are(
    locale: str,
    source: str,
    expected: tuple[Inline, ...],
    environment: Callable[[str], ExpressionEnvironment],
) -> None:
    assert printed(environment(locale), source) == expected


def test_each_name_of_a_list_is_an_island(
    environment: Callable[[str], ExpressionEnvironment],
) -> None:
    made = printed(environment("ar"), "[name, arabic] | join_and")
    values = [each for each in made if isinstance(each, Value)]
    assert [(each.text, each.direction, each.verbatim) for each in values] == [
        ("Nour Haddad", Direction.LTR, True),
        ("نور حداد", Direction.RTL, True),
    ]


def test_the_last_name_of_a_list_keeps_its_turkish_flags(
    environment: Callable[[str], ExpressionEnvironment],
) -> None:
    made = printed(environment("tr"), "[name, paper] | join_and | genitive")
    assert plain_text(made) == "Nour Haddad ve The Evening Mail’in"


HOUSE_STYLES = [
    ("press", "ministry | ablative", "Sağlık Bakanlığı’ndan"),
    ("tdk", "ministry | ablative", "Sağlık Bakanlığından"),
    ("tdk", "ministry | ablative(apostrophe=true)", "Sağlık Bakanlığı’ndan"),
    ("press", "ministry | ablative(apostrophe=false)", "Sağlık Bakanlığından"),
    ("tdk", "name | dative", "Nour Haddad’a"),
    ("tdk", "97 | percent | possessive", "%97’si"),
    ("press", "'Cumhurbaşkanı' | dative", "Cumhurbaşkanına"),
]


@pytest.mark.parametrize(
    ("locale", "text", "source", "expected"),
    [
        ("tr", "pronunciations: {Ashdown: eşdaun}", "'Ada Ashdown' | dative", "Ada Ashdown’a"),
        ("tr", "pronunciations: {Beale: bil}", "'“Beale” (AB)' | dative", "“Beale”e (AB)"),
        ("tr", "pronunciations: {Beale: bil}", "'Beale' | dative(pron='beale')", "Beale’ye"),
        ("tr", "{}", "'Beale' | dative", "Beale’ye"),
        ("ar", "sorting: {article: ignored}", "['الياء', 'باء'] | alphabetical | first", "باء"),
        ("ar", "sorting: {article: counted}", "['الياء', 'باء'] | alphabetical | first", "الياء"),
    ],
)
def test_a_house_says_how_names_are_spoken_and_sorted(
    locale: str, text: str, source: str, expected: str, tmp_path: Path
) -> None:
    profile = profile_of(locale, written(tmp_path, **{locale: text}))
    assert plain_text(printed(ExpressionEnvironment(profile), source)) == expected


@pytest.mark.parametrize(("style", "source", "expected"), HOUSE_STYLES)
def test_a_house_chooses_where_the_apostrophe_stands(
    style: str, source: str, expected: str, tmp_path: Path
) -> None:
    text = f"case-endings: {{apostrophe: {style}}}\n"
    profile = profile_of("tr", written(tmp_path, tr=text))
    assert plain_text(printed(ExpressionEnvironment(profile), source)) == expected


def test_a_phrase_of_the_kit_stays_as_it_is(english: ExpressionEnvironment) -> None:
    phrase = Phrase.of(Text("Dear "), Value("Nour", direction=Direction.LTR))
    made = printed(english, "default", {"default": phrase})
    assert plain_text(made) == "Dear Nour"
    assert isinstance(made[0], Text)


FAULTS = [
    ("en", "'24.02.2016' | date", 19, "`date` takes a date, not `24.02.2016`"),
    ("en", "'2016-02-30' | date", 19, "`date` takes a date, not `2016-02-30`"),
    ("en", "killed | date", 13, "`date` takes a date"),
    ("en", "day | date('long') | date", 10, "`date` takes a date, not what another filter made"),
    ("en", "day | date('longest')", 10, "there is no date style `longest`"),
    ("en", "day | date(5)", 10, "`date` takes text as its `style`"),
    ("en", "name | number", 11, "`number` takes a number, not `Nour Haddad`"),
    ("en", "true | number", 11, "`number` takes a number"),
    ("en", "'1,500' | number", 14, "`number` takes a number, not `1,500`"),
    ("en", "2.5 | ordinal", 10, "`ordinal` takes a whole number, not `2.5`"),
    ("en", "3 | round_down(0)", 8, "`round_down` cannot go by steps of `0`"),
    ("en", "3 | counted('uni' ~ 'corn')", 8, "`counted` takes text as its `noun`"),
    ("en", "name | join_and", 11, "`join_and` takes a list"),
    ("en", "people | join_and", 13, "`join_and` takes a list of text, and an entry"),
    ("en", "empty | join_and", 12, "`join_and` was given an empty list"),
    ("en", "nothing | upper", 14, "`upper` was given nothing"),
    ("en", "name | genitive", 11, "`genitive` puts Turkish endings on words, and this is `en`"),
    ("tr", "name | genitive(pron=3)", 11, "`genitive` takes text as its `pron`"),
    ("tr", "name | genitive(compound='x')", 11, "`compound` of `genitive` is `true` or `false`"),
    ("tr", "'' | genitive", 9, "`genitive` was given an empty text"),
    ("tr", "arabic | genitive", 13, "nothing tells how `نور حداد` is spoken in Turkish"),
    ("tr", "'Москва' | locative", 15, "nothing tells how `Москва` is spoken in Turkish"),
    ("tr", "'😀' | dative", 10, "`dative` finds nothing in `😀` that is spoken"),
    ("tr", "3 | percent | to(9)", 18, "`to` takes numbers or days, not what another"),
    ("en", "3 | plural(one='x')", 8, "`plural` has no words for the category `other`"),
    ("en", "3 | plural(foo='x')", 8, "`plural` knows no `foo`"),
    ("en", "gender | choose(male='x')", 13, "`choose` has no words for `female`"),
    ("en", "people | alphabetical('age')", 13, "`alphabetical` finds no `age` in an entry"),
    ("en", "nmae | upper", 4, "`nmae` is not defined"),
    ("en", "name | upper | default(nmae) | join_and", 35, "`join_and` takes a list"),
]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("'Москва' | locative(pron='moskva')", "Москва’da"),
        ("'Halep (حلب)' | genitive", "Halep’in (حلب)"),
        ("20 | unit('celsius') | dative", "20°C’ye"),
    ],
)
def test_turkish_puts_an_ending_on_other_letters_where_it_is_said_how_they_are_spoken(
    source: str, expected: str, environment: Callable[[str], ExpressionEnvironment]
) -> None:
    assert plain_text(printed(environment("tr"), source)).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("locale", "told"), [("en", ["zero", "two"]), ("tr", ["zero", "two"]), ("ar", [])]
)
def test_words_for_a_plural_category_that_the_language_lacks_are_told(
    locale: str, told: list[str], environment: Callable[[str], ExpressionEnvironment]
) -> None:
    problems = Diagnostics()
    source = "5 | plural(zero='a', one='b', two='c', other='d')"
    assert environment(locale).compile(source, Origin("x.md", 2, 3), problems) is not None
    assert [each.message.partition("`")[2].partition("`")[0] for each in problems] == told
    assert all(each.severity is Severity.WARNING for each in problems)
    assert {each.origin for each in problems} <= {Origin("x.md", 2, 7)}


def test_a_date_that_is_none_is_told_with_the_reason(english: ExpressionEnvironment) -> None:
    with pytest.raises(ExpressionError) as raised:
        printed(english, "'2016-11-31' | date")
    assert raised.value.diagnostic.hint == "November has 30 days"


@pytest.mark.parametrize(("locale", "source", "column", "message"), FAULTS)
def test_a_filter_tells_what_it_cannot_take(
    locale: str,
    source: str,
    column: int,
    message: str,
    environment: Callable[[str], ExpressionEnvironment],
) -> None:
    with pytest.raises(ExpressionError) as raised:
        printed(environment(locale), source)
    told = raised.value.diagnostic
    assert told.message.startswith(message)
    assert told.origin == Origin("en.md", 1, column)
    assert told.hint


@pytest.mark.parametrize("locale", ["en", "ar", "tr"])
@pytest.mark.parametrize(
    "value",
    [None, True, 0, -3, 2.5, float("nan"), float("inf"), Decimal("1e30"), "", "x", "2016-13-01",
     "9" * 5000, date(1, 1, 1), [], [None], [[]], {}, {"name": None}, object(), Phrase(),
     Phrase.of(Text("")), 10**5000],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_no_value_brings_a_filter_down(
    locale: str, value: object, environment: Callable[[str], ExpressionEnvironment]
) -> None:
    options = {
        "round_down": "(100)",
        "counted": "('organisation')",
        "plural": "(other='x')",
        "choose": "(other='x')",
        "map": "('upper')",
        "to": "(5)",
        "money": "('USD', 'name')",
        "unit": "('kilometre', 'name')",
        "spelled": "('school')",
        "time": "(place='Kilis')",
        **dict.fromkeys(COMPARISONS, "('school')"),
    }
    here = environment(locale)
    for name in here.sandbox.filters:
        if not name.isidentifier():
            continue
        for given in ("", options.get(name, "")):
            problems = Diagnostics()
            source = f"value | {name}{given}"
            expression = here.compile(source, Origin("en.md"), problems)
            if expression is None:
                continue
            told = fault(expression, {"value": value})
            if told is not None:
                assert told.origin is not None
                assert "object at 0x" not in told.message


def fault(expression: Expression, data: dict[str, object]) -> Diagnostic | None:
    try:
        expression.inlines(data)
    except ExpressionError as error:
        return error.diagnostic
    return None
