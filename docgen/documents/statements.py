"""The statements of templates: the word that a ``{% %}`` begins with, and those that are refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.documents.cleaning import Tag, shown
from docgen.findings import Finding, Place

BLOCKS = frozenset({"if", "for", "with"})
"""Statements that have an end (``endif``, ...)."""
DIVIDERS = {"elif": ("if",), "else": ("if", "for")}
"""Statements that divide a block, and the blocks they can divide."""

_KNOWN = BLOCKS | DIVIDERS.keys() | {"set"} | {"end" + word for word in BLOCKS}
_REFUSED = frozenset(
    {"include", "import", "from", "extends", "block", "macro", "call", "filter", "raw", "autoescape"}
)


def refused_words(tags: Iterable[Tag], part: Place) -> Iterator[Finding]:
    """A finding for each tag whose first word templates do not know, or may not use.

    ``include`` and its kin reach for other files; the others would give slots a second place to stand.
    """
    for tag in tags:
        place = replace(part, tag=shown(tag))
        if tag.source.startswith("{{"):
            continue
        if tag.word in _REFUSED or (tag.word == "set" and "=" not in tag.expression):
            yield Finding.of("E-142", place, word=tag.word)
        elif tag.word not in _KNOWN:
            yield Finding.of("E-134", place, reason=tag.word)
