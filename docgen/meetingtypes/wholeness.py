"""What must hold between the parts of one ``type.toml``: sums, names that stand once, documents."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.meetingtypes.definition import Audience, DocumentRule, MeetingType, Programme, Scope
from docgen.meetingtypes.form import FIRST_TAGS, LONGEST_TAG, Part
from docgen.meetingtypes.layouts import FITS
from docgen.meetingtypes.table import Table, closest


def check_whole(table: Table, kind: MeetingType) -> None:
    """Adds a finding for each thing that does not fit the rest of the definition."""
    _check_time(table, kind)
    _check_repeats(table, "fase", "noegle", [phase.key for phase in kind.phases])
    _check_repeats(table, "dokument", "fil", [rule.file for rule in kind.documents])
    _check_repeats(table, "referat", "noegle", [part.key for part in kind.minutes])
    for at, programme in enumerate(kind.programmes, start=1):
        _check_programme(table, kind, at, programme)
    _check_sheets(table, kind)
    _check_minutes(table, kind)
    _check_file_names(table, kind)
    for at, rule in enumerate(kind.documents, start=1):
        _check_layout(table, kind, f"dokument {at}", rule)
        _check_parts(table, kind, f"dokument {at}: dele", rule)
    if kind.participants and not kind.about_resident:
        table.add("E-218", "deltager")
    if not kind.documents:
        table.add("E-200", "dokument")


def _check_time(table: Table, kind: MeetingType) -> None:
    minutes = [slot.minutes for slot in kind.programme(kind.length.usual).slots]
    if minutes and all(minutes) and kind.length.usual and sum(minutes) != kind.length.usual:
        place = "program" if kind.programmes else "fase"
        table.add("E-113", place, total=sum(minutes), usual=kind.length.usual)


def _check_repeats(table: Table, entry: str, key: str, values: Sequence[str]) -> None:
    for at, value in enumerate(values):
        if value and (first := values.index(value)) < at:
            table.add("E-114", f"{entry} {at + 1}: {key}", value=value, first=f"{entry} {first + 1}")


def _check_programme(table: Table, kind: MeetingType, at: int, programme: Programme) -> None:
    """Every phase stands in it once."""
    known = [phase.key for phase in kind.phases]
    named = [slot.phase for slot in programme.slots if slot.phase]
    for name in named:
        if name not in known:
            table.add("E-201", f"program {at}", value=name, known=", ".join(known))
    for key in known:
        if named.count(key) != 1:
            table.add("E-202", f"program {at}", value=key, count=named.count(key))


def _check_sheets(table: Table, kind: MeetingType) -> None:
    """Every sheet among the documents has sections, and no sections are for a sheet that is not there."""
    wanted = [rule.sheet for rule in kind.documents if rule.layout.startswith("ark")]
    for name in wanted:
        if not kind.sheets.get(name):
            table.add("E-204", f"ark: {name}", name=name)
    for name in kind.sheets:
        if name not in wanted:
            near = closest(name, wanted)
            table.add("E-205", f"ark: {name}", name=name, suggestion=near or f"{name}.docx")


def _check_minutes(table: Table, kind: MeetingType) -> None:
    """Every field of the minutes has a tag of its own, which is what they are read by."""
    fixed = ["" if part.kind.is_own else str(part.kind) for part in kind.minutes]
    _check_repeats(table, "referat", "del", fixed)
    for at, part in enumerate(kind.minutes, start=1):
        place = f"referat {at}"
        if part.kind.is_own and part.key in FIRST_TAGS:
            known = ", ".join(FIRST_TAGS)
            table.add("E-208", f"{place}: noegle", value=part.key, known=known, example=f"{part.key}_2")
        _check_repeats(table, f"{place}: kolonner", "noegle", [column.key for column in part.columns])
        _check_repeats(table, f"{place}: grupper", "noegle", [group.key for group in part.groups])
        if len(longest := _longest_tag(part)) > LONGEST_TAG:
            table.add("E-209", place, length=len(longest), example=longest, most=LONGEST_TAG)


def _longest_tag(part: Part) -> str:
    """With a number of two digits, as people may add rows."""
    columns, groups = [column.key for column in part.columns], [group.key for group in part.groups]
    keys = (part.key, max(groups, key=len, default=""), "99", max(columns, key=len, default=""))
    return ".".join(filter(None, keys))


def _check_file_names(table: Table, kind: MeetingType) -> None:
    """No two documents are written to one file: its name is the stem, and who alone gets it."""
    first: dict[tuple[object, ...], str] = {}
    for at, rule in enumerate(kind.documents, start=1):
        variant = rule.easy_read if rule.audience is Audience.RESIDENT else False
        folder = Scope.MEETING if rule.scope is Scope.MINUTES else rule.scope  # they lie together
        taken = first.setdefault((rule.stem, rule.holder, variant, folder), rule.file)
        if rule.file and taken != rule.file:
            example = max(rule.sheet, taken.removesuffix(".docx").replace(".", "_"), key=len) + ".docx"
            table.add("E-215", f"dokument {at}: fil", value=rule.file, first=taken, example=example)


def _check_layout(table: Table, kind: MeetingType, place: str, rule: DocumentRule) -> None:
    """The layout suits the receiver and the meeting; one that is not there is named when it is asked for."""
    if not (fit := FITS.get(rule.layout)):
        return
    if rule.audience not in fit.audiences:
        fitting = ", ".join(name for name, other in FITS.items() if rule.audience in other.audiences)
        allowed = ", ".join(fit.audiences)
        data = {"layout": rule.layout, "allowed": allowed, "layouts": fitting}
        table.add("E-216", f"{place}: til", value=str(rule.audience), **data)
    if fit.about_resident and not kind.about_resident:
        others = ", ".join(name for name, other in FITS.items() if not other.about_resident)
        table.add("E-217", f"{place}: layout", layout=rule.layout, layouts=others)
    if rule.scope is not fit.scope:
        table.add("E-219", f"{place}: for", value=str(rule.scope), layout=rule.layout, scope=str(fit.scope))


def _check_parts(table: Table, kind: MeetingType, place: str, rule: DocumentRule) -> None:
    """An excerpt holds parts that the minutes have, and no other document names any."""
    fit = FITS.get(rule.layout)
    if fit and bool(rule.parts) is not fit.has_parts:
        table.add("E-283", place)
    known = [part.name for part in kind.minutes if part.may_be_sent_on]
    for name in rule.parts:
        if name not in known:
            table.add("E-282", place, value=name, known=", ".join(known))
