"""One who no longer takes part is told alone, and the others hear nothing of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from docgen.findings import Finding
from docgen.meetingtypes.definition import MeetingType
from docgen.model import BrokenRow, MeetingStatus, Person, Role, Workbook
from docgen.packs.ledger import history_of
from docgen.planning import Window
from tests import making
from tests.pack_contents import contents
from tests.packs.building import M001, MOVED, codes
from tests.packs.posting import Post, course_type

LATER = making.LATER.date()
ASTA, LENE, BO, KARL = "B001", "P001", "P002", "P004"
UID = "M001.abc123def456@elmegaarden.example"


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> MeetingType:
    return course_type(tmp_path_factory.mktemp("typer"))


@pytest.fixture
def post(pack: Path, kind: MeetingType) -> Post:
    return Post(pack, [kind])


def book(*consents: str, people: tuple[Person, ...] | None = None, **row: Any) -> Workbook:
    """M001 with these changes, and the resident's consents."""
    known = making.staff() if people is None else people
    relatives = tuple(one.nr for one in known if one.nr == KARL)
    resident = making.resident(consents=consents, relatives=relatives)
    return making.book(making.meeting(**row), residents=(resident,), people=known)


def attendees(data: bytes) -> list[str]:
    """The people that a calendar file names."""
    (event,) = Calendar.from_ical(data).events
    found = event.get("ATTENDEE", [])
    return [str(one) for one in (found if isinstance(found, list) else [found])]


class TestAPersonTakenOut:
    def test_that_one_alone_gets_a_cancellation(self, post: Post) -> None:
        post.sent(book())
        result = post.build(book(absent=(BO,)), making.LATER)
        assert post.names("aflysninger") == ["M001_P002.docx", "M001_P002.ics"]
        data = post.data("aflysninger/M001_P002.ics")
        off = post.calendar("aflysninger/M001_P002.ics")
        assert (off.uid, off.method, off.sequence, off.status) == (UID, "CANCEL", 1, None)
        assert attendees(data) == ["mailto:bo@elmegaarden.example"]
        assert "aflysninger/M001_P002.ics" in result.written

    def test_whose_letter_says_that_it_is_them_alone(self, post: Post) -> None:
        post.sent(book())
        post.build(book(absent=(BO,)), making.LATER)
        words = post.said("aflysninger/M001_P002.docx")
        assert words.splitlines()[1:] == [
            "Kære Bo Enhedsen",
            "tirsdag den 3. februar 2026 kl. 10.00–11.00, Mødelokale 1, vores brev af 19. januar 2026",
            "kun dig",
        ]

    def test_of_the_others_nothing_changes_but_the_sequence(self, post: Post) -> None:
        post.sent(book())
        before = post.invite()
        done = post.sent(book(absent=(BO,)), making.LATER)
        after = post.invite()
        assert (after.sequence, before.sequence) == (1, 0)
        assert (after.uid, after.start, after.location) == (before.uid, before.start, before.location)
        assert (done.updated, done.called_off, done.taken_out) == (("M001",), (), (("M001", BO),))
        assert post.told().receivers == {ASTA, LENE}

    def test_once_sent_it_is_not_sent_again(self, post: Post) -> None:
        out = book(absent=(BO,))
        post.sent(book())
        post.sent(out, making.LATER)
        assert post.sent(out, making.LATER).is_empty
        assert post.names("aflysninger") == []

    def test_back_before_it_was_sent_nothing_has_happened(self, post: Post) -> None:
        post.sent(book())
        post.build(book(absent=(BO,)), making.LATER)
        post.build(book(), making.LATER)
        assert post.names("aflysninger") == []
        assert post.invite().sequence == 0
        assert post.send(day=LATER).is_empty

    def test_back_after_it_was_sent_they_are_invited_with_a_higher_sequence(self, post: Post) -> None:
        post.sent(book())
        post.sent(book(absent=(BO,)), making.LATER)
        post.build(book(), making.LATER)
        assert post.invite().sequence == 2
        assert post.send(day=LATER).updated == ("M001",)
        assert post.told().receivers == {ASTA, LENE, BO}

    def test_taken_out_of_a_meeting_that_also_moves_they_are_told_of_the_time_they_know(
        self, post: Post
    ) -> None:
        post.sent(book())
        post.build(book(absent=(BO,), date=MOVED), making.LATER)
        assert post.calendar("aflysninger/M001_P002.ics").start.date().isoformat() == "2026-02-03"
        assert post.invite().start.date() == MOVED

    def test_never_told_never_taken_out(self, post: Post) -> None:
        post.build(book())
        post.build(book(absent=(BO,)))
        assert post.names("aflysninger") == []
        assert post.send().taken_out == ()

    def test_their_own_calendar_says_so_too(self, post: Post) -> None:
        post.sent(book())
        post.build(book(absent=(BO,)), making.LATER)
        for person, status in ((BO, b"STATUS:CANCELLED"), (LENE, b"STATUS:CONFIRMED")):
            assert status in post.data(f"kalendere/{person}.ics")

    def test_one_whose_row_is_deleted_is_taken_out_and_named_nowhere(self, post: Post) -> None:
        post.sent(book("P004"))
        result = post.build(book(people=making.staff()[:3]), making.LATER)
        assert post.names("aflysninger") == ["M001_P004.ics"]
        assert "aflysninger/M001_….ics" in result.written
        assert post.names("kalendere") == ["B001.ics", "P001.ics", "P002.ics"]


class TestWithoutABuildOfTheMeeting:
    """A cancellation goes out whichever meetings were chosen; the meeting's own files may be older."""

    ONLY = Window(meetings=frozenset({"M002"}))

    def test_it_goes_out_and_the_ledger_does_not_fall_back(self, post: Post) -> None:
        post.sent(book())
        post.build(book(absent=(BO,)), making.LATER, self.ONLY)
        assert post.send(day=LATER).taken_out == (("M001", BO),)
        assert post.send(day=LATER).is_empty, "what lies in the folder is older than what was sent"
        assert (post.told().receivers, post.told().sequence) == (frozenset((ASTA, LENE)), 1)

    def test_back_in_the_meeting_is_built_again_though_it_says_the_same(self, post: Post) -> None:
        post.sent(book())
        post.build(book(absent=(BO,)), making.LATER, self.ONLY)
        post.send(day=LATER)
        post.build(book(), making.LATER)
        assert post.invite().sequence == 2
        assert post.send(day=LATER).updated == ("M001",)

    def test_nobody_goes_without_a_cancellation(self, post: Post) -> None:
        """The meeting is built without them, but then an error keeps their cancellation from being made."""
        post.sent(book())
        post.build(book(absent=(BO,)), making.LATER)
        unread = making.at("Møder", 2)
        error = Finding.of("E-020", unread.place("Dato"), heading="Dato")
        broken = making.book(
            making.meeting(3, nr="M002", date=MOVED), broken=(BrokenRow(unread, "M001"),), findings=(error,)
        )
        post.sent(broken, making.LATER)
        assert BO in post.told().receivers
        assert post.sent(book(absent=(BO,)), making.LATER).taken_out == (("M001", BO),)


class TestConsentWithdrawn:
    def test_that_one_alone_is_told_and_no_word_of_the_program_names_them(self, post: Post) -> None:
        post.sent(book(KARL))
        assert "invitation.paaroerende_P004.docx" in post.folder() or "invitation_P004.docx" in post.folder()
        result = post.build(book(), making.LATER)
        assert post.names("aflysninger") == ["M001_P004.docx", "M001_P004.ics"]
        said = [*result.written, *result.removed, *result.kept, *map(str, result.findings)]
        assert [line for line in said if KARL in line] == []
        assert {"aflysninger/M001_….ics", "aflysninger/M001_….docx"} <= set(result.written)

    def test_their_cancellation_names_nobody_else(self, post: Post) -> None:
        post.sent(book(KARL))
        post.build(book(), making.LATER)
        data = post.data("aflysninger/M001_P004.ics").replace(b"\r\n ", b"")
        assert attendees(data) == ["mailto:karl@slaegtsen.example"]
        others = ["Asta", "Eksempel", "Bo Enhedsen", "Lene", "bo@", "lene@"]
        assert [name for name in others if name.encode() in data] == []
        words = post.said("aflysninger/M001_P004.docx")
        assert [name for name in others[:4] if name in words] == []

    def test_nobody_else_learns_of_them(self, post: Post) -> None:
        post.sent(book(KARL))
        post.build(book(), making.LATER)
        told = {name for name, data in contents(post.pack) if b"Karl" in data or "Slægtsen".encode() in data}
        alone = ("aflysninger/M001_P004.docx", "aflysninger/M001_P004.ics", "mail/M001_P004.eml")
        was_sent = f"post/{making.NOW:%Y-%m-%d}/"
        assert {name for name in told if not name.startswith((*alone, was_sent))} == set()
        assert KARL not in {path.stem for path in (post.pack / "kalendere").iterdir()}

    def test_once_they_have_been_told_they_are_in_no_byte_of_the_pack(self, post: Post) -> None:
        post.sent(book(KARL))
        done = post.sent(book(), making.LATER)
        assert done.taken_out == (("M001", KARL),)
        post.build(book(), making.LATER)
        files = [*contents(post.pack), *((path.as_posix(), b"") for path in post.pack.rglob("*"))]
        naming = [name for name, data in files if KARL.encode() in data or KARL in name]
        assert [name for name in naming if "post/2026-" not in name] == []

    def test_what_was_sent_while_the_consent_was_there_is_pointed_out(self, post: Post) -> None:
        post.sent(book(KARL))
        found = [one for one in codes(post.build(book(), making.LATER)) if one[0] == "W-423"]
        assert found == [("W-423", f"post/{making.NOW:%Y-%m-%d}")]
        assert "W-423" not in [code for code, _ in codes(post.build(book(), making.LATER))], "once"

    def test_of_the_others_only_the_sequence_changes(self, post: Post) -> None:
        post.sent(book(KARL))
        before = post.invite()
        post.build(book(), making.LATER)
        assert (post.invite().sequence, post.invite().start) == (1, before.start)

    def test_called_off_for_all_they_have_a_letter_and_no_calendar_of_their_own(self, post: Post) -> None:
        post.sent(book(KARL))
        result = post.build(book(status=MeetingStatus.CANCELLED), making.LATER)
        assert "M001_P004.docx" in post.names("aflysninger")
        assert post.names("kalendere") == ["B001.ics", "P001.ics", "P002.ics"]
        assert [name for name in (*result.written, *result.removed) if KARL in name] == []
        assert "aflysninger/M001.ics" in result.written

    def test_with_consent_they_are_called_off_like_everybody(self, post: Post) -> None:
        post.sent(book(KARL))
        result = post.build(book(KARL, status=MeetingStatus.CANCELLED), making.LATER)
        assert "P004.ics" in post.names("kalendere")
        assert "aflysninger/M001_P004.docx" in result.written

    def test_taken_out_with_their_consent_they_are_told_like_everybody(self, post: Post) -> None:
        post.sent(book(KARL))
        result = post.build(book(KARL, absent=(KARL,)), making.LATER)
        assert "aflysninger/M001_P004.ics" in result.written
        assert b"STATUS:CANCELLED" in post.data("kalendere/P004.ics")

    def test_a_volunteer_whom_the_resident_knows_is_told_alone_too(self, post: Post) -> None:
        people = (*making.staff(), making.person("P009", Role.VOLUNTEER, 9, name="Vera Frivillig"))

        def given(*consents: str) -> Workbook:
            resident = making.resident(network=("P009",), consents=consents)
            return making.book(making.meeting(extra=("P009",)), residents=(resident,), people=people)

        post.sent(given("P009"))
        assert "P009" in post.told().receivers
        result = post.build(given(), making.LATER)
        assert post.names("aflysninger") == ["M001_P009.docx", "M001_P009.ics"]
        assert [name for name in (*result.written, *result.removed) if "P009" in name] == []
        assert "P009.ics" not in post.names("kalendere")

    def test_given_again_they_are_invited_again(self, post: Post) -> None:
        post.sent(book(KARL))
        post.sent(book(), making.LATER)
        post.build(book(KARL), making.LATER)
        assert post.invite().sequence == 2
        assert "erstatter" not in post.letter(KARL), "they have been told that they are out"
        post.send(day=LATER)
        assert KARL in history_of(post.pack).sent["M001"].receivers
        assert (post.pack / M001).is_dir()
