"""Small helpers for what python-docx has no words for."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run


def element(tag: str, *children: Any, **attributes: str) -> Any:
    """A new element such as ``element("w:shd", val="clear")``; attributes take the element's own prefix."""
    made = OxmlElement(tag)
    prefix = tag.split(":", 1)[0]
    for name, value in attributes.items():
        made.set(qn(f"{prefix}:{name}"), value)
    made.extend(children)
    return made


def parse(xml: str, *prefixes: str) -> Any:
    """An element from its XML text; ``prefixes`` ("w", "wp", "a" …) are declared on the outermost tag."""
    if prefixes:
        name = xml.lstrip().split(None, 1)[0].rstrip("/>")
        xml = xml.replace(name, f"{name} {nsdecls(*prefixes)}", 1)
    return parse_xml(xml)


def field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Append a complex field (ECMA-376 part 1, 17.16.5), ``shown`` being its cached result.

    The field is left clean: a dirty one makes Word ask whether it may update other files.
    """
    _field_character(paragraph.add_run(), "begin")
    code = element("w:instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    paragraph.add_run()._r.append(code)  # noqa: SLF001 - python-docx's documented way down to the XML
    _field_character(paragraph.add_run(), "separate")
    paragraph.add_run(shown)
    _field_character(paragraph.add_run(), "end")


def _field_character(run: Run, kind: str) -> None:
    run._r.append(element("w:fldChar", fldCharType=kind))  # noqa: SLF001
