"""What nobody can read along in e-mails about meetings: of every type, and of every shipped workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import docgen
from docgen import danish
from docgen.documents.sample import sample_cancellation, sample_meeting
from docgen.documents.samplehouse import HOUSE, PEOPLE, RESIDENT
from docgen.mailing.attaching import word_file
from docgen.mailing.draft import Draft
from docgen.mailing.invitations import cancellation, invitation
from docgen.meetingtypes.definition import Audience, MeetingType
from docgen.model import Institution
from docgen.planning import Participant
from tests import making
from tests.commandline import SAMPLES
from tests.contract.papers import every_type
from tests.mailing.inviting import by_mail, everything, files, said


def every_draft(kind: MeetingType, house: Institution) -> Iterator[tuple[Participant, Draft]]:
    """Invitation, change and cancellations of the sample, to everybody."""
    change = sample_meeting(kind)
    for meeting in (replace(change, replaces=None), change):
        for one in map(by_mail, meeting.seating.participants):
            made = invitation(meeting, one, house, files(meeting, one.nr))
            assert made is not None
            yield one, made
    for alone in (False, True):
        called = sample_cancellation(kind, alone=alone)
        for one in map(by_mail, called.receivers):
            made = cancellation(called, one, house, [word_file("M001_P001.docx", b"x")])
            assert made is not None
            yield one, made


@every_type
@pytest.mark.parametrize("secure", [True, False], ids=["secure", "open"])
def test_every_type_says_it_in_plain_danish_and_names_the_resident_to_nobody(
    kind: MeetingType, secure: bool
) -> None:
    for one, draft in every_draft(kind, replace(HOUSE, secure_email=secure)):
        text = said(draft)
        assert not any(sign in text for sign in ("{", "}", "()", " ,", " .", "  ")), text
        assert "" not in draft.paragraphs
        assert "kl. 10.00" not in "".join(draft.paragraphs)  # only with a no-break space
        assert draft.subject.partition(":")[0].split()[0] in ("Invitation", "Ændring", "Aflysning", "Du")
        assert danish.lix("\n".join(draft.paragraphs)) < 34, text
        for other in (RESIDENT, *PEOPLE):
            assert other.name not in draft.subject
        residents = {RESIDENT.first_name, RESIDENT.last_name} - {*one.name.split()}
        assert residents & {*re.findall(r"\w+", text)} == set()


@every_type
def test_what_may_be_read_along_tells_of_no_type_no_theme_and_nobody_else(kind: MeetingType) -> None:
    meeting = sample_meeting(kind)
    for one, draft in every_draft(kind, HOUSE):
        if one.audience is Audience.STAFF:
            continue
        whole = everything(draft)
        others = {who.name for who in (RESIDENT, *PEOPLE)} - {one.name}
        matters = {kind.title, kind.name, meeting.meeting.theme, meeting.meeting.practical, *kind.occasions}
        matters |= {phase.title for phase in kind.phases} - {"Aftaler"}
        assert [secret for secret in others | matters if secret and secret in whole] == []
        assert draft.attachments == ()


SHIPPED = sorted(path for path in SAMPLES.glob("*.xlsx") if path.stem != "med_fejl")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_no_e_mail_of_a_shipped_workbook_gives_anybody_away(path: Path) -> None:
    workbook = docgen.load(path)
    named = replace(workbook, institution=replace(workbook.institution, names_in_calendar=True))
    plan = docgen.plan(named, docgen.meeting_types(), now=making.NOW)
    people = {one.name for one in workbook.residents} | {one.name for one in workbook.people}
    assert plan.calendar
    for meeting in plan.calendar:
        for one in map(by_mail, meeting.seating.participants):
            draft = invitation(meeting, one, plan.institution, files(meeting, one.nr))
            assert draft is not None
            assert [name for name in people if name in draft.subject] == []
            if one.audience is not Audience.STAFF:
                secrets = people - {one.name} | {meeting.kind.title, meeting.meeting.theme} - {""}
                whole = everything(draft)
                assert [secret for secret in secrets if secret in whole] == []
