"""The columns of tables in filled minutes, where people have deleted, added, moved or renamed some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.etree import _Element

from docgen.documents.parts import W
from docgen.minutes.reading.formreading import titles_of


def below_titles(rows: Sequence[Sequence[_Element]], titles: Sequence[str]) -> Iterator[Sequence[_Element]]:
    """The rows below the titles, each a list of cells in the order of ``titles``, those of the form.

    A column is found by its title; one with a title that the form does not know is where it always was, while
    there are as many as ever. In the place of a column that is gone stands an empty cell.
    """
    known = tuple(titles)
    found = titles_of(rows[0]) if rows else ()
    has_titles = not {*found}.isdisjoint({*known} - {""})
    places = _places(known, found) if has_titles and found != known else None
    for row in rows[1:] if has_titles else rows:
        if titles_of(row) == known:  # pasted once more
            continue
        yield row if places is None or len(row) != len(found) else [_cell(row, place) for place in places]


def _places(known: Sequence[str], found: Sequence[str]) -> list[int | None]:
    """Where each column of the form stands, ``None`` for one that is gone."""
    is_whole = len(known) == len(found)
    return [
        found.index(title) if title in found else at if is_whole and found[at] not in known else None
        for at, title in enumerate(known)
    ]


def _cell(row: Sequence[_Element], place: int | None) -> _Element:
    return etree.Element(f"{W}tc") if place is None else row[place]
