"""The lists of a print file: kinds of lists once, and a list that starts again for every document that
counts.

Source: ECMA-376 part 1, 17.9. Lists of one kind share a counter, so the first of a kind in each document
starts again (17.9.27), and others of the same kind go on from it, as they did before.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping

from lxml.etree import _Element

from docgen.mailing.printfile.archive import Spool
from docgen.mailing.printfile.lists import Abstract, List
from docgen.mailing.printfile.theme import Theme, write_out
from docgen.mailing.printfile.wordml import VAL, W, digest, inner, made, opening, value

_LEVELS = 9


class Numbers:
    """The numbering of one print file. ``spool`` takes the lists, of which there may be one for each
    letter.
    """

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._abstracts: list[_Element] = []
        self._kinds: dict[tuple[str, str], str] = {}
        self._shared: dict[tuple[str, str], str] = {}
        self._count = 0

    def __bool__(self) -> bool:
        return bool(self._abstracts)

    def shared(self, known: List, ids: Mapping[str, str], theme: Theme | None) -> str:
        """The ``w:numId`` of the list that all documents with this one share, as their styles do."""
        kind = self._kind(known.abstract, ids, theme)
        if (kind, known.said) not in self._shared:
            self._shared[kind, known.said] = self._add(kind, list(known.overrides))
        return self._shared[kind, known.said]

    def restarted(self, known: List, ids: Mapping[str, str], theme: Theme | None) -> str:
        """The ``w:numId`` of a list like this one that starts again."""
        kind = self._kind(known.abstract, ids, theme)
        return self._add(kind, [_restart(known, level) for level in range(_LEVELS)])

    def _kind(self, abstract: Abstract, ids: Mapping[str, str], theme: Theme | None) -> str:
        styled = [ids.get(one.get(VAL, ""), "") for one in abstract.element.iter(W + "pStyle")]
        key = (abstract.said, digest(*styled, theme.said if theme else ""))
        if key not in self._kinds:
            self._kinds[key] = number = str(len(self._abstracts))
            element = copy.deepcopy(abstract.element)
            element.set(W + "abstractNumId", number)
            for named, style in zip(list(element.iter(W + "pStyle")), styled, strict=True):
                _point(named, style)
            if theme is not None:
                write_out(element, theme)
            self._abstracts.append(element)
        return self._kinds[key]

    def _add(self, kind: str, overrides: list[_Element]) -> str:
        self._count += 1
        num = made("num", numId=str(self._count))
        num.append(made("abstractNumId", val=kind))
        num.extend(copy.deepcopy(one) for one in overrides)
        self._spool.write(inner([num]))
        return str(self._count)

    def front(self) -> bytes:
        """What stands in front of the lists in the numbering part."""
        return opening("numbering") + inner(self._abstracts)

    def spool(self) -> Spool:
        return self._spool


def _point(named: _Element, style: str) -> None:
    """Lets a level belong to this style, or to none."""
    parent = named.getparent()
    if style:
        named.set(VAL, style)
    elif parent is not None:
        parent.remove(named)


def _restart(known: List, level: int) -> _Element:
    """What sets a level back to where it begins; what the list sets otherwise stays."""
    own = [one for one in known.overrides if one.get(W + "ilvl") == str(level)]
    override = copy.deepcopy(own[0]) if own else made("lvlOverride", ilvl=str(level))
    if override.find(W + "startOverride") is None:
        levels = [*override.iter(W + "lvl"), *known.abstract.element.iter(W + "lvl")]
        starts = [value(one, "start", "1") for one in levels if one.get(W + "ilvl") == str(level)]
        override.insert(0, made("startOverride", val=starts[0] if starts else "1"))
    return override
