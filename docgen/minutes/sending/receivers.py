"""Who gets the minutes: those who were ticked, and those who are named besides; never a GP.

Relatives, network persons and companions get something only with the resident's consent as it is now, and a
GP never gets minutes (guide "Gode ressourceforløb af høj kvalitet", element 4). A finding names the field in
the minutes, and nobody in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.documents.heldcontext import Held
from docgen.findings import Finding, Place
from docgen.minutes.sending.alsoto import Named, named, who_is
from docgen.minutes.values import FilledMinutes, label
from docgen.model import Person, Resident, Role
from docgen.planning import Participant
from docgen.planning.consent import needs_consent
from docgen.planning.decisions.responsible import directory_of, those_meant
from docgen.planning.decisions.unnamed import Discretion, discretion_about
from docgen.planning.register import Register


@dataclass(frozen=True, slots=True)
class Receivers:
    """Who gets the minutes, each once, in the order of the minutes; and who was meant to and does not."""

    people: tuple[Participant, ...] = ()
    findings: tuple[Finding, ...] = ()


def receivers(filled: FilledMinutes, held: Held, register: Register) -> Receivers:
    """Those who get the minutes by what is written in them, and by the resident's consents today."""
    findings: list[Finding] = []
    people: dict[str, Participant] = {}
    for one, place in _wanted(filled, held, register):
        if found := _objection(one, place, held):
            findings.append(found)
        else:
            (who,) = one.people
            people.setdefault(who.nr, _participant(who, held))
    return Receivers(tuple(people.values()), tuple(dict.fromkeys(findings)))


def names_without_consent(filled: FilledMinutes, held: Held, register: Register) -> bool:
    """Whether the minutes name somebody of the resident's own life who has no consent, or not any more.

    As a participant, or in a field for names, where a first name is enough. What else stands in them,
    ``objections`` look at.
    """
    numbers = (one.person for one in filled.attendance)
    fields = (filled.also_to, *(one.responsible for one in filled.decisions))
    directory, table = directory_of(register), [one.who for one in held.seating.participants]
    meant = [one for text in fields for one in those_meant(text, directory, table)]
    people = [who for text in numbers for who in who_is(text, register)]
    people += [who for one in meant for who in one.people]
    kept = discretion_at(held, register)
    return any(not _has_consent(who, held) for who in people) or kept.keeps_back_any(meant)


def discretion_at(held: Held, register: Register) -> Discretion:
    """Who must not be named in what is sent of the meeting."""
    return discretion_about(register, held.resident, held.kind)


def is_private(who: Resident | Person, held: Held) -> bool:
    """Whether the person belongs to the resident's own life, or is another resident."""
    if isinstance(who, Resident):
        return who != held.resident
    return needs_consent(who, held.resident)


def _wanted(filled: FilledMinutes, held: Held, register: Register) -> Iterator[tuple[Named, Place]]:
    """Each who is ticked or named, with the field that says so."""
    ticked, others = (
        Place(file=label(filled.file), key=held.kind.words[f"referat.{name}"]) for name in ("faar", "andre")
    )
    for number, row in enumerate(filled.attendance, start=1):
        if row.gets_minutes:
            yield Named(number, who_is(row.person, register)), ticked
    labels = [rule.label for rule in held.kind.participants]
    for one in named(filled.also_to, register, labels):
        yield one, others


def _objection(one: Named, place: Place, held: Held) -> Finding | None:
    """What stands in the way of this one; ``None`` where nothing does."""
    if len(one.people) != 1:
        return Finding.of("W-281" if one.people else "W-280", place, number=one.number)
    (who,) = one.people
    if isinstance(who, Person) and who.role is Role.GP:
        return Finding.of("W-283", place)
    return None if _has_consent(who, held) else Finding.of("W-282", place)


def _has_consent(who: Resident | Person, held: Held) -> bool:
    """Whether the resident allows it today, of those where it is asked."""
    if not is_private(who, held):
        return True
    return held.resident is not None and who.nr in held.resident.consents


def _participant(who: Resident | Person, held: Held) -> Participant:
    """As the table has them, or, for one who was not at it, by what they are."""
    seated = next((one for one in held.seating.participants if one.nr == who.nr), None)
    if seated:
        return seated
    label = who.role.value.lower() if isinstance(who, Person) else ""
    return Participant(who, label, "", by_consent=isinstance(who, Person) and is_private(who, held))
