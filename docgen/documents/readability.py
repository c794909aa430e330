"""How hard a filled letter is to read: the LIX of its running text, and the sentence that weighs most.

Running text is everything in the body from the heading down to the greeting, each paragraph (also in a
table's cell) and each line as sentences of their own. Who it is to and from, the date, the signature, header
and footer, drawings and the prompts of empty fields are not counted. Templates are edited in Word: what is
not recognised counts as text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from docgen import danish
from docgen.documents.package import read
from docgen.documents.parts import MC, W, filled_parts
from docgen.meetingtypes.definition import Audience, DocumentRule, Scope

STANDARD, EASY_READ = 34, 24
"""The highest LIX of a letter to a resident, and of the easy-read one."""

_FEWEST_WORDS = 4
_NOT_READ = frozenset({"Adressefelt", "Afsenderfelt", "Brevdato", "Underskrift"})
_PASSED_OVER = frozenset(
    {W + name for name in ("drawing", "pict", "object", "moveFrom", "del", "sectPr")}
    | {MC + "AlternateContent"}
)
_SIGNS = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Readability:
    """The LIX of one document and the highest it may have.

    ``heaviest`` is the sentence without which the document's LIX would be lowest, and ``heaviest_lix`` its
    own. It is sought among whole sentences of four words or more, as names and headings cannot be written
    shorter; blank and 0.0 where there are none.
    """

    file: str
    lix: float
    limit: int
    heaviest: str = ""
    heaviest_lix: float = 0.0

    @property
    def is_easy_enough(self) -> bool:
        """Judged by one decimal, as it is shown."""
        return round(self.lix, 1) <= self.limit


def is_measured(rule: DocumentRule) -> bool:
    """Whether it is a letter or sheet that residents get. A list of dates has no text to measure."""
    is_theirs = rule.audience is Audience.RESIDENT and rule.scope is Scope.MEETING
    return is_theirs or rule.scope is Scope.CANCELLATION


def readability(document: bytes, rule: DocumentRule, file: str) -> Readability:
    """What a filled document comes to; ``file`` is what it is called."""
    limit = EASY_READ if rule.easy_read else STANDARD
    text = running_text(document, file)
    whole = danish.weight(text)
    sentences = [one for line in text.splitlines() if _is_ended(line) for one in danish.sentences(line)]
    long_ones = [one for one in sentences if _alone(one).words >= _FEWEST_WORDS]
    heaviest = min(long_ones, key=lambda one: whole.without(_alone(one)).lix, default="")
    return Readability(file, whole.lix, limit, heaviest, _alone(heaviest).lix)


def running_text(document: bytes, file: str) -> str:
    """The text that counts, a line for each paragraph and each line break in one.

    Raises ``TemplateError`` for what is no Word document.
    """
    parts = filled_parts(read(document, file).members, file)
    lines = (line for part in parts if part.root.tag == W + "document" for line in _lines(part.root))
    return "\n".join(line for line in lines if line.strip())


def _is_ended(line: str) -> bool:
    return line.rstrip(" )\"'”’»«").endswith((".", "!", "?", "…"))


def _alone(sentence: str) -> danish.Weight:
    counted = danish.weight(sentence)
    return danish.Weight(1, counted.words, counted.long_words)


def _lines(parent: _Element) -> Iterator[str]:
    for child in parent:
        if child.tag == W + "p":
            if not _is_outside_the_text(child):
                yield "".join(_pieces(child))
        elif not _is_passed_over(child):
            yield from _lines(child)


def _is_outside_the_text(paragraph: _Element) -> bool:
    """Whether it stands in a frame on the page, or is a signature."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    framed = paragraph.find(f"{W}pPr/{W}framePr") is not None
    return framed or (style is not None and style.get(W + "val") in _NOT_READ)


def _pieces(parent: _Element) -> Iterator[str]:
    for child in parent:
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag != W + "pPr" and not _is_passed_over(child):  # where tabs are tab stops
            yield from _pieces(child)


def _is_passed_over(element: _Element) -> bool:
    """Drawings, what was deleted or moved away, and fields that show their prompt."""
    return element.tag in _PASSED_OVER or element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
