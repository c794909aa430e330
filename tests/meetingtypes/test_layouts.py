"""A document's layout suits whom it is for and what the meeting is about, and its file is its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.documents.sample import sample_context
from docgen.documents.template import Template
from docgen.errors import DefinitionError
from docgen.meetingtypes.authoring.make import LAYOUTS, make
from docgen.meetingtypes.definition import Audience, Scope
from docgen.meetingtypes.layouts import FITS
from docgen.meetingtypes.loader import load_types
from tests.meetingtypes.samples import SMALL
from tests.meetingtypes.slips import slips, the_slip, write_small

PERSON, GROUP = True, False
WORDS = """
[ord.brev]
indledning = ["Kom til møde."]
forloeb = "Vi taler sammen."
slut = "Vi ses."
[ord.brev_letlaest]
indledning = ["Kom til møde."]
[ord.brev_medarbejder]
indledning = ["Kom til møde."]
leder_indledning = "Du leder mødet."
leder = "Du skriver referat."
klar = ["at lytte"]
bagefter = "Vi skriver det ned."
[ord.brev_paaroerende]
indledning = ["Kom til møde."]
rolle = "Du er med som støtte."
slut = "Vi ses."
"""
USES = [
    (layout, audience, about)
    for layout, fit in FITS.items()
    for audience in fit.audiences
    for about in ((PERSON,) if fit.about_resident else (PERSON, GROUP))
]


def document(file: str, layout: str, audience: str, **others: str) -> str:
    lines = [f'fil = "{file}"', f'layout = "{layout}"', f'til = "{audience}"', 'titel = "Papir"']
    return "\n".join(("", "[[dokument]]", *lines, *(f"{key} = {value}" for key, value in others.items()), ""))


def of_group(text: str) -> str:
    """The definition without its participants, about a group."""
    return text.replace(text[text.index("[[deltager]]") : text.index("[[fase]]")], "").replace(
        'om = "beboer"', 'om = "gruppe"'
    )


def test_every_layout_says_what_it_can_be_for() -> None:
    assert list(FITS) == list(LAYOUTS)


@pytest.mark.parametrize(("layout", "audience", "about"), USES)
def test_whatever_a_layout_is_said_to_be_for_it_finds_its_values_there(
    layout: str, audience: Audience, about: bool, tmp_path: Path
) -> None:
    scope = FITS[layout].scope
    options = {} if scope is Scope.MEETING else {"for": f'"{scope}"'}
    if FITS[layout].has_parts:
        options["dele"] = '["beslutninger", "naeste", "punkter"]'
    head = SMALL[: SMALL.index("[[dokument]]")].replace(
        "minutter = 30", 'minutter = 30\nspoergsmaal = ["Hvad?"]'
    )
    text = head + document("papir.docx", layout, audience, **options)
    text += "[[ark.papir]]\ntekst = ['Ja']\n" if layout.startswith("ark") else ""
    text = text if about is PERSON else of_group(text)
    (tmp_path / "lille").mkdir()
    (tmp_path / "lille" / "type.toml").write_text(text + WORDS, "utf-8")
    (kind,) = load_types(tmp_path, templates_needed=False)
    (rule,) = kind.documents
    template = Template.compile(make(kind)[rule.file], rule.file)
    assert [str(found) for found in template.check(sample_context(kind, rule))] == []


@pytest.mark.parametrize(
    ("layout", "audience", "allowed", "instead"),
    [
        ("brev", "moedeleder", "beboer", "referat"),
        ("brev", "medarbejder", "beboer", "brev_medarbejder"),
        ("brev_medarbejder", "beboer", "medarbejder", "brev_letlaest"),
        ("brev_laege", "alle", "laege", "dagsorden"),
        ("noteark", "alle", "moedeleder, koordinator", "program"),
        ("dagsorden", "laege", "beboer, medarbejder, paaroerende", "brev_laege"),
    ],
)
def test_a_receiver_whom_the_layout_is_not_made_for_is_refused_with_what_fits(
    tmp_path: Path, layout: str, audience: str, allowed: str, instead: str
) -> None:
    finding = the_slip(tmp_path, document("papir.docx", layout, audience))
    assert (finding.code, finding.place.key) == ("E-216", "dokument 2: til")
    assert f"made for: {allowed}" in finding.expected()
    assert instead in finding.remedy()


@pytest.mark.parametrize(
    ("layout", "audience"),
    [
        ("brev", "beboer"),
        ("brev_letlaest", "beboer"),
        ("brev_paaroerende", "paaroerende"),
        ("brev_laege", "laege"),
    ],
)
def test_a_letter_about_one_resident_is_none_for_a_group(tmp_path: Path, layout: str, audience: str) -> None:
    text = of_group(SMALL[: SMALL.index("[[dokument]]")]) + document("papir.docx", layout, audience)
    (tmp_path / "lille").mkdir()
    (tmp_path / "lille" / "type.toml").write_text(text, "utf-8")
    with pytest.raises(DefinitionError) as raised:
        load_types(tmp_path, templates_needed=False)
    (finding,) = raised.value.findings
    assert (finding.code, finding.place.key) == ("E-217", "dokument 1: layout")
    assert "brev_medarbejder, ark" in finding.expected()


def test_nobody_is_looked_up_at_a_resident_in_a_meeting_of_a_group(tmp_path: Path) -> None:
    found = slips(tmp_path, change=('om = "beboer"', 'om = "gruppe"'))
    assert ("E-218", "deltager") in [(one.code, one.place.key) for one in found]


@pytest.mark.parametrize(
    ("layout", "receiver", "scope", "right"),
    [
        ("moedeplan", "beboer", "moede", "forloeb"),
        ("dagsorden", "beboer", "forloeb", "moede"),
        ("dagsorden", "alle", "aflysning", "moede"),
        ("aflysning", "alle", "moede", "aflysning"),
        ("aflysning", "alle", "forloeb", "aflysning"),
    ],
)
def test_a_plan_is_of_a_course_a_cancellation_of_what_is_called_off_and_all_else_of_a_meeting(
    tmp_path: Path, layout: str, receiver: str, scope: str, right: str
) -> None:
    finding = the_slip(tmp_path, document("papir.docx", layout, receiver, **{"for": f'"{scope}"'}))
    assert (finding.code, finding.place.key) == ("E-219", "dokument 2: for")
    assert f'"{right}"' in finding.expected()


@pytest.mark.parametrize(
    "documents",
    [
        (("dagsorden.docx", "dagsorden", "alle", {}), ("dagsorden.lang.docx", "program", "alle", {})),
        (("papir.docx", "referat", "moedeleder", {}), ("papir.lang.docx", "ark", "koordinator", {})),
        (("papir.docx", "brev", "beboer", {}), ("papir.lang.docx", "brev", "beboer", {})),
        (
            ("papir.docx", "brev_medarbejder", "medarbejder", {}),
            ("papir.let.docx", "brev_medarbejder", "medarbejder", {"letlaest": "true"}),
        ),
        (
            ("papir.et.docx", "brev_letlaest", "beboer", {"letlaest": "true"}),
            ("papir.to.docx", "brev_letlaest", "beboer", {"letlaest": "true"}),
        ),
    ],
)
def test_two_documents_are_never_written_to_one_file(
    tmp_path: Path, documents: tuple[tuple[str, str, str, dict[str, str]], ...]
) -> None:
    text = "".join(document(file, layout, to, **others) for file, layout, to, others in documents)
    sheet = "[[ark.papir_lang]]\ntekst = ['Ja']\n" if "ark" in {one[1] for one in documents} else ""
    finding = the_slip(tmp_path, text + sheet)
    (first, *_), (second, *_) = documents
    assert (finding.code, finding.place.key) == ("E-215", "dokument 3: fil")
    assert dict(finding.data)["first"] == first
    assert dict(finding.data)["value"] == second
    assert str(dict(finding.data)["example"]).endswith(("_lang.docx", "_let.docx", "_to.docx"))


def test_an_easy_read_variant_and_letters_with_a_number_each_share_a_name(tmp_path: Path) -> None:
    text = (
        document("invitation.letlaest.docx", "brev_letlaest", "beboer", letlaest="true")
        + document("invitation.medarbejder.docx", "brev_medarbejder", "medarbejder")
        + document("invitation.paaroerende.docx", "brev_paaroerende", "paaroerende")
        + document("invitation.laege.docx", "brev_laege", "laege")
    )
    (kind,) = load_types(write_small(tmp_path, text), templates_needed=False)
    assert {rule.stem for rule in kind.documents} == {"invitation"}


@pytest.mark.parametrize(
    ("layout", "parts", "code"),
    [
        ("uddrag", '["beslutninger", "naeste"]', ""),
        ("uddrag", '["deltagere"]', "E-282"),
        ("uddrag", '["beslutning"]', "E-282"),
        ("uddrag", "[]", "E-283"),
        ("brev_laege", '["naeste"]', "E-283"),
    ],
)
def test_an_excerpt_names_parts_that_the_minutes_have_and_no_other_document_does(
    tmp_path: Path, layout: str, parts: str, code: str
) -> None:
    scope = {"for": f'"{FITS[layout].scope}"'} if layout == "uddrag" else {}
    added = document("papir.docx", layout, Audience.GP, dele=parts, **scope)
    if not code:
        assert load_types(write_small(tmp_path, added), templates_needed=False)
        return
    finding = the_slip(tmp_path, added)
    assert (finding.code, finding.place.key) == (code, "dokument 2: dele")


def test_an_excerpt_lies_beside_the_meetings_papers_and_needs_a_name_of_its_own(tmp_path: Path) -> None:
    scope = f'"{Scope.MINUTES}"'
    added = document("referat.uddrag.docx", "uddrag", Audience.GP, dele='["naeste"]', **{"for": scope})
    assert (
        the_slip(tmp_path, document("referat.docx", "referat", Audience.FACILITATOR) + added).code == "E-215"
    )
