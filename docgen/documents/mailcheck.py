"""What is wrong in the words of e-mails, found without a workbook: each filled with an invented meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from docgen.documents.mailcontext import cancellation_mail, invitation_mail, neutral
from docgen.documents.mailwords import ANSWERS, Manner, Occasion, paragraphs_of, subject_of
from docgen.documents.phrases import faults
from docgen.documents.sample import sample_cancellation, sample_mail, sample_meeting
from docgen.documents.samplehouse import HOUSE
from docgen.findings import Finding
from docgen.meetingtypes.definition import MeetingType

Context = Mapping[str, Any]
_ALL = "mail."
_NOT_OF_MINUTES = ("mail.moede.", *(f"mail.{occasion}." for occasion in Occasion))
_PLAIN = (Manner.STAFF, Manner.LEADER, Manner.ENCLOSED)


def mail_faults(kind: MeetingType) -> tuple[Finding, ...]:
    """A finding for each tag that cannot be filled in some e-mail of this type, of whatever occasion and
    manner; told once, though several e-mails have the word.
    """
    if not any(name.startswith(_ALL) for name in kind.words):
        return ()
    found: dict[str, tuple[Finding, ...]] = {}
    for name, context in (*_about_minutes(kind), *_to_come(kind), *_called_off(kind)):
        if name in kind.words and not found.get(name):
            found[name] = tuple(faults(kind, name, context))
    return tuple(fault for each in found.values() for fault in each)


def _about_minutes(kind: MeetingType) -> Iterator[tuple[str, Context]]:
    """Each word with the vocabulary that it is filled from."""
    context = sample_mail(kind)
    ours = (name for name in kind.words if name.startswith(_ALL) and not name.startswith(_NOT_OF_MINUTES))
    yield from ((name, context) for name in ours)


def _to_come(kind: MeetingType) -> Iterator[tuple[str, Context]]:
    planned = sample_meeting(kind)
    files = [document.file for document in planned.documents]
    context = invitation_mail(planned, planned.seating.participants[0], HOUSE, files)
    yield from _in_all_manners((Occasion.INVITATION, Occasion.UPDATE), context)
    yield from ((name, context) for name in ANSWERS)


def _called_off(kind: MeetingType) -> Iterator[tuple[str, Context]]:
    for alone in (False, True):
        one = sample_cancellation(kind, alone=alone)
        context = cancellation_mail(one, one.receivers[0], HOUSE, [file for file, _ in one.letters])
        yield from _in_all_manners((Occasion.CANCELLATION,), context)


def _in_all_manners(occasions: tuple[Occasion, ...], context: Context) -> Iterator[tuple[str, Context]]:
    for manners, said in ((_PLAIN, context), ((Manner.NEUTRAL,), neutral(context))):
        names = {name for one in product(occasions, manners) for name in _names(*one, said)}
        yield from ((name, said) for name in sorted(names))


def _names(occasion: Occasion, manner: Manner, context: Context) -> set[str]:
    said = {name for names in paragraphs_of(occasion, manner, context) for name in names}
    return said | {subject_of(occasion, manner)}
