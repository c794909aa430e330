"""What has to go out about a meeting: from which day there are letters, and what people must hear of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from docgen.model import MeetingStatus, Workbook
from docgen.planning import Action, PlannedMeeting, Sent, Window
from tests import making

DAY = dt.date(2026, 3, 3)
NAMED = Window(meetings=frozenset({"M001"}))


def book(weeks: int = 4, **changes: Any) -> Workbook:
    """M001 on 3 March, in a house that sends letters so many weeks before."""
    return making.book(
        making.meeting(**{"date": DAY, **changes}), institution=making.house(mailing_weeks=weeks)
    )


def on(day: dt.date, workbook: Workbook | None = None, **wishes: Any) -> PlannedMeeting:
    """M001 as it is planned on that day."""
    now = dt.datetime.combine(day, dt.time(8), making.COPENHAGEN)
    return making.planned(workbook or book(), now=now, **wishes)


def letters(planned: PlannedMeeting) -> list[str]:
    return [document.file for document in planned.documents if document.receiver]


def sent(**changes: Any) -> dict[str, Sent]:
    """What is remembered of M001, with these changes, once its letters have gone out."""
    return making.sent(making.plan(book(52, **changes)))


@pytest.mark.parametrize(
    ("weeks", "first"),
    [(0, DAY), (4, dt.date(2026, 2, 3)), (6, dt.date(2026, 1, 20)), (52, dt.date(2025, 3, 4))],
)
def test_there_are_letters_from_so_many_weeks_before_the_meeting(weeks: int, first: dt.date) -> None:
    early, due = on(first - dt.timedelta(days=1), book(weeks)), on(first, book(weeks))
    assert early.mail_from == due.mail_from == first
    assert (early.letters, letters(early)) == (False, [])
    assert due.letters
    assert len(letters(due)) == 4


def test_what_is_nobodys_own_is_there_from_the_start() -> None:
    early = on(dt.date(2026, 1, 19))
    assert [document.file for document in early.documents] == ["dagsorden.docx", "referat.docx"]


def test_a_meeting_that_is_named_has_its_letters_at_once() -> None:
    assert letters(on(dt.date(2026, 1, 19), window=NAMED))


def test_letters_that_are_there_do_not_go_away_when_the_meeting_moves_further_ahead() -> None:
    before = making.built(making.plan(book(), window=NAMED))
    later = book(date=DAY + dt.timedelta(weeks=20))
    assert letters(on(dt.date(2026, 1, 19), later, built=before))
    assert letters(on(dt.date(2026, 1, 19), later, sent=sent()))
    assert letters(on(dt.date(2026, 1, 19), later)) == []


def test_a_letter_is_dated_by_the_day_it_is_made_and_not_by_that_of_the_agenda() -> None:
    before = making.built(making.plan(book()))
    due = on(dt.date(2026, 2, 3), built=before)
    assert (due.changed, due.stamp.date()) == (("letters", "papers"), dt.date(2026, 2, 3))


@pytest.mark.parametrize(
    ("changes", "update", "action"),
    [
        ({}, (), Action.NOTHING),
        ({"date": DAY + dt.timedelta(days=1)}, ("date",), Action.UPDATE),
        ({"start": dt.time(11)}, ("start",), Action.UPDATE),
        ({"length": 45}, ("length",), Action.UPDATE),
        ({"place": "Stuen"}, ("place",), Action.UPDATE),
        ({"link": "https://moede.example/1"}, ("link",), Action.UPDATE),
        ({"practical": "Døren er åben."}, ("practical",), Action.UPDATE),
        ({"theme": "Et andet tema"}, ("theme",), Action.UPDATE),
        ({"absent": ("P002",)}, ("people",), Action.UPDATE),
        ({"occasion": "Højt sygefravær", "remark": "Husk kaffe"}, (), Action.NOTHING),
        ({"status": MeetingStatus.CANCELLED}, (), Action.CANCEL),
    ],
    ids=["nothing", "date", "time", "length", "place", "link", "practical", "theme", "people", "own", "off"],
)
def test_people_hear_of_what_they_were_told_otherwise_and_of_nothing_else(
    changes: dict[str, Any], update: tuple[str, ...], action: Action
) -> None:
    planned = on(dt.date(2026, 2, 9), book(**changes), sent=sent())
    assert (planned.update, planned.action) == (update, action)
    assert (planned.replaces is not None) is bool(update)


def test_before_anything_is_sent_everybody_is_invited() -> None:
    planned = on(dt.date(2026, 2, 9))
    assert (planned.action, planned.update, planned.replaces) == (Action.INVITE, (), None)


def test_a_meeting_that_was_called_off_and_is_on_again_is_an_update_that_replaces_no_letter() -> None:
    off = {"M001": replace(sent()["M001"], cancelled=True, sequence=1)}
    planned = on(dt.date(2026, 2, 9), sent=off)
    assert (planned.action, planned.sequence, planned.replaces) == (Action.UPDATE, 2, None)


def test_of_what_calendars_alone_have_told_no_letter_is_replaced() -> None:
    told = {"M001": replace(sent(place="Stuen")["M001"], letters=False)}
    planned = on(dt.date(2026, 2, 9), sent=told)
    assert (planned.action, planned.replaces) == (Action.INVITE, None)
    assert planned.sequence == 1
