"""Minutes that come home: what several rooms do together when filled minutes are collected.

Reading and judging is ``minutes``' work, writing into the workbook ``workbook``'s, and what is to be sent on
lies in a pack, whose ledger knows which drafts have been made.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from docgen.documents.filling import Filler
from docgen.documents.logo import find_logo
from docgen.errors import PackError
from docgen.findings import Finding, Place, in_order
from docgen.mailing.pdf import Converter
from docgen.meetingtypes.definition import MeetingType
from docgen.minutes.collecting.collect import collect_readings
from docgen.minutes.collecting.collection import Collection
from docgen.minutes.reading.files import read_all
from docgen.minutes.sending.send import ToSendOn, send_on
from docgen.packs.aftermath import MADE
from docgen.packs.folders import MEETINGS, pack_of
from docgen.packs.ledger import has_ledger, opened
from docgen.packs.recovery import history_in
from docgen.planning.identity import identified
from docgen.planning.register import Register
from docgen.workbook.reader import read
from docgen.workbook.writeback import put_edits


def collect(
    sources: Sequence[Path],
    into: Path,
    types: Sequence[MeetingType],
    *,
    now: dt.datetime,
    convert: Converter,
    pack: Path | None = None,
    dry_run: bool = False,
) -> Collection:
    """As ``docgen.collect``, with ``convert`` to make PDF."""
    if pack is not None and not has_ledger(pack):
        raise PackError(Finding.of("E-180", Place(file=pack.name)))
    workbook = read(into)
    packs = _packs([*([pack] if pack else []), *sources], into)
    histories = [history_in(home)[0] for home in packs]
    taken = {nr for one in histories for nr in (*one.built, *one.sent)}
    found = collect_readings(read_all(sources, types), workbook, types, now=now, taken=taken)
    if dry_run:
        return found
    home = next(iter(packs), None)
    with opened(home) if home else contextlib.nullcontext() as ledger:  # in use: nothing is written at all
        done = found.written(put_edits(into, found.edits, workbook.source, now=now))
        if home is None or ledger is None:
            return done
        logo, _ = find_logo(workbook.institution.logo, into.parent)
        filler = Filler(identified(workbook.institution, workbook.name), logo)
        register, ready, made = Register.of(workbook), [*_ready(done, types, home)], ledger.files(MADE)
        sent_on = send_on(ready, register, home, now=now, convert=convert, filler=filler, made=made)
        if sent_on.made != made:
            ledger.record_files(MADE, sent_on.made)
        for one in ready:
            resident = register.residents.get(one.meeting.resident)
            ledger.rest_on(one.meeting.nr, one.meeting.resident, resident.consents if resident else ())
    return replace(done, sent_on=sent_on, findings=in_order((*done.findings, *sent_on.findings)))


def _packs(sources: Sequence[Path], into: Path) -> list[Path]:
    """The packs that the sources are or lie in, in their order, and the one that the workbook has, if any."""
    around = (folder for source in sources for folder in (source.absolute(), *source.absolute().parents))
    return [folder for folder in dict.fromkeys((*around, pack_of(into))) if has_ledger(folder)]


def _ready(done: Collection, types: Sequence[MeetingType], pack: Path) -> Iterator[ToSendOn]:
    """The minutes that were collected, each with the folder of its meeting in the pack."""
    for one in done.meetings:
        kind = next(kind for kind in types if kind.name == one.minutes.identity.kind)
        folders = sorted((pack / MEETINGS).glob(f"*_{one.nr}"))
        yield ToSendOn(one.minutes, one.meeting, kind, folders[0] if folders else one.minutes.file.parent)
