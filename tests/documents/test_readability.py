"""How hard a filled letter is to read, with numbers that one can count by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen
from docgen.documents.check import inspect_type
from docgen.documents.filling import Filler, read_template
from docgen.documents.readability import EASY_READ, Readability, is_measured, readability, running_text
from docgen.documents.sample import sample_cancellation, sample_context
from docgen.documents.samplehouse import HOUSE
from docgen.documents.template import Template
from docgen.errors import TemplateError
from docgen.meetingtypes.definition import Audience, DocumentRule, MeetingType, Scope
from tests import making
from tests.documents.word import body, letter, p, saved
from tests.judges import converted

STANDARD = DocumentRule("invitation.docx", "brev", Audience.RESIDENT, "Invitation")
EASY = DocumentRule("invitation.letlaest.docx", "brev_letlaest", Audience.RESIDENT, "Kom", easy_read=True)
TYPES = docgen.meeting_types()


def measured(*paragraphs: str, rule: DocumentRule = STANDARD) -> Readability:
    return readability(letter(*paragraphs), rule, "type/brev.docx")


def styled(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def control(properties: str, text: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{text}</w:sdtContent></w:sdt>"


def text_in(xml: str) -> list[str]:
    return running_text(body(xml), "brev.docx").splitlines()


class TestTheNumber:
    def test_it_is_words_a_sentence_and_the_share_of_long_words(self) -> None:
        # 5 + 4 + 1 words in 3 sentences; long are "samtale" and "opfølgning".
        found = measured("Vi holder en god samtale. Det er en opfølgning.", "Kom!")
        assert found.lix == pytest.approx(10 / 3 + 100 * 2 / 10)

    def test_lines_and_cells_are_sentences_of_their_own(self) -> None:
        table = letter("Her er det.", table=[["Hvornår", "Tirsdag kl. 10.00"], ["Hvor", "I haven"]])
        # 3 + 1 + 3 + 1 + 2 words in 5 sentences; long are "Hvornår" and "Tirsdag".
        assert readability(table, STANDARD, "brev.docx").lix == pytest.approx(10 / 5 + 100 * 2 / 10)

    def test_a_document_without_words_has_none(self) -> None:
        assert measured("…") == Readability("type/brev.docx", 0.0, 34)

    def test_the_easy_read_letter_has_a_lower_limit(self) -> None:
        assert (measured("Kom.").limit, measured("Kom.", rule=EASY).limit) == (34, 24)

    @pytest.mark.parametrize(("lix", "easy"), [(34.0, True), (34.04, True), (34.06, False), (35.0, False)])
    def test_it_is_judged_as_it_is_shown(self, lix: float, easy: bool) -> None:
        assert Readability("brev.docx", lix, 34).is_easy_enough is easy


class TestTheHeaviestSentence:
    def test_it_is_the_one_without_which_the_letter_would_be_easiest(self) -> None:
        # All: 14 words, 3 sentences, 3 long: 26.1. Without the 1st 28.3, the 2nd 6.0, the 3rd 32.5.
        found = measured("Vi ses i vores gode hus. Arbejdet handler om samarbejde. Tag din hund med.")
        assert found.lix == pytest.approx(14 / 3 + 100 * 3 / 14)
        assert found.heaviest == "Arbejdet handler om samarbejde"
        assert found.heaviest_lix == pytest.approx(4 + 100 * 3 / 4)

    def test_a_very_long_one_of_short_words_can_be_it(self) -> None:
        endless = " ".join(["og så går vi en tur ned til den lille sø"] * 5)
        assert measured(f"{endless}.", "Vi ses i haven.", "Kom an du.").heaviest == endless

    def test_names_and_headings_are_not_sentences_that_one_could_write_shorter(self) -> None:
        found = measured(
            "Opfølgningsmøde", "Eva Kladde, koordinerende sagsbehandler", "Hvornår?", "Vi ses i dag."
        )
        assert found.heaviest == "Vi ses i dag"

    def test_there_is_none_where_there_are_only_names(self) -> None:
        found = measured("Eva Kladde, koordinerende sagsbehandler")
        assert (found.heaviest, found.heaviest_lix) == ("", 0.0)


class TestTheRunningText:
    @pytest.mark.parametrize("style", ["Adressefelt", "Afsenderfelt", "Brevdato", "Underskrift"])
    def test_address_sender_date_and_signature_are_not_read(self, style: str) -> None:
        assert text_in(styled(style, "Prøvevej 1") + p("Kære Asta")) == ["Kære Asta"]

    def test_nor_is_anything_else_that_stands_in_a_frame(self) -> None:
        framed = '<w:p><w:pPr><w:framePr w:w="4000"/></w:pPr><w:r><w:t>Prøvevej 1</w:t></w:r></w:p>'
        assert text_in(framed + p("Kære Asta")) == ["Kære Asta"]

    def test_a_style_of_ones_own_is_read(self) -> None:
        assert text_in(styled("Vores-tekst", "Kære Asta")) == ["Kære Asta"]

    def test_the_prompt_of_an_empty_field_is_not_read_but_what_stands_in_a_field_is(self) -> None:
        empty, written = "<w:showingPlcHdr/>", '<w:alias w:val="Navn"/>'
        inline = f"<w:p>{control(empty, '<w:r><w:t>Skriv her</w:t></w:r>')}<w:r><w:t>Navn</w:t></w:r></w:p>"
        whole = control(empty, p("Vælg dato")) + control(written, p("Tirsdag"))
        assert text_in(inline + whole) == ["Navn", "Tirsdag"]

    def test_a_line_break_begins_a_new_line_and_a_tab_is_a_space(self) -> None:
        runs = "<w:r><w:t>Telefon</w:t><w:tab/><w:t>70 00 00 00</w:t><w:br/><w:t>Ring bare</w:t></w:r>"
        tabs = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="1000"/></w:tabs></w:pPr>'
        assert text_in(f"<w:p>{tabs}{runs}</w:p>") == ["Telefon 70 00 00 00", "Ring bare"]

    def test_words_in_links_and_insertions_are_read_and_deleted_ones_are_not(self) -> None:
        runs = (
            '<w:hyperlink><w:r><w:t>Her</w:t></w:r></w:hyperlink><w:ins w:id="1"><w:r><w:t> og nu</w:t></w:r>'
            '</w:ins><w:del w:id="2"><w:r><w:delText> ikke</w:delText></w:r></w:del>'
            '<w:moveFrom w:id="3"><w:r><w:t> væk</w:t></w:r></w:moveFrom>'
        )
        assert text_in(f"<w:p>{runs}</w:p>") == ["Her og nu"]

    def test_what_stands_in_a_drawing_is_not_read(self) -> None:
        box = f"<w:pict><v:shape><v:textbox><w:txbxContent>{p('I boksen')}</w:txbxContent></v:textbox>"
        assert text_in(f"<w:p><w:r><w:t>Udenfor</w:t>{box}</v:shape></w:pict></w:r></w:p>") == ["Udenfor"]

    def test_header_and_footer_are_not_read(self) -> None:
        document = docx_with_footer("Kære Asta", footer="Botilbuddet")
        assert running_text(document, "brev.docx") == "Kære Asta"

    def test_what_is_no_word_document_is_said_to_be_none(self) -> None:
        with pytest.raises(TemplateError):
            running_text(b"not Word", "brev.docx")


def docx_with_footer(text: str, footer: str) -> bytes:
    import docx

    document = docx.Document()
    document.add_paragraph(text)
    document.sections[0].footer.paragraphs[0].text = footer
    return saved(document)


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("scope", Scope)
def test_letters_and_sheets_that_residents_get_are_measured_and_no_others(
    audience: Audience, scope: Scope
) -> None:
    rule = DocumentRule("a.docx", "brev", audience, "Brev", scope=scope)
    theirs = audience is Audience.RESIDENT and scope is Scope.MEETING
    assert is_measured(rule) is (theirs or scope is Scope.CANCELLATION)  # which goes to residents too


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_every_shipped_paper_that_residents_get_is_measured_and_easy_enough(kind: MeetingType) -> None:
    inspection = inspect_type(kind)
    wanted = [f"{kind.name}/{rule.file}" for rule in kind.documents if is_measured(rule)]
    assert [one.file for one in inspection.readability] == wanted
    assert [(one.file, one.lix, one.heaviest) for one in inspection.readability if one.lix > one.limit] == []
    assert all(one.lix > 5 and one.heaviest for one in inspection.readability)


@pytest.mark.parametrize("alone", [False, True], ids=["everybody", "one alone"])
@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_a_letter_that_calls_a_meeting_off_is_easy_enough_for_those_with_easy_read_letters(
    kind: MeetingType, alone: bool
) -> None:
    """There is but the one letter, so it is held to the lower limit."""
    called_off = sample_cancellation(kind, alone=alone)
    letters = dict(Filler(HOUSE).cancellation(called_off))
    assert len(letters) == len(called_off.receivers)
    assert called_off.rule is not None
    lix = [readability(data, called_off.rule, file).lix for file, data in letters.items()]
    assert max(lix) <= EASY_READ


def own_type(folder: Path, *paragraphs: str) -> MeetingType:
    """A type with one letter to the resident that says this."""
    kind = making.kind(folder=folder, documents=(EASY,))
    (folder / EASY.file).write_bytes(letter(*paragraphs))
    return kind


def test_a_letter_that_is_too_hard_is_a_finding_that_names_its_heaviest_sentence(tmp_path: Path) -> None:
    hard = "Rehabiliteringsteamet behandler ressourceforløbet."  # 3 words: too few to be written shorter
    kind = own_type(tmp_path, hard, "Vi samler {{ beboer.fornavn }} og kontaktpersonerne.", "Kom nu.")
    (finding,) = inspect_type(kind).findings
    # 3 + 5 + 2 words in 3 sentences, 4 of them long.
    assert str(finding) == (
        "W-151 samtale/invitation.letlaest.docx: The text is hard to read: its LIX is 43.3. What weighs most "
        "is “Vi samler Asta og kontaktpersonerne”. A LIX of at most 24. Write shorter sentences and shorter "
        "words, first of all in that one."
    )


def test_one_that_is_easy_is_measured_and_is_no_finding(tmp_path: Path) -> None:
    inspection = inspect_type(own_type(tmp_path, "Vi ses i dag, {{ beboer.fornavn }}."))
    assert inspection.findings == ()
    assert [one.lix for one in inspection.readability] == [5.0]


def test_one_that_cannot_be_filled_is_not_measured(tmp_path: Path) -> None:
    inspection = inspect_type(own_type(tmp_path, "{{ beboer.skostoerrelse }}"))
    assert [finding.code for finding in inspection.findings] == ["E-131"]
    assert inspection.readability == ()


def test_a_letter_that_libreoffice_has_saved_is_as_easy_as_before(tmp_path: Path) -> None:
    letters = {
        tmp_path / f"{kind.name}-{rule.sheet}.docx": (kind, rule)
        for kind in TYPES
        for rule in kind.documents
        if is_measured(rule)
    }
    for file, (kind, rule) in letters.items():
        file.write_bytes(read_template(kind.path(rule)))
    saved_again = converted(list(letters), "docx", tmp_path / "saved")
    for (file, (kind, rule)), saved_file in zip(letters.items(), saved_again, strict=True):
        before, after = (
            readability(
                Template.compile(path.read_bytes(), path.name).render(sample_context(kind, rule)),
                rule,
                rule.file,
            )
            for path in (file, saved_file)
        )
        assert after == before
