"""One file of many letters: sections, ids, lists, links and parts, as their XML has them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.documents.word import drawing, edited, members, p, run, tree
from tests.docx_text import W14, WP, W
from tests.judges import complaints
from tests.mailing.printfile import peoples
from tests.mailing.printfile.letters import ending, field, letter, letters, made, refer, section
from tests.mailing.printfile.printed import joined, print_out, related

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWN = 'id="4" name=""'
LINKED = f'<w:p><w:hyperlink r:id="far">{run("Læs mere")}</w:hyperlink></w:p>'


def marked(name: str, reference: str = "") -> str:
    """A bookmark of that name, and a reference to it."""
    instruction = reference or f" REF {name} \\h "
    return (
        f'<w:p><w:bookmarkStart w:id="3" w:name="{name}"/>{run("her")}<w:bookmarkEnd w:id="3"/>'
        f'{field(instruction)}<w:hyperlink w:anchor="{name}">{run("derhen")}</w:hyperlink></w:p>'
    )


def sections(data: bytes) -> list[etree._Element]:
    return list(tree(data).iter(f"{W}sectPr"))


def text_in(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t")).strip()


def attributes(data: bytes, tag: str, name: str = f"{W}val") -> list[str]:
    return [element.get(name, "") for element in tree(data).iter(tag)]


def test_every_document_is_a_section_of_its_own_from_page_one(tmp_path: Path) -> None:
    data = joined(tmp_path, letter(), [letter(), peoples.bare()], peoples.bare())
    kinds = [one.find(f"{W}type") for one in sections(data)]
    assert [one.get(f"{W}val") for one in kinds if one is not None] == ["nextPage"] * 4
    starts = [one.find(f"{W}pgNumType") for one in sections(data)]
    assert [one.get(f"{W}start") for one in starts if one is not None] == ["1"] * 4


def test_the_last_section_is_the_bodys_and_there_is_no_empty_one(tmp_path: Path) -> None:
    body = tree(joined(tmp_path, peoples.bare("en"), peoples.bare("to")))[0]
    assert [child.tag for child in body] == [f"{W}p", f"{W}p", f"{W}sectPr"]
    assert body[0].find(f"{W}pPr/{W}sectPr") is not None
    assert body[1].find(f"{W}pPr/{W}sectPr") is None


def test_on_both_sides_every_document_begins_on_the_right(tmp_path: Path) -> None:
    data = joined(tmp_path, [letter(), peoples.several_sections()], letter(), duplex=True)
    kinds = [one.find(f"{W}type") for one in sections(data)]
    assert [None if one is None else one.get(f"{W}val") for one in kinds] == [
        "oddPage",
        "oddPage",
        None,
        "oddPage",
    ]


def test_a_number_that_a_document_starts_from_is_kept(tmp_path: Path) -> None:
    third = made(p("Del 3") + section(start='<w:pgNumType w:start="7"/>'), peoples.modern())
    assert attributes(joined(tmp_path, peoples.bare(), third), f"{W}pgNumType", f"{W}start") == ["1", "7"]


def test_each_section_names_all_its_headers_and_footers(tmp_path: Path) -> None:
    data = joined(tmp_path, letter(), peoples.bare(), peoples.first_page_header())
    found = [
        [one.get(f"{W}type") for one in element.iter(f"{W}headerReference")] for element in sections(data)
    ]
    assert found == [["default"], ["default"], ["first", "default"]]
    rels = related(data)
    empty = sections(data)[1].find(f"{W}headerReference")
    assert empty is not None
    header = tree(data, rels[empty.get(f"{R}id", "")][1])
    assert list(header.iter(f"{W}t")) == []


def test_the_same_header_is_one_part_however_many_letters_have_it(tmp_path: Path) -> None:
    data = joined(tmp_path, *[letter()] * 5)
    names = [name for name in members(data) if name.startswith(("word/header", "word/footer", "word/media"))]
    assert sorted(names) == ["word/footer1.xml", "word/header1.xml", "word/media/logo1.png"]


def test_even_pages_show_the_usual_header_of_letters_that_have_no_other(tmp_path: Path) -> None:
    data = joined(tmp_path, letter(), peoples.even_pages())
    assert tree(data, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None
    usual, other = (
        [one.get(f"{R}id") for one in element if one.tag == f"{W}headerReference"]
        for element in sections(data)
    )
    assert usual[0] == usual[1]
    assert other[0] != other[1]


def test_ids_and_names_occur_once(tmp_path: Path) -> None:
    body = (
        f'<w:p w14:paraId="11111111" w14:textId="22222222">{drawing(DRAWN)}</w:p>'
        f'<w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent>{p("felt")}</w:sdtContent></w:sdt>'
        f'<w:p><w:ins w:id="5" w:author="A">{run("ny")}</w:ins></w:p>'
    )
    one = made(body + marked("maal") + section(), peoples.modern())
    done = print_out(tmp_path, one, one, one)
    assert [found.code for found in done.findings] == ["W-402"] * 3
    data = done.files[0].temporary.read_bytes()
    for tag, name in (
        (f"{WP}docPr", "id"),
        (f"{W}bookmarkStart", f"{W}id"),
        (f"{W}bookmarkStart", f"{W}name"),
        (f"{W}ins", f"{W}id"),
    ):
        assert len(set(attributes(data, tag, name))) == 3, tag
    controls = [one.get(f"{W}val") for found in tree(data).iter(f"{W}sdtPr") for one in found.iter(f"{W}id")]
    assert len(set(controls)) == 3
    assert b"paraId" not in members(data)["word/document.xml"]
    assert not any(one.get(f"{W14}textId") for one in tree(data).iter(f"{W}p"))


def test_references_lead_to_the_bookmark_of_their_own_letter(tmp_path: Path) -> None:
    data = joined(
        tmp_path,
        made(marked("maal") + section(), peoples.modern()),
        made(marked("maal", ' PAGEREF "maal" ') + marked("_Ref1") + section(), peoples.modern()),
    )
    names = attributes(data, f"{W}bookmarkStart", f"{W}name")
    assert names == ["maal_1", "maal_2", "_Ref1_2"]
    assert [one.text for one in tree(data).iter(f"{W}instrText")] == [
        " REF maal_1 \\h ",
        ' PAGEREF "maal_2" ',
        " REF _Ref1_2 \\h ",
    ]
    assert attributes(data, f"{W}hyperlink", f"{W}anchor") == names


def test_a_long_bookmark_is_kept_apart_within_forty_letters(tmp_path: Path) -> None:
    stem = "et_meget_langt_navn_paa_et_sted_i_brev"
    body = marked(stem + "_a") + marked(stem + "_b").replace('w:id="3"', 'w:id="4"')
    data = joined(tmp_path, made(body + section(), peoples.modern()))
    names = attributes(data, f"{W}bookmarkStart", f"{W}name")
    assert len(set(names)) == 2
    assert all(len(name) <= 40 for name in names)


def test_a_bookmark_that_is_cut_in_two_is_left_out(tmp_path: Path) -> None:
    body = '<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p><w:p><w:bookmarkEnd w:id="2"/></w:p>'
    data = joined(tmp_path, made(body + section(), peoples.modern()))
    assert b"bookmark" not in members(data)["word/document.xml"]


def test_lists_that_count_begin_anew_and_bullets_are_shared(tmp_path: Path) -> None:
    listed = peoples.counted("en", "to", "tre")
    data = joined(tmp_path, listed, letter(), listed)
    used = attributes(data, f"{W}numId")
    assert len(set(used[:3]) & set(used[-3:])) == 1  # the second list of the kind goes on from the first
    numbering = tree(data, "word/numbering.xml")
    restarted = [
        num.get(f"{W}numId")
        for num in numbering.iter(f"{W}num")
        if num.find(f".//{W}startOverride") is not None
    ]
    assert restarted == [used[0], used[-3]]
    assert used[0] == used[1] != used[2]
    kinds = {one.get(f"{W}val") for one in numbering.iter(f"{W}abstractNumId")}
    assert kinds == {one.get(f"{W}abstractNumId") for one in numbering.iter(f"{W}abstractNum")}


def test_a_list_that_only_a_style_names_begins_anew_too(tmp_path: Path) -> None:
    style = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Trin"><w:name w:val="Trin"/><w:basedOn w:val="Normal"/>'
        "<w:pPr>"
        '<w:numPr><w:numId w:val="7"/></w:numPr><w:ind w:left="999" w:hanging="360"/></w:pPr></w:style>'
    )
    body = f'<w:p><w:pPr><w:pStyle w:val="Trin"/></w:pPr>{run("et trin")}</w:p>' * 2
    numbering = {"numbering": members(peoples.counted("x"))["word/numbering.xml"].decode().split(">", 1)[1]}
    numbering = {"numbering": numbering["numbering"].removesuffix("</w:numbering>")}
    one = made(body + section(), {"styles": style, "settings": peoples.modern()["settings"], **numbering})
    data = joined(tmp_path, one, one)
    used = [number for number in attributes(data, f"{W}numId") if number]
    assert used[0] == used[1] != used[2] == used[3]
    assert set(attributes(data, f"{W}ind", f"{W}left")) == {"999"}


def test_links_are_carried_and_lead_where_they_led(tmp_path: Path) -> None:
    far = made(LINKED + section(), peoples.modern(), {"far": "https://haven.example/?a=1&amp;b=2"})
    near = made(LINKED + section(), peoples.modern(), {"far": "https://drivhus.example/"})
    data = joined(tmp_path, far, near, far)
    rels = related(data)
    assert [rels[number] for number in attributes(data, f"{W}hyperlink", f"{R}id")] == [
        ("hyperlink", "https://haven.example/?a=1&b=2"),
        ("hyperlink", "https://drivhus.example/"),
        ("hyperlink", "https://haven.example/?a=1&b=2"),
    ]


def test_everything_that_is_pointed_to_is_there_and_has_a_content_type(tmp_path: Path) -> None:
    data = joined(tmp_path, *letters("dialogmoede", "dialogkort"), peoples.noted("footnote"))
    there = members(data)
    types = etree.fromstring(there["[Content_Types].xml"])
    typed = {one.get("PartName", "").lstrip("/") for one in types} - {""}
    endings = {one.get("Extension") for one in types} - {None}
    assert typed <= set(there)
    for name in there:
        if not name.endswith(".rels") and name != "[Content_Types].xml":
            assert name in typed or (name.rpartition(".")[2] in endings and not name.endswith(".xml")), name
            for kind, target in related(data, name).values():
                assert kind == "hyperlink" or target in there
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert sorted(archive.namelist()) == sorted(there)


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_get_numbers_of_their_own(tmp_path: Path, kind: str) -> None:
    data = joined(tmp_path, peoples.noted(kind, "Først."), letter(), peoples.noted(kind, "Sidst."))
    assert attributes(data, f"{W}{kind}Reference", f"{W}id") == ["1", "2"]
    notes = {one.get(f"{W}id"): text_in(one) for one in tree(data, f"word/{kind}s.xml")}
    assert notes == {"-1": "", "0": "", "1": "Først.", "2": "Sidst."}
    restarts = [one.find(f"{W}{kind}Pr/{W}numRestart") for one in sections(data)]
    assert [None if one is None else one.get(f"{W}val") for one in restarts] == ["eachSect", None, "eachSect"]


def test_endnotes_stand_at_the_end_of_their_letter(tmp_path: Path) -> None:
    data = joined(tmp_path, peoples.noted("endnote"))
    position = tree(data, "word/settings.xml").find(f"{W}endnotePr/{W}pos")
    assert position is not None
    assert position.get(f"{W}val") == "sectEnd"


def test_comments_are_left_out_and_told_of(tmp_path: Path) -> None:
    body = (
        f'<w:p><w:commentRangeStart w:id="1"/>{run("Kære Bo")}<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id="1"/></w:r></w:p>'
    )
    comment = f'<w:comment w:id="1" w:author="A">{p("Må han få det at vide?")}</w:comment>'
    done = print_out(tmp_path, made(body + section(), {"comments": comment, **peoples.modern()}))
    assert [(found.code, found.place.file) for found in done.findings] == [("W-401", "0_0.docx")]
    whole = done.files[0].temporary.read_bytes()
    assert not any(b"omment" in content or b"at vide" in content for content in members(whole).values())
    assert [len(one) for one in tree(whole).iter(f"{W}p")] == [1]


def test_what_is_bound_to_a_documents_own_data_is_set_free(tmp_path: Path) -> None:
    bound = '<w:dataBinding w:xpath="/cp:coreProperties/dc:title" w:storeItemID="{1}"/>'
    control = (
        f"<w:sdt><w:sdtPr>{bound}<w:text/></w:sdtPr><w:sdtContent>{p('Brevets titel')}</w:sdtContent></w:sdt>"
    )
    data = joined(tmp_path, made(control + p("x") + section(), peoples.modern()))
    assert b"dataBinding" not in members(data)["word/document.xml"]


def test_a_document_that_ends_in_a_table_or_a_frame_keeps_it(tmp_path: Path) -> None:
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{p('celle')}</w:tc></w:tr></w:tbl>"
    frame = f'<w:p><w:pPr><w:framePr w:w="100"/></w:pPr>{run("ramme")}</w:p>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('felt')}</w:sdtContent></w:sdt>"
    ends = [made(end + section(), peoples.modern()) for end in (table, frame, control)]
    body = tree(joined(tmp_path, *ends))[0]
    assert [str(child.tag).removeprefix(W) for child in body] == ["tbl", "p", "p", "p", "sdt", "p", "sectPr"]


def test_marks_behind_the_last_paragraph_stay_with_it(tmp_path: Path) -> None:
    body = f'<w:p><w:bookmarkStart w:id="1" w:name="a"/>{run("ord")}</w:p><w:bookmarkEnd w:id="1"/>'
    document = tree(joined(tmp_path, made(body + section(), peoples.modern()), peoples.bare()))[0]
    assert document[0][-1].tag == f"{W}bookmarkEnd"


def test_alternatives_in_unknown_name_spaces_give_way_to_the_fallback(tmp_path: Path) -> None:
    body = (
        '<w:p xmlns:x="urn:nyt"><w:r><mc:AlternateContent><mc:Choice Requires="x"><x:ting/></mc:Choice>'
        "<mc:Fallback><w:t>gammelt</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        '<w:p><w:r><mc:AlternateContent><mc:Choice xmlns:form="'
        'http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="form"><w:t>ny</w:t>'
        "</mc:Choice><mc:Fallback><w:t>form</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    data = joined(tmp_path, made(body + section(), peoples.modern()))
    text = members(data)["word/document.xml"]
    assert (b"<x:ting" in text, b"<w:t>gammelt</w:t>" in text) == (False, True)
    assert [one.get("Requires") for one in tree(data).iter("{*}Choice")] == ["wps"]


def test_what_may_be_ignored_and_is_not_known_is_left_out(tmp_path: Path) -> None:
    one = edited(
        peoples.bare("ord"),
        lambda xml: (
            xml.replace("<w:document ", '<w:document xmlns:q="urn:q" ', 1)
            .replace('mc:Ignorable="', 'mc:Ignorable="q ', 1)
            .replace("<w:p>", '<w:p q:a="1"><q:b/>', 1)
        ),
    )
    text = members(joined(tmp_path, one))["word/document.xml"]
    assert b"urn:q" not in text
    assert b"ord" in text


def test_microsofts_validator_has_nothing_against_it(tmp_path: Path) -> None:
    given = [
        *letters("opfoelgningsmoede", "rehabiliteringsmoede", "dialogkort"),
        peoples.from_word(),
        peoples.several_sections(),
        peoples.first_page_header(),
        peoples.even_pages(),
        peoples.counted("en", "to", "tre"),
        peoples.noted("footnote"),
        peoples.noted("endnote"),
        peoples.bare(),
    ]
    done = print_out(tmp_path, *given)
    assert complaints(done.files[0].temporary.rename(tmp_path / "breve.docx")) == []


def test_a_section_that_ends_the_document_itself_is_not_lost(tmp_path: Path) -> None:
    first = ending(section(refer("header", "header1")), "første")
    one = made(first + section(), {"header1": p("Hoved"), **peoples.modern()})
    data = joined(tmp_path, one, peoples.bare())
    assert len(sections(data)) == 3
    inherited = sections(data)[1].find(f"{W}headerReference[@{W}type='default']")
    assert inherited is not None
    assert related(data)[inherited.get(f"{R}id", "")][0] == "header"
    assert text_in(tree(data, related(data)[inherited.get(f"{R}id", "")][1])) == "Hoved"
