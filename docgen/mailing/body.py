"""The words of an e-mail, once as plain text and once as a page that screen readers read well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)]")


def plain(paragraphs: Sequence[str]) -> str:
    """The paragraphs, a blank line between them.

    A paragraph is one long line, which every mail program wraps to its window; how it travels is up to the
    encoding. Format=flowed (RFC 3676) would gain nothing here: Outlook shows its breaks as they are.
    """
    return "\n\n".join(map(_clean, paragraphs)) + "\n"


def html(title: str, paragraphs: Sequence[str], language: str) -> str:
    """The same words as HTML: a title, the language, paragraphs, addresses as links; no pictures, no colours.

    Nothing is fetched when it is opened, and letters have the size that the reader has chosen.
    """
    said = "\n".join(f"<p>{_lines(_clean(text))}</p>" for text in paragraphs)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n</head>\n<body>\n{said}\n</body>\n</html>\n"
    )


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text)).strip()


def _lines(text: str) -> str:
    """Escaped, with its line breaks and links."""
    pieces, at = [], 0
    for found in _ADDRESS.finditer(text):
        link = escape(found[0])
        pieces += [escape(text[at : found.start()]), f'<a href="{link}">{link}</a>']
        at = found.end()
    return "".join((*pieces, escape(text[at:]))).replace("\n", "<br>\n")
