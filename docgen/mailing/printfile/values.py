"""What goes into print files, and what comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.findings import Finding


@dataclass(frozen=True, slots=True)
class Source:
    """One finished document: what findings call it, and where it lies. It is read when its turn comes."""

    name: str
    path: Path


Letter = Sequence[Source]
"""A letter with its enclosures, in the order in which they are put into the envelope."""


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """A print file that is whole, under its temporary name; ``name`` is the one to rename it to."""

    temporary: Path
    name: str
    letters: int
    documents: int


@dataclass(frozen=True, slots=True)
class Printed:
    """The print files, what was found, and the letters (counted from 0) that are in none of them."""

    files: tuple[PrintedFile, ...]
    findings: tuple[Finding, ...]
    left_out: tuple[int, ...] = ()
