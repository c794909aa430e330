"""What every section of the overview goes by: the plan, the reader's language, and where files lie."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from docgen.i18n import Language
from docgen.packs.extras import CANCELLATIONS
from docgen.packs.folders import MEETINGS
from docgen.packs.post.folder import is_of
from docgen.planning import Cancellation, Home, LeftOut, Mailpiece, Paper, Plan, PlannedMeeting


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What the plan does not know of a pack: the real folder of a meeting, where it is not the plan's.

    ``outdated`` are the meetings whose files are not what they should be by now. ``files`` are the calendars,
    cancellations, sheets of courses and the mailing that are there, by their names in the pack; ``None``
    stands for all that the plan asks for. ``going`` are the keys of the pieces that can go out, ``None``
    where nobody has looked at their files; ``everything`` says that what has been sent is mailed again.
    """

    folders: Mapping[str, str] = field(default_factory=dict)
    outdated: Set[str] = frozenset()
    files: Set[str] | None = None
    going: Set[tuple[str, str]] | None = None
    everything: bool = False


AS_PLANNED = Whereabouts()


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of one plan. ``meetings`` are those of the pack that are not left out, by date, called off
    ones among them, and ``in_pack`` their numbers; ``ahead`` are all that are to be held, whether they are in
    the pack or not.
    """

    plan: Plan
    language: Language
    where: Whereabouts
    meetings: tuple[PlannedMeeting, ...]
    ahead: tuple[PlannedMeeting, ...]
    in_pack: frozenset[str]

    @classmethod
    def of(
        cls, plan: Plan, left_out: Iterable[LeftOut], language: Language, where: Whereabouts = AS_PLANNED
    ) -> Telling:
        """The telling of a plan without the meetings that are left out."""
        stopped = {meeting.nr for meeting in left_out}
        told = [one for one in (*plan.meetings, *plan.standing) if one.nr not in stopped]
        told.sort(key=lambda one: (one.meeting.date, one.meeting.start, one.nr))
        ahead = tuple(one for one in plan.calendar if one.nr not in stopped)
        return cls(plan, language, where, tuple(told), ahead, frozenset(one.nr for one in told))

    @property
    def today(self) -> dt.date:
        return self.plan.now.date()

    def folder(self, planned: PlannedMeeting) -> str:
        """Where the meeting's files lie in the pack."""
        return f"{MEETINGS}/{self.where.folders.get(planned.nr, planned.folder)}"

    def file(self, name: str) -> str:
        """A link to this file of the pack; empty where it is not there."""
        return name if self.where.files is None or name in self.where.files else ""

    def files_like(self, stem: str) -> tuple[str, ...]:
        """Links to the files that are there under this name, numbered, and as any kind of file."""
        return tuple(sorted(name for name in self.where.files or () if is_of(name, stem)))

    def is_mailed(self, piece: Mailpiece) -> bool:
        """Whether the piece is to go out now, of a meeting that is not left out."""
        is_told = isinstance(piece.about, Cancellation) or piece.nr in self.in_pack
        return is_told and (self.where.everything or not piece.is_sent)

    def paper(self, piece: Mailpiece, paper: Paper) -> str:
        """A link to one of the piece's papers; empty where it is not there."""
        if paper.home is Home.MEETING and not isinstance(piece.about, Cancellation):
            return f"{self.folder(piece.about)}/{paper.file}"
        return self.file(f"{CANCELLATIONS}/{paper.file}")

    def reply_by(self, planned: PlannedMeeting) -> dt.date:
        """The day until which people may answer."""
        return planned.meeting.date - dt.timedelta(days=self.plan.institution.reply_days)
