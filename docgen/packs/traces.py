"""What is left of people whose consent is withdrawn: old files that may name them, and names of files.

Whatever is said of such a file keeps their number to itself: ``invitation_….docx``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Set
from dataclasses import dataclass
from pathlib import Path

from docgen.packs.aftermath import excerpts
from docgen.packs.files import EDITED
from docgen.packs.records import Ledger
from docgen.planning import Plan, PlannedMeeting, Seating

_ASIDE = re.compile(rf"(.+)_{EDITED}\d*(\.[^.]+)")
_PERSONAL = re.compile(rf"(.+?)_(?!{EDITED}\d*\.)([^_.]+)((?:_{EDITED}\d*)?\.docx)")


def set_aside(folder: Path, names: Collection[str]) -> frozenset[str]:
    """The files in the folder that people had edited and that were set aside for a fresh one."""
    if not folder.is_dir():
        return frozenset()
    asides = ((_ASIDE.fullmatch(path.name), path.name) for path in folder.iterdir())
    return frozenset(name for match, name in asides if match and match[1] + match[2] in names)


@dataclass(frozen=True, slots=True)
class Veil:
    """Hides numbers in the names of a meeting's files.

    ``lost`` are those of people whose consent is withdrawn. ``naming`` are files left from before such a
    withdrawal: there every number is hidden that is none of the ``present``.
    """

    lost: Collection[str]
    naming: Collection[str]
    present: Collection[str] = ()

    def __call__(self, name: str) -> str:
        """The file's name as it may be said."""
        match = _PERSONAL.fullmatch(name)
        if match is None:
            return name
        stem, number, rest = match.groups()
        hides = number in self.lost or (name in self.naming and number not in self.present)
        return f"{stem}_…{rest}" if hides else name


@dataclass(frozen=True, slots=True)
class Traces:
    """What plan and ledger know of withdrawn consents."""

    plan: Plan
    ledger: Ledger

    def ours(self, nr: str, folder: Path) -> dict[str, set[str]]:
        """The fingerprints of a meeting's files under which nobody has touched them.

        When a consent is withdrawn, with what was made from its minutes, which the ledger does not know.
        """
        ours = self.ledger.ours(nr)
        return ours | excerpts(folder, ours) if nr in self.plan.withdrawn else ours

    def naming(self, nr: str, folder: Path, ours: Set[str]) -> frozenset[str]:
        """The files of a meeting that, if people's, may name somebody who has no longer the consent for it.

        When a consent is withdrawn those are all that lie there; from then on, those that were kept.
        """
        if nr in self.plan.withdrawn:
            return frozenset(ours) | set_aside(folder, ours)
        return self.ledger.naming(nr)

    def veil(self, nr: str, planned: PlannedMeeting | None = None) -> Veil:
        """What a meeting's files are called in all that is said of them."""
        seating = planned.seating if planned else Seating()
        present = [one.nr for one in (*seating.participants, *seating.informed)]
        return Veil(self.plan.withdrawn.get(nr, frozenset()), self.ledger.naming(nr), present)
