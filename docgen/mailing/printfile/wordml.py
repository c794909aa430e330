"""Names of WordprocessingML, and the few things that every room does with its elements.

Source: ECMA-376 part 1, annex A (the order of elements), part 3 (``mc:Ignorable``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence

from lxml import etree
from lxml.etree import _Element

_OFFICE = "http://schemas.microsoft.com/office/"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
    "v": "urn:schemas-microsoft-com:vml",
    "w10": "urn:schemas-microsoft-com:office:word",
    "wp": _DRAWING + "wordprocessingDrawing",
    "a": _DRAWING + "main",
    "pic": _DRAWING + "picture",
    "wps": _OFFICE + "word/2010/wordprocessingShape",
    "wpg": _OFFICE + "word/2010/wordprocessingGroup",
    "wpc": _OFFICE + "word/2010/wordprocessingCanvas",
    "wpi": _OFFICE + "word/2010/wordprocessingInk",
    "wp14": _OFFICE + "word/2010/wordprocessingDrawing",
    "wne": _OFFICE + "word/2006/wordml",
    "w14": _OFFICE + "word/2010/wordml",
    "w15": _OFFICE + "word/2012/wordml",
    "w16se": _OFFICE + "word/2015/wordml/symex",
    "w16cid": _OFFICE + "word/2016/wordml/cid",
    "w16": _OFFICE + "word/2018/wordml",
    "w16cex": _OFFICE + "word/2018/wordml/cex",
    "w16sdtdh": _OFFICE + "word/2020/wordml/sdtdatahash",
    "w16du": _OFFICE + "word/2023/wordml/word16du",
}
"""Declared at the root of what is joined, so that single letters need not."""
IGNORABLE = "w14 w15 w16se w16cid w16 w16cex w16sdtdh w16du wp14"

W = "{" + NAMESPACES["w"] + "}"
R = "{" + NAMESPACES["r"] + "}"
MC = "{" + NAMESPACES["mc"] + "}"
W14 = "{" + NAMESPACES["w14"] + "}"
VAL, ID, TYPE = W + "val", W + "id", W + "type"
_PIECE = W + "docgen-piece"  # no element of Word's has a hyphen in its name
_START, _STOP, _EMPTY = b"<w:docgen-piece>", b"</w:docgen-piece>", b"<w:docgen-piece/>"
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_OFF = frozenset({"0", "false", "off"})
_ON = frozenset({"1", "true", "on"})


def finder(path: str) -> Callable[[_Element], list[_Element]]:
    """What finds the elements that an XPath leads to; its prefixes are those of ``NAMESPACES``."""
    find = etree.XPath(path, namespaces=NAMESPACES)

    def found(root: _Element) -> list[_Element]:
        elements = find(root)
        return [one for one in elements if isinstance(one, _Element)] if isinstance(elements, list) else []

    return found


def words(text: str) -> tuple[str, ...]:
    """The words of a long list of names."""
    return tuple(text.split())


def pop(element: _Element, attribute: str) -> str:
    """Takes an attribute off an element, and gives what it said; blank where there is none."""
    return str(element.attrib.pop(attribute, ""))


def value(parent: _Element | None, name: str, otherwise: str = "") -> str:
    """``w:val`` of the child of that name; ``otherwise`` where there is no such child."""
    found = None if parent is None else parent.find(W + name)
    return otherwise if found is None else found.get(VAL, "")


def is_on(parent: _Element | None, name: str) -> bool:
    """Whether the child of that name is there and switched on (part 1, 17.17.4)."""
    found = None if parent is None else parent.find(W + name)
    return found is not None and found.get(VAL, "1") not in _OFF


def made(name: str, /, **attributes: str) -> _Element:
    """An element ``w:name`` with these attributes, all of them WordprocessingML's."""
    element = etree.Element(W + name, nsmap={"w": NAMESPACES["w"]})
    for key, text in attributes.items():
        element.set(W + key, text)
    return element


def put(parent: _Element, child: _Element, order: Sequence[str]) -> None:
    """Puts a child where the schema wants it; ``order`` are the local names of all possible children."""
    rank = {W + name: at for at, name in enumerate(order)}
    mine = rank.get(str(child.tag), len(order))
    for at, other in enumerate(parent):
        if rank.get(str(other.tag), len(order)) > mine:
            parent.insert(at, child)
            return
    parent.append(child)


def first(parent: _Element, name: str) -> _Element:
    """The child of that name; it is made, in front of all others, where there is none."""
    found = parent.find(W + name)
    if found is None:
        found = made(name)
        parent.insert(0, found)
    return found


def drop(elements: Iterable[_Element]) -> None:
    """Takes elements out of their tree, and keeps the text behind them."""
    for element in list(elements):
        parent = element.getparent()
        if parent is not None:
            element.tail = None
            parent.remove(element)


def opening(name: str) -> bytes:
    """The start of a part whose root is ``w:name``, with every name space that is known here declared."""
    spaces = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in NAMESPACES.items())
    return DECLARATION + f'<w:{name}{spaces} mc:Ignorable="{IGNORABLE}">'.encode()


def inner(elements: Iterable[_Element]) -> bytes:
    """Elements as they are written behind ``opening``; they are taken out of their tree."""
    return pieces(elements)[0]


def pieces(*groups: Iterable[_Element]) -> list[bytes]:
    """Several groups of elements, each as ``inner`` gives it."""
    holder = etree.Element(W + "body", nsmap=NAMESPACES)
    for group in groups:
        etree.SubElement(holder, _PIECE).extend(group)
    text = etree.tostring(holder, encoding="utf-8", xml_declaration=False)
    text = text[text.index(b">") + 1 :].replace(_EMPTY, _START + _STOP)
    return [piece.partition(_STOP)[0] for piece in text.split(_START)[1:]]


def written(root: _Element) -> bytes:
    """A part's bytes, with the declaration that Word writes."""
    return DECLARATION + etree.tostring(root, encoding="utf-8", xml_declaration=False)


def canonical(element: _Element, without: frozenset[str] = frozenset()) -> str:
    """What an element says, however it is written: properties in any order, on and off in any spelling.

    ``without`` are tags of children, at any depth, that are passed over. Empty property lists say nothing.
    """
    attributes = sorted(
        (str(key), _spelt(str(key), str(text)))
        for key, text in element.attrib.items()
        if "rsid" not in str(key)
    )
    shown = [canonical(child, without) for child in element.iterchildren("*") if child.tag not in without]
    if str(element.tag).endswith("Pr"):
        shown = sorted(child for child in shown if child)
        if not shown and not attributes:
            return ""
    inner = "".join(shown)
    return f"<{element.tag} {attributes} {(element.text or '').strip()}>{inner}</>"


def _spelt(key: str, text: str) -> str:
    if key == VAL and text in _OFF:
        return "0"
    return "" if key == VAL and text in _ON else text


def digest(*said: str) -> str:
    """A short name for what is said."""
    return hashlib.sha256("\x00".join(said).encode()).hexdigest()
