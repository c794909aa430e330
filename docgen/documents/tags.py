"""Tags as people wrote them: found in a part's tree, and judged before anything is cleaned.

docxtpl's cleaning takes the whole paragraph, row or cell around ``{%p %}``, ``{%tr %}`` and ``{%tc %}`` out
of the document, with whatever else stands in it, and lets an unclosed ``{{`` swallow all that follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree
from lxml.etree import _Element

from docgen.documents.parts import Part, W
from docgen.findings import Finding, Place

NEAR = 40

_DELIMITER = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_AROUND = re.compile(r"\{[{%#](tr|tc|p)\s")
_CELL_WORDS = re.compile(r"\{%\s*(?:cellbg|colspan|vm|hm)\b")
_INSERTED_ROWS = re.compile(r"\{\{(tr|tc)\s")
# Word's own typing aids turn quotes and spaces into these; inside a tag they can only mean the plain ones.
_PLAIN = str.maketrans("“”„«»‘’‚\xa0", '"' * 5 + "'" * 3 + " ")


@dataclass(frozen=True, slots=True)
class Written:
    """One tag in the text of one paragraph: from ``start`` up to ``end``."""

    source: str
    start: int
    end: int


def judged(part: Part) -> list[Finding]:
    """What is wrong with the tags of this part as they are written, paragraph by paragraph.

    Also straightens, in the tree, what Word's typing aids did inside tags, and gives the cells that
    ``cellbg``, ``colspan``, ``vm`` and ``hm`` format the properties that the cleaning writes into.
    """
    findings: list[Finding] = []
    for paragraph in part.root.iter(W + "p"):
        texts = list(_texts(paragraph))
        text = "".join(node.text or "" for node in texts)
        if "{" not in text and "}" not in text:
            continue
        tags, problems = scanned(text, part.place)
        findings += problems
        _straighten(texts, text, tags)
        for tag in tags:
            place = replace(part.place, tag=tag.source, near=near(text[: tag.start], text[tag.end :]))
            findings += _placed(tag, paragraph, place)
    return findings


def _texts(paragraph: _Element) -> Iterator[_Element]:
    """The paragraph's own pieces of text, not those of text boxes anchored in it."""
    for node in paragraph.iter(W + "t"):
        if next(node.iterancestors(W + "p")) is paragraph:
            yield node


def scanned(text: str, place: Place) -> tuple[list[Written], list[Finding]]:
    """The tags in a paragraph's text, and the tags that are only half there."""
    tags: list[Written] = []
    findings = []
    at = 0
    while opening := _DELIMITER.search(text, at):
        closing = _CLOSING.get(opening.group())
        end = _end_of_tag(text, opening.end(), closing) if closing else -1
        if end < 0:
            code = "E-132" if closing else "E-133"
            shown = text[opening.start() :] if closing else text[: opening.end()][-NEAR:]
            here = replace(place, near=near(text[: opening.start()], text[opening.end() :]))
            findings.append(Finding.of(code, here, text=shown[:NEAR]))
            at = opening.end()
        else:
            tags.append(Written(text[opening.start() : end], opening.start(), end))
            at = end
    return tags, findings


def _end_of_tag(text: str, start: int, closing: str) -> int:
    """Where the tag ends; -1 when it does not, or when another begins before."""
    end = text.find(closing, start)
    inner = text[start:end]
    if end < 0 or (closing != "#}" and ("{{" in inner or "{%" in inner)):
        return -1
    return end + len(closing)


def near(before: str, after: str) -> str:
    """The text nearest to a tag, for people to find it by.

    What stands before it in its paragraph, else behind it there, else in the paragraphs before; paragraphs
    end with line breaks. It begins and ends with a whole word, where a word is not longer than all of it.
    """
    own, following = before.rpartition("\n")[2], after.partition("\n")[0]
    if own.strip() or not following.strip():
        text = " ".join((own if own.strip() else before).split())
        return text if len(text) <= NEAR else text[-NEAR - 1 :].partition(" ")[2] or text[-NEAR:]
    text = " ".join(following.split())
    return text if len(text) <= NEAR else text[: NEAR + 1].rpartition(" ")[0] or text[:NEAR]


def _straighten(texts: list[_Element], text: str, tags: list[Written]) -> None:
    straight = text
    for tag in tags:
        straight = straight[: tag.start] + tag.source.translate(_PLAIN) + straight[tag.end :]
    at = 0
    for node in texts if straight != text else ():
        length = len(node.text or "")
        node.text = straight[at : at + length]
        at += length


def _placed(tag: Written, paragraph: _Element, place: Place) -> Iterator[Finding]:
    """What is wrong with where the tag stands."""
    if inserted := _INSERTED_ROWS.match(tag.source):
        yield Finding.of("E-142", place, word="{{" + inserted[1])
    elif around := _AROUND.match(tag.source):
        kind = around[1]
        holder = paragraph if kind == "p" else next(paragraph.iterancestors(W + kind), None)
        yield from [Finding.of("E-141", place)] if holder is None else _alone(tag, holder, place)
    elif _CELL_WORDS.match(tag.source):
        cell = next(paragraph.iterancestors(W + "tc"), None)
        if cell is None:
            yield Finding.of("E-141", place)
        else:
            _give_properties(cell)


def _alone(tag: Written, holder: _Element, place: Place) -> Iterator[Finding]:
    """Whatever would be taken out of the document together with the tag."""
    rest = "".join(node.text or "" for node in holder.iter(W + "t")).replace(tag.source, "", 1).strip()
    if rest:
        yield Finding.of("E-139", place, text=rest[:NEAR])
    elif next(holder.iter(W + "drawing", W + "pict", W + "object", W + "sectPr"), None) is not None:
        yield Finding.of("E-140", place)


def _give_properties(cell: _Element) -> None:
    """Cell properties that are not empty: into ``<w:tcPr/>`` the cleaning cannot write."""
    properties = cell.find(W + "tcPr")
    if properties is None:
        properties = etree.Element(W + "tcPr")
        cell.insert(0, properties)
    if len(properties) == 0:
        etree.SubElement(properties, W + "tcW", {W + "w": "0", W + "type": "auto"})
