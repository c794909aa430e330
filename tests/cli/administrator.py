"""An administrator at the command line, with a workbook and the pack that was made from it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.model import Meeting
from tests.commandline import Outcome, Run
from tests.minutes.facilitator import minutes_in
from tests.minutes.office import Office


@dataclass(frozen=True)
class Administrator:
    """Who works in the folder of ``workbook``; ``pack`` lies beside it."""

    run: Run
    workbook: Path

    @property
    def pack(self) -> Path:
        return self.workbook.with_name(f"{self.workbook.stem}-pakke")

    @property
    def desk(self) -> Office:
        """The workbook, to look at and to work in by hand."""
        return Office(self.workbook)

    def minutes(self, nr: str) -> Path:
        return minutes_in(self.pack, nr)

    def collect(self, *arguments: object, today: str = "2026-02-20", lang: str = "en") -> Outcome:
        """``docgen collect`` into the workbook: from the pack, unless files are named first."""
        sources = arguments if arguments and isinstance(arguments[0], Path) else (self.pack, *arguments)
        return self.run("collect", *sources, "--into", self.workbook, "--today", today, "--lang", lang)

    def collected(self, *arguments: object, today: str = "2026-02-20") -> dict[str, Any]:
        """The document of ``docgen collect --json``."""
        content = json.loads(self.collect(*arguments, "--json", today=today).out)
        assert isinstance(content, dict)
        return content

    def row(self, nr: str) -> Meeting:
        return self.desk.meeting(nr)

    def decided(self) -> list[tuple[str, str]]:
        """The decisions that docgen has put on Beslutninger: of which meeting, and what."""
        return [(row.meeting, row.decision) for row in self.desk.decisions() if row.collected]

    def edit(self, nr: str, values: Mapping[str, Any]) -> None:
        """Changes the row of a meeting on Møder."""
        self.desk.edit("Møder", self.row(nr).at.number, values)

    def files(self) -> Sequence[str]:
        """What lies beside the workbook, the pack apart."""
        return sorted(path.name for path in self.workbook.parent.iterdir() if path.is_file())
