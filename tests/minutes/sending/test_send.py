"""Filled minutes sent on: what lies in the pack afterwards, and what stays when people have edited it."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from docgen.documents.filling import Filler
from docgen.mailing.pdf import Converter, no_converter
from docgen.minutes.sending.distribution import Delivery
from docgen.minutes.sending.goingout import going_out
from docgen.minutes.sending.send import SentOn, send_on
from docgen.minutes.values import Agreed, FilledMinutes
from docgen.model import Workbook
from docgen.planning.register import Register
from tests import making
from tests.documents.word import zipped
from tests.docx_text import parts, text_of
from tests.mailing.readers import by_python
from tests.minutes.filling import (
    EVERYBODY,
    MINUTES,
    TEAM,
    collected,
    dated,
    filled,
    printed,
    with_markup,
    world,
)

FOLDER = "moeder/2026-02-03_1000_rehabiliteringsmoede_M001"
TO_STAFF, TO_RELATIVE = "M001_P002_referat.eml", "M001_P004_referat.eml"
TO_GP = "M001_P005_laege.eml"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack with the meeting's minutes, and the letter to the GP as the build makes it."""
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    (folder / "referat.docx").write_bytes(MINUTES)
    planned = making.planned(world(*EVERYBODY), TEAM)
    letters = dict(Filler(making.house()).documents(planned))
    (folder / "foelgebrev_P005.docx").write_bytes(dated(letters["foelgebrev_P005.docx"]))
    return tmp_path


def sent_on(
    pack: Path,
    workbook: Workbook | None = None,
    days: int = 0,
    convert: Converter = printed,
    made: Mapping[str, str] | None = None,
    **written: Any,
) -> SentOn:
    book = workbook or world(*EVERYBODY, secure_email=True)
    minutes: FilledMinutes = filled(**{"file": pack / FOLDER / "referat.docx", **written})
    return send_on(
        [collected(minutes, book, pack / FOLDER)],
        Register.of(book),
        pack,
        now=making.NOW + dt.timedelta(days=days),
        convert=convert,
        filler=Filler(book.institution),
        made=made or {},
    )


def codes(done: SentOn) -> list[str]:
    return [found.code for found in done.findings]


def mails(pack: Path) -> list[str]:
    return sorted(path.name for path in (pack / "mail").glob("*"))


def attached(pack: Path, name: str) -> dict[str, bytes]:
    message = by_python((pack / "mail" / name).read_bytes())
    return {str(file.get_filename()): file.get_content() for file in message.iter_attachments()}


def test_drafts_lie_in_the_pack_with_the_minutes_as_pdf(pack: Path) -> None:
    done = sent_on(pack)
    assert codes(done) == []
    assert mails(pack) == [TO_STAFF, TO_RELATIVE, TO_GP]
    assert attached(pack, TO_STAFF) == {"referat_M001.pdf": b"%PDF-" + going_out(MINUTES, "referat.docx")}
    assert {one.delivery for one in done.parcels} == {Delivery.ATTACHED}


def test_a_word_file_that_goes_out_tells_machines_nobodys_name(pack: Path) -> None:
    planned = making.planned(world(*EVERYBODY), TEAM)
    minutes = dict(Filler(making.house()).documents(planned))["referat.docx"]
    (pack / FOLDER / "referat.docx").write_bytes(minutes)
    sent_on(pack, convert=no_converter)
    sent = parts(attached(pack, TO_STAFF)["referat_M001.docx"])
    before = parts(minutes)
    assert "Karl Slægtsen" in before["docProps/custom.xml"].decode()
    assert "Slægtsen" not in sent["docProps/custom.xml"].decode()
    assert b"docgen.moede" in sent["docProps/custom.xml"]
    others = set(before) - {"docProps/custom.xml", "word/document.xml"}
    assert {name: sent[name] for name in others} == {name: before[name] for name in others}


def test_the_gp_gets_the_letter_with_the_excerpt_and_never_the_minutes(pack: Path) -> None:
    sent_on(pack)
    files = attached(pack, TO_GP)
    letter = (pack / FOLDER / "foelgebrev_P005.docx").read_bytes()
    excerpt = (pack / FOLDER / "indstilling.docx").read_bytes()
    assert files == {"foelgebrev_M001.pdf": b"%PDF-" + letter, "indstilling_M001.pdf": b"%PDF-" + excerpt}
    assert "Vi indstiller til et forløb." in text_of(excerpt)


def test_where_e_mail_is_not_secure_the_gp_is_told_and_the_files_wait(pack: Path) -> None:
    done = sent_on(pack, world(*EVERYBODY))
    assert attached(pack, TO_GP) == attached(pack, TO_RELATIVE) == {}
    (gp,) = (one for one in done.parcels if one.receiver.nr == "P005")
    assert (gp.delivery, gp.files) == (Delivery.TOLD, ("foelgebrev_P005.docx", "indstilling.docx"))


def test_without_consent_nothing_is_made_for_the_gp_and_what_was_made_goes(pack: Path) -> None:
    sent_on(pack)
    done = sent_on(pack, world("P004"))
    assert mails(pack) == [TO_STAFF, TO_RELATIVE]
    assert not (pack / FOLDER / "indstilling.docx").exists()
    assert {f"mail/{TO_GP}", f"{Path(FOLDER).name}/indstilling.docx"} <= set(done.removed)


def test_minutes_that_name_one_whose_consent_is_withdrawn_go_to_nobody_any_more(pack: Path) -> None:
    sent_on(pack)
    done = sent_on(pack, world("P005", secure_email=True))
    assert mails(pack) == []
    assert codes(done) == ["W-285", "W-282"]
    assert "P004" not in "".join(map(str, done.findings))


@pytest.mark.parametrize("xml", ['<w:del w:id="2"><w:r><w:delText>væk</w:delText></w:r></w:del>'])
def test_nothing_of_minutes_with_tracked_changes_goes_out(pack: Path, xml: str) -> None:
    sent_on(pack)
    (pack / FOLDER / "referat.docx").write_bytes(with_markup(xml))
    done = sent_on(pack)
    assert (mails(pack), codes(done)) == ([], ["W-284"])
    assert {one.delivery for one in done.parcels} == {Delivery.HELD_BACK}


def test_collected_again_on_another_day_nothing_is_written(pack: Path) -> None:
    sent_on(pack)
    before = {path: path.read_bytes() for path in pack.rglob("*") if path.is_file()}
    done = sent_on(pack, days=3)
    assert (done.written, done.removed) == ([], [])
    assert {path: path.read_bytes() for path in pack.rglob("*") if path.is_file()} == before


def test_a_draft_that_has_been_sent_and_taken_away_is_not_made_again(pack: Path) -> None:
    first = sent_on(pack)
    (pack / "mail" / TO_STAFF).unlink()
    assert sent_on(pack, made=first.made).written == []
    assert mails(pack) == [TO_RELATIVE, TO_GP]


def test_nor_for_a_copy_of_the_minutes_under_another_name(pack: Path) -> None:
    first = sent_on(pack)
    (pack / "mail" / TO_STAFF).unlink()
    copy = shutil.copy(pack / FOLDER / "referat.docx", pack / FOLDER / "Asta.docx")
    assert sent_on(pack, made=first.made, file=copy).written == []


def test_a_draft_that_could_not_be_written_is_made_the_next_time(pack: Path) -> None:
    (pack / "mail").write_bytes(b"A file where the folder should be")
    first = sent_on(pack)
    assert set(codes(first)) == {"E-280"}
    (pack / "mail").unlink()
    assert codes(sent_on(pack, made=first.made)) == []
    assert mails(pack) == [TO_STAFF, TO_RELATIVE, TO_GP]


def test_what_has_changed_in_the_minutes_changes_the_excerpt(pack: Path) -> None:
    sent_on(pack)
    done = sent_on(pack, fields={"indstilling": "Noget andet"})
    assert f"{Path(FOLDER).name}/indstilling.docx" in done.written
    assert "Noget andet" in text_of((pack / FOLDER / "indstilling.docx").read_bytes())


def test_an_edited_draft_is_kept(pack: Path) -> None:
    sent_on(pack)
    path = pack / "mail" / TO_STAFF
    path.write_bytes(edited := path.read_bytes().replace(b"Hej Bo", b"Hej Bodil"))
    done = sent_on(pack, world("P005"), also_to="Mona Værksted")
    assert path.read_bytes() == edited
    assert f"mail/{TO_STAFF}" in done.kept
    assert "W-288" in codes(done)


def test_an_edited_excerpt_is_kept_and_is_what_the_gp_gets(pack: Path) -> None:
    sent_on(pack)
    path = pack / FOLDER / "indstilling.docx"
    members = parts(path.read_bytes())
    members["word/document.xml"] = members["word/document.xml"].replace(b"Gartner", b"Gartneri")
    path.write_bytes(edited := zipped(members.items()))
    done = sent_on(pack, fields={"indstilling": "Noget andet"})
    assert path.read_bytes() == edited
    assert codes(done) == ["W-288"]
    assert attached(pack, TO_GP)["indstilling_M001.pdf"] == b"%PDF-" + edited


@pytest.mark.parametrize("state", ["missing", "without a date"])
def test_a_letter_to_the_gp_that_is_not_ready_holds_the_gps_parcel_back(pack: Path, state: str) -> None:
    letter = pack / FOLDER / "foelgebrev_P005.docx"
    letter.unlink()
    if state != "missing":
        planned = making.planned(world(*EVERYBODY), TEAM)
        letter.write_bytes(dict(Filler(making.house()).documents(planned))[letter.name])
    done = sent_on(pack)
    assert mails(pack) == [TO_STAFF, TO_RELATIVE]
    assert codes(done) == ["W-289"]
    assert done.parcels[-1].delivery is Delivery.HELD_BACK


def test_a_recommendation_that_nobody_has_written_is_not_sent(pack: Path) -> None:
    sent_on(pack, fields={}, tables={}, decisions=())
    assert mails(pack) == [TO_STAFF, TO_RELATIVE]
    assert not (pack / FOLDER / "indstilling.docx").exists()


def test_blank_minutes_go_to_nobody(pack: Path) -> None:
    book = world(*EVERYBODY)
    blank = FilledMinutes(file=pack / FOLDER / "referat.docx", identity=filled().identity)
    made = [collected(blank, book, pack / FOLDER)]
    filler = Filler(book.institution)
    done = send_on(made, Register.of(book), pack, now=making.NOW, convert=printed, filler=filler)
    assert (done.parcels, done.findings, mails(pack)) == ([], [], [])


def test_without_the_resident_nobody_knows_whose_consent_counts(pack: Path) -> None:
    sent_on(pack)
    book = world(*EVERYBODY)
    done = sent_on(pack, replace(book, residents=book.residents[1:]))
    assert [(one.code, str(one.place)) for one in done.findings][:1] == [("E-285", "Møder!C2 (Beboer)")]
    assert {one.delivery for one in done.parcels} == {Delivery.HELD_BACK}
    assert mails(pack) == []


def test_minutes_that_cannot_be_read_are_told_and_the_others_go_out(pack: Path) -> None:
    (pack / FOLDER / "referat.docx").write_bytes(b"hej")
    done = sent_on(pack)
    assert mails(pack) == []
    assert [Path(found.place.file).name for found in done.findings] == ["referat.docx"]


def test_drafts_of_other_meetings_and_of_other_kinds_are_left_alone(pack: Path) -> None:
    others = ("M002_P002_referat.eml", "M0011_P002_referat.eml", "M001_P002_invitation.eml")
    (pack / "mail").mkdir()
    for name in others:
        (pack / "mail" / name).write_bytes(b"")
    sent_on(pack, world())
    assert set(others) <= set(mails(pack))


@pytest.mark.parametrize(
    "written",
    [
        {"fields": {"indstilling": "Karl Slægtsen hjælper med at køre", "maal": "Gartner"}},
        {"fields": {"indstilling": "Begynd med få timer", "maal": "-".join(("010190", "1234"))}},
        {"decisions": (Agreed("1", "Ringe til P004", "P003"),)},
    ],
    ids=["a name", "a CPR number", "a number"],
)
def test_no_excerpt_is_made_that_says_what_nobody_may_read(pack: Path, written: dict[str, Any]) -> None:
    sent_on(pack, world("P005", secure_email=True), attendance=())
    assert (pack / FOLDER / "indstilling.docx").exists()
    sent_on(pack, world("P005", secure_email=True), attendance=(), **written)
    assert not (pack / FOLDER / "indstilling.docx").exists()
    assert mails(pack) == []


def test_an_excerpt_into_which_people_wrote_a_name_is_not_sent(pack: Path) -> None:
    book = world("P005", secure_email=True)
    sent_on(pack, book, attendance=())
    excerpt = pack / FOLDER / "indstilling.docx"
    members = parts(excerpt.read_bytes())
    body = members["word/document.xml"].decode().replace("Begynd med få timer", "Karl Slægtsen kører")
    excerpt.write_bytes(zipped((members | {"word/document.xml": body.encode()}).items()))
    done = sent_on(pack, book, attendance=())
    assert ("W-285", "indstilling.docx") in [(one.code, one.place.file) for one in done.findings]
    assert mails(pack) == []
