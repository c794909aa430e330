"""Whether an address can be read in the envelope's window, and whether it has room on a label.

Pure: what is asked is the address as it is written (``addressing``), and the measures of the house.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen import danish
from docgen.findings import Finding
from docgen.model import EnvelopeWindow, LabelSheetName, Person, Resident
from docgen.planning.addressing import address_lines
from docgen.planning.fitting import height, set_in
from docgen.planning.labelsheets import INSET, SHEETS, SMALLEST, type_size

TYPE_SIZE = 11.0
"""Points, of the templates' style Adressefelt, which is single-spaced."""
_USUAL = EnvelopeWindow()
_LEFT, _TOP, _RIGHT, _BOTTOM = 7.0, 3.0, 2.0, 1.0  # from the usual window's edges to the address


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why an address cannot be read in the window, or not well.

    It takes ``lines`` after wrapping, where the window shows ``shown``; ``broken`` is the first line with a
    word that is wider than the window's address, or blank.
    """

    lines: int
    shown: int
    broken: str = ""


def address_frame(window: EnvelopeWindow) -> EnvelopeWindow:
    """Where the address stands within a window, clear of its edges if the sheet slips.

    Of a window that is smaller than the usual one, what is kept clear is smaller in proportion.
    """
    across = min(1.0, window.width / _USUAL.width)
    down = min(1.0, window.height / _USUAL.height)
    return EnvelopeWindow(
        window.left + _LEFT * across,
        window.top + _TOP * down,
        window.width - (_LEFT + _RIGHT) * across,
        window.height - (_TOP + _BOTTOM) * down,
    )


def misfit(lines: Sequence[str], window: EnvelopeWindow) -> Misfit | None:
    """What is the matter with these lines in this window; ``None`` where all of them can be read."""
    frame = address_frame(window)
    setting = set_in(lines, TYPE_SIZE, frame.width)
    shown = int(frame.height / height(1, TYPE_SIZE))
    if setting.lines <= shown and not setting.broken:
        return None
    return Misfit(setting.lines, shown, setting.broken)


def window_finding(who: Resident | Person, window: EnvelopeWindow) -> Finding | None:
    """What is wrong with somebody's address in the envelope's window, at the cell it comes from.

    Too many lines (W-405) count before a word that is broken (W-407). No finding repeats the address.
    """
    found = misfit(address_lines(who), window)
    if found is None:
        return None
    if found.lines > found.shown:
        place = who.at.place(_cause(who, found.broken))
        return Finding.of("W-405", place, lines=found.lines, holds=found.shown)
    return Finding.of("W-407", who.at.place(_cause(who, found.broken)))


def label_finding(who: Resident | Person, sheet: LabelSheetName) -> Finding | None:
    """W-406 at the cell that is to blame, for an address with no room on a label of this sheet."""
    lines, labels = address_lines(who), SHEETS[sheet]
    if type_size(lines, labels) is not None:
        return None
    broken = set_in(lines, SMALLEST, labels.width - 2 * INSET).broken
    return Finding.of("W-406", who.at.place(_cause(who, broken)), smallest=int(SMALLEST))


def _cause(who: Resident | Person, broken: str) -> str:
    """The heading of the cell that a line with a broken word comes from; Adresse where no word is broken."""
    return next((heading for heading, line in _origins(who) if broken and line == broken), "Adresse")


def _origins(who: Resident | Person) -> Iterator[tuple[str, str]]:
    """Each line of the address with the heading of its cell; the longer one of a resident's names."""
    if isinstance(who, Resident):
        first = len(who.first_name) > len(who.last_name)
        parts = [("Fornavn" if first else "Efternavn", who.name)]
    else:
        parts = [("Navn", who.name), ("Organisation", who.organisation)]
    parts += [("Adresse", who.address), ("By", danish.town(who.postcode, who.city))]
    for heading, text in parts:
        for line in danish.lines(*text.splitlines()):
            yield heading, line
