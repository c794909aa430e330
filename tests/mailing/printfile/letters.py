"""Finished documents for print files: the shipped templates' own, and those that people make or change.

What people make is written in XML here, with the defaults, themes and habits of the program that they use.
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.meetingtypes.definition import DocumentRule, MeetingType
from tests.contract.papers import SHIPPED, filled
from tests.documents.word import DECLARED, NS, edited, members, p, run, zipped

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_ROOTS = {
    "document": "document",
    "header": "hdr",
    "footer": "ftr",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "styles": "styles",
    "settings": "settings",
    "numbering": "numbering",
    "comments": "comments",
}
PAGE_OF = "Side {PAGE} af {NUMPAGES}"
A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
MARGINS = (
    '<w:pgMar w:top="1701" w:right="1134" w:bottom="1701" w:left="1134" w:header="708" w:footer="708" '
    'w:gutter="0"/>'
)
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
COUNTED = (
    '<w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
    '<w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num>'
)


def letters(*names: str) -> list[bytes]:
    """Every document of these shipped types but the minutes."""
    rules = [(kind, rule) for kind in SHIPPED if kind.name in names for rule in kind.documents]
    return [filled(kind, rule) for kind, rule in rules if rule.file != "referat.docx"]


def letter(name: str = "opfoelgningsmoede", file: str = "invitation.docx") -> bytes:
    """One document of a shipped type."""
    kind, rule = _found(name, file)
    return filled(kind, rule)


def _found(name: str, file: str) -> tuple[MeetingType, DocumentRule]:
    kind = next(kind for kind in SHIPPED if kind.name == name)
    return kind, next(rule for rule in kind.documents if rule.file == file)


def addressed(data: bytes, words: str) -> bytes:
    """The document with one more paragraph at the front."""
    return edited(data, lambda xml: xml.replace("<w:body>", f"<w:body>{p(words)}", 1))


def fields(text: str) -> str:
    """Runs in which ``{PAGE}`` and the like are complex fields that show 1."""
    pieces = []
    for at, piece in enumerate(text.replace("}", "{").split("{")):
        pieces.append(field(piece) if at % 2 else run(piece))
    return "".join(pieces)


def field(*instruction: str, shows: str = "1") -> str:
    """A complex field; its instruction may stand in several runs."""
    said = "".join(
        f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in instruction
    )
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{said}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(shows)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def section(inner: str = "", size: str = A4, start: str = "", kind: str = "") -> str:
    """The XML of a section's properties; ``inner`` are references to headers, ``start`` what comes behind."""
    typed = f'<w:type w:val="{kind}"/>' if kind else ""
    return f"<w:sectPr>{inner}{typed}{size}{MARGINS}{start}</w:sectPr>"


def ending(properties: str, text: str = "") -> str:
    """A paragraph that ends a section."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def refer(kind: str, number: str, page: str = "default") -> str:
    """A section's reference to a header or footer."""
    return f'<w:{kind}Reference w:type="{page}" r:id="{number}"/>'


def made(body: str, parts: Mapping[str, str] | None = None, links: Mapping[str, str] | None = None) -> bytes:
    """A Word file with this XML in its body.

    ``parts`` are the other parts' inner XML, by a name like ``header1``, which is also the id of the
    relation to it; ``links`` are addresses by the ids of the relations to them.
    """
    inside = dict(parts or {})
    kinds = {name: name.rstrip("0123456789") for name in inside}
    relations = [
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kinds[name]}" Target="{name}.xml"/>' for name in inside
    ]
    relations += [
        f'<Relationship Id="{number}" Type="{_OFFICE}/hyperlink" Target="{address}" TargetMode="External"/>'
        for number, address in (links or {}).items()
    ]
    overrides = [
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}{kind}+xml"/>'
        for name, kind in kinds.items()
    ]
    package = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}document.main+xml"/>'
        f"{''.join(overrides)}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{''.join(relations)}</Relationships>",
    }
    package |= {f"word/{name}.xml": _part(kinds[name], inner) for name, inner in inside.items()}
    return zipped((name, xml.encode()) for name, xml in package.items())


def _part(kind: str, inner: str) -> str:
    root = _ROOTS[kind]
    spaces = DECLARED + f' xmlns:r="{_OFFICE}"'
    return f'<w:{root} {spaces} mc:Ignorable="w14 w15">{inner}</w:{root}>'


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """The document with one member put in, or in the place of another."""
    return zipped({**members(data), name: content}.items())


WORDS_NAMESPACE = NS["w"]
