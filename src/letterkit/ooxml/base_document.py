"""Builds the base document that every letter is poured into, `letterkit/base/letter.docx`.

The file is kept in the repository, so that people can open it and look at its styles; run
`python -m letterkit.ooxml.base_document` after a change here, and a test compares the two. Its
parts are stored, not deflated: the same bytes whatever zlib made them.

It has what python-docx's own template lacks or has too much of: A4, complex-script fonts and sizes,
the current compatibility mode (without it Word opens a file in its mode for old ones), and no theme
fonts, no author, no date, no thumbnail.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from letterkit.ooxml import base_styles as styles
from letterkit.ooxml.namespaces import (
    CONTENT_TYPES,
    DRAWING,
    PACKAGE_RELATIONSHIPS,
    RELATIONSHIPS,
    THEME_TYPE,
    WORD,
    WORD_MIME,
    XML_DECLARATION,
)
from letterkit.ooxml.package import Part, write_package

BASE_DOCUMENT: Final = Path(__file__).parents[1] / "base" / "letter.docx"

FONT: Final = "Times New Roman"  # each language sets its own
FONTS: Final = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
LANGUAGES: Final = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'

# A4 with margins of 25 mm; header and footer stand 12.5 mm from the edge.
PAGE: Final = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418"'
    ' w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>'
)

BULLETS: Final = 1
NUMBERS: Final = 2
LEVELS: Final = 9


def styles_part() -> str:
    """styles.xml."""
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{FONTS}{styles.size(styles.TEXT_SIZE)}{LANGUAGES}"
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
        '<w:spacing w:after="0" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>\n"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0"'
        ' w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"/>\n'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>\n"
    )
    paragraphs = "".join(style.xml() for style in styles.PARAGRAPH_STYLES)
    content = defaults + paragraphs + styles.CHARACTER_STYLES + styles.TABLE_STYLES
    return _word("styles", content)


def numbering_part() -> str:
    """numbering.xml: bulleted and numbered lists of nine levels, and one instance of the first."""
    bullets = "".join(_level(level, "bullet", "•–"[level % 2]) for level in range(LEVELS))
    numbers = "".join(
        _level(
            level,
            ("decimal", "lowerLetter", "lowerRoman")[level % 3],
            f"%{level + 1}{'.)'[level % 3 == 1]}",
        )
        for level in range(LEVELS)
    )
    return _word(
        "numbering",
        f"{_abstract(BULLETS, '4C4B0001', bullets)}{_abstract(NUMBERS, '4C4B0002', numbers)}"
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="{BULLETS}"/></w:num>\n',
    )


def _abstract(identifier: int, unique: str, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{identifier}"><w:nsid w:val="{unique}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>\n'
    )


def _level(level: int, number_format: str, text: str) -> str:
    left = styles.INDENT * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{left}" w:hanging="{styles.HANGING}"/></w:pPr>'
        f"<w:rPr>{FONTS}</w:rPr></w:lvl>\n"
    )


def settings_part() -> str:
    """settings.xml: nothing that asks the reader a question when the file is opened."""
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return _word(
        "settings",
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f"<w:compat>{compatible}</w:compat>",
    )


def footnotes_part() -> str:
    """footnotes.xml with the two separators that Word expects there."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{identifier}"><w:p><w:r><w:{kind}/></w:r></w:p>'
        "</w:footnote>\n"
        for identifier, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return _word("footnotes", separators)


def font_table_part() -> str:
    """fontTable.xml: the fonts by name; Word looks up the rest on the machine it runs on."""
    return _word("fonts", f'<w:font w:name="{FONT}"/>')


def theme_part() -> str:
    """theme1.xml: plain colours and our fonts.

    No style refers to it, but Word puts its own in the place of a missing one, and strict
    validators ask for it.
    """
    plain = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "404040", "lt2": "F2F2F2"}
    accents = ("1F4E79", "7F7F7F", "C55A11", "548235", "7F6000", "833C0B")
    plain |= {f"accent{number}": value for number, value in enumerate(accents, start=1)}
    plain |= {"hlink": "0563C1", "folHlink": "954F72"}
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in plain.items()
    )
    faces = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = f'<a:ln w="6350">{fill[: len(fill) // 3]}</a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{XML_DECLARATION}<a:theme xmlns:a="{DRAWING}" name="letterkit"><a:themeElements>'
        f'<a:clrScheme name="letterkit">{colours}</a:clrScheme><a:fontScheme name="letterkit">'
        f"<a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="letterkit"><a:fillStyleLst>{fill}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line}</a:lnStyleLst><a:effectStyleLst>{effect}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>\n"
    )


def _word(root: str, content: str) -> str:
    return f'{XML_DECLARATION}<w:{root} xmlns:w="{WORD}">\n{content}</w:{root}>\n'


def build() -> bytes:
    """The base document as a file: an empty page with its styles, lists and settings."""
    word_parts = ("fontTable", "footnotes", "numbering", "settings", "styles")
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{WORD_MIME}.{part}+xml"/>'
        for part in word_parts
    )
    overrides += f'<Override PartName="/word/theme/theme1.xml" ContentType="{THEME_TYPE}"/>'
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONSHIPS}/{part}" Target="{part}.xml"/>'
        for number, part in enumerate(word_parts, start=1)
    )
    relations += (
        f'<Relationship Id="rId{len(word_parts) + 1}" Type="{RELATIONSHIPS}/theme"'
        ' Target="theme/theme1.xml"/>'
    )
    parts = {
        "[Content_Types].xml": f'{XML_DECLARATION}<Types xmlns="{CONTENT_TYPES}">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD_MIME}.document.main+xml"/>'
        f"{overrides}</Types>\n",
        "_rels/.rels": f'{XML_DECLARATION}<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">'
        f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/officeDocument" '
        'Target="word/document.xml"/></Relationships>\n',
        "word/_rels/document.xml.rels": f"{XML_DECLARATION}<Relationships "
        f'xmlns="{PACKAGE_RELATIONSHIPS}">{relations}</Relationships>\n',
        "word/document.xml": _word(
            "document", f"<w:body><w:p/><w:sectPr>{PAGE}</w:sectPr></w:body>"
        ),
        "word/fontTable.xml": font_table_part(),
        "word/footnotes.xml": footnotes_part(),
        "word/numbering.xml": numbering_part(),
        "word/settings.xml": settings_part(),
        "word/styles.xml": styles_part(),
        "word/theme/theme1.xml": theme_part(),
    }
    return write_package(
        Part(name, text.encode("utf-8"), stored=True) for name, text in parts.items()
    )


if __name__ == "__main__":
    BASE_DOCUMENT.write_bytes(build())
