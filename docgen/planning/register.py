"""Who and what a number means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.model import Course, Person, Resident, Workbook


@dataclass(frozen=True, slots=True)
class Register:
    """The rows of a workbook by their ``Nr``. Where two rows share a number the first one is found."""

    residents: Mapping[str, Resident]
    people: Mapping[str, Person]
    courses: Mapping[str, Course]

    @classmethod
    def of(cls, workbook: Workbook) -> Register:
        return cls(
            residents={row.nr: row for row in reversed(workbook.residents)},
            people={row.nr: row for row in reversed(workbook.people)},
            courses={row.nr: row for row in reversed(workbook.courses)},
        )
