"""Fills minutes the way Word does when somebody sits in front of it: a stand-in for people with keyboards.

What Word stores was looked up (ECMA-376 part 1, 17.5.2; [MS-DOCX] 2.5 and 2.6): typing takes the prompt and
its mark (``w:showingPlcHdr``) away; Enter turns a rich text control that is alone in its paragraph into one
around paragraphs, and one that fills its cell may come to stand around the cell (``CT_SdtCell``); "+" copies
a row with its tags and aliases, gives its controls new numbers and shows their prompts.
"""

from __future__ import annotations

import copy
import datetime as dt
import io
import zipfile
from enum import Enum, auto

from lxml import etree

from tests.docx_text import W14, W15, W, parts
from tests.minutes.ways import LINK, Way, typed
from tests.minutes.wordxml import element, fresh, paragraph, qualified, run

BODY = "word/document.xml"
_MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Frame(Enum):
    """What a control stands around."""

    LINE = auto()  # runs in a paragraph; lines end with breaks
    PARAGRAPHS = auto()  # a paragraph for each line
    CELL = auto()  # the cell of a table, with a paragraph for each line


class Paper:
    """Minutes that are being filled in.

    ``root`` is their XML, to do to it whatever else Word does; ``first`` the first control with each tag.
    """

    def __init__(self, data: bytes) -> None:
        members = parts(data)
        self.root = etree.fromstring(members.pop(BODY))
        self.first = _first_of(self.root)
        self._stored = _stored(_with_relations(members))
        self._prompts = {tag_of(control): _content(control) for control in self.root.iter(f"{W}sdt")}
        self._shown = {
            " ".join("".join(map(str, run.itertext())).split()).casefold()
            for prompt in self._prompts.values()
            for run in prompt
        }
        self._blank_rows = {
            tag_of(section): [copy.deepcopy(item) for item in _items(section)]
            for section in self.root.iter(f"{W}sdt")
            if section.find(f"{W}sdtPr/{W15}repeatingSection") is not None
        }

    def copy(self) -> Paper:
        """Another one to write in."""
        other = copy.copy(self)
        other.root = copy.deepcopy(self.root)
        other.first = _first_of(other.root)
        return other

    # What is there

    def tags(self) -> list[str]:
        """Of all controls with a tag, in order."""
        return [tag for control in self.root.iter(f"{W}sdt") if (tag := tag_of(control))]

    def control(self, tag: str) -> etree._Element:
        """The first control with this tag, as the paper was when it was opened or copied."""
        return self.first[tag]

    def rows(self, section: str) -> list[etree._Element]:
        """The rows (their ``w15:repeatingSectionItem`` controls) of the repeating section with this tag."""
        return _items(self.control(section))

    def in_row(self, section: str, row: int, column: str) -> etree._Element:
        """The control of a row, counted from 0 as they stand now, whose tag ends in the column's key."""
        item = self.rows(section)[row]
        return next(one for one in item.iter(f"{W}sdt") if tag_of(one).rpartition(".")[2] == column)

    @property
    def sections(self) -> list[str]:
        """The tags of the repeating sections."""
        return list(self._blank_rows)

    def is_list(self, control: etree._Element) -> bool:
        """Whether one chooses from a list."""
        return control.find(f"{W}sdtPr/{W}dropDownList") is not None

    def is_empty(self, control: etree._Element) -> bool:
        """Whether nothing has been written in it, or it is a box without a tick."""
        box = control.find(f"{W}sdtPr/{W14}checkbox/{W14}checked")
        if box is not None:
            return box.get(qualified("w14:val")) == "0"
        return control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None

    def is_prompt(self, text: str) -> bool:
        """Whether a field shows just these words while it is empty, but for blanks and capital letters."""
        return " ".join(text.split()).casefold() in self._shown

    # What people do

    def write(self, control: etree._Element, text: str, way: Way = typed, frame: Frame = Frame.LINE) -> None:
        """Types ``text`` into an empty control; a control with words around it stays in its line."""
        _forget_prompt(control)
        home = control.getparent()
        assert home is not None
        if frame is Frame.LINE or not _is_alone(control):
            _replace(control, way(text))
            return
        lines = [paragraph(home, *way(line)) for line in text.split("\n")]
        cell = home.getparent()
        assert cell is not None
        _replace(control, lines)
        cell.replace(home, control)
        if frame is Frame.CELL:
            _wrap_cell(cell, control)

    def pick(self, control: etree._Element, day: dt.date) -> None:
        """Chooses a day from the calendar."""
        _forget_prompt(control)
        calendar = control.find(f"{W}sdtPr/{W}date")
        assert calendar is not None
        calendar.set(qualified("w:fullDate"), f"{day:%Y-%m-%d}T00:00:00Z")
        _replace(control, [run(written(day))])

    def choose(self, control: etree._Element, option: str) -> None:
        """Chooses from the list, which must have it."""
        shown = [item.get(qualified("w:displayText")) for item in control.iter(f"{W}listItem")]
        assert option in shown, (option, shown)
        _forget_prompt(control)
        _replace(control, [run(option)])

    def tick(self, control: etree._Element) -> None:
        """Ticks a box."""
        state = control.find(f"{W}sdtPr/{W14}checkbox/{W14}checked")
        assert state is not None
        state.set(qualified("w14:val"), "1")
        next(control.iter(f"{W}t")).text = "☒"

    def clear(self, control: etree._Element) -> None:
        """Deletes what stands in a control that stands in its line: Word shows the prompt again."""
        properties = control.find(f"{W}sdtPr")
        assert properties is not None
        calendar = properties.find(f"{W}date")
        if calendar is not None and qualified("w:fullDate") in calendar.attrib:
            del calendar.attrib[qualified("w:fullDate")]
        if properties.find(f"{W}showingPlcHdr") is None:
            place = properties.find(f"{W}placeholder")
            assert place is not None
            place.addnext(element("w:showingPlcHdr"))
        _replace(control, copy.deepcopy(self._prompts[tag_of(control)]))

    def add_row(self, section: str, after: int = -1) -> etree._Element:
        """Presses "+" at the end of a row (the last one): an empty row with the same names after it."""
        item = self.rows(section)[after]
        tags = {tag_of(control) for control in item.iter(f"{W}sdt")} - {""}
        blank = next(one for one in self._blank_rows[section] if _holds(one, tags))
        added = copy.deepcopy(blank)
        for number in added.iter(f"{W}id"):
            number.set(qualified("w:val"), fresh())
        item.addnext(added)
        return added

    def saved(self) -> bytes:
        """The file as it is now."""
        body = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        stream = io.BytesIO(self._stored)
        with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr(BODY, body)
            archive.writestr("word/comments.xml", _comments(self.root))
        return stream.getvalue()


def tag_of(control: etree._Element) -> str:
    """The control's tag, ``""`` without one."""
    found = control.find(f"{W}sdtPr/{W}tag")
    return "" if found is None else found.get(qualified("w:val"), "")


def written(day: dt.date) -> str:
    """As the calendar writes a day."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"


def _first_of(root: etree._Element) -> dict[str, etree._Element]:
    """The first control with each tag."""
    found: dict[str, etree._Element] = {}
    for control in root.iter(f"{W}sdt"):
        found.setdefault(tag_of(control), control)
    return found


def _holds(item: etree._Element, tags: set[str]) -> bool:
    return any(tag_of(control) in tags for control in item.iter(f"{W}sdt"))


def _items(section: etree._Element) -> list[etree._Element]:
    content = section.find(f"{W}sdtContent")
    assert content is not None
    return [item for item in content if item.find(f"{W}sdtPr/{W15}repeatingSectionItem") is not None]


def _content(control: etree._Element) -> list[etree._Element]:
    return [copy.deepcopy(child) for child in control.iterfind(f"{W}sdtContent/*")]


def _replace(control: etree._Element, content: list[etree._Element]) -> None:
    holder = control.find(f"{W}sdtContent")
    assert holder is not None
    holder[:] = content


def _forget_prompt(control: etree._Element) -> None:
    properties = control.find(f"{W}sdtPr")
    assert properties is not None
    for mark in properties.findall(f"{W}showingPlcHdr"):
        properties.remove(mark)


def _is_alone(control: etree._Element) -> bool:
    """Whether nothing else stands in its paragraph, and that in a cell."""
    home = control.getparent()
    assert home is not None
    others = [child for child in home if child.tag not in (f"{W}pPr", f"{W}sdt")]
    cell = home.getparent()
    return not others and home.tag == f"{W}p" and cell is not None and cell.tag == f"{W}tc"


def _wrap_cell(cell: etree._Element, control: etree._Element) -> None:
    """Puts the control, which is all there is in the cell, around the cell."""
    content = control.find(f"{W}sdtContent")
    assert content is not None
    row = cell.getparent()
    assert row is not None
    place = row.index(cell)
    cell.remove(control)
    cell.extend(list(content))
    content.append(cell)
    row.insert(place, control)


def _with_relations(members: dict[str, bytes]) -> dict[str, bytes]:
    """The members with a place for comments and the address of a link, which some ways of typing refer to."""
    added = (
        f'<Relationship Id="{LINK}" Type="{_LINK}" Target="https://eksempel.example" TargetMode="External"/>'
        f'<Relationship Id="rIdComments" Type="{_COMMENTS}" Target="comments.xml"/></Relationships>'
    )
    override = f'<Override PartName="/word/comments.xml" ContentType="{_COMMENTS_TYPE}"/></Types>'
    relations, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    kept = {name: data for name, data in members.items() if name != "word/comments.xml"}
    if len(kept) < len(members):  # Word has been here before
        return kept
    return {
        **members,
        relations: members[relations].replace(b"</Relationships>", added.encode()),
        types: members[types].replace(b"</Types>", override.encode()),
    }


def _comments(root: etree._Element) -> bytes:
    """The comments that the text refers to, as Word keeps no others."""
    made = [
        element(
            "w:comment",
            {
                "w:id": mark.get(qualified("w:id"), ""),
                "w:author": "Bo Eksempel",
                "w:date": "2026-02-03T11:00:00Z",
            },
            element("w:p", {}, run("Skal det med?")),
        )
        for mark in root.iter(f"{W}commentReference")
    ]
    return etree.tostring(element("w:comments", {}, *made), encoding="UTF-8")


def _stored(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()
