"""Finding sheets and headings by the name that people gave them."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

_NEAR = 0.75  # difflib's ratio: one slip in a short word, two in a long one


@dataclass(frozen=True, slots=True)
class Found:
    """Where each known name stands among the names given, and what is wrong with the others.

    ``at`` gives the index of a known name; ``twice`` the index of each repeat, with the first one's;
    ``near`` the index of a name that is not known, and the known one that is missing and nearly it.
    """

    at: dict[str, int] = field(default_factory=dict)
    twice: dict[int, int] = field(default_factory=dict)
    near: dict[int, str] = field(default_factory=dict)


def normal(name: str) -> str:
    """``name`` without what does not matter: case, outer and repeated space, a final ``*``, Unicode form."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return " ".join(plain.split()).rstrip("*").rstrip()


def find(given: Iterable[str], known: Iterable[str]) -> Found:
    """Each of the ``known`` names among those ``given``; blank ones count for nothing.

    A name is called a near miss only of a known one that is missing: people keep columns like
    "Adresse 2" beside ours.
    """
    wanted = {normal(name): name for name in known}
    found, strange = Found(), {}
    for index, name in enumerate(map(normal, given)):
        if name in wanted and wanted[name] in found.at:
            found.twice[index] = found.at[wanted[name]]
        elif name in wanted:
            found.at[wanted[name]] = index
        elif name:
            strange[index] = name
    missing = [name for name in wanted if wanted[name] not in found.at]
    for index, name in strange.items():
        match = nearest(name, missing)
        if match:
            found.near[index] = wanted[match]
    return found


def nearest(name: str, among: Collection[str]) -> str:
    """The one of ``among`` that ``name`` was probably meant to be; empty when none is near, or two are."""
    matches = difflib.get_close_matches(name, among, n=2, cutoff=_NEAR)
    likeness = [difflib.SequenceMatcher(None, match, name).ratio() for match in matches]
    if len(matches) == 2 and likeness[0] == likeness[1]:
        return ""
    return matches[0] if matches else ""
