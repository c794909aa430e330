"""Numbers for new meetings, in the manner of those that are there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from docgen.model import Meeting, Workbook
from docgen.planning.courses.numbers import course_of

_NUMBERED = re.compile(r"([A-Za-z-]*?)(\d+)")


@dataclass(slots=True)
class Numbers:
    """The numbers that meetings have, or have had: none is given twice.

    ``known`` are those of rows, of the archive and of what was built before.
    """

    known: set[str]

    @classmethod
    def of(cls, workbook: Workbook, others: Collection[str]) -> Numbers:
        rows = (row.nr for held in (workbook.meetings, workbook.archived, workbook.broken) for row in held)
        return cls({nr.casefold() for nr in (*rows, *others) if nr})

    def next(self, rows: Collection[Meeting]) -> str:
        """The next number in the manner of the others: ``M018`` after ``M017``. It is taken from then on."""
        matches = [match for row in rows if (match := _NUMBERED.fullmatch(row.nr)) and not course_of(row)]
        prefix, width = "M", 3
        if matches:
            prefix = Counter(match[1] for match in matches).most_common(1)[0][0]
            width = max(len(match[2]) for match in matches if match[1] == prefix)
        alike = (re.fullmatch(rf"{re.escape(prefix.casefold())}(\d+)", nr) for nr in self.known)
        last = max((int(match[1]) for match in alike if match), default=0)
        number = f"{prefix}{last + 1:0{width}}"
        self.known.add(number.casefold())
        return number
