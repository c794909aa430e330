"""From the text of a ``type.toml`` to a ``MeetingType``: which keys there are, and what they mean."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

from docgen.findings import Finding, Place
from docgen.meetingtypes.cadencereader import read_cadences
from docgen.meetingtypes.definition import (
    DAY,
    MOST_PAGES,
    Audience,
    DocumentRule,
    Length,
    MeetingType,
    Phase,
    Programme,
    Rule,
    Scope,
)
from docgen.meetingtypes.form import USUAL_MINUTES
from docgen.meetingtypes.formreader import check_key, read_part, read_programme, read_sheets
from docgen.meetingtypes.notation import loaded, misread
from docgen.meetingtypes.quota import read_quota
from docgen.meetingtypes.seats import COLUMNS, CONDITIONS, HOUSE_COLUMNS, RESIDENT, ParticipantRule
from docgen.meetingtypes.table import Table
from docgen.meetingtypes.wholeness import check_whole
from docgen.meetingtypes.wording import Vocabulary, read_words

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_FILE = re.compile(r"[a-z0-9][a-z0-9_.-]*\.docx")
_SUBJECTS = ("beboer", "gruppe")


def parse(text: str, place: Place, findings: list[Finding]) -> Table:
    """The outermost table of a TOML text; an empty one, and a finding, when it cannot be read."""
    try:
        values = loaded(text)
    except tomllib.TOMLDecodeError as error:
        findings.append(Finding.of("E-100", place, **misread(str(error), text)))
        values = {}
    return Table(values, place, findings)


def read_type(table: Table, folder: Path, vocabulary: Vocabulary) -> MeetingType:
    """The meeting type that this ``type.toml`` defines, without common words and fingerprint.

    What is wrong is added to the table's findings; the value that comes back is to be used only when
    there are none.
    """
    if not _NAME.fullmatch(folder.name):
        table.add("E-111", value=folder.name, example="opfoelgningsmoede")
    programmes = tuple(sorted((read_programme(entry) for entry in table.tables("program")), key=_shortest))
    kind = MeetingType(
        name=folder.name,
        title=table.text("titel", example="Opfølgningsmøde"),
        source=table.text("kilde"),
        about_resident=table.choice("om", _SUBJECTS) == "beboer",
        occasions=table.texts("anledninger"),
        length=_length(table.table("varighed")),
        participants=tuple(_participant(entry) for entry in table.tables("deltager")),
        rules=tuple(Rule(name) for name in table.choices("regler", [str(rule) for rule in Rule])),
        programmes=programmes,
        phases=tuple(_phase(entry, timed=not programmes) for entry in table.tables("fase")),
        figure=_figure(table.table("figur")),
        minutes=tuple(read_part(entry) for entry in table.tables("referat")) or USUAL_MINUTES,
        sheets=read_sheets(table.table("ark")),
        cadences=read_cadences(table),
        quota=read_quota(table.table("mindst")),
        documents=tuple(_document(entry) for entry in table.tables("dokument")),
        words=read_words(table, vocabulary),
        folder=folder,
    )
    table.finish()
    check_whole(table, kind)
    return kind


def _shortest(programme: Programme) -> tuple[bool, int]:
    return (not programme.longest, programme.longest)  # one for any length comes last


def _length(table: Table) -> Length:
    usual = table.number("standard", most=DAY)
    shortest, longest = (table.number(key, usual or 1, most=DAY) for key in ("mindst", "hoejst"))
    length = Length(usual, shortest, longest)
    table.finish()
    known = 0 not in (length.shortest, length.usual, length.longest)
    if known and not length.shortest <= length.usual <= length.longest:
        table.add("E-112", shortest=length.shortest, usual=length.usual, longest=length.longest)
    return length


def _participant(table: Table) -> ParticipantRule:
    rule = ParticipantRule(
        heading=table.choice("felt", (RESIDENT, *COLUMNS)),
        label=table.text("rolle", example="kontaktperson fra enheden"),
        reason=table.text("grund"),
        required=table.flag("kraeves"),
        facilitates=table.flag("moedeleder"),
        fallbacks=table.choices("ellers", (*COLUMNS, *HOUSE_COLUMNS)),
        satisfied_by=table.choices("opfyldes_af", COLUMNS),
        condition=table.choice("naar", CONDITIONS, default=""),
        always=table.flag("altid"),
    )
    table.finish()
    return rule


def _phase(table: Table, *, timed: bool) -> Phase:
    phase = Phase(
        key=table.text("noegle", example="tema"),
        title=table.text("titel", example="Velkomst og tema"),
        label=table.text("etiket"),
        subtitle=table.text("undertitel"),
        description=table.text("beskrivelse"),
        minutes=table.number("minutter", None if timed else 0, most=DAY),
        prompts=table.texts("spoergsmaal"),
        each_in_turn=table.flag("paa_skift"),
        minuted=table.flag("referat", default=True),
        drawn=table.flag("figur", default=True),
    )
    table.finish()
    check_key(table, phase.key, "runde1")  # it becomes part of a tag: {{ faser.runde1.tid }}
    return phase if phase.label else replace(phase, label=phase.title)


def _figure(table: Table) -> str:
    form = table.text("form")
    table.finish()
    return form


def _document(table: Table) -> DocumentRule:
    rule = DocumentRule(
        file=table.text("fil", example="invitation.docx"),
        layout=table.text("layout", example="brev"),
        audience=Audience(table.choice("til", [str(audience) for audience in Audience])),
        title=table.text("titel", example="Invitation til opfølgningsmøde"),
        easy_read=table.flag("letlaest"),
        pages=table.number("sider", default=1, most=MOST_PAGES),
        scope=Scope(table.choice("for", [str(scope) for scope in Scope], default=Scope.MEETING)),
        after=table.flag("efter_moedet"),
        parts=table.texts("dele"),
    )
    table.finish()
    if rule.file and not _FILE.fullmatch(rule.file):
        table.add("E-111", "fil", value=rule.file, example="invitation.docx")
    return rule
