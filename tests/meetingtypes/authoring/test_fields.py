"""Content controls: what Word shows, what programs find, and what cannot be deleted by chance."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from docgen.meetingtypes.authoring.fields import LONGEST_NAME, Field, checkbox, choice, date, personal, text
from tests.docx_text import W14, W15, W, names, story
from tests.meetingtypes.authoring.papers import DIALOGUE, FOLLOW_UP, filled, template

IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
FIELD = Field("naeste.dato", "Næste møde: dato", "Vælg dato")
BLOCK = f"{W}docPart"
PAPERS = [("referat", FOLLOW_UP), ("referat", DIALOGUE), ("noteark", FOLLOW_UP)]
every_paper = pytest.mark.parametrize(("layout", "name"), PAPERS)


def value(control: Any, path: str) -> str:
    found = control.find(path)
    assert found is not None, path
    return str(found.get(f"{W}val", ""))


def shown(control: Any) -> str:
    return "".join(text.text for text in control.iter(f"{W}t"))


def test_an_empty_field_shows_its_placeholder_as_one() -> None:
    control = text(FIELD)
    assert control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    assert value(control, f"{W}sdtContent/{W}r/{W}rPr/{W}rStyle") == "PlaceholderText"
    assert shown(control) == "Vælg dato"


def test_a_field_cannot_be_deleted_but_be_written_in() -> None:
    assert value(text(FIELD), f"{W}sdtPr/{W}lock") == "sdtLocked"
    assert text(Field("a", "A", locked=False)).find(f"{W}sdtPr/{W}lock") is None


def test_a_date_is_picked_from_a_calendar_and_written_the_danish_way() -> None:
    kind = f"{W}sdtPr/{W}date"
    assert value(date(FIELD), f"{kind}/{W}dateFormat") == "d. MMMM yyyy"
    assert value(date(FIELD), f"{kind}/{W}lid") == "da-DK"


def test_a_choice_lists_its_options() -> None:
    items = choice(FIELD, ["Kom", "Kom ikke"]).iter(f"{W}listItem")
    assert [item.get(f"{W}value") for item in items] == ["Kom", "Kom ikke"]


def test_a_box_to_tick_is_empty_and_has_no_placeholder() -> None:
    control = checkbox(FIELD)
    assert control.find(f"{W}sdtPr/{W14}checkbox/{W14}checked").get(f"{W14}val") == "0"
    assert control.find(f"{W}sdtPr/{W}showingPlcHdr") is None
    assert shown(control) == "☐"


def test_a_personal_name_is_never_longer_than_word_allows() -> None:
    longest = "x" * 21 + "… (" + "9" * 20 + ")"
    for pattern in (
        "Fremmøde: {navn}",
        "Godkendte temaet: {navn}",
        "{navn}",
        "Et langt ord foran navnet på den, som det handler om: {navn}",
    ):
        alias = personal(pattern).replace("{{ d.betegnelse }}", longest)
        assert longest in alias
        assert len(alias) <= LONGEST_NAME
    assert personal("Godkendte temaet: {navn}") == "Godkendte temaet: {{ d.betegnelse }}"


def test_an_alias_is_cut_where_word_would_refuse_it() -> None:
    assert value(text(Field("a", "x" * 100)), f"{W}sdtPr/{W}alias") == "x" * LONGEST_NAME


@every_paper
def test_no_two_fields_of_a_filled_document_share_a_tag_an_alias_or_an_id(layout: str, name: str) -> None:
    root = story(filled(layout, name, people=9))
    for what in ("tag", "alias", "id"):
        assert [found for found, count in Counter(names(root, what)).items() if count > 1] == [], what


@every_paper
def test_names_are_no_longer_than_word_allows(layout: str, name: str) -> None:
    root = story(filled(layout, name, people=9))
    assert max(map(len, [*names(root, "tag"), *names(root, "alias")])) <= LONGEST_NAME


@every_paper
def test_locks_stand_everywhere_but_on_the_rows_that_repeat(layout: str, name: str) -> None:
    root = story(template(layout, name))
    for control in root.iter(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        in_rows = tag is None or tag.get(f"{W}val", "").startswith("beslutning")
        assert (control.find(f"{W}sdtPr/{W}lock") is None) == in_rows


@every_paper
def test_every_field_but_a_box_to_tick_has_words_to_show(layout: str, name: str) -> None:
    for control in story(template(layout, name)).iter(f"{W}sdt"):
        if control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            assert "".join(t.text or "" for t in control.iter(f"{W}t")).strip()


@every_paper
def test_word_finds_every_prompt_again_when_a_field_is_emptied_or_a_row_added(layout: str, name: str) -> None:
    for data in (template(layout, name), filled(layout, name)):
        glossary = story(data, "word/glossary/document.xml")
        blocks = {value(block, f"{W}docPartPr/{W}name"): shown(block) for block in glossary.iter(BLOCK)}
        empty = [c for c in story(data).iter(f"{W}sdt") if c.find(f"{W}sdtPr/{W}showingPlcHdr") is not None]
        assert empty
        for control in empty:
            assert blocks[value(control, f"{W}sdtPr/{W}placeholder/{W}docPart")] == shown(control)
        styles = story(data, "word/glossary/styles.xml")
        assert styles.find(f"{W}style[@{W}styleId='PlaceholderText']") is not None


def test_a_prompt_with_a_tag_is_filled_and_no_building_block() -> None:
    asking = text(Field("a", "A", "Hvad siger {{ beboer.fornavn }}?"))
    assert asking.find(f"{W}sdtPr/{W}placeholder") is None
    assert asking.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


@every_paper
def test_what_older_programs_may_pass_over_is_declared_where_it_is_named(layout: str, name: str) -> None:
    for data in (template(layout, name), filled(layout, name)):
        root = story(data)
        ignorable = root.get(IGNORABLE, "").split()
        assert ignorable == ["w14", "w15"]
        assert set(ignorable) <= {str(prefix) for prefix in root.nsmap}


def test_decision_rows_can_be_added_and_removed() -> None:
    root = story(template("referat"))
    [section] = root.iter(f"{W15}repeatingSection")
    items = list(root.iter(f"{W15}repeatingSectionItem"))
    assert len(items) >= 3
    whole = section.getparent().getparent()  # type: ignore[union-attr]
    assert whole is not None
    assert len(list(whole.iter(f"{W}tr"))) == len(items)
