"""The ways in which the same words get into a Word file: typed, corrected, pasted, tracked, remarked upon.

Each takes text (``\\n`` is a line break, Shift+Enter) and gives what Word stores in a line for it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

from lxml.etree import _Element

from tests.minutes.wordxml import changed, element, fresh, run

Way = Callable[[str], list[_Element]]
GONE = "Det stod her før"
"""Words that a tracked change has taken away."""
COMMENTS = [str(number) for number in range(200)]
"""The comments that are there for ``remarked`` to refer to, each once."""
_unused = itertools.cycle(COMMENTS)
LINK = "rIdLink"
"""The relationship of a pasted link."""


def typed(text: str) -> list[_Element]:
    """As it is typed: one run."""
    return [run(text)]


def spelled(text: str) -> list[_Element]:
    """Typed in several goes, and found misspelled in the middle; it runs over the end of a page."""
    first, second, third = _thirds(text)
    wrong = run(second, attributes={"w:rsidR": "00AB12CD"})
    wrong.insert(0, element("w:lastRenderedPageBreak"))
    return [
        run(first, attributes={"w:rsidRPr": "00C0FFEE"}),
        element("w:proofErr", {"w:type": "spellStart"}),
        wrong,
        element("w:proofErr", {"w:type": "spellEnd"}),
        run(third),
    ]


def pasted(text: str) -> list[_Element]:
    """Pasted from elsewhere, with its looks and a place to jump to."""
    first, second, third = _thirds(text)
    mark = fresh()
    return [
        element("w:bookmarkStart", {"w:id": mark, "w:name": f"_Sted{mark}"}),
        run(first, element("w:b"), element("w:sz", {"w:val": "28"})),
        element("w:bookmarkEnd", {"w:id": mark}),
        run(second, element("w:i"), element("w:lang", {"w:val": "en-GB"})),
        run(third),
    ]


def linked(text: str) -> list[_Element]:
    """A link as Word makes of an address."""
    first, second, third = _thirds(text)
    return [run(first), element("w:hyperlink", {"r:id": LINK, "w:history": "1"}, run(second)), run(third)]


def linked_by_field(text: str) -> list[_Element]:
    """A link as older files have it: a field, whose instruction is not to be read."""
    first, second, third = _thirds(text)
    return [
        run(first),
        _field_mark("begin"),
        run(' HYPERLINK "https://eksempel.example" ', kind="w:instrText"),
        _field_mark("separate"),
        run(second),
        _field_mark("end"),
        run(third),
    ]


def nested(text: str) -> list[_Element]:
    """With somebody else's content control in the middle."""
    first, second, third = _thirds(text)
    properties = element("w:sdtPr", {}, element("w:id", {"w:val": fresh()}))
    control = element("w:sdt", {}, properties, element("w:sdtContent", {}, run(second)))
    return [run(first), control, run(third)]


def tagged(text: str) -> list[_Element]:
    """With a smart tag, as Word 2003 made of names and places; files of today have none."""
    first, second, third = _thirds(text)
    around = element("w:smartTag", {"w:uri": "urn:eksempel", "w:element": "sted"}, run(second))
    return [run(first), around, run(third)]


def inserted(text: str) -> list[_Element]:
    """Written while changes were tracked."""
    return [changed("w:ins", run(text))]


def replaced(text: str) -> list[_Element]:
    """Written in the place of other words while changes were tracked; part of the new was taken out again."""
    first, second, third = _thirds(text)
    regretted = changed("w:ins", changed("w:del", run(GONE, kind="w:delText")))
    return [
        changed("w:del", run(GONE, kind="w:delText")),
        changed("w:ins", run(first)),
        regretted,
        changed("w:ins", run(second)),
        run(third),
    ]


def moved(text: str) -> list[_Element]:
    """Moved within the field while changes were tracked: it stands there twice, once struck out."""
    return [changed("w:moveFrom", run(text)), changed("w:moveTo", run(text))]


def remarked(text: str) -> list[_Element]:
    """With a comment on some of it."""
    first, second, third = _thirds(text)
    comment = {"w:id": next(_unused)}
    mark = element("w:r", {}, element("w:commentReference", comment))
    start, end = (element(f"w:commentRange{name}", comment) for name in ("Start", "End"))
    return [run(first), start, run(second), end, mark, run(third)]


WAYS: tuple[Way, ...] = (
    typed,
    spelled,
    pasted,
    linked,
    linked_by_field,
    nested,
    inserted,
    replaced,
    moved,
    remarked,
)
KEPT_BY_LIBREOFFICE: tuple[Way, ...] = (typed, spelled, inserted)
"""What LibreOffice 7.4 keeps in fields. It shows struck out words and the addresses of links as text, and
loses words before a comment or a control."""


def _thirds(text: str) -> tuple[str, str, str]:
    third = len(text) // 3
    return text[:third], text[third : 2 * third + 1], text[2 * third + 1 :]


def _field_mark(kind: str) -> _Element:
    return element("w:r", {}, element("w:fldChar", {"w:fldCharType": kind}))
