"""Where things stand on a letter's first page: the window's address and the sender, as frames."""

from __future__ import annotations

from dataclasses import dataclass

from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph

from docgen.meetingtypes.authoring.oxml import element


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page, measured from its upper left corner."""

    left: Length
    top: Length
    width: Length
    height: Length


WINDOW = Box(Mm(15), Mm(44), Mm(90), Mm(32))
"""The window of the envelope. No Danish standard gives it in millimetres; this is the house's default."""
ADDRESS = Box(Mm(22), Mm(47), Mm(81), Mm(28))
"""The address within the window: in line with the text, and clear of the window's edge if the sheet slips."""
SENDER = Box(Mm(130), Mm(44), Mm(54), Mm(32))
"""The sender, 25 mm clear of the window, ending where the text does."""


def place(paragraph: Paragraph, box: Box) -> Paragraph:
    """Put a paragraph into a frame (ECMA-376 part 1, 17.3.1.11) at this place of its page; it comes back.

    Neighbouring paragraphs with the same box share one frame. The frame grows rather than lose a line.
    """
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    frame = element(
        "w:framePr",
        w=_twips(box.width),
        h=_twips(box.height),
        hRule="atLeast",
        hSpace="0",
        wrap="around",
        vAnchor="page",
        hAnchor="page",
        x=_twips(box.left),
        y=_twips(box.top),
    )
    properties.insert(1, frame)  # after w:pStyle (the schema's order)
    return paragraph


def _twips(length: Length) -> str:
    return str(round(length.pt * 20))
