"""The report's words: ``noegletal.toml``, the shipped one and an office's own on top of it."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen import resources
from docgen.errors import DefinitionError
from docgen.findings import Finding, Place, in_order
from docgen.meetingtypes.reader import parse
from docgen.meetingtypes.wording import Vocabulary, read_words, vocabulary

FILE = "noegletal.toml"


@dataclass(frozen=True)
class ReportWords:
    """The words by dotted key (``rapport.titel``)."""

    texts: Mapping[str, str]

    def say(self, key: str, /, **data: object) -> str:
        """The words with their places filled. Raises ``KeyError`` for a key that the file does not have."""
        return self.texts[key].format(**data)

    def has(self, key: str) -> bool:
        return key in self.texts and bool(self.texts[key])


def report_words(folder: Path | None = None) -> ReportWords:
    """The shipped words, with those of ``noegletal.toml`` in ``folder`` on top, if there is one.

    Raises ``DefinitionError`` with everything that is wrong in it: a name that no word has, a place in braces
    that this word cannot fill.
    """
    shipped = resources.templates() / FILE
    known = vocabulary([shipped])
    texts = _read(shipped, known)
    own = folder / FILE if folder else shipped
    if own.resolve() != shipped.resolve() and own.is_file():
        texts = {**texts, **_checked(_read(own, known), texts)}
    return ReportWords(texts)


def _read(path: Path, known: Vocabulary) -> dict[str, str]:
    findings: list[Finding] = []
    place = Place(file=path.name)
    try:
        table = parse(path.read_text("utf-8-sig"), place, findings)
    except UnicodeDecodeError:
        raise DefinitionError(Finding.of("E-119", place)) from None
    words = read_words(table, known)
    table.finish()
    if findings:
        raise DefinitionError(*in_order(findings))
    return words


def _checked(own: dict[str, str], shipped: Mapping[str, str]) -> dict[str, str]:
    wrong = [
        Finding.of("E-276", Place(file=FILE, key=f"ord.{key}"), known=_listed(shipped[key]) or "–")
        for key, text in own.items()
        if not _places(text) <= _places(shipped[key])
    ]
    if wrong:
        raise DefinitionError(*wrong)
    return own


def _places(text: str) -> set[str]:
    """The names in braces; of a text whose braces do not match, one that no word has."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {"{"}


def _listed(text: str) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(_places(text)))
