"""A document's lists, as its numbering part defines them.

Source: ECMA-376 part 1, 17.9. A ``w:num`` is a list, a ``w:abstractNum`` how lists of its kind look and the
counter that they share.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass

from lxml.etree import _Element

from docgen.mailing.printfile.wordml import VAL, W, canonical, digest, drop, value

_UNCOUNTED = frozenset({"bullet", "none"})
# Names and numbers by which Word recognises lists when text is pasted, and pictures for bullets.
_LEFT_BEHIND = ("nsid", "tmpl", "name", "styleLink", "numStyleLink", "lvlPicBulletId")
_PASSED_OVER = frozenset({W + "pStyle"})


@dataclass(frozen=True, slots=True)
class Abstract:
    """A kind of list. ``said`` tells it from others, whichever styles it belongs to."""

    element: _Element
    said: str


@dataclass(frozen=True, slots=True)
class List:
    """A list: its kind, what it sets otherwise, and whether it counts (bullets do not)."""

    abstract: Abstract
    overrides: tuple[_Element, ...]
    said: str
    counts: bool


def lists_in(root: _Element | None, styles: _Element) -> dict[str, List]:
    """A document's lists by their ``w:numId``; those that lead nowhere are left out."""
    if root is None:
        return {}
    abstracts = {one.get(W + "abstractNumId", ""): one for one in root.iter(W + "abstractNum")}
    linked = _linked(styles)
    named = {one.get(W + "numId", ""): value(one, "abstractNumId") for one in root.iter(W + "num")}
    told: dict[str, Abstract] = {}
    found = {}
    for num in root.iter(W + "num"):
        number = num.get(W + "numId", "")
        kind = _real(named[number], abstracts, linked, named)
        if kind in abstracts:
            if kind not in told:
                told[kind] = _abstract(abstracts[kind])
            found[number] = _list(told[kind], num)
    return found


def _linked(styles: _Element) -> dict[str, str]:
    """The list that each style for lists stands for."""
    return {
        style.get(W + "styleId", ""): value(style.find(f"{W}pPr/{W}numPr"), "numId")
        for style in styles.iter(W + "style")
        if style.get(W + "type") == "numbering"
    }


def _real(kind: str, abstracts: dict[str, _Element], linked: dict[str, str], named: dict[str, str]) -> str:
    """Where the levels stand: with the list of the style that a kind refers to (17.9.21), or with itself."""
    style = value(abstracts.get(kind), "numStyleLink")
    return named.get(linked.get(style, ""), kind) if style else kind


def _abstract(element: _Element) -> Abstract:
    bare = copy.deepcopy(element)
    for name in _LEFT_BEHIND:
        drop(bare.iter(W + name))
    for attribute in list(bare.attrib):
        if str(attribute) != W + "abstractNumId":
            del bare.attrib[attribute]
    bare.set(W + "abstractNumId", "")
    return Abstract(bare, digest(canonical(bare, _PASSED_OVER)))


def _list(abstract: Abstract, num: _Element) -> List:
    overrides = tuple(copy.deepcopy(one) for one in num.iter(W + "lvlOverride"))
    for override in overrides:
        drop(override.iter(W + "lvlPicBulletId"))
    levels = [abstract.element, *overrides]
    formats = [one.get(VAL, "") for level in levels for one in level.iter(W + "numFmt")]
    counts = any(one not in _UNCOUNTED for one in formats)
    return List(abstract, overrides, digest(abstract.said, *map(canonical, overrides)), counts)
