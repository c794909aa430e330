"""One finding and its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from docgen.findings.catalogue import kind
from docgen.findings.kind import Kind, Severity
from docgen.i18n import ENGLISH, N_, Language

# Translators: an excerpt of the text beside a tag, by which people find it.
NEAR = N_("“{text}”")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a finding is. Every part may be empty; a finding gains its outer parts as it climbs.

    ``file`` is a file's name (never its folder), ``sheet``/``cell``/``heading`` a place in a workbook,
    ``key`` a key of a ``type.toml``, ``part``/``tag``/``near`` a place in a Word template.
    """

    file: str = ""
    sheet: str = ""
    row: int = 0
    cell: str = ""
    heading: str = ""
    key: str = ""
    part: str = ""
    tag: str = ""
    near: str = ""

    def text(self, words: Language = ENGLISH) -> str:
        """``Møder!F12 (Dato)``, ``type.toml: fase 2``, ``dagsorden.docx (header1): {{ x }} “Kære”``."""
        if self.sheet:
            at = self.cell or (str(self.row) if self.row else "")
            return self.sheet + (f"!{at}" if at else "") + (f" ({self.heading})" if self.heading else "")
        inner = self.key or self.tag
        place = self.file + (f" ({self.part})" if self.part else "")
        place += (": " if place and inner else "") + inner
        return place + (" " + words.text(NEAR, text=self.near) if self.near else "")

    def __str__(self) -> str:
        return self.text()


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong or worth knowing. Build it with ``Finding.of``; show it with ``text``."""

    code: str
    place: Place = NOWHERE
    data: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, code: str, place: Place = NOWHERE, **data: object) -> Finding:
        """A finding of this code; ``data`` fills the named places of its kind's words."""
        kind(code)
        return cls(code, place, tuple(sorted(data.items())))

    @property
    def kind(self) -> Kind:
        return kind(self.code)

    @property
    def severity(self) -> Severity:
        return self.kind.severity

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def message(self, words: Language = ENGLISH) -> str:
        return self._filled(self.kind.message, words)

    def expected(self, words: Language = ENGLISH) -> str:
        return self._filled(self.kind.expected, words)

    def remedy(self, words: Language = ENGLISH) -> str:
        return self._filled(self.kind.remedy, words)

    def _filled(self, message: str, words: Language) -> str:
        """The message in those words, decimals too; so is the system's reason, where it is known."""
        data = {
            name: words.decimal(value) if isinstance(value, float) else value for name, value in self.data
        }
        if "reason" in data:
            data["reason"] = words.text(str(data["reason"]))
        return words.text(message, **data)

    def text(self, words: Language = ENGLISH) -> str:
        """Code, place, what is there, what was expected and how to mend it, in one line."""
        place = self.place.text(words)
        parts = (self.message(words), self.expected(words), self.remedy(words))
        return f"{self.code} {place + ': ' if place else ''}" + " ".join(p for p in parts if p)

    def within(self, **outer: str) -> Finding:
        """The same finding with outer parts of its place filled in where they are empty."""
        missing: dict[str, Any] = {k: v for k, v in outer.items() if not getattr(self.place, k)}
        return replace(self, place=replace(self.place, **missing))

    def __str__(self) -> str:
        return self.text()


def errors_in(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings that are errors, in the order given."""
    return tuple(finding for finding in findings if finding.is_error)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Without repeats, by file, sheet, row, column and code: the order in which people read a sheet.

    Of a workbook, what is wrong with whole sheets comes first, then with headings: most of the rest is
    often due to it.
    """

    def reading_order(finding: Finding) -> tuple[object, ...]:
        place = finding.place
        column = place.cell.rstrip("0123456789")
        row = place.row or int(place.cell[len(column) :] or 0)  # a field of Institution is a whole cell
        within = (place.file, _depth(place), place.sheet, row, len(column), column, place)
        return (*within, finding.code, str(finding.data))

    return tuple(sorted(set(findings), key=reading_order))


def _depth(place: Place) -> int:
    """0 for a whole sheet of a workbook, 1 for a heading in its first row, 2 for everything else."""
    if place.sheet and not (place.row or place.cell or place.heading):
        return 0
    return 1 if place.sheet and place.row == 1 else 2
