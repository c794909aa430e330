"""The words of documents (``[ord]``): which there are, and reading them.

Layouts look words up by name. The names they know are those that the shipped files give words to; another
one would never be read, and is a slip.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docgen.meetingtypes.notation import loaded
from docgen.meetingtypes.table import Table

Words = dict[str, Any]
Vocabulary = dict[str, Any]
"""The names of words, table in table, each with a text or a list of texts."""


def vocabulary(files: Iterable[Path]) -> Vocabulary:
    """Every name under ``[ord]`` in these files; one that cannot be read, which others tell of, has none."""
    names: Vocabulary = {}
    for file in files:
        try:
            values = loaded(file.read_text("utf-8-sig"))
        except ValueError:  # neither TOML nor UTF-8
            continue
        if isinstance(words := values.get("ord"), dict):
            _gather(names, words)
    return names


def _gather(names: Vocabulary, words: Vocabulary) -> None:
    for name, value in words.items():
        if isinstance(value, dict) and isinstance(inner := names.setdefault(name, {}), dict):
            _gather(inner, value)
        else:
            names.setdefault(name, value)


def read_words(table: Table, known: Vocabulary) -> Words:
    """The table ``[ord]`` by dotted name without "ord": a text or a tuple of texts each."""
    return _words(table.table("ord"), "", known)


def _words(table: Table, prefix: str, known: Vocabulary) -> Words:
    words: Words = {}
    for name in filter(known.__contains__, table):
        match known[name]:
            case dict() as inner:
                words |= _words(table.table(name), f"{prefix}{name}.", inner)
            case list():
                words[prefix + name] = table.texts(name)
            case _:
                words[prefix + name] = table.text(name)
    table.finish(known)
    return words
