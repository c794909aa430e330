"""From a part's XML to the source of its Jinja template: the only place that uses docxtpl's inside.

docxtpl's ``patch_xml`` joins what Word has spread over several runs and lifts ``{%p %}``, ``{%tr %}``,
``{%tc %}`` and ``{%r %}`` out of their elements. It is pinned in ``pyproject.toml``, and held to by
the parity test.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

from docxtpl import DocxTemplate  # type: ignore[import-untyped]

_patch: Any = DocxTemplate.patch_xml  # reads nothing of the object it belongs to
_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)
_BODY = re.compile(r"(\{[{%][-+]?)\s*(.*?)\s*([-+]?[}%]\})", re.DOTALL)
_MARKUP = re.compile(r"<[^<>]*>")
# How docxtpl's manual writes braces that are text; turned round when nothing can read them as tags any more.
_ESCAPED = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))


@dataclass(frozen=True, slots=True)
class Tag:
    """One cleaned tag, beginning on ``line``: ``word`` is ``if``, ``for``, ... or empty for ``{{ }}``."""

    source: str
    word: str
    expression: str
    line: int


@dataclass(frozen=True, slots=True)
class Cleaned:
    """XML and tags by turns: ``data[0]``, ``tags[0]``, ``data[1]``, ... ``data[-1]``."""

    data: tuple[str, ...]
    tags: tuple[Tag, ...]

    @property
    def source(self) -> str:
        """The Jinja template."""
        pieces = [self.data[0]]
        for tag, data in zip(self.tags, self.data[1:], strict=True):
            pieces += (tag.source, data)
        return "".join(pieces)


def cleaned(xml: str) -> Cleaned:
    """The part's XML with every tag made whole, on a line of its own, and without comments.

    The line break stands inside the tag, where it means nothing: so a line number, which is all that
    Jinja tells of an error, leads back to the tag.
    """
    pieces = _TAG.split(_patch(None, xml))
    data, tags, line = [pieces[0]], list[Tag](), 1 + pieces[0].count("\n")
    for written, following in zip(pieces[1::2], pieces[2::2], strict=True):
        if written.startswith("{#"):
            data[-1] += following
        else:
            tag = _tag(written, line)
            line += tag.source.count("\n")
            tags.append(tag)
            data.append(following)
        line += following.count("\n")
    return Cleaned(tuple(data), tuple(tags))


def _tag(written: str, line: int) -> Tag:
    match = _BODY.fullmatch(written)
    opening, expression, closing = match.groups() if match else (written[:2], written[2:-2], written[-2:])
    expression = html.unescape(expression)
    word = (expression.split(None, 1) or [""])[0] if opening.startswith("{%") else ""
    return Tag(f"{opening}\n{expression} {closing}", word, expression, line)


def shown(tag: Tag) -> str:
    """The tag as people would write it."""
    return f"{tag.source[:2]} {tag.expression} {tag.source[-2:]}"


def literal(data: str) -> str:
    """Text of the template with escaped braces turned into the braces they stand for."""
    for escaped, plain in _ESCAPED:
        data = data.replace(escaped, plain)
    return data


def words_of(text: str) -> str:
    """The characters of a text without its tags and white space."""
    return "".join("".join(_TAG.split(text)[::2]).split())


def text_of(xml: str) -> str:
    """The same for a piece of XML, which has entities and elements besides."""
    return words_of(html.unescape(_MARKUP.sub("", xml)))
