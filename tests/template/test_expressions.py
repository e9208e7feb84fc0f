from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.sources.nodes import DataMapping, DataText
from letterkit.template.checks import Tree
from letterkit.template.direct import direct
from letterkit.template.expressions import ExpressionError
from letterkit.template.values import WholeParagraphs

if TYPE_CHECKING:
    from letterkit.template.expressions import Expression, ExpressionEnvironment

PLACE = Origin("data.yaml")


def record(**fields: str) -> DataMapping:
    made = DataMapping(PLACE)
    for key, text in fields.items():
        made[DataText(key, PLACE)] = DataText(text, PLACE)
    return made


DATA: dict[str, object] = {
    "name": DataText("Rana", PLACE),
    "facility": record(name="Clinic", items="beds", keys="two"),
    "facilities": [record(name="Clinic")],
    "organisation": SimpleNamespace(name=DataText("IDA", PLACE), _hidden="x", website="w"),
    "count": 3,
    "true_thing": True,
    "none": None,
}


def compiled(environment: ExpressionEnvironment, source: str) -> Expression:
    problems = Diagnostics()
    expression = environment.compile(source, Origin("en.md", 2, 5), problems)
    assert not [each.message for each in problems]
    assert expression is not None
    return expression


def told(environment: ExpressionEnvironment, source: str) -> list[tuple[str, str, str | None]]:
    """What is wrong with an expression, when it is compiled or else evaluated."""
    problems = Diagnostics()
    expression = environment.compile(source, Origin("en.md", 2, 5), problems)
    if expression is not None:
        try:
            expression.inlines(DATA)
        except ExpressionError as error:
            problems.add(error.diagnostic)
    return [(str(each.origin), each.message, each.hint) for each in problems]


FAULTS = {
    "nmae": ("2:5", "`nmae` is not defined", "did you mean `name`?"),
    "  nmae": ("2:7", "`nmae` is not defined", "did you mean `name`?"),
    "count\n + nmae": ("3:4", "`nmae` is not defined", "did you mean `name`?"),
    "facility.naem": ("2:14", "there is no `naem` in `facility`", "did you mean `name`?"),
    "facility['naem']": ("2:14", "there is no `naem` in `facility`", "did you mean `name`?"),
    "facilities[0].nam": ("2:19", "there is no `nam` in `facilities[0]`", "did you mean `name`?"),
    "organisation.nam": ("2:18", "there is no `nam` in `organisation`", "did you mean `name`?"),
    "organisation._hidden": ("2:18", "there is no `_hidden` in `organisation`", ...),
    "organisation.__class__": ("2:18", "there is no `__class__` in `organisation`", ...),
    "name.upper": ("2:10", "there is no `upper` in `name`", "use the filter: `| upper`"),
    "name.upper()": ("2:10", "`.upper(…)` cannot be called", "use the filter: `| upper`"),
    "'{}'.format(1)": ("2:10", "`.format(…)` cannot be called", ...),
    "name | capitalize": ("2:12", "there is no filter `capitalize`", ...),
    "name | safe": ("2:12", "there is no filter `safe`", ...),
    "name | random": ("2:12", "there is no filter `random`", ...),
    "name | uper": ("2:12", "there is no filter `uper`", "did you mean `upper`?"),
    "3 | counted('schol')": (
        "2:9",
        "`en` has no counted noun `schol`",
        "did you mean `school`? or give it under `nouns` in `locales/en.yaml`",
    ),
    "'x' if true else 3 | at_least(noun='unicorn')": (
        "2:26",
        "`en` has no counted noun `unicorn`",
        "give it under `nouns` in `locales/en.yaml`",
    ),
    "3 | to(5, noun='unicorn')": (
        "2:9",
        "`en` has no counted noun `unicorn`",
        "give it under `nouns` in `locales/en.yaml`",
    ),
    "facilities | map('uper')": ("2:18", "there is no filter `uper`", "did you mean `upper`?"),
    "name is blue": ("2:13", "there is no test `blue`", ...),
    "name | upper(x=1)": ("2:12", "`upper` knows no option `x`", "`upper` takes no options"),
    "count | date(month='un')": (
        "2:13",
        "`date` knows no option `month`",
        "did you mean `months`?",
    ),
    "count | round_down": ("2:13", "`round_down` needs its `step`", "as in `round_down(…)`"),
    "count | plural": ("2:13", "`plural` needs words to choose from", ...),
    "name name": ("2:10", "`name` cannot stand here in an expression", ...),
    "name |": ("2:11", "the expression `name |` is not complete", ...),
    "(name": ("2:10", "the expression `(name` is not complete", ...),
    "“name”": ("2:5", "`“` cannot stand here in an expression", ...),
    "[name، count] | join_and": (
        "2:10",
        "`،` cannot stand here in an expression",
        "write `,`, not `،`",
    ),
    "count | plural(one='x'، other='y')": (
        "2:27",
        "`،` cannot stand here in an expression",
        "write `,`, not `،`",
    ),
    "name ? count": ("2:10", "`?` cannot stand here in an expression", ...),
    "'name": ("2:5", "`'` cannot stand here in an expression", ...),
    "": ("2:5", "the expression is empty", ...),
    "none": ("2:5", "the expression gave nothing", ...),
    "true_thing": ("2:5", "the expression gave `true`, not text", ...),
    "facilities": ("2:5", "the expression gave a list, not text", ...),
    "facility": (
        "2:5",
        "the expression gave an entry of several fields, not text",
        "name one of its fields: `.name`, `.items`, `.keys`",
    ),
    "name if count > 5": ("2:5", ..., ...),
    "count / 0": ("2:5", "`count / 0` divides by zero", None),
    "name > 3": ("2:5", "`name > 3` mixes values that do not go together", ...),
    "name * 3": ("2:5", "`*` takes numbers", "`~` joins text"),
    "9 ** 9": ("2:5", "`**` is not available in a letter", None),
    "[1] * 999999999": ("2:5", "`*` takes numbers", "`~` joins text"),
    "range(9)": ("2:5", "`range` is not defined", ...),
    "count()": ("2:5", ..., ...),
    "(" * 3000: ("2:5", f"`{'(' * 30}…` is too long or nested too deeply", ...),
    "9" * 5000: ("2:5", f"`{'9' * 30}…` is too long or nested too deeply", ...),
    "name" + ".a" * 3000: ("2:5", ..., ...),
}


@pytest.mark.parametrize(
    ("source", "expected"), FAULTS.items(), ids=[source[:30] for source in FAULTS]
)
def test_a_fault_is_told_with_its_place_and_a_hint(
    source: str, expected: tuple[object, ...], english: ExpressionEnvironment
) -> None:
    (found,) = told(english, source)
    expected = (f"en.md:{expected[0]}", *expected[1:])
    for given, wanted in zip(found, expected, strict=True):
        assert wanted is ... or given == wanted


@pytest.mark.parametrize(
    ("source", "context", "hint"),
    [
        (
            "letter.date | date",
            {},
            "`letter` is known in a letter only; try `'2016-02-24' | date`",
        ),
        (
            "[addressee.title, 'x'] | join_and",
            {"name": "Nour"},
            "`addressee` is known in a letter only; try `'2016-02-24' | date`",
        ),
        ("addressee.title", {"addressees": ()}, "did you mean `addressees`?"),
        ("nmae", {"name": "Nour"}, "did you mean `name`?"),
    ],
)
def test_without_a_letter_its_names_are_said_to_be_known_in_letters_only(
    source: str, context: dict[str, object], hint: str, english: ExpressionEnvironment
) -> None:
    compiled = english.compile(source, Origin("en.md"), Diagnostics())
    assert compiled is not None
    with pytest.raises(ExpressionError) as raised:
        compiled.evaluate(context)
    assert raised.value.diagnostic.hint == hint


def test_all_faults_of_an_expression_are_told_at_once(english: ExpressionEnvironment) -> None:
    found = told(english, "name | uper | title(x=1) if name is blue else name.lower()")
    assert sorted(message for _, message, _ in found) == [
        "`.lower(…)` cannot be called",
        "`title` knows no option `x`",
        "there is no filter `uper`",
        "there is no test `blue`",
    ]


def test_the_keys_of_data_go_before_what_python_calls_its_mappings(
    english: ExpressionEnvironment,
) -> None:
    for key, text in (("items", "beds"), ("keys", "two")):
        assert compiled(english, f"facility.{key}").evaluate(DATA) == text


def test_an_expression_knows_its_names_and_parts(english: ExpressionEnvironment) -> None:
    expression = compiled(english, 'part("demands") ~ name ~ facility.name | default(count)')
    assert expression.names == {"part", "name", "facility", "count"}
    assert expression.parts == {"demands"}


def test_the_kits_own_functions_can_be_called(english: ExpressionEnvironment) -> None:
    expression = compiled(english, 'part("demands", join="or")')
    assert expression.evaluate({"part": lambda name, join: f"{name} {join}"}) == "demands or"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("people | map(attribute='name') | last", "Bo"),
        ("people | map(attribute='name') | length", 2),
        ("(people | selectattr('age', 'gt', 8))[0].name", "Bo"),
        ("['9', '40'] | max", "40"),
        ("['9', '40'] | min", "9"),
        ("(people | max(attribute='age')).name", "Bo"),
        ("[days[0], days[1]] | max | date('short')", "09/01/2026"),
    ],
)
def test_a_list_that_was_chosen_is_a_list_for_the_next_filter(
    source: str, expected: object, english: ExpressionEnvironment
) -> None:
    expression = compiled(english, source)
    context = {
        "people": [{"name": "Al", "age": 7}, {"name": "Bo", "age": 12}],
        "days": [date(2025, 12, 31), date(2026, 1, 9)],
    }
    found = expression.evaluate(context)
    assert (str(found) if isinstance(expected, str) else found) == expected


@pytest.mark.parametrize("source", ["['a', 'b'] | max", "[] | min", "[default] | max"])
def test_what_has_no_size_has_no_largest(source: str, english: ExpressionEnvironment) -> None:
    expression = compiled(english, source)
    with pytest.raises(ExpressionError):
        expression.evaluate({"default": WholeParagraphs()})


def test_whole_paragraphs_pass_no_filter(english: ExpressionEnvironment) -> None:
    expression = compiled(english, "default | upper")
    with pytest.raises(ExpressionError, match="whole paragraphs") as raised:
        expression.evaluate({"default": WholeParagraphs()})
    hint = raised.value.diagnostic.hint
    assert hint == "let them stand by themselves, as in `{{ default }}`"


def test_a_generator_is_given_as_a_list(english: ExpressionEnvironment) -> None:
    expression = compiled(english, "facilities | selectattr('name')")
    assert expression.evaluate(DATA) == [record(name="Clinic")]


def test_the_sandbox_changes_no_data(english: ExpressionEnvironment) -> None:
    (found,) = told(english, "facilities.append(1)")
    assert found[1] == "`.append(…)` cannot be called"


BOTH_WAYS = [
    "name",
    "nmae",
    "facility.name",
    "facility['items']",
    "facility.naem",
    "facilities[0].name",
    "facilities[7].name",
    "facilities['x']",
    "organisation.name",
    "organisation._hidden",
    "count | number",
    "name | upper | lower",
    "[name, 'b'] | join_and",
    "nmae | default(name)",
    "nmae | default('x') | upper",
    "facility.naem | default('x')",
    "nmae.x | default('x')",
    "none | upper",
    "name ~ count ~ nmae",
    "name ~ count",
    "count | round_down(step=2)",
    "count | plural(one='a', other=name)",
    "count | plural(one='a', other=nmae)",
]


@pytest.mark.parametrize("source", BOTH_WAYS)
def test_the_short_way_and_jinjas_way_agree(source: str, english: ExpressionEnvironment) -> None:
    assert outcome(compiled(english, source)) == outcome(compiled(english, source), by_jinja=True)


def outcome(expression: Expression, *, by_jinja: bool = False) -> object:
    if by_jinja:
        assert expression._direct is not None
        expression._direct = None
    try:
        return expression.inlines(DATA)
    except ExpressionError as error:
        return error.diagnostic


def test_other_expressions_go_jinjas_way(english: ExpressionEnvironment) -> None:
    expression = compiled(english, "count + 1")
    assert expression._direct is None
    assert expression.evaluate(DATA) == 4
    assert direct(Tree(expression._tree).root, english.sandbox) is None


CHARACTERS = {
    "'https://example.org/' ~ name": "https://example.org/Rana",
    "count": "3",
    "1500": "1500",
    "'+90 342 000 00 00'": "+90 342 000 00 00",
}


@pytest.mark.parametrize(("source", "expected"), CHARACTERS.items())
def test_addresses_take_plain_characters(
    source: str, expected: str, english: ExpressionEnvironment
) -> None:
    assert compiled(english, source).characters(DATA) == expected


@pytest.mark.parametrize("source", ["facility", "true_thing", "none", "facilities"])
def test_an_address_takes_only_text(source: str, english: ExpressionEnvironment) -> None:
    with pytest.raises(ExpressionError) as raised:
        compiled(english, source).characters(DATA)
    assert raised.value.diagnostic.origin == Origin("en.md", 2, 5)
