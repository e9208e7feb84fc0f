"""The reference page is the program's: it names every key there is, and no other."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from tests.profiles import PROFILES, profile_of

from letterkit.batch.files import OutputFolder
from letterkit.batch.generation import Generation, Request
from letterkit.diagnostics import Diagnostics, Origin, Severity
from letterkit.document import (
    Block,
    Emphasis,
    Footnote,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Picture,
    Quotation,
    Strong,
    Table,
    plain_text,
)
from letterkit.language.address import honorific_in_full, salutation
from letterkit.language.bidi import without_controls
from letterkit.language.conventions import DIGITS, Grammar
from letterkit.language.intervals import RANGE_STYLES
from letterkit.language.locale_dates import DATE_STYLES
from letterkit.language.locale_file import placeholders
from letterkit.language.locale_nouns import CATEGORIES
from letterkit.language.locale_numbers import MONEY_STYLES
from letterkit.language.locale_words import COMPARISONS, WITHHELD
from letterkit.language.profile import load_profile
from letterkit.language.vocabulary import HONORIFICS, Gender, Office
from letterkit.letter import DEFAULT_KIND, PREFERRED, free_variables, in_locale
from letterkit.letter.composed import ComposedData
from letterkit.letter.data import ConsentRecord, LetterData
from letterkit.letter.press import EmbargoData, QuotationData
from letterkit.letter.references import References
from letterkit.letter.views import EmbargoView, LetterView, QuotationView
from letterkit.merge.makers import MAKERS
from letterkit.people.headings import (
    ADDRESSEE_HEADINGS,
    SIGNATORY_HEADINGS,
    SIGNATORY_NAME,
    field_of,
)
from letterkit.people.loading import Order, load_signatories
from letterkit.people.localized import localized
from letterkit.people.localizer import Localizer
from letterkit.people.models import Addressee, Director, Organisation
from letterkit.people.sheet_reference import ColumnType, SheetReference
from letterkit.people.signatories import SignatoriesView
from letterkit.people.signatory import Consent, Signatory
from letterkit.people.views import AddresseeView, OrganisationView, PersonView
from letterkit.sources.comma_separated import ENCODINGS
from letterkit.sources.nodes import DataMapping
from letterkit.sources.schema import validate
from letterkit.sources.variables import RESERVED, VariableKind
from letterkit.sources.yaml import parse_yaml
from letterkit.template.declarations import variable_types
from letterkit.template.entries import LAYOUTS, read_parts
from letterkit.template.expressions import ExpressionEnvironment
from letterkit.template.markup import parse_markup
from letterkit.template.structure import KIND_KEYS, TEMPLATE_KEYS, known_kinds
from letterkit.workspace import Workspace
from letterkit.workspace.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REPOSITORY = Path(__file__).parents[2]
PAGE = (REPOSITORY / "docs" / "reference.md").read_text(encoding="utf-8")
WITH_NAMES = {"English": "en", "Arabic": "ar", "Turkish": "tr"}
LANGUAGES = WITH_NAMES | {"French": "fr", "Sorani": "ckb"}
"""The languages of examples; those with names have the page’s own names of people and places."""
NO_SUCH_KEY = "qqqqqqqq"

CODE = re.compile(r"`([^`]+)`")
PLAIN_WORD = re.compile(r"[a-z][a-z_-]+")
CAPTIONED = re.compile(
    r"^`([^`\n]+)`:\n\n```(?:yaml|markdown|csv)\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
MARKDOWN = re.compile(r"^```markdown\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANY_FENCE = re.compile(r"^```[a-z]+\n.*?^```$", re.MULTILINE | re.DOTALL)

FILES = dict(CAPTIONED.findall(PAGE))


class KeyTable(NamedTuple):
    """A table of the page: the heading above it, its own header, its rows."""

    heading: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables() -> Iterator[KeyTable]:
    """The tables of the page, in their order."""
    heading = ""
    rows: list[tuple[str, ...]] = []
    for line in [*ANY_FENCE.sub("", PAGE).splitlines(), ""]:
        if line.startswith("|"):
            cells = re.split(r"(?<!\\)\|", line)[1:-1]
            rows.append(tuple(cell.strip().replace("\\|", "|") for cell in cells))
            continue
        if rows:
            yield KeyTable(heading, rows[0], tuple(rows[2:]))
            rows = []
        if line.startswith("#"):
            heading = line.lstrip("# ")


TABLES = list(tables())
KEY_TABLES = {
    (table.heading, table.header[0]): table for table in TABLES if table.header[0] != "you write"
}
EXPRESSIONS = [
    (table.header[column], CODE.findall(row[0])[0], row[column])
    for table in TABLES
    if table.header[0] == "you write" and table.header[1] in LANGUAGES
    for row in table.rows
    for column in range(1, len(row))
    if row[column]
]


def told_as_known(problems: Diagnostics) -> set[str]:
    """The keys that the program names where it is given one that there is not."""
    hints = [found.hint or "" for found in problems if NO_SUCH_KEY in found.message]
    assert len(hints) == 1
    return set(CODE.findall(hints[0]))


def known_in_locale(folder: Path, text: str, locale: str = "en") -> set[str]:
    """The keys of a section of a locale file."""
    (folder / f"{locale}.yaml").write_text(text.replace("?", NO_SUCH_KEY), encoding="utf-8")
    problems = Diagnostics()
    load_profile(locale, [folder], problems)
    return told_as_known(problems)


def known_formats() -> set[str]:
    problems = Diagnostics()
    settings = f"organisation: {{name: A}}\nformats: [{NO_SUCH_KEY}]\n"
    validate(Settings, parse_yaml(settings, "letterkit.yaml", problems), problems)
    return told_as_known(problems)


def known_in_list(folder: Path) -> set[str]:
    path = folder / "list.yaml"
    path.write_text(f"{NO_SUCH_KEY}: 1\nsignatories: []\n", encoding="utf-8")
    problems = Diagnostics()
    load_signatories(path, problems, name="list.yaml")
    return told_as_known(problems)


def known_in_part() -> set[str]:
    problems = Diagnostics()
    read_parts(parse_yaml(f"- {{part: a, {NO_SUCH_KEY}: b}}", "k.yaml", problems), problems)
    return told_as_known(problems)


def known_in_text() -> set[str]:
    problems = Diagnostics()
    localized(parse_yaml(f"{{text: a, {NO_SUCH_KEY}: b}}", "t.yaml", problems), problems)
    return told_as_known(problems)


def known_keys(folder: Path) -> dict[tuple[str, str], set[str]]:
    """For each key table of the page what the program knows."""
    labels = set(PROFILES["en"].labels) - {"representing"}
    forms = "forms-of-address"
    return {
        ("Texts in several languages", "key"): known_in_text(),
        ("letterkit.yaml", "key"): set(Settings.model_fields),
        ("The organisation", "key"): set(Organisation.model_fields),
        ("A person", "key"): set(Director.model_fields),
        ("Reference numbers", "key of `references`"): set(References.model_fields),
        ("A letter", "key"): set(LetterData.model_fields),
        ("The embargo", "key"): set(EmbargoData.model_fields),
        ("A quotation", "key"): set(QuotationData.model_fields),
        ("A composed letter", "key"): set(ComposedData.model_fields),
        ("Addressees", "key"): set(Addressee.model_fields),
        ("Signatories", "key"): set(Signatory.model_fields),
        ("Consent", "key"): set(Consent.model_fields),
        ("A list of signatories", "key"): known_in_list(folder),
        ("Tables of people", "key"): {
            field.alias or name for name, field in SheetReference.model_fields.items()
        },
        ("Headings", "field"): {*ADDRESSEE_HEADINGS, *SIGNATORY_HEADINGS},
        ("Templates and kinds", "key of `template.yaml`"): set(TEMPLATE_KEYS),
        ("Templates and kinds", "key of a kind"): set(KIND_KEYS),
        ("Parts", "key"): known_in_part(),
        ("Parts", "part"): set(MAKERS),
        ("Forms of address", "office"): set(Office),
        ("Forms of address", "gender"): set(Gender),
        ("Forms of address", "honorific"): set(HONORIFICS),
        ("Another language", "key"): known_in_locale(folder, "?: 1"),
        ("Another language", "key of `fonts`"): known_in_locale(folder, "fonts: {?: 1}"),
        ("Another language", "key of `numbers`"): known_in_locale(folder, "numbers: {?: 1}"),
        ("Another language", "key of `dates`"): known_in_locale(folder, "dates: {?: 1}"),
        ("Another language", "key of `title-case`"): known_in_locale(folder, "title-case: {?: 1}"),
        ("Another language", "key of `and` and `or`"): known_in_locale(
            folder, "lists: {and: {?: 1}}"
        ),
        ("Typography", "key of `typography`"): known_in_locale(folder, "typography: {?: 1}"),
        ("Labels", "label"): labels,
        ("Counted nouns", "key of an Arabic noun"): known_in_locale(
            folder, "nouns: {a: {singular: منظمة, ?: 1}}", "ar"
        ),
        ("Counted nouns", "key of an adjective"): known_in_locale(
            folder, "nouns: {a: {singular: منظمة, adjectives: [{masculine: سوري, ?: 1}]}}", "ar"
        ),
        ("How people are written to", "key of `forms-of-address`"): known_in_locale(
            folder, f"{forms}: {{?: 1}}"
        ),
        ("How people are written to", "key of `inside-address`"): known_in_locale(
            folder, f"{forms}: {{inside-address: {{?: 1}}}}"
        ),
        ("How people are written to", "key of `titles-in-short`"): known_in_locale(
            folder, f"{forms}: {{titles-in-short: {{?: 1}}}}"
        ),
    }


def keys_of(table: KeyTable) -> list[str]:
    return [CODE.findall(row[0])[0] for row in table.rows]


def test_every_key_of_the_program_stands_on_the_page_and_no_other(tmp_path: Path) -> None:
    expected = known_keys(tmp_path)
    assert {place: set(keys_of(KEY_TABLES[place])) for place in expected} == expected
    for place in expected:
        assert len(keys_of(KEY_TABLES[place])) == len(expected[place]), place


def test_every_word_in_backquotes_beside_a_key_is_known_too(tmp_path: Path) -> None:
    known = set(chain.from_iterable(known_keys(tmp_path).values())) | {
        *chain(Gender, Office, HONORIFICS, known_formats(), Order, Grammar, DIGITS, DATE_STYLES),
        *chain(ColumnType, ENCODINGS, Gender),
        *chain(
            VariableKind,
            CATEGORIES,
            LAYOUTS,
            WITHHELD,
            ConsentRecord,
            RESERVED,
            known_kinds([]),
        ),
        *("true", "false", "and", "or", "default", PREFERRED, DEFAULT_KIND),
        *(
            "regional",
            "capitals",
            "capital",
            "small",
            "title",
            "as-written",
            "ltr",
            "rtl",
            "outer",
            "inner",
            "plural",
        ),
        *chain(COMPARISONS, RANGE_STYLES, MONEY_STYLES),
        *("pattern", "noun-case", "number-case", "start-case", "end-case", "usual", "to"),
        *("unnamed", "jointly", "masculine", "feminine", "counted", "unit", "days", "periods"),
        *("by-person", "by-office", "un", "uk", "usages"),
        *("nominative", "oblique", "accusative", "genitive", "item", "body", "lead", "intro"),
    }
    for place in known_keys(tmp_path):
        for row in KEY_TABLES[place].rows:
            for cell in row[1:]:
                words = {word for word in CODE.findall(cell) if PLAIN_WORD.fullmatch(word)}
                assert words <= known, (place, row[0])


def test_every_heading_of_the_page_is_known() -> None:
    for name, said in KEY_TABLES["Headings", "field"].rows:
        field = name.strip("`")
        shown = CODE.findall(said.partition(";")[0])
        assert shown
        headings = ADDRESSEE_HEADINGS if field in ADDRESSEE_HEADINGS else SIGNATORY_HEADINGS
        for heading in shown:
            if heading.lower() in SIGNATORY_NAME.split(" | ") and field == "person":
                continue
            assert field_of(heading, headings, ("ar", "en", "tr")) == (field, ""), heading
    for heading in ("Name (Arabic)", "name.ar", "الاسم بالعربية", "Arapça ad"):
        assert f"`{heading}`" in PAGE
        found = field_of(heading, ADDRESSEE_HEADINGS, ("ar", "en", "tr"))
        assert found == ("name", "ar"), heading


def test_every_format_is_told() -> None:
    rows = {row[0]: row[1] for row in KEY_TABLES["letterkit.yaml", "key"].rows}
    assert known_formats() == set(CODE.findall(rows["`formats`"]))


def test_every_type_of_variables_is_read_as_it_stands() -> None:
    table = KEY_TABLES["Variables", "type"]
    text = "\n".join(f"v{number}: {key}" for number, key in enumerate(keys_of(table)))
    problems = Diagnostics()
    types = variable_types(parse_yaml(text, "template.yaml", problems), problems)
    assert list(problems) == []
    assert {found.kind for found in types.values()} == set(VariableKind)


def test_every_reserved_name_is_told() -> None:
    (told,) = re.findall(r"A variable cannot be called (.*?)\.\n", PAGE, re.DOTALL)
    assert set(CODE.findall(told)) == RESERVED


def test_every_field_of_a_name_stands_on_the_page() -> None:
    views: dict[str, type[object]] = {
        "letter": LetterView,
        "letter.embargo": EmbargoView,
        "quotes.KEY": QuotationView,
        "organisation": OrganisationView,
        "organisation.director": PersonView,
        "addressee": AddresseeView,
        "signatories": SignatoriesView,
    }
    rows = KEY_TABLES["Names", "name"].rows
    assert {CODE.findall(name)[0]: set(CODE.findall(fields)) for name, fields in rows} == {
        name: {field for field in dir(view) if not field.startswith("_")}
        for name, view in views.items()
    }


def test_every_label_says_what_fills_it_and_how_it_is_in_english() -> None:
    english = PROFILES["en"]
    for key, fields, pattern in KEY_TABLES["Labels", "label"].rows:
        label = english.labels[key.strip("`")]
        assert CODE.findall(fields) == [f"{{{name}}}" for name in placeholders(label)]
        assert pattern == spaced(label)


def test_offices_and_honorifics_print_what_the_page_says() -> None:
    named = {
        "en": ("Ada Kaya", "the Chair"),
        "ar": ("آدا كايا", "الرئيسة"),
        "tr": ("Ada Kaya", "Başkan"),
    }
    for office, *printed in KEY_TABLES["Forms of address", "office"].rows:
        for locale, expected in zip(named, printed, strict=True):
            name, title = named[locale]
            found = salutation(
                PROFILES[locale],
                Office(office.strip("`")),
                Gender.FEMALE,
                name=name,
                title=title,
            )
            assert spaced(str(found).splitlines()[0]) == expected, (office, locale)
    for key, *printed in KEY_TABLES["Forms of address", "honorific"].rows:
        for locale, expected in zip(named, printed, strict=True):
            title = honorific_in_full(PROFILES[locale], key.strip("`"), Gender.FEMALE)
            assert spaced(title) == expected, (key, locale)


def spaced(text: str) -> str:
    """A text as it is seen: no marks of direction, plain spaces."""
    return without_controls(text).replace("\u00a0", " ").replace("\u202f", " ")


def test_every_filter_has_an_example() -> None:
    filters = ExpressionEnvironment(PROFILES["en"]).sandbox.filters
    sources = " ".join(source for _, source, _ in EXPRESSIONS)
    shown = set(re.findall(r"\| ([a-z_]+)", sources))
    assert shown == {name for name in filters if name.isidentifier()}


@pytest.mark.parametrize(("language", "source", "printed"), EXPRESSIONS)
def test_an_expression_prints_what_the_page_says(language: str, source: str, printed: str) -> None:
    profile = profile_of(LANGUAGES[language])
    problems, lacking = Diagnostics(), Diagnostics()
    names = parse_yaml(FILES["names.yaml"], "names.yaml", problems)
    assert isinstance(names, DataMapping)
    localizer = Localizer(profile, problems if language in WITH_NAMES else lacking)
    variables = free_variables(names, problems)
    values = {name: in_locale(value, localizer) for name, value in variables.items()}
    expression = ExpressionEnvironment(profile).compile(source, Origin("page"), problems)
    assert list(problems) == []
    assert expression is not None
    assert spaced(plain_text(expression.inlines(values))) == printed


def test_every_other_expression_can_be_read() -> None:
    environment = ExpressionEnvironment(PROFILES["en"])
    problems = Diagnostics()
    for table in TABLES:
        if table.header[0] == "you write":
            for row in table.rows:
                environment.compile(CODE.findall(row[0])[0], Origin("page"), problems)
    assert not problems.has_errors


def test_every_way_to_write_words_has_an_example() -> None:
    problems = Diagnostics()
    environment = ExpressionEnvironment(PROFILES["en"])
    shown: set[type[Block | Inline]] = set()
    for text in MARKDOWN.findall(PAGE):
        if ":::" not in text:
            shown |= set(map(type, _walk(parse_markup(text, "page", 1, environment, problems))))
    assert list(problems) == []
    inlines = {Strong, Emphasis, Link, Footnote, Picture, LineBreak}
    assert shown >= {Paragraph, Heading, ItemList, Quotation, Table, *inlines}


def _walk(nodes: Iterable[object]) -> Iterator[Block | Inline]:
    """All blocks and inlines of a tree."""
    for node in nodes:
        if isinstance(node, tuple | list):
            yield from _walk(node)
        elif isinstance(node, Block | Inline):
            yield node
            for name in ("blocks", "inlines", "children", "items", "header", "rows"):
                yield from _walk(getattr(node, name, ()))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """The examples of the page, put into one folder."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def generated(root: Path, *letters: str) -> tuple[dict[str, str], Diagnostics]:
    """The plain text of letters by the paths of their files, and what was found."""
    problems = Diagnostics()
    generation = Generation(Workspace(root, problems), Request(letters), OutputFolder(root / "out"))
    for _ in generation.run(generation.tasks()):
        pass
    problems.extend(generation.report.problems)
    made = [each.settled.path for each in generation.report.made if each.format == "txt"]
    return {
        path.relative_to(root / "out").as_posix(): spaced(path.read_text(encoding="utf-8"))
        for path in made
    }, problems


def test_every_yaml_example_says_which_file_it_is() -> None:
    assert len(FILES) == len(CAPTIONED.findall(PAGE))
    assert PAGE.count("```yaml\n") == sum(name.endswith(".yaml") for name in FILES)


def test_the_examples_are_a_workspace_without_a_fault(workspace: Path) -> None:
    texts, problems = generated(workspace, "visit", "bread", "beds")
    assert list(problems) == []
    assert sorted(texts) == [
        "beds/minister-of-health.en.txt",
        "bread/bread.en.txt",
        "visit/minister-of-health.en.txt",
    ]
    assert "on 4 March." in texts["visit/minister-of-health.en.txt"]
    assert "Copy to: The Rose Tribune" in texts["visit/minister-of-health.en.txt"]
    assert "The guild says “We have no flour.”" in texts["bread/bread.en.txt"]
    beds = texts["beds/minister-of-health.en.txt"]
    assert "more than 40 beds in Kilis and Port Example" in beds
    assert "representing 92 organisations in the north" in beds


def test_the_table_of_the_examples_is_written_to_row_by_row(workspace: Path) -> None:
    texts, problems = generated(workspace, "thanks")
    assert list(problems) == []
    assert sorted(texts) == ["thanks/Can Demir.tr.txt", "thanks/Nour Example.ar.txt"]
    assert "10 Ocak 2026 tarihli 250,50 dolarlık" in texts["thanks/Can Demir.tr.txt"]
    arabic = texts["thanks/Nour Example.ar.txt"]
    assert "السيدة نور مثال المحترمة،" in arabic
    assert "1500 دولار أمريكي وصلتنا في 9 كانون الثاني/يناير 2026" in arabic


def test_everything_in_the_examples_is_without_a_fault(workspace: Path) -> None:
    problems = Diagnostics()
    Workspace(workspace, problems).check_unused(problems)
    found = [each for each in problems if each.severity is not Severity.NOTE]
    assert {str(each.origin.path) for each in found if each.origin} <= {"locales/es.yaml"}
    assert not problems.has_errors


@pytest.mark.parametrize("locale", ["en", "ar", "tr"])
def test_the_data_of_the_examples_speaks_every_language(workspace: Path, locale: str) -> None:
    for name in ("visit", "bread"):
        folder = workspace / "letters" / name
        data = (folder / "letter.yaml").read_text(encoding="utf-8")
        assert "locales: [en]" in data
        changed = data.replace("locales: [en]", f"locales: [{locale}]")
        (folder / "letter.yaml").write_text(changed, encoding="utf-8")
        words = (folder / "en.md").read_text(encoding="utf-8")
        (folder / f"{locale}.md").write_text(words, encoding="utf-8")
    texts, problems = generated(workspace, "visit", "bread")
    assert list(problems) == []
    assert len(texts) == 2


def test_the_new_language_of_the_page_works(tmp_path: Path) -> None:
    assert len(FILES["locales/es.yaml"].splitlines()) <= 12
    files = {
        "letterkit.yaml": (
            "organisation:\n"
            "  name: Rosewater Trust\n"
            "  director: {name: Lale Deniz, title: {es: Directora}}\n"
        ),
        "locales/es.yaml": FILES["locales/es.yaml"],
        "addressees/friends.yaml": "madame: {name: Ada Kaya, gender: female}\n",
        "letters/visite/letter.yaml": (
            "date: 2026-03-04\nreference: RT/2026/8\naddressees: madame\nlocales: es\n"
        ),
        "letters/visite/es.md": (
            "Le agradecemos, {{ addressee.name | quote }}, "
            'por {{ 1 | counted("organisation") }}, {{ 1500 | more_than("organisation") }}.\n'
        ),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    texts, problems = generated(tmp_path, "visite")
    assert not problems.has_errors, [str(found) for found in problems]
    (text,) = texts.values()
    printed = [
        "4 de marzo de 2026",
        "Ref.: RT/2026/8",
        "Estimada señora:",
        "«Ada Kaya»",
        "Atentamente,",
        "Directora",
    ]
    for words in (*printed, "1 organización", "más de 1.500 organizaciones"):
        assert words in text
