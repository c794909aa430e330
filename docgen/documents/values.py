"""Values on their way into XML: escaped, freed of what XML forbids, with their line breaks as Word's own.

What a value becomes depends on where its tag stands, which is known since the template was compiled: that
is a ``Slot``. Sources: XML 1.0, clause 2.2 (characters); ECMA-376 part 1, 17.3.3 (breaks, tabs), 17.16.1
(quotes in fields).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from enum import Enum

from docxtpl import Listing, RichText, RichTextParagraph  # type: ignore[import-untyped]
from jinja2 import Undefined
from markupsafe import Markup, escape

from docgen.documents.fragments import problem, relations_in
from docgen.documents.reasons import NO_RUNNING_TEXT, PARAGRAPH_INSIDE, STRANGER
from docgen.errors import TemplateError
from docgen.findings import Finding, Place

SPECIAL = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN = re.compile("[\x00-\x06\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel, Word and mail write line breaks in all of these ways.
_LINE_ENDS = re.compile("\r\n?|\x0b")
_BREAKS = re.compile("[\n\t\a\f]")
_TEXT = '<w:t xml:space="preserve">'
_RICH_RUN = re.compile(rf"(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?{_TEXT}([^<]*)</w:t>", re.DOTALL)


class Position(Enum):
    """Where a tag stands: in running text, between runs, between paragraphs, ..."""

    TEXT = "text"
    RUN = "run"
    BLOCK = "block"
    ATTRIBUTE = "attribute"
    FIELD = "field"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the part around a tag offers: the relations it has, and its namespaces as written."""

    relations: frozenset[str]
    declarations: str


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one ``{{ }}``, and what a value needs to know of it.

    ``splits`` tells whether the paragraph around it may become several (the bell character ``\\a`` in a
    value); the properties are those of its run and paragraph, as XML, to be written again after a split.
    """

    position: Position
    place: Place
    surroundings: Surroundings
    run_properties: str = ""
    paragraph_properties: str = ""
    in_run: bool = False
    splits: bool = False

    @property
    def is_simple(self) -> bool:
        """Whether ordinary text needs nothing here but escaping."""
        return self.position in (Position.TEXT, Position.ATTRIBUTE, Position.PLAIN)

    def put(self, value: object) -> str | Markup:
        """``value`` as it stands in the document: ``str`` still to be escaped, ``Markup`` as it is.

        ``None`` is nothing. Raises ``TemplateError`` for what is no text: lists, pictures, objects that
        have no words of their own, and formatted text where none can stand.
        """
        if value is None:
            return ""
        if isinstance(value, Listing):
            return self._text(html.unescape(value.xml))
        if isinstance(value, (RichText, RichTextParagraph)):
            return self._formatted(value.xml, is_paragraph=isinstance(value, RichTextParagraph))
        if isinstance(value, Markup) or hasattr(value, "__html__"):
            return self._markup(value)
        if not isinstance(value, Undefined):  # those raise by themselves
            self._refuse_unprintable(value)
        return self._text(str(value))

    def _refuse_unprintable(self, value: object) -> None:
        """What prints as a programmer's note (a list, an object's address) is no text for a letter."""
        kind = type(value)
        has_words = kind.__str__ is not object.__str__ or isinstance(value, (int, float))
        if not has_words or callable(value) or isinstance(value, (list, tuple, dict, set, frozenset)):
            raise TemplateError(Finding.of("E-145", self.place, kind=kind.__name__))

    # Text

    def _text(self, text: str) -> str | Markup:
        text = _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))
        match self.position:
            case Position.TEXT:
                return _as_is(self._broken(str(escape(text)), self.run_properties, splits=self.splits))
            case Position.PLAIN:
                return re.sub("[\a\f]", "\n", text)
            case Position.ATTRIBUTE:
                return _BREAKS.sub(" ", text)
            case Position.FIELD:
                return _BREAKS.sub(" ", text).replace("\\", "\\\\").replace('"', '\\"')
        return self._formatted(_run(str(escape(text))), is_paragraph=False) if text else ""

    def _broken(self, text: str, run: str, *, splits: bool) -> str:
        """Escaped text of a ``w:t`` with its breaks; ``run`` is the properties of the run around it."""
        if not _BREAKS.search(text):
            return text
        again = f"</w:t></w:r></w:p>%s<w:p>{self.paragraph_properties}<w:r>{run}{_TEXT}"
        written = {
            "\n": f"</w:t><w:br/>{_TEXT}",
            "\t": f"</w:t><w:tab/>{_TEXT}",
            "\a": again % "" if splits else f"</w:t><w:br/>{_TEXT}",
            "\f": again % '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
            if splits
            else f'</w:t><w:br w:type="page"/>{_TEXT}',
        }
        return _BREAKS.sub(lambda match: written[match[0]], text)

    # Formatted text

    def _formatted(self, xml: str, *, is_paragraph: bool) -> Markup:
        """Whole runs, or whole paragraphs, put where the tag stands."""
        self._require(self.position is Position.BLOCK or not is_paragraph, PARAGRAPH_INSIDE)
        splits = self.splits and "<w:hyperlink" not in xml
        xml = _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", xml))
        xml = _RICH_RUN.sub(lambda run: self._rich_run(run, splits=splits), xml)
        if self.position is Position.BLOCK and not is_paragraph:
            xml = f"<w:p>{xml}</w:p>"
        return self._placed(xml)

    def _rich_run(self, match: re.Match[str], *, splits: bool) -> str:
        properties = match[1] or ""
        return f"{properties}{_TEXT}{self._broken(match[2], properties, splits=splits)}</w:t>"

    def _placed(self, xml: str) -> Markup:
        """Runs in a run, between runs, or paragraphs between paragraphs, proved to be whole."""
        in_run = self.position is Position.TEXT and self.in_run
        self._require(in_run or self.position in (Position.RUN, Position.BLOCK), NO_RUNNING_TEXT)
        self._prove(f"<w:p>{xml}</w:p>" if self.position is not Position.BLOCK else xml)
        if self.position is Position.TEXT:
            xml = f"</w:t></w:r>{xml}<w:r>{self.run_properties}{_TEXT}"
        return _as_is(xml)

    def _markup(self, value: object) -> str | Markup:
        """What ``|safe`` let through, or an object that writes its own XML.

        Without any ``<`` it is text that was escaped already. Whole runs are put between runs; XML that
        closes and opens the run around it itself stays as it is.
        """
        if type(value).__module__.startswith("docxtpl"):
            raise TemplateError(Finding.of("E-146", self.place, kind=type(value).__name__))
        xml = str(_as_is(value))
        if "<" not in xml:
            return self._text(html.unescape(xml))
        xml = _FORBIDDEN.sub("", xml)
        whole = f"<w:p><w:r><w:t>{xml}</w:t></w:r></w:p>"
        in_run = self.position is Position.TEXT and self.in_run
        if in_run and not problem(whole, self.surroundings.declarations):
            self._prove(whole)
            return _as_is(xml)
        return self._placed(xml)

    def _prove(self, xml: str) -> None:
        found = problem(xml, self.surroundings.declarations)
        self._require(not found, found)
        self._require(relations_in(xml) <= self.surroundings.relations, STRANGER)

    def _require(self, holds: bool, reason: str) -> None:
        if not holds:
            raise TemplateError(Finding.of("E-147", self.place, reason=reason))


def _as_is(xml: object) -> Markup:
    """XML that is not escaped again: its values are, or it was proved to be whole."""
    return Markup(xml)  # noqa: S704 - the one place where this is meant


def _run(text: str) -> str:
    return f"<w:r>{_TEXT}{text}</w:t></w:r>"
