"""The text of a piece of WordprocessingML as a reader sees it once all tracked changes are accepted.

Source: ECMA-376 part 1, 17.3.3 (breaks, tabs, hyphens), 17.4 (tables), 17.13.5 (tracked changes).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from docgen.documents.parts import MC, W

_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))
_SILENT = frozenset(
    (
        *(f"{W}{name}" for name in ("pPr", "rPr", "tblPr", "tcPr", "trPr", "sdtPr", "sdtEndPr")),
        *(f"{W}{name}" for name in ("drawing", "pict", "object", "instrText", "delText")),
        f"{MC}Fallback",
    )
)
_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}", "softHyphen": ""}
_WORDS = {f"{W}{name}": sign for name, sign in _SIGNS.items()}
_PARAGRAPH, _ROW, _CELL, _TEXT = f"{W}p", f"{W}tr", f"{W}tc", f"{W}t"


def accept_changes(root: _Element) -> None:
    """Take out what tracked changes have deleted or moved away, rows of tables included."""
    for change in [*root.iter(*_GONE)]:
        parent = change.getparent()
        if parent is None or parent.tag in (f"{W}rPr", f"{W}trPr"):  # marks, looked at below
            continue
        parent.remove(change)
    for row in [*root.iter(_ROW)]:
        if row.find(f"{W}trPr/{W}del") is not None and (table := row.getparent()) is not None:
            table.remove(row)


def text_of(node: _Element, *, without: Callable[[_Element], bool] = lambda _: False) -> str:
    """The text of ``node``, its ends stripped; paragraphs and breaks are line ends, as are rows of tables.

    Elements for which ``without`` is true say nothing. A paragraph whose mark a tracked change has deleted
    runs on into the next one.
    """
    return "".join(_pieces(node, without)).strip()


def _pieces(node: _Element, without: Callable[[_Element], bool]) -> Iterator[str]:
    if node.tag in _SILENT or not isinstance(node.tag, str) or without(node):
        return
    if node.tag == _TEXT:
        yield node.text or ""
    yield _WORDS.get(node.tag, "")
    for child in node:
        yield from _pieces(child, without)
    if node.tag == _PARAGRAPH and node.find(f"{W}pPr/{W}rPr/{W}del") is None:
        yield "\n"


def plain(text: str) -> str:
    """The text on one line, to compare what people see: headings, labels, prompts."""
    return " ".join(text.split()).casefold()


def children(node: _Element, kind: str) -> Iterator[_Element]:
    """The elements called ``kind`` directly in ``node``, or in content controls and such around them."""
    for child in node:
        if child.tag == kind:
            yield child
        elif child.tag in _AROUND:
            yield from children(child, kind)


_AROUND = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


def rows(table: _Element) -> Iterator[_Element]:
    """The rows of a table, not those of tables within it."""
    return children(table, _ROW)


def cells(row: _Element) -> list[_Element]:
    """The cells of a row."""
    return [*children(row, _CELL)]
