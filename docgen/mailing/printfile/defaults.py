"""What holds for all text of a document before any style does, and how a style can say it instead.

A file has one ``w:docDefaults``, that of its first document. Where another's are different, the difference is
put into those styles of its own that rest on no other. That is the same as long as no table style sets one of
these properties, as it stands between the two. Source: ECMA-376 part 1, 17.7.2 (the order in which styles
hold), 17.7.5.1; what holds where nothing is said, at each property.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping

from lxml.etree import _Element

from docgen.mailing.printfile.wordml import VAL, W, made, put, words

Property = tuple[str, str, str]
"""``pPr`` or ``rPr``, the element's local name, and an attribute's: ``("pPr", "spacing", "after")``."""
Defaults = Mapping[Property, str]

PARAGRAPH_ORDER = words(
    """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
    shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN
    bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
    textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
    """
)
RUN_ORDER = words(
    """
    rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
    snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd
    fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath
    """
)
STYLE_ORDER = words(
    """
    name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat
    locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr
    """
)
_ORDERS = {"pPr": PARAGRAPH_ORDER, "rPr": RUN_ORDER}
_FONT = "Times New Roman"
_UNSAID: dict[Property, str] = {
    **{
        ("pPr", "spacing", name): "0" for name in ("before", "after", "beforeAutospacing", "afterAutospacing")
    },
    ("pPr", "spacing", "line"): "240",
    ("pPr", "spacing", "lineRule"): "auto",
    **{("pPr", "ind", name): "0" for name in ("left", "right", "firstLine", "hanging")},
    ("pPr", "jc", "val"): "left",
    **{("pPr", name, "val"): "1" for name in ("widowControl", "kinsoku", "wordWrap", "overflowPunct")},
    **{("pPr", name, "val"): "1" for name in ("autoSpaceDE", "autoSpaceDN", "adjustRightInd", "snapToGrid")},
    **{("pPr", name, "val"): "0" for name in ("suppressAutoHyphens", "keepNext", "keepLines", "bidi")},
    **{("pPr", name, "val"): "0" for name in ("contextualSpacing", "topLinePunct", "suppressLineNumbers")},
    ("pPr", "textAlignment", "val"): "auto",
    **{("rPr", "rFonts", name): _FONT for name in ("ascii", "hAnsi", "eastAsia", "cs")},
    **{("rPr", name, "val"): "20" for name in ("sz", "szCs")},
    **{("rPr", name, "val"): "0" for name in ("kern", "spacing", "position")},
    ("rPr", "w", "val"): "100",
    ("rPr", "color", "val"): "auto",
    ("rPr", "u", "val"): "none",
}
# These switch each other off from style to style (17.7.3), so they cannot change their place.
_TOGGLES = frozenset(words("b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint vanish"))
_SPELT = {"start": "left", "end": "right"}
_SAID_BY_WORDS = {"true": "1", "on": "1", "false": "0", "off": "0"}
# The language is the text's own matter, the hint a matter of typing; neither has a value where nothing is
# said.
_PASSED_OVER = frozenset({("lang", "val"), ("lang", "eastAsia"), ("lang", "bidi"), ("rFonts", "hint")})
_BY_ATTRIBUTE = frozenset({"rFonts", "spacing", "ind", "lang"})  # each attribute holds for itself
# The one is in units of the other; the one is written in place of the other.
_LINES = (("pPr", "spacing", "line"), ("pPr", "spacing", "lineRule"))
_TOGETHER = (_LINES, (("pPr", "ind", "firstLine"), ("pPr", "ind", "hanging")))


def properties(holder: _Element | None) -> dict[Property, str]:
    """The properties that a style, a part of one, or ``w:docDefaults`` sets, in one spelling."""
    found: dict[Property, str] = {}
    for group in () if holder is None else holder.iter(W + "pPr", W + "rPr"):
        for element in group.iterchildren(f"{W}*"):
            name = str(element.tag).removeprefix(W)
            if name not in ("rPr", "pPrChange", "rPrChange"):
                found |= _attributes(str(group.tag).removeprefix(W), name, element)
    return found


def _attributes(kind: str, name: str, element: _Element) -> dict[Property, str]:
    if not element.attrib:
        return {} if name in _BY_ATTRIBUTE else {(kind, name, "val"): "1"}
    found = {}
    for key, text in element.attrib.items():
        attribute = str(key).removeprefix(W)
        spelt = _SAID_BY_WORDS.get(str(text), str(text))
        spelt = _SPELT.get(spelt, spelt) if name == "jc" else spelt
        found[(kind, name, _SPELT.get(attribute, attribute))] = spelt
    return found


def defaults_in(root: _Element, *, hyphenates: bool) -> dict[Property, str]:
    """What a document's styles part sets for all text.

    A document that divides no words counts as one that forbids it in every paragraph: what it shares a file
    with may ask for it.
    """
    found = properties(root.find(W + "docDefaults"))
    return found if hyphenates else {**found, ("pPr", "suppressAutoHyphens", "val"): "1"}


def difference(mine: Defaults, base: Defaults) -> dict[Property, str] | None:
    """What a document's styles must say for its defaults to hold under those of ``base``.

    ``None`` where styles cannot say it.
    """
    needed: dict[Property, str] = {}
    for key in sorted({*mine, *base}):
        ours, theirs = (said.get(key, _UNSAID.get(key, "")) for said in (mine, base))
        if ours == theirs or (key[1:] in _PASSED_OVER and not ours):
            continue
        if key[1] in _TOGGLES or not (key in _UNSAID or key[1:] in _PASSED_OVER):
            return None
        needed[key] = ours
    if any(key in needed for key in _LINES):
        needed |= {key: mine.get(key, _UNSAID[key]) for key in _LINES}
    return needed


def fold(style: _Element, needed: Defaults) -> None:
    """Puts properties beneath a style: what it sets itself stays as it is."""
    own = set(properties_of(style))
    own = own.union(*(pair for pair in _TOGETHER if any(key in own for key in pair)))
    for (kind, name, attribute), text in needed.items():
        if (kind, name, attribute) in own:
            continue
        group = style.find(W + kind)
        if group is None:
            group = made(kind)
            put(style, group, STYLE_ORDER)
        element = group.find(W + name)
        if element is None:
            element = made(name)
            put(group, element, _ORDERS[kind])
        element.set(VAL if attribute == "val" else W + attribute, text)


def properties_of(style: _Element) -> dict[Property, str]:
    """The properties that a style itself sets, without those of parts of tables."""
    bare = copy.copy(style)
    for part in list(bare.iter(W + "tblStylePr")):
        bare.remove(part)
    return properties(bare)
