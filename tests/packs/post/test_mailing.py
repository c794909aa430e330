"""The mailing of a pack as it lies there: what is printed, drafted, exported; and what was sent."""

from __future__ import annotations

import datetime as dt
import email
import email.message
import email.policy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from docgen.errors import UsageError
from docgen.mailing.conversion import FilesConverter
from docgen.meetingtypes.definition import MeetingType
from docgen.model import Channel, MeetingStatus, Resident, Workbook
from docgen.packs.build import BuildResult
from docgen.packs.post.wishes import MailingOptions
from tests import making
from tests.documents.word import zipped
from tests.docx_text import parts
from tests.packs.building import MOVED, codes, edit, tree
from tests.packs.building import letter as word
from tests.packs.posting import REPLACING, Post, course_type

TODAY, LATER = making.NOW.date().isoformat(), making.LATER.date().isoformat()


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> MeetingType:
    """Its letters greet their receivers."""
    folder = tmp_path_factory.mktemp("typer")
    for path in course_type(folder).folder.glob("invitation*.docx"):
        path.write_bytes(word("Kære {{ modtager.navn }}", *REPLACING))
    return course_type(folder)


@pytest.fixture
def post(tmp_path: Path, kind: MeetingType) -> Post:
    return Post(tmp_path / "pakke", [kind])


def resident(number: int, **changes: Any) -> Resident:
    """One more resident: without anybody of their own, so that letters are few."""
    made = {"nr": f"B{number:03}", "relatives": (), **changes}
    return making.resident(number + 1, **made)


def book(*residents: Resident, **meeting: Any) -> Workbook:
    """A meeting an hour for each of these residents."""
    rows = [
        making.meeting(
            number + 1,
            nr=f"M{number:03}",
            resident=one.nr,
            start=dt.time(9 + number),
            place=f"Lokale {number}",
            **meeting,
        )
        for number, one in enumerate(residents, 1)
    ]
    return making.book(*rows, residents=residents)


def mailing(post: Post) -> list[str]:
    """The files that go out now; what was sent lies under dates."""
    names = (name for name in tree(post.pack) if name.startswith(("post/", "mail/", "digitalpost/")))
    return [name for name in names if not name.startswith("post/2026-")]


def put_away(post: Post, day: str) -> list[str]:
    home = f"post/{day}/"
    return [name.removeprefix(home) for name in tree(post.pack) if name.startswith(home)]


def greeted(post: Post, pattern: str) -> list[str]:
    """Whom the letters of a print file greet, in their order."""
    return [line.removeprefix("Kære ") for line in post.said(pattern).splitlines() if "Kære" in line]


def fake_pdf(jobs: Mapping[Path, Path]) -> None:
    """A converter that makes every PDF, and says of what."""
    for source, target in jobs.items():
        target.write_bytes(b"%PDF-1.7 " + source.name.encode())


def no_pdf(jobs: Mapping[Path, Path]) -> None:
    """A converter that cannot read anything."""


def build(post: Post, workbook: Workbook, now: dt.datetime = making.NOW, **wishes: Any) -> BuildResult:
    return post.build(workbook, now, mailing=MailingOptions(**wishes), convert=FilesConverter(fake_pdf))


class TestEachWay:
    def test_kanal_decides_where_it_lies(self, post: Post) -> None:
        result = build(
            post,
            book(
                resident(1),
                resident(2, channel=Channel.IN_PERSON),
                resident(3, channel=Channel.EMAIL, email="bb@eksempel.example"),
                resident(4, channel=Channel.DIGITAL_POST),
            ),
            pdf=True,
        )
        residents = [name for name in mailing(post) if "P00" not in name]
        assert residents == [
            "digitalpost/M004_B004.xml",
            "mail/M003_B003.eml",
            "post/breve.docx",
            "post/breve.pdf",
            "post/etiketter.docx",
            "post/etiketter.pdf",
            "post/personligt.docx",
            "post/personligt.pdf",
        ]
        assert result.mailed == {
            Channel.LETTER: 1,
            Channel.IN_PERSON: 1,
            Channel.EMAIL: 9,  # of which eight go to P001 and P002, who are at all four meetings
            Channel.DIGITAL_POST: 1,
        }
        assert greeted(post, "post/breve.docx") == ["Asta Eksempel"]

    def test_letters_are_in_postal_order_and_labels_too(self, post: Post) -> None:
        build(
            post,
            book(
                resident(1, first_name="Åge", postcode="8000"),
                resident(2, first_name="Bent", postcode="8000"),
                resident(3, first_name="Zoe", postcode="1000"),
                resident(4, first_name="Ærø", postcode="8000"),
            ),
        )
        names = ["Zoe Eksempel", "Bent Eksempel", "Ærø Eksempel", "Åge Eksempel"]
        assert greeted(post, "post/breve.docx") == names
        labels = post.said("post/etiketter.docx")
        assert [line for line in labels.splitlines() if "Eksempel" in line] == names

    def test_whoever_gets_two_letters_has_both_in_one_envelope(self, post: Post) -> None:
        asta = resident(1)
        meetings = (making.meeting(2), making.meeting(3, nr="M002", date=MOVED))
        build(post, making.book(*meetings, residents=(asta, resident(2, first_name="Zoe"))))
        assert greeted(post, "post/breve.docx") == ["Asta Eksempel"] * 2
        assert post.said("post/etiketter.docx").count("Asta Eksempel") == 1

    def test_what_is_handed_over_is_in_the_order_of_units(self, post: Post) -> None:
        by_hand = {"channel": Channel.IN_PERSON}
        build(
            post,
            book(
                resident(1, first_name="Anna", unit="Østhuset", **by_hand),
                resident(2, first_name="Bo", unit="Aahuset", **by_hand),
                resident(3, first_name="Cæcilie", unit="Vesthuset", **by_hand),
            ),
        )
        names = ["Cæcilie Eksempel", "Anna Eksempel", "Bo Eksempel"]
        assert greeted(post, "post/personligt.docx") == names
        assert "post/etiketter.docx" not in mailing(post), "nobody needs a label"

    def test_whoever_leads_has_the_papers_of_each_meeting_in_order(self, post: Post) -> None:
        build(post, book(resident(2), resident(1)))
        bundle = post.said("post/moedeleder_P001.docx").splitlines()
        assert [line for line in bundle if line in ("Dagsorden", "Referat")] == ["Dagsorden", "Referat"] * 2

    def test_a_meeting_that_one_is_taken_out_of_stays_among_those_papers(self, post: Post) -> None:
        post.sent(making.book())
        build(post, making.book(making.meeting(absent=("P002",))), making.LATER)
        assert "mail/M001_P002.eml" in mailing(post), "who is told that they need not come"
        assert "Dagsorden" in post.said("post/moedeleder_P001.docx")

    def test_no_letters_at_all_make_no_files(self, post: Post) -> None:
        result = build(post, making.book(making.meeting(date=dt.date(2026, 6, 2))), pdf=True)
        assert (mailing(post), result.mailed, result.findings) == ([], {}, ())
        assert not (post.pack / "post").exists()

    def test_what_cannot_reach_its_receiver_is_printed_nowhere(self, post: Post) -> None:
        build(post, book(resident(1, address=""), resident(2, first_name="Bent")))
        assert greeted(post, "post/breve.docx") == ["Bent Eksempel"]


class TestPdf:
    def test_e_mails_carry_pdf_and_what_is_filled_in_stays_word(self, post: Post) -> None:
        build(post, making.book(), pdf=True)
        names = attached(post, "mail/M001_P001.eml")
        assert names == ["invitation_P001.pdf", "dagsorden.pdf", "referat.docx", "moede.ics"]
        assert "post/breve.pdf" in mailing(post)

    def test_without_a_program_for_it_all_else_is_built_and_it_is_said(self, post: Post) -> None:
        result = post.build(making.book(), mailing=MailingOptions(pdf=True), convert=None)
        assert ("W-416", "post/breve.pdf") in codes(result)
        assert ("W-286", "invitation_P001.docx") in [
            (one.code, one.place.file.rpartition("/")[2]) for one in result.findings
        ]
        assert attached(post, "mail/M001_P001.eml")[0] == "invitation_P001.docx"
        again = post.build(making.book(), mailing=MailingOptions(pdf=True), convert=FilesConverter(fake_pdf))
        assert {"post/breve.pdf", "mail/M001_P001.eml"} <= {*again.written}, (
            "and it is made as soon as it can"
        )

    def test_a_program_that_fails_says_so_of_each_file(self, post: Post) -> None:
        result = post.build(making.book(), mailing=MailingOptions(pdf=True), convert=FilesConverter(no_pdf))
        assert ("W-417", "post/breve.pdf") in codes(result)

    def test_nothing_is_converted_twice(self, post: Post) -> None:
        seen: list[str] = []

        def watched(jobs: Mapping[Path, Path]) -> None:
            seen.extend(path.name for path in jobs)
            fake_pdf(jobs)

        workbook = book(resident(1), resident(2, channel=Channel.DIGITAL_POST))
        for _ in range(2):
            post.build(workbook, mailing=MailingOptions(pdf=True), convert=FilesConverter(watched, True))
        shared = ["dagsorden.docx", "invitation_P001.docx", "invitation_P002.docx"]  # of two meetings
        alone = ["breve.docx", "etiketter.docx", "invitation_B002.docx", "moedeleder_P001.docx"]
        assert sorted(seen) == sorted((*shared, *shared, *alone))


class TestOnlyWhatChanged:
    def test_the_same_again_writes_nothing(self, post: Post) -> None:
        workbook = book(resident(1), resident(2, channel=Channel.DIGITAL_POST))
        build(post, workbook, pdf=True)
        before = tree(post.pack)
        again = build(post, workbook, making.LATER, pdf=True)
        assert [name for name in again.written if not name.startswith("oversigt")] == []
        after = tree(post.pack)
        assert {name: after[name] for name in mailing(post)} == {name: before[name] for name in mailing(post)}

    def test_what_has_been_sent_lies_under_its_date_and_not_among_what_goes_out(self, post: Post) -> None:
        workbook = book(resident(1), resident(2, channel=Channel.DIGITAL_POST))
        build(post, workbook)
        before = tree(post.pack)
        done = post.send()
        assert mailing(post) == []
        assert put_away(post, TODAY) == [
            "breve.docx",
            "digitalpost/M002_B002.xml",
            "etiketter.docx",
            *(f"mail/M00{meeting}_P00{person}.eml" for meeting in (1, 2) for person in (1, 2)),
            "moedeleder_P001.docx",
        ]
        assert (done.home, done.put_away) == (f"post/{TODAY}", 8)
        assert tree(post.pack)[f"post/{TODAY}/breve.docx"] == before["post/breve.docx"]
        assert build(post, workbook, making.LATER).mailed == {}
        assert mailing(post) == []

    def test_then_only_what_has_changed_goes_out_and_says_so(self, post: Post) -> None:
        build(post, book(resident(1), resident(2, first_name="Bent")))
        post.send()
        moved = book(resident(1), resident(2, first_name="Bent"))
        first = moved.meetings[0]
        moved = making.book(
            first, making.meeting(3, nr="M002", resident="B002", date=MOVED), residents=moved.residents
        )
        build(post, moved, making.LATER)
        assert greeted(post, "post/breve.docx") == ["Bent Eksempel"]
        said = post.said("post/breve.docx")
        assert "erstatter brevet af 19. januar 2026" in said
        assert "flyttet fra tirsdag den 3. februar 2026 kl. 11.00" in said
        assert [name for name in mailing(post) if name.startswith("mail/")] == [
            "mail/M002_P001.eml",
            "mail/M002_P002.eml",
        ]

    def test_a_cancellation_goes_the_same_ways(self, post: Post) -> None:
        build(post, book(resident(1)))
        post.send()
        build(post, book(resident(1), status=MeetingStatus.CANCELLED), making.LATER)
        assert mailing(post) == [
            "mail/M001_P001.eml",
            "mail/M001_P002.eml",
            "post/breve.docx",
            "post/etiketter.docx",
        ]
        assert greeted(post, "post/breve.docx") == ["Asta Eksempel"]
        assert "Mødet er aflyst" in post.said("post/breve.docx")
        message = read(post, "mail/M001_P001.eml")
        assert "Aflysning" in message["Subject"]
        assert [part.get_param("method") for part in message.walk() if part.get_param("method")] == ["CANCEL"]
        post.send(day=making.LATER.date())
        build(post, book(resident(1), status=MeetingStatus.CANCELLED), making.LATER)
        assert mailing(post) == []

    def test_all_means_what_has_been_sent_too(self, post: Post) -> None:
        build(post, book(resident(1)))
        everything = mailing(post)
        post.send()
        build(post, book(resident(1)), making.LATER, everything=True)
        assert mailing(post) == everything

    def test_of_one_meeting_that_is_sent_the_others_stay(self, post: Post) -> None:
        workbook = book(resident(1), resident(2, channel=Channel.IN_PERSON))
        build(post, workbook)
        post.send("M002")
        assert put_away(post, TODAY) == [
            "mail/M002_P001.eml",
            "mail/M002_P002.eml",
            "moedeleder_P001.docx",
            "personligt.docx",
        ]
        assert mailing(post) == [
            "mail/M001_P001.eml",
            "mail/M001_P002.eml",
            "post/breve.docx",
            "post/etiketter.docx",
            "post/moedeleder_P001.docx",
        ]
        build(post, workbook)
        bundle = post.said("post/moedeleder_P001.docx").splitlines()
        assert bundle.count("Dagsorden") == 1

    def test_where_nothing_counts_as_sent_the_mailing_stays(self, post: Post) -> None:
        build(post, book(resident(1)))
        before = mailing(post)
        done = post.send(day=dt.date(2026, 12, 1))
        assert (done.is_empty, done.home) == (True, "")
        assert mailing(post) == before, "all meetings have passed by that day"

    def test_two_mailings_of_one_day_lie_beside_each_other(self, post: Post) -> None:
        build(post, book(resident(1)))
        post.send()
        moved = book(resident(1), date=MOVED)
        build(post, moved)
        post.send()
        assert {"breve.docx", "breve_2.docx"} <= {*put_away(post, TODAY)}


class TestPeoplesEdits:
    def test_an_edited_letter_is_what_is_printed(self, post: Post) -> None:
        build(post, book(resident(1)))
        (letter,) = post.pack.glob("moeder/*/invitation_B001.docx")
        other = post.pack / "forlaeg.docx"
        other.write_bytes(word("Kære Asta Eksempel", "rettet i hånden"))
        other.replace(letter)
        build(post, book(resident(1)))
        assert "rettet i hånden" in post.said("post/breve.docx")

    def test_an_edited_print_file_stays_until_it_would_be_another_and_is_set_aside_then(
        self, post: Post
    ) -> None:
        build(post, book(resident(1)))
        edit(post.pack / "post" / "breve.docx")
        edited = (post.pack / "post" / "breve.docx").read_bytes()
        build(post, book(resident(1)))
        assert (post.pack / "post" / "breve.docx").read_bytes() == edited
        result = build(post, book(resident(1, first_name="Berta")))
        assert ("W-161", "post/breve.docx") in codes(result)
        assert (post.pack / "post" / "breve_redigeret.docx").read_bytes() == edited
        assert greeted(post, "post/breve.docx") == ["Berta Eksempel"]

    def test_an_edited_print_file_that_is_no_longer_wanted_is_named_at_every_build(self, post: Post) -> None:
        build(post, book(resident(1)))
        edit(post.pack / "post" / "breve.docx")
        away = book(resident(1), date=dt.date(2026, 2, 3), status=MeetingStatus.CANCELLED)
        for _ in range(2):
            assert ("W-163", "post/breve.docx") in codes(build(post, away))
        (post.pack / "post" / "breve.docx").unlink()
        assert codes(build(post, away)) == []

    def test_a_letter_with_tracked_changes_or_comments_goes_to_nobody(self, post: Post) -> None:
        workbook = book(resident(1), resident(2, first_name="Bent"))
        build(post, workbook)
        (letter,) = post.pack.glob("moeder/*_M001/invitation_B001.docx")
        deleted = '<w:del w:id="1" w:author="x"><w:r><w:delText>hemmeligt</w:delText></w:r></w:del>'
        letter.write_bytes(with_markup(letter.read_bytes(), deleted))
        for _ in range(2):
            result = build(post, workbook)
            assert codes(result) == [("E-424", f"{letter.parent.name}/{letter.name}")]
            assert greeted(post, "post/breve.docx") == ["Bent Eksempel"]
        (agenda,) = post.pack.glob("moeder/*_M002/dagsorden.docx")
        agenda.write_bytes(with_markup(agenda.read_bytes(), deleted))
        build(post, workbook)
        assert [name for name in mailing(post) if name.startswith("mail/")] == [
            "mail/M001_P001.eml",
            "mail/M001_P002.eml",
        ], "the agenda goes with both letters"

    def test_an_edited_draft_is_left_as_it_is(self, post: Post) -> None:
        build(post, book(resident(1)))
        draft = post.pack / "mail" / "M001_P001.eml"
        draft.write_bytes(draft.read_bytes() + b"\r\n")
        edited = draft.read_bytes()
        assert codes(build(post, book(resident(1)))) == []
        for _ in range(2):
            result = build(post, book(resident(1), date=MOVED))
            assert ("W-288", "mail/M001_P001.eml") in codes(result)
        assert draft.read_bytes() == edited


class TestBadInput:
    def test_nothing_that_is_typed_adds_a_header(self, post: Post) -> None:
        hostile = "Asta\r\nBcc: alle@eksempel.example\r\n\r\n<b>"
        build(
            post,
            book(resident(1, first_name=hostile, channel=Channel.EMAIL, email="asta@blåbær.example")),
        )
        for path in sorted((post.pack / "mail").iterdir()):
            message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            assert message["Bcc"] is None
            assert [part.defects for part in message.walk() if part.defects] == []
        assert read(post, "mail/M001_B001.eml")["To"].addresses[0].domain == "xn--blbr-roah.example"

    def test_six_lines_and_a_surname_of_sixty_signs_are_printed_whole(self, post: Post) -> None:
        long = "Eksempel-" * 6 + "Prøve1"
        build(post, book(resident(1, last_name=long, address="Et\nTo\nTre\nFire\nFem")))
        labels = post.said("post/etiketter.docx")
        assert all(line in labels for line in ("Et", "To", "Tre", "Fire", "Fem"))
        assert long in labels

    def test_a_label_that_the_sheet_does_not_have_is_a_wrong_call_and_nothing_is_built(
        self, post: Post
    ) -> None:
        with pytest.raises(UsageError) as error:
            build(post, making.book(), label_start=25)
        assert [found.code for found in error.value.findings] == ["E-408"]
        assert not post.pack.exists()

    def test_a_letter_that_is_no_word_file_is_named_and_the_others_are_printed(self, post: Post) -> None:
        workbook = book(resident(1), resident(2, first_name="Bent"))
        build(post, workbook)
        (letter,) = post.pack.glob("moeder/*_M001/invitation_B001.docx")
        letter.write_bytes(b"PK nothing")
        for _ in range(2):
            result = build(post, workbook)
            assert [code for code, _ in codes(result)] == ["E-122"], "said at every build"
            assert greeted(post, "post/breve.docx") == ["Bent Eksempel"]


def with_markup(document: bytes, xml: str) -> bytes:
    """The document with this XML in its first paragraph."""
    members = parts(document)
    members["word/document.xml"] = members["word/document.xml"].replace(
        b"</w:p>", xml.encode() + b"</w:p>", 1
    )
    return zipped(members.items())


def attached(post: Post, name: str) -> list[str]:
    return [str(part.get_filename()) for part in read(post, name).iter_attachments()]


def read(post: Post, name: str) -> email.message.EmailMessage:
    message = email.message_from_bytes((post.pack / name).read_bytes(), policy=email.policy.default)
    assert isinstance(message, email.message.EmailMessage)
    return message
