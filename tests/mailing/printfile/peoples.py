"""Documents that people make or change in their own programs, with what is peculiar to each."""

from __future__ import annotations

from tests.documents.word import edited, p, run, with_part
from tests.mailing.printfile.letters import (
    BREAK,
    COUNTED,
    LANDSCAPE,
    PAGE_OF,
    ending,
    fields,
    made,
    refer,
    section,
)

_MODERN = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat>'
)
_WORDS_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Carlito" w:hAnsi="Carlito" w:cs="Carlito"/>'
    '<w:kern w:val="2"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="da-DK"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="278" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '</w:style><w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:color w:val="0F4761"/>'
    '<w:sz w:val="40"/></w:rPr></w:style><w:style w:type="table" w:default="1" w:styleId="TabelNormal">'
    '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="TabelGitter"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TabelNormal"/>'
    '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:tblPr><w:tblBorders>'
    '<w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr></w:style>'
)


def modern(settings: str = "") -> dict[str, str]:
    """Styles and settings as today's Word writes them; ``settings`` are put in front."""
    return {"styles": _WORDS_STYLES, "settings": settings + _MODERN}


def listed(number: str, text: str) -> str:
    """A paragraph in a list."""
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{numbering}</w:pPr>{run(text)}</w:p>"


def from_word() -> bytes:
    """An enclosure written in Word from nothing: its defaults, a heading by its Danish id, and a table."""
    cells = "".join(
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{p(text)}</w:tc></w:tr>'
        for text in ("Mandag", "Tirsdag", "Onsdag")
    )
    table = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TabelGitter"/><w:tblW w:w="3000" w:type="dxa"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid>{cells}</w:tbl>'
    )
    heading = f'<w:p><w:pPr><w:pStyle w:val="Overskrift1"/></w:pPr>{run("Bilag: ugens plan")}</w:p>'
    text = p("Vi ses i drivhuset. Tag gummistøvler på.")
    return made(heading + text + table + text + section(), modern())


def several_sections() -> bytes:
    """Three pages in two sections, the last of them on its side; "side 1 af 3" at the foot."""
    first = ending(section(refer("footer", "footer1")), "Slut på første afsnit")
    body = p("Side et") + BREAK + p("Side to") + first + p("Kortet over haven") + section(size=LANDSCAPE)
    return made(body, {"footer1": f"<w:p>{fields(PAGE_OF)}</w:p>", **modern()})


def first_page_header() -> bytes:
    """Three pages whose first has another header."""
    references = refer("header", "header1", "first") + refer("header", "header2")
    body = p("Forside") + BREAK + p("Anden side") + BREAK + p("Tredje side")
    headers = {"header1": p("Velkommen"), "header2": p("Fortsat")}
    return made(body + section(references, start="<w:titlePg/>"), {**headers, **modern()})


def even_pages() -> bytes:
    """Three pages, of which even ones have another header."""
    references = refer("header", "header1", "even") + refer("header", "header2")
    body = p("Første blad") + BREAK + p("Bagsiden") + BREAK + p("Andet blad")
    headers = {"header1": p("Til venstre"), "header2": p("Til højre")}
    return made(body + section(references), {**headers, **modern("<w:evenAndOddHeaders/>")})


def counted(*texts: str) -> bytes:
    """A list that counts, in two lists of one kind that go on from each other."""
    lines = [listed("7" if at < 2 else "9", text) for at, text in enumerate(texts)]
    return made("".join(lines) + section(), {"numbering": COUNTED, **modern()})


def noted(kind: str, text: str = "Se planen.") -> bytes:
    """A document with a footnote or an endnote."""
    note = (
        f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        f'<w:{kind} w:id="2"><w:p><w:r><w:{kind}Ref/></w:r>{run(" " + text)}</w:p></w:{kind}>'
    )
    body = f'<w:p>{run("Med en note")}<w:r><w:{kind}Reference w:id="2"/></w:r></w:p>'
    return made(body + section(), {f"{kind}s": note, **modern()})


def bare(text: str = "Uden sidehoved og sidefod") -> bytes:
    """A document with neither header nor footer."""
    return made(p(text) + section(), modern())


def with_theme(data: bytes, theme: str) -> bytes:
    """The document with a theme."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    relation = f'<Relationship Id="tema" Type="{kind}" Target="theme1.xml"/></Relationships>'
    kind = "application/vnd.openxmlformats-officedocument.theme+xml"
    told = edited(data, lambda xml: xml.replace("</Relationships>", relation), "word/_rels/document.xml.rels")
    return with_part(told, "word/theme1.xml", kind, theme)
