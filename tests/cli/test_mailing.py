"""The mailing by the commands that make it: what ``build`` and ``sent`` say of it, and their options."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from docgen.packs.ledger import history_of
from tests.cli.test_sent import ENGLISH, LEAD, ON, TODAY
from tests.commandline import Run
from tests.tools import require_tool
from tests.workbook.books import MEETING, PERSON, RESIDENT, written


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """One dialogue meeting: a letter to the resident, an e-mail to each of two others."""
    resident = {**RESIDENT, "Kanal": "Brev", "Adresse": "Prøvevej 1", "Postnr": "9999", "By": "Prøveby"}
    resident |= {"I beskæftigelse": "Ja", "Kontaktperson enhed": "P001", "Kontaktperson arbejdsplads": "P001"}
    resident |= {"Udviklingsleder": "P002"}
    people = [
        {**row, "Kanal": "E-mail", "E-mail": f"{row['Nr']}@eksempel.example".lower()}
        for row in (PERSON, LEAD)
    ]
    meetings = [
        {**MEETING, "Nr": "M001", "Beboer": "B001"},
        {**MEETING, "Nr": "M002", "Beboer": "B001", "Dato": dt.date(2026, 2, 10)},
    ]
    return written(tmp_path, {"Beboere": [resident], "Personer": people, "Møder": meetings})


def test_build_says_what_goes_which_way(run: Run, workbook: Path) -> None:
    outcome = run("build", workbook, *TODAY, *ENGLISH)
    assert outcome.status == 0, outcome.said
    assert "To be sent now: 2 Brev, 4 E-mail." in outcome.out.splitlines()
    content = json.loads(run("build", workbook, *TODAY, "--json").out)
    assert content["mailed"] == {"Brev": 2, "E-mail": 4}
    assert content["zip"] == ""


def test_the_whole_pack_as_one_file_beside_it(run: Run, workbook: Path) -> None:
    outcome = run("build", workbook, *TODAY, *ENGLISH, "--zip")
    target = workbook.with_name("bog-pakke.zip")
    assert f"The zip file is here: {target}" in outcome.out.splitlines()
    with zipfile.ZipFile(target) as packed:
        names = packed.namelist()
    assert {"bog-pakke/oversigt.html", "bog-pakke/post/breve.docx", "bog-pakke/mail/M001_P001.eml"} <= {
        *names
    }
    assert not [name for name in names if ".docgen" in name]
    before = target.read_bytes()
    run("build", workbook, *TODAY, *ENGLISH, "--zip")
    assert target.read_bytes() == before


def test_a_label_that_is_not_on_the_sheet_is_a_wrong_call(run: Run, workbook: Path) -> None:
    outcome = run("build", workbook, *TODAY, *ENGLISH, "--label-start", "25")
    assert outcome.status == 2
    assert "E-408" in outcome.err
    assert not workbook.with_name("bog-pakke").exists()
    assert run("build", workbook, *TODAY, *ENGLISH, "--label-start", "0").status == 2


def test_sent_says_where_it_lies_from_now_on(run: Run, workbook: Path) -> None:
    run("build", workbook, *TODAY)
    pack = workbook.with_name("bog-pakke")
    outcome = run("sent", pack, *ON, *ENGLISH)
    assert outcome.out.splitlines() == [
        "Marked as sent: 2 meetings sent for the first time.",
        "What was sent lies in the folder post/2026-01-19 from now on.",
    ]
    assert (pack / "post" / "2026-01-19" / "breve.docx").is_file()
    assert not (pack / "mail").exists()
    again = run("build", workbook, *TODAY, *ENGLISH)
    assert "To be sent now" not in again.out


def test_sent_as_json_counts_files_and_names_nobody(run: Run, workbook: Path) -> None:
    run("build", workbook, *TODAY)
    pack = workbook.with_name("bog-pakke")
    content = json.loads(run("sent", pack, *ON, "--json").out)
    assert content["put_away"] == {"folder": "post/2026-01-19", "files": 7}
    assert [*history_of(pack).sent] == ["M001", "M002"]


def test_all_makes_the_mailing_of_what_has_been_sent(run: Run, workbook: Path) -> None:
    run("build", workbook, *TODAY)
    run("sent", workbook.with_name("bog-pakke"), *ON)
    outcome = run("build", workbook, *TODAY, *ENGLISH, "--all")
    assert "To be sent now: 2 Brev, 4 E-mail." in outcome.out.splitlines()


def test_a_missing_address_is_said_before_anything_is_built(run: Run, tmp_path: Path) -> None:
    resident = {**RESIDENT, "Kanal": "Brev", "Adresse": None, "Kontaktperson enhed": "P001"}
    meeting = {**MEETING, "Nr": "M001", "Beboer": "B001"}
    path = written(tmp_path, {"Beboere": [resident], "Personer": [PERSON, LEAD], "Møder": [meeting]})
    outcome = run("check", path, *TODAY, *ENGLISH)
    assert outcome.status == 1
    assert "E-420 Beboere!D2 (Adresse)" in outcome.out


@pytest.mark.usefixtures("with_libreoffice")
def test_pdf_of_all_that_is_printed_and_attached(run: Run, workbook: Path) -> None:
    outcome = run("build", workbook, *TODAY, *ENGLISH, "--pdf", "--duplex")
    assert outcome.status == 0, outcome.said
    pack = workbook.with_name("bog-pakke")
    info = subprocess.run(
        [require_tool("pdfinfo"), pack / "post" / "breve.pdf"], capture_output=True, text=True
    )
    said = dict(line.split(":", 1) for line in info.stdout.splitlines() if ":" in line)
    assert (said["Title"].strip(), said["Tagged"].strip()) == ("Breve, der skal med posten", "yes")
    assert said["Pages"].strip() == "3", "two letters, and the blank back of the first"
    assert (pack / "post" / "etiketter.pdf").is_file()
    message = email.message_from_bytes(
        (pack / "mail" / "M001_P002.eml").read_bytes(), policy=email.policy.default
    )
    names = [part.get_filename() for part in message.walk() if part.get_filename()]
    assert names == ["invitation_P002.pdf", "dagsorden.pdf", "referat.docx", "moede.ics"]
    again = run("build", workbook, *TODAY, *ENGLISH, "--pdf", "--duplex")
    assert "Wrote 0 files." in again.out


def test_without_a_program_that_makes_pdf_it_is_said_and_all_else_is_built(run: Run, workbook: Path) -> None:
    outcome = run("build", workbook, *TODAY, *ENGLISH, "--pdf")
    assert outcome.status == 0
    assert "W-416 post/breve.pdf: No PDF was made" in outcome.err
    assert "Install LibreOffice" in outcome.err
    assert workbook.with_name("bog-pakke").joinpath("post", "breve.docx").is_file()
