"""What has to go out, compared with what was sent; and which facets tell that."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from docgen.planning import Action, Replaced, Sent, Told
from docgen.planning.facets import calendar_title, changed, fingerprint, in_calendar, message
from docgen.planning.history import Built
from docgen.planning.outgoing import action_of, letters_are_due, mail_from, replaced, updated
from tests import making
from tests.planning.courses.coursebook import day

FACETS = {
    "type": "samtale",
    "resident": "B001",
    "date": "2026-02-03",
    "start": "10:00",
    "length": "60",
    "place": "Mødelokale 1",
    "title": "Samtale",
    "people": "B001 P001",
    "table": "abc",
    "answers": "x",
    "letters": "y",
    "papers": "z",
}
SENT = Sent("uid", 3, FACETS, day("2026-01-19"), receivers=frozenset({"B001", "P001"}))
CANCELLED = replace(SENT, cancelled=True)
CALENDAR_ONLY = replace(SENT, letters=False)
MEETING = day("2026-02-17")
BUILT = Built("uid", 0, making.NOW, "1")


def other(**values: str) -> dict[str, str]:
    return {**FACETS, **values}


class TestWhenLettersAreDue:
    @pytest.mark.parametrize(("weeks", "first"), [(4, "2026-01-20"), (1, "2026-02-10"), (0, "2026-02-17")])
    def test_the_mailing_window_opens_so_many_weeks_before(self, weeks: int, first: str) -> None:
        assert str(mail_from(MEETING, making.house(mailing_weeks=weeks))) == first

    @pytest.mark.parametrize(
        ("today", "due"), [("2026-01-19", False), ("2026-01-20", True), ("2026-02-17", True)]
    )
    def test_from_that_day_on_there_are_letters(self, today: str, due: bool) -> None:
        assert letters_are_due(MEETING, making.house(), day(today), None, None) is due

    @pytest.mark.parametrize(
        ("before", "sent", "due"),
        [
            (BUILT, None, True),
            (replace(BUILT, letters=False), None, False),
            (replace(BUILT, has_folder=False), None, False),
            (None, SENT, True),
            (None, CALENDAR_ONLY, False),
            (replace(BUILT, letters=False), SENT, True),
        ],
    )
    def test_a_meeting_that_once_had_letters_keeps_them(
        self, before: Built | None, sent: Sent | None, due: bool
    ) -> None:
        assert letters_are_due(MEETING, making.house(), day("2026-01-01"), before, sent) is due

    def test_a_plan_asks_for_letters_on_the_very_day(self) -> None:
        workbook = making.book(making.meeting(date=MEETING))
        days = [dt.datetime(2026, 1, number, 8, tzinfo=making.COPENHAGEN) for number in (19, 20)]
        assert [making.planned(workbook, now=now).letters for now in days] == [False, True]
        assert making.planned(workbook).mail_from == day("2026-01-20")


class TestWhatIsToBeTold:
    @pytest.mark.parametrize(
        ("sent", "facets", "cancelled", "letters", "action"),
        [
            (None, FACETS, False, True, Action.INVITE),
            (None, FACETS, False, False, Action.INVITE),
            (None, FACETS, True, False, Action.NOTHING),
            (SENT, FACETS, False, True, Action.NOTHING),
            (SENT, FACETS, True, False, Action.CANCEL),
            (CANCELLED, FACETS, True, False, Action.NOTHING),
            (CANCELLED, FACETS, False, True, Action.UPDATE),
            (CALENDAR_ONLY, FACETS, False, False, Action.NOTHING),
            (CALENDAR_ONLY, FACETS, False, True, Action.INVITE),
            (CALENDAR_ONLY, other(date="2026-02-04"), False, False, Action.UPDATE),
            (SENT, other(start="11:00"), False, True, Action.UPDATE),
            (SENT, other(length="45"), False, True, Action.UPDATE),
            (SENT, other(place="Salen"), False, True, Action.UPDATE),
            (SENT, other(people="B001"), False, True, Action.UPDATE),
            (SENT, other(title="Møde"), False, True, Action.UPDATE),  # in the calendar alone
            (SENT, other(table="def"), False, True, Action.NOTHING),
            (SENT, other(answers="1", papers="2", letters="3"), False, True, Action.NOTHING),
            (SENT, other(theme="new to this version"), False, True, Action.NOTHING),
        ],
    )
    def test_each_case(
        self, sent: Sent | None, facets: dict[str, str], cancelled: bool, letters: bool, action: Action
    ) -> None:
        assert action_of(sent, facets, cancelled=cancelled, letters=letters) is action

    def test_what_has_changed_is_named_in_its_own_order(self) -> None:
        now = other(place="Salen", date="2026-02-04", start="09:00", table="def")
        assert updated(SENT, now) == ("date", "start", "place")
        assert updated(None, now) == updated(CANCELLED, now) == ()

    def test_the_letter_that_was_sent_is_the_one_that_is_replaced(self) -> None:
        told = Told(day("2026-02-03"), dt.time(10), 60, "Mødelokale 1", "Samtale")
        receivers = tuple(sorted(SENT.receivers))
        assert replaced(SENT, other(date="2026-02-04")) == Replaced(day("2026-01-19"), told, receivers)
        assert SENT.told == told

    def test_one_that_is_as_it_was_sent_replaces_what_it_replaced_then(self) -> None:
        earlier = Replaced(day("2026-01-12"), replace(SENT.told, start=dt.time(9)))
        assert replaced(SENT, FACETS) is None
        assert replaced(replace(SENT, replaces=earlier), FACETS) == earlier

    @pytest.mark.parametrize("sent", [None, CANCELLED, CALENDAR_ONLY])
    def test_without_a_letter_that_counts_none_is_replaced(self, sent: Sent | None) -> None:
        assert replaced(sent, other(date="2026-02-04")) is None


class TestFacets:
    def test_a_facet_that_an_older_version_did_not_know_is_no_change(self) -> None:
        assert changed({"date": "1"}, {"date": "1", "brand_new": "2"}) == ()
        assert changed({"date": "1", "gone": "2"}, {"date": "1"}) == ()
        assert changed({"date": "1", "gone": "2"}, {"date": "1"}, ("gone",)) == ("gone",)

    def test_the_same_facets_have_the_same_print_in_any_order(self) -> None:
        assert fingerprint(FACETS) == fingerprint(dict(reversed(FACETS.items())))
        assert fingerprint(FACETS) != fingerprint(other(start="10:01"))
        assert fingerprint({"a": "bc"}) != fingerprint({"ab": "c"})

    def test_letters_are_dated_anew_for_what_they_say_alone(self) -> None:
        assert message(other(answers="1", papers="2")) == message(FACETS)
        assert message(other(table="1")) != message(FACETS)

    @pytest.mark.parametrize("name", FACETS)
    def test_a_calendar_entry_changes_with_what_it_shows(self, name: str) -> None:
        shown = ("date", "start", "length", "place", "title", "people")
        assert in_calendar(FACETS, other(**{name: "?"})) is (name in shown)

    def test_a_meeting_is_called_by_its_type_and_by_a_name_only_where_that_is_wanted(self) -> None:
        kind, asta = making.kind(), making.resident()
        called: list[Any] = [
            calendar_title(kind, asta, making.house()),
            calendar_title(making.kind(words={"kalender.titel": "Møde"}), asta, making.house()),
            calendar_title(kind, asta, making.house(names_in_calendar=True)),
            calendar_title(kind, None, making.house(names_in_calendar=True)),
        ]
        assert called == ["Samtale", "Møde", "Samtale: Asta Eksempel", "Samtale"]

    @pytest.mark.parametrize("broken", [{}, {**FACETS, "date": "i går"}, {**FACETS, "length": "en time"}])
    def test_facets_of_no_meeting_tell_nothing(self, broken: dict[str, str]) -> None:
        with pytest.raises((KeyError, ValueError)):
            Told.of(broken)
