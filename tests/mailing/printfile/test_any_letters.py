"""Whatever letters there are, in whatever order: their words come out, all of them and in that order."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.documents.word import edited, members, p, tree
from tests.docx_text import WP, W
from tests.mailing.printfile import peoples
from tests.mailing.printfile.letters import letter, made, section
from tests.mailing.printfile.printed import print_out, related, words_in

KINDS = {
    "brev": letter(),
    "letlaest": letter("opfoelgningsmoede", "invitation.letlaest.docx"),
    "kort": letter("dialogkort", "kort.docx"),
    "dagsorden": letter("dialogmoede", "dagsorden.docx"),
    "gammel": edited(letter(), lambda xml: xml.replace('w:val="15"', 'w:val="14"'), "word/settings.xml"),
    "word": peoples.from_word(),
    "afsnit": peoples.several_sections(),
    "liste": peoples.counted("en", "to", "tre"),
    "note": peoples.noted("footnote"),
    "ødelagt": letter()[:2000],
}
kinds = st.sampled_from(sorted(KINDS))
mailings = st.lists(st.lists(kinds, min_size=1, max_size=3), max_size=6)


@hypothesis_settings(max_examples=40)
@given(mailings, st.booleans(), st.booleans())
def test_all_words_come_out_in_the_same_order(
    mailing: Sequence[Sequence[str]], duplex: bool, for_libreoffice: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        letters = [[KINDS[name] for name in names] for names in mailing]
        done = print_out(Path(folder), *letters, duplex=duplex, for_libreoffice=for_libreoffice)
        files = {file.name: file.temporary.read_bytes() for file in done.files}
    sound = [names for names in mailing if "ødelagt" not in names]
    assert done.left_out == tuple(at for at, names in enumerate(mailing) if "ødelagt" in names)
    assert sum(file.documents for file in done.files) == sum(map(len, sound))
    assert sum(file.letters for file in done.files) == len(sound)
    modern, old = (
        [name for names in sound for name in names if (name == "gammel") is is_old]
        for is_old in (False, True)
    )
    texts = [[word for name in names for word in words_in(KINDS[name])] for names in (modern, old) if names]
    assert sorted(map(words_in, files.values())) == sorted(texts)
    for data in files.values():
        looked_over(data)


def looked_over(data: bytes) -> None:
    """Ids occur once, whatever is pointed to is there, and every style and list that is named exists."""
    body = tree(data)
    for tag, attribute in (
        (f"{WP}docPr", "id"),
        (f"{W}bookmarkStart", f"{W}name"),
        (f"{W}bookmarkStart", f"{W}id"),
    ):
        found = [one.get(attribute) for one in body.iter(tag)]
        assert len(found) == len(set(found))
    there = members(data)
    for name in there:
        for kind, target in related(data, name).values():
            assert kind == "hyperlink" or target in there
    styles = {one.get(f"{W}styleId") for one in tree(data, "word/styles.xml").iter(f"{W}style")}
    named = {one.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for one in body.iter(f"{W}{tag}")}
    assert named <= styles
    lists = {one.get(f"{W}val") for one in body.iter(f"{W}numId")} - {"0"}
    assert (
        lists <= {one.get(f"{W}numId") for one in tree(data, "word/numbering.xml").iter(f"{W}num")}
        if lists
        else True
    )


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1)
    )
)
def test_any_text_comes_out_as_it_went_in(texts: list[str]) -> None:
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for text in texts]
    letters = [made(p(text) + section(), peoples.modern()) for text in escaped]
    with tempfile.TemporaryDirectory() as folder:
        done = print_out(Path(folder), *letters)
        found = [one.text for file in done.files for one in tree(file.temporary.read_bytes()).iter(f"{W}t")]
    assert found == texts
