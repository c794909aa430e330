"""Ids that are given when a document is filled, and how they are written.

A repeated part asks for its ids in characters that neither XML nor any value can hold.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

# Kinds of ids: each kind counts for itself. A bookmark has three: where it starts, where it ends, its name.
DRAWING, CONTROL, PARAGRAPH, TEXT, CHANGE = "d", "s", "p", "t", "a"
START, END, NAME = "b", "e", "n"

_HEXADECIMAL = (PARAGRAPH, TEXT)
_LONGEST_NAME = 40
_ASK, _ASKED = "\x00", "\x01"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark of the template, with the number and name that are its own there."""

    number: str
    name: str


def to_number(kind: str, key: str) -> str:
    """What stands in a template for an id that each document gives; ``key`` tells bookmarks apart."""
    return f"{_ASK}{kind}{key}{_ASKED}"


class Numbering:
    """Gives the ids of one document: always the same ones for the same text."""

    def __init__(self, taken: dict[str, set[int]], bookmarks: list[Bookmark], names: set[str]) -> None:
        self._taken = taken
        self._bookmarks = bookmarks
        self._names = set(names)
        self._counters: dict[str, Iterator[int]] = {}
        self._open: dict[str, str] = {}
        self._named: set[str] = set()

    def numbered(self, text: str) -> str:
        """``text`` with all numbers given."""
        first, *asking = text.split(_ASK)
        pieces = [first]
        for piece in asking:
            asked, _, following = piece.partition(_ASKED)
            pieces += (self._given(asked[0], asked[1:]), following)
        return "".join(pieces)

    def _given(self, kind: str, key: str) -> str:
        if kind == END:
            return self._open[key]
        if kind == NAME:
            return self._name(key)
        if kind not in self._counters:
            self._counters[kind] = free_numbers(self._taken.get(kind, set()))
        given = written(kind, next(self._counters[kind]))
        if kind == START:
            self._open[key] = given
        return given

    def _name(self, key: str) -> str:
        """The first repeat keeps the name, so that references to it lead somewhere."""
        name = self._bookmarks[int(key)].name
        if key in self._named:
            return new_name(name, self._names)
        self._named.add(key)
        return name


def new_name(name: str, names: set[str]) -> str:
    """``name``, with a number behind it where it is taken; within the 40 letters that Word takes."""
    candidate, count = name, 1
    while candidate in names:
        count += 1
        ending = f"_{count}"
        candidate = name[: _LONGEST_NAME - len(ending)] + ending
    names.add(candidate)
    return candidate


def number_in(kind: str, value: str) -> int | None:
    """The number that an id is; ``None`` when it is none."""
    try:
        return int(value, 16 if kind in _HEXADECIMAL else 10)
    except ValueError:
        return None


def written(kind: str, number: int) -> str:
    """A number as ids of this kind are written."""
    return f"{number:08X}" if kind in _HEXADECIMAL else str(number)


def free_numbers(taken: set[int]) -> Iterator[int]:
    """The numbers that are not taken, from 1 up.

    Not those above the largest one: Word draws its own ids at random below 2³¹, so that there may be none.
    """
    return itertools.filterfalse(taken.__contains__, itertools.count(1))
