"""What a file holds besides what it says."""

from __future__ import annotations

import pytest

from docgen.documents.markup import has_markup
from docgen.errors import TemplateError
from docgen.minutes.sending.markup import is_open
from tests.contract.papers import filled
from tests.documents.word import zipped
from tests.docx_text import parts
from tests.minutes.filling import MINUTES, TEAM, dated, with_markup

INSERTED = '<w:ins w:id="1" w:author="A"><w:r><w:t>nyt</w:t></w:r></w:ins>'
DELETED = '<w:del w:id="2" w:author="A"><w:r><w:delText>væk</w:delText></w:r></w:del>'
BOLD = '<w:r><w:rPr><w:b/><w:rPrChange w:id="3" w:author="A"><w:rPr/></w:rPrChange></w:rPr><w:t>x</w:t></w:r>'
COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


@pytest.mark.parametrize("xml", [INSERTED, DELETED, BOLD], ids=["inserted", "deleted", "made bold"])
def test_tracked_changes_are_found(xml: str) -> None:
    assert has_markup(with_markup(xml), "referat.docx")


def test_comments_are_found() -> None:
    members = parts(MINUTES)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    members["word/comments.xml"] = f'<w:comments {space}><w:comment w:id="0"/></w:comments>'.encode()
    override = f'<Override PartName="/word/comments.xml" ContentType="{COMMENTS}"/></Types>'.encode()
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(b"</Types>", override)
    assert has_markup(zipped(members.items()), "referat.docx")


@pytest.mark.parametrize("rule", TEAM.documents, ids=lambda rule: rule.file)
def test_our_own_papers_have_none(rule: object) -> None:
    assert not has_markup(filled(TEAM, rule), "x.docx")  # type: ignore[arg-type]


def test_a_letters_date_is_open_until_somebody_fills_it_in() -> None:
    (rule,) = (rule for rule in TEAM.documents if rule.layout == "brev_laege")
    letter = filled(TEAM, rule)
    assert is_open(letter, "brev.docx", "brev.dato")
    assert not is_open(dated(letter), "brev.docx", "brev.dato")
    assert not is_open(MINUTES, "brev.docx", "brev.dato")


def test_what_is_no_word_document_is_told() -> None:
    with pytest.raises(TemplateError) as raised:
        has_markup(b"hej", "referat.docx")
    assert raised.value.findings[0].place.file == "referat.docx"
