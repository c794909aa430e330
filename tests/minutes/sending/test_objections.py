"""What must not go out: names that need a consent, CPR numbers, and who wrote in the file."""

from __future__ import annotations

import pytest

from docgen.findings import Place
from docgen.minutes.sending.goingout import going_out, without_authors
from docgen.minutes.sending.objections import objections
from docgen.minutes.sending.receivers import discretion_at, names_without_consent
from docgen.minutes.values import Agreed
from tests import making
from tests.documents.word import zipped
from tests.docx_text import parts
from tests.minutes.filling import EVERYBODY, MINUTES, filled, held, with_markup, world

FILE = Place(file="referat.docx")
CPR = "-".join(("010190", "1234"))  # not written in one piece: no CPR number stands in the project
BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>'
    "{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
SPREAD = "<w:r><w:br/><w:t>Karl Slæ</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>gtsen kører</w:t></w:r>"


def core(xml: str) -> dict[str, bytes]:
    """The part with the properties of the file."""
    spaces = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return {"docProps/core.xml": f"<cp:coreProperties {spaces}>{xml}</cp:coreProperties>".encode()}


def found(document: bytes, *consents: str) -> list[str]:
    meeting, register = held(filled(), world(*consents))
    kept = discretion_at(meeting, register)
    return [one.code for one in objections(document, FILE, kept)]


def written(text: str) -> bytes:
    return with_markup(f"<w:r><w:br/><w:t>{text}</w:t></w:r>")


@pytest.mark.parametrize(
    "document",
    [
        written("Karl Slægtsens bil"),
        written("P004 kører"),
        written("Slægtsen, Karl"),
        with_markup(SPREAD),
        with_markup(BOX.format("Karl Slægtsen")),
    ],
    ids=["name", "number", "turned round", "in two runs", "in a text box"],
)
def test_who_needs_consent_is_found_wherever_people_write(document: bytes) -> None:
    assert found(document) == ["W-285"]
    assert found(document, *EVERYBODY) == []


def test_so_is_a_name_in_the_title_of_the_file() -> None:
    title = core("<dc:title>Referat Karl Slægtsen</dc:title>")
    assert found(zipped((parts(MINUTES) | title).items())) == ["W-285"]


def test_a_cpr_number_goes_to_nobody_and_is_not_repeated() -> None:
    meeting, register = held(filled(), world(*EVERYBODY))
    (only,) = objections(written(f"Asta, {CPR}"), FILE, discretion_at(meeting, register))
    assert only.code == "E-284"
    assert CPR[:6] not in str(only)


@pytest.mark.parametrize("responsible", ["Karl", "Bo og Karl Slægtsen", "Bo, P004", "Karl (bror)"])
def test_a_first_name_or_one_of_several_is_enough_under_ansvarlig(responsible: str) -> None:
    minutes = filled(attendance=(), decisions=(Agreed("1", "Ringe", responsible),))
    for consents, names in (((), True), (EVERYBODY, False)):
        meeting, register = held(minutes, world(*consents))
        assert names_without_consent(minutes, meeting, register) is names


def test_a_colleague_with_the_same_first_name_may_stand_there() -> None:
    staff = (*making.staff(), making.person("P020", making.staff()[1].role, 20, name="Karl Kollega"))
    minutes = filled(attendance=(), decisions=(Agreed("1", "Ringe", "Karl Kollega"),))
    meeting, register = held(minutes, world(people=staff))
    assert not names_without_consent(minutes, meeting, register)


# Who wrote in the file


def signed() -> bytes:
    """Minutes that Word has saved, in which somebody once commented."""
    app = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    added = core("<dc:title>Referat</dc:title><cp:lastModifiedBy>Ottilie</cp:lastModifiedBy>") | {
        "docProps/app.xml": f'<Properties xmlns="{app}"><Company>Ottilie</Company></Properties>'.encode(),
        "word/people.xml": f'<w:people xmlns:w="{w15}"><w:person w:author="Ottilie"/></w:people>'.encode(),
    }
    return zipped((parts(MINUTES) | added).items())


def test_who_saved_it_and_who_commented_is_not_told() -> None:
    assert sum(b"Ottilie" in data for data in parts(signed()).values()) == 3
    for sent in (going_out(signed(), "referat.docx"), without_authors(signed(), "brev.docx")):
        assert [name for name, data in parts(sent).items() if b"Ottilie" in data] == []
        assert parts(sent).keys() == parts(signed()).keys()


def test_a_file_that_tells_nothing_of_them_is_left_as_it_is() -> None:
    assert without_authors(MINUTES, "brev.docx") is MINUTES
