"""One part of a document, from its tree to compiled code."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from types import TracebackType

import jinja2
from jinja2 import nodes
from lxml import etree

from docgen.documents.cleaning import Cleaned, Tag, cleaned, literal, text_of, words_of
from docgen.documents.ids import Ids
from docgen.documents.mending import fitted, marked, with_paragraphs, without_hollow_tables
from docgen.documents.numbering import Numbering
from docgen.documents.parts import Part
from docgen.documents.reasons import why_misread
from docgen.documents.sandbox import FILL, FILL_WITH_CARE, NAMESPACE, Filler, TagEnvironment
from docgen.documents.soundness import Layout, proved
from docgen.documents.statements import refused_words
from docgen.documents.tags import NEAR, judged
from docgen.documents.values import SPECIAL, Slot, Surroundings
from docgen.findings import Finding, Place

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_NOTE = re.compile(r"<w:(?:footnote|endnote|comment)Reference[ />]")
_NO_FILTER = re.compile(r"No (?:filter|test) named '([^']*)'")


@dataclass(frozen=True)
class CompiledPart:
    """A part that changes with the values: its code, and the way back from the code to the tags."""

    member: str
    template: jinja2.Template
    source: str
    tags: tuple[Tag, ...]
    places: tuple[Place, ...]
    layout: Layout

    def filled(self, names: dict[str, object]) -> str:
        """The part's XML with values in it, and with ids still to be numbered.

        ``names`` are all the names there are, Jinja's own included (``every_name``).
        """
        template = self.template
        return "".join(template.root_render_func(template.new_context(names, shared=True)))

    def finished(self, text: str, numbering: Numbering) -> bytes:
        """The bytes of a filled part."""
        if "\x00" in text:
            text = numbering.numbered(text)
        if self.layout.fragile:
            text = without_hollow_tables(text)
        if self.layout.hollow:
            text = with_paragraphs(text)
        if self.layout.elastic:
            text = _DECLARATION + fitted(text)
        return text.encode()

    def tree(self) -> nodes.Template:
        """The part's tags as Jinja reads them."""
        return self.template.environment.parse(self.source)

    def place(self, line: int) -> Place:
        """The place of the tag on this line of the source."""
        return self.places[_tag_at(self.tags, line)]

    def failing_line(self, trace: TracebackType | None) -> int:
        """The line of the source that an error came from; 0 when it came from elsewhere."""
        line = 0
        while trace is not None:
            if trace.tb_frame.f_globals.get("__jinja_template__") is self.template:
                line = self.template.get_corresponding_lineno(trace.tb_lineno)
            trace = trace.tb_next
        return line


def every_name(context: Mapping[str, object]) -> dict[str, object]:
    """The context, and behind it the few functions that all templates have (``range``, ``dict``, ...)."""
    return {**NAMESPACE, **context}


@dataclass
class Compilation:
    """What became of a part: code, or bytes that never change, or what is wrong with it."""

    part: CompiledPart | None = None
    unchanging: bytes = b""
    findings: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)


def compiled(part: Part, ids: Ids) -> Compilation:
    """The part compiled; its ids must be marked (``Ids``) already."""
    if part.is_word and (findings := judged(part)):
        return Compilation(findings=findings)
    tidy = cleaned(etree.tostring(part.root, encoding="unicode"))
    if not tidy.tags:
        return _unchanging(part, ids, tidy)
    findings = [*_lost_text(part, tidy), *refused_words(tidy.tags, part.place)]
    layout = proved(tidy, part.place, Surroundings(part.relations, part.declarations))
    findings += layout.findings
    if findings:
        return Compilation(findings=findings)
    settled, notes = _settled(part, ids, tidy, layout)
    return _coded(part, settled, layout, notes)


def _unchanging(part: Part, ids: Ids, tidy: Cleaned) -> Compilation:
    """A part without tags stays the bytes it was, unless it had to be mended."""
    xml = ids.settled(tidy.data[0], repeated=False)
    return Compilation(unchanging=part.data if xml == part.xml else (_DECLARATION + literal(xml)).encode())


def _lost_text(part: Part, tidy: Cleaned) -> Iterator[Finding]:
    """A finding when the cleaning took more than tags out of the text."""
    before, after = words_of("".join(map(str, part.root.itertext()))), text_of("".join(tidy.data))
    if before != after:
        same = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(after))
        yield Finding.of("E-143", part.place, text=before[same : same + NEAR])


def _settled(part: Part, ids: Ids, tidy: Cleaned, layout: Layout) -> tuple[Cleaned, list[Finding]]:
    """The part with its ids settled and torn bookmarks left out, and notes of the latter."""
    torn = ids.torn(zip(tidy.data, layout.blocks, strict=True))
    # Word sets bookmarks of its own (_GoBack) wherever someone typed last: no one misses those.
    missed = [name for name in torn.values() if not name.startswith("_")]
    notes = [Finding.of("W-122", part.place, bookmark=name) for name in missed]
    pieces = list(zip(tidy.data, layout.repeated, strict=True))
    if any(repeated and _NOTE.search(piece) for piece, repeated in pieces):
        notes.append(Finding.of("W-123", part.place))
    data = [
        ids.settled(ids.without(marked(piece, layout.hollow.get(at, ())), torn), repeated=repeated)
        for at, (piece, repeated) in enumerate(pieces)
    ]
    return replace(tidy, data=(_DECLARATION + data[0], *data[1:])), notes


def _coded(part: Part, tidy: Cleaned, layout: Layout, notes: list[Finding]) -> Compilation:
    """The part as Jinja code, or the finding that it cannot be."""
    environment = TagEnvironment(*_fillers(layout.slots))
    try:
        tree = environment.parse(tidy.source)
        _direct(tree, tidy.tags, layout.slots)
        tree.set_environment(environment)
        template = environment.from_string(tree)
    except jinja2.TemplateSyntaxError as error:
        return Compilation(findings=[_misread(error, environment, tidy, layout)])
    return Compilation(
        CompiledPart(part.member, template, tidy.source, tidy.tags, tuple(layout.places), layout), notes=notes
    )


def _direct(tree: nodes.Template, tags: tuple[Tag, ...], slots: dict[int, Slot]) -> None:
    """Sends every printed value through the slot of its tag, and restores braces that are text."""
    for output in tree.find_all(nodes.Output):
        for at, child in enumerate(output.nodes):
            if isinstance(child, nodes.TemplateData):
                child.data = literal(child.data)
                continue
            index = _tag_at(tags, child.lineno)
            name = FILL if slots[index].is_simple else FILL_WITH_CARE
            number = nodes.Const(index, lineno=child.lineno)
            output.nodes[at] = nodes.Filter(child, name, [number], [], None, None, lineno=child.lineno)


def _fillers(slots: dict[int, Slot]) -> tuple[Filler, Filler]:
    """Put a value where its tag stands: one for simple places, one for all."""

    def fill(value: object, index: int) -> object:
        # Most values are plain words, and Jinja's own escaping is all they need.
        if type(value) is str and (value.isprintable() or not SPECIAL.search(value)):
            return value
        return slots[index].put(value)

    def fill_with_care(value: object, index: int) -> object:
        return slots[index].put(value)

    return fill, fill_with_care


def _tag_at(tags: tuple[Tag, ...], line: int) -> int:
    """The number of the tag whose inside is on this line."""
    return max(0, bisect_left(tags, line, key=lambda tag: tag.line) - 1)


def _misread(
    error: jinja2.TemplateSyntaxError, environment: jinja2.Environment, tidy: Cleaned, layout: Layout
) -> Finding:
    place = layout.places[_tag_at(tidy.tags, error.lineno)]
    message = error.message or ""
    if match := _NO_FILTER.match(message):
        known = sorted(name for name in environment.filters if " " not in name)
        guess = get_close_matches(match[1], known, n=1) or ["upper", "lower", "join", "default"]
        return Finding.of("E-135", place, name=match[1], guess=", ".join(guess))
    return Finding.of("E-134", place, reason=why_misread(message))
