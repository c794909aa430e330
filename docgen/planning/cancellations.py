"""What was sent and is called off: for everybody, or for one who no longer takes part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.meetingtypes.definition import DocumentRule, MeetingType, Scope
from docgen.model import Resident
from docgen.planning.consent import needs_consent
from docgen.planning.facets import Told
from docgen.planning.history import History, Sent
from docgen.planning.identity import cancelled_sequence
from docgen.planning.participants import Participant
from docgen.planning.register import Register

WHOLE = ""


@dataclass(frozen=True, slots=True)
class Cancellation:
    """One cancellation: of the whole meeting, or with a ``person`` of that one's part in it.

    ``told`` is when and where people believe it to be, ``told_to`` the numbers of those who do;
    ``receivers`` are those among them who had a letter, and get one now. ``invitee`` is the ``person`` who is
    taken out, ``None`` where nobody is or their row is gone. ``unnamed`` are those among ``told_to`` who are
    told alone and named nowhere else: the consent to involve them is withdrawn, or nobody knows who they are.
    ``sent_on`` is the day of the letter that no longer counts, and ``is_sent`` says that this cancellation
    has gone out already.
    """

    nr: str
    uid: str
    sequence: int
    stamp: dt.datetime
    told: Told
    kind: MeetingType | None
    told_to: tuple[str, ...]
    receivers: tuple[Participant, ...]
    invitee: Participant | None
    sent_on: dt.date
    person: str = WHOLE
    unnamed: frozenset[str] = frozenset()
    is_sent: bool = False

    @property
    def by_consent(self) -> bool:
        """Whether the one who is taken out is named nowhere else."""
        return self.person in self.unnamed

    @property
    def name(self) -> str:
        """What its calendar file is called, without ending: ``M007``, or ``M007_P003`` for one person."""
        return f"{self.nr}_{self.person}" if self.person else self.nr

    @property
    def rule(self) -> DocumentRule | None:
        """The letter's template."""
        documents = self.kind.documents if self.kind else ()
        return next((rule for rule in documents if rule.scope is Scope.CANCELLATION), None)

    @property
    def letters(self) -> tuple[tuple[str, Participant], ...]:
        """File and receiver of each letter; none where the type has no template for it."""
        if self.rule is None:
            return ()
        return tuple((f"{self.nr}_{one.nr}.docx", one) for one in self.receivers)


@dataclass(frozen=True, slots=True)
class Clerk:
    """Makes out cancellations; ``kinds`` are the meeting types by name."""

    register: Register
    history: History
    kinds: Mapping[str, MeetingType]
    now: dt.datetime

    def whole(self, nr: str, sent: Sent) -> Cancellation | None:
        """The cancellation of a meeting that was sent; ``None`` for one whose day has passed."""
        return self._made(nr, sent, WHOLE, sorted(sent.receivers), is_sent=sent.cancelled)

    def taken_out(self, nr: str, sent: Sent, seated: frozenset[str]) -> Iterator[Cancellation]:
        """One for each who was told of the meeting and is not at its table any more."""
        for person in sorted(sent.receivers - seated) if not sent.cancelled else ():
            if made := self._made(nr, sent, person, [person], is_sent=False):
                yield made

    def _made(
        self, nr: str, sent: Sent, person: str, receivers: list[str], *, is_sent: bool
    ) -> Cancellation | None:
        told = sent.told
        if told.date < self.now.date():
            return None
        resident = self.register.residents.get(sent.facets.get("resident", ""))
        people = tuple(filter(None, (self._receiver(nr, resident) for nr in receivers)))
        return Cancellation(
            nr=nr,
            uid=sent.uid,
            sequence=cancelled_sequence(sent),
            stamp=self.history.cancellations.get((nr, person), self.now),
            told=told,
            kind=self.kinds.get(sent.facets.get("type", "")),
            told_to=tuple(receivers),
            receivers=people if sent.letters else (),
            invitee=self._receiver(person, resident) if person else None,
            sent_on=sent.on,
            person=person,
            unnamed=frozenset(nr for nr in receivers if self._is_unnamed(nr, resident)),
            is_sent=is_sent,
        )

    def _receiver(self, nr: str, resident: Resident | None) -> Participant | None:
        """Who gets the letter; ``None`` for somebody whose row is gone."""
        if who := self.register.residents.get(nr):
            return Participant(who, "", "")
        person = self.register.people.get(nr)
        return Participant(person, "", "", needs_consent(person, resident)) if person else None

    def _is_unnamed(self, nr: str, resident: Resident | None) -> bool:
        """Whether consent decides of this one, and is not there (any more)."""
        if nr in self.register.residents:
            return False
        person = self.register.people.get(nr)
        given = resident is not None and nr in resident.consents
        return person is None or (needs_consent(person, resident) and not given)
