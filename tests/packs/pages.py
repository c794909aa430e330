"""The overview as a reader has it: held to what HTML asks of a page, and read cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from lxml import html

from docgen.findings import Finding
from docgen.i18n import ENGLISH, Language
from docgen.model import Workbook
from docgen.packs.overview import AS_PLANNED, Whereabouts, overview
from docgen.planning import Plan
from tests import making

VOID = {"meta", "link", "br", "img", "hr", "input", "wbr"}


class Balance(HTMLParser):
    """Holds a page to what HTML asks of one: each element closed in its turn, no id twice."""

    def judge(self, text: str) -> None:
        self.open: list[str] = []
        self.ids: list[str] = []
        assert text.startswith("<!DOCTYPE html>\n")
        self.feed(text)
        self.close()
        assert self.open == []
        assert len(self.ids) == len(set(self.ids))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        assert len(attrs) == len({name for name, _ in attrs})
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page_of(
    plan: Plan, words: Language = ENGLISH, *findings: Finding, where: Whereabouts = AS_PLANNED
) -> html.HtmlElement:
    """The page of a plan."""
    text = overview(plan, plan.left_out, findings, words, where)
    Balance().judge(text)
    return html.document_fromstring(text)


def page(workbook: Workbook | None = None, words: Language = ENGLISH, **wishes: Any) -> html.HtmlElement:
    """The page of a workbook's plan."""
    return page_of(making.plan(workbook or making.book(), **wishes), words)


def said(element: html.HtmlElement) -> str:
    """What a reader sees, spaces and line breaks as one."""
    return " ".join(element.text_content().replace("\N{NO-BREAK SPACE}", " ").split())


def rows(element: html.HtmlElement) -> Iterator[list[str]]:
    """The cells of each row of a table, or of all tables in the element."""
    for row in element.iter("tr"):
        yield [said(cell) for cell in row]


def section(found: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    """What stands under the heading with this id, down to the next heading of its rank."""
    heading = found.get_element_by_id(name)
    parts = []
    for element in heading.itersiblings():
        if element.tag == "h2":
            break
        parts.append(element)
    return parts


def table(found: html.HtmlElement, name: str) -> list[list[str]]:
    """The rows of the first table that people see under the heading with this id."""
    seen = (part for part in section(found, name) if part.tag == "table")
    return list(rows(next(seen)))


def links(element: html.HtmlElement) -> list[str]:
    """Where the element's links lead, in their order."""
    return [link.get("href", "") for link in element.iter("a")]
