"""One document on its way into a print file: what all of its parts are rewritten by."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from docgen.mailing.printfile.adapting import Fit, Lists, adapt
from docgen.mailing.printfile.copying import Parts
from docgen.mailing.printfile.fields import Telling, retell
from docgen.mailing.printfile.ids import Marks, tidy
from docgen.mailing.printfile.reading import Document
from docgen.mailing.printfile.relations import Links
from docgen.mailing.printfile.wordml import MC, NAMESPACES, drop, finder, pop

_IGNORING = finder("//@mc:Ignorable/..")
_KNOWN = {space: prefix for prefix, space in NAMESPACES.items()}


@dataclass
class Passage:
    """A document and what it becomes.

    ``points`` is whether a field asks for the bookmark at its end; ``notes`` are those of its notes that the
    print file is to have, as they are written, by their kind.
    """

    document: Document
    fit: Fit
    lists: Lists
    marks: Marks
    telling: Telling
    parts: Parts
    points: bool = False
    notes: dict[str, bytes] = field(default_factory=dict)
    has_comments: bool = False
    has_changes: bool = False

    def rewrite(self, root: _Element, member: str, links: Links) -> bool:
        """Rewrites a part of the document in place; ``member`` is where it stood, ``links`` where it goes.

        Whether what it says depends on this one document: on its bookmarks, or on how many pages it has.
        """
        comments, changes = tidy(root)
        self.has_comments |= comments
        self.has_changes |= changes
        self.marks.name_bookmarks(root)
        self.parts.relink(root, self.document, member, links)
        adapt(root, self.fit, self.lists)
        self.marks.renumber(root)
        points = retell(root, self.telling)
        self.points |= points
        return points


def make_portable(root: _Element) -> None:
    """Frees a part's elements from the name spaces that only their own root declares.

    What it says may be ignored, and is not known here, goes. An alternative for programs that know such a
    name space goes too, and the one for all others takes its place. Source: ECMA-376 part 3, clauses 7 and
    9.
    """
    ignorable = (root.nsmap.get(prefix) for prefix in pop(root, MC + "Ignorable").split())
    for space in [space for space in ignorable if space and space not in _KNOWN]:
        drop(root.iter("{" + space + "}*"))
        _strip(root, space)
    for choice in list(root.iter(MC + "Choice")):
        spaces = [choice.nsmap.get(prefix) for prefix in choice.get("Requires", "").split()]
        if all(space in _KNOWN for space in spaces):
            choice.set("Requires", " ".join(_KNOWN[space] for space in spaces if space))
        else:
            drop([choice])
    for alternatives in list(root.iter(MC + "AlternateContent")):
        if alternatives.find(MC + "Choice") is None:
            _unfold(alternatives)
    for element in _IGNORING(root):
        pop(element, MC + "Ignorable")


def _unfold(alternatives: _Element) -> None:
    """Puts the fallback in the place of alternatives none of which is left."""
    parent, fallback = alternatives.getparent(), alternatives.find(MC + "Fallback")
    if parent is not None:
        at = parent.index(alternatives)
        for child in reversed([] if fallback is None else list(fallback)):
            parent.insert(at, child)
        drop([alternatives])


def _strip(root: _Element, space: str) -> None:
    """Removes the attributes of a name space from all elements."""
    start = "{" + space + "}"
    for element in root.iter(etree.Element):
        for attribute in [key for key in element.attrib if str(key).startswith(start)]:
            del element.attrib[attribute]
