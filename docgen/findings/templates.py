"""Findings about Word templates (120-159)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

SAVE_AGAIN = N_("Open it in Word and save it again as “Word document (.docx)”.")
WRITE_AGAIN = N_("Delete the tag and write it again in one go, with no formatting inside it.")

KINDS: tuple[Kind, ...] = (
    # The file itself.
    Kind("E-120", N_("The file is not a Word document."), N_("A Word document (.docx)."), SAVE_AGAIN),
    Kind(
        "E-121",
        N_("The file is protected by a password, or is in the old Word format (.doc)."),
        N_("A Word document (.docx) without a password."),
        SAVE_AGAIN,
    ),
    Kind(
        "E-122",
        N_("The file is damaged, or a piece of it is missing."),
        N_("A whole Word document (.docx)."),
        N_("Fetch the file again from where it came, or open it in Word and let Word repair it."),
    ),
    Kind(
        "E-123",
        N_("The file comes from Office, but is no Word document: it says it is “{content_type}”."),
        N_("A Word document (.docx), not a workbook, a presentation, or a file with macros (.docm, .dotx)."),
        SAVE_AGAIN,
    ),
    Kind(
        "E-124",
        N_("A part of the document cannot be read: {reason}."),
        N_("A part that Word itself has written."),
        N_("Open the file in Word, let Word repair it, and save it."),
    ),
    Kind(
        "E-125",
        N_("The document is stored in a dialect that cannot be filled (“{dialect}”)."),
        N_("A Word document (.docx) of the ordinary kind."),
        N_("In Word, choose Save As and the type “Word document (.docx)”, not “Strict Open XML document”."),
    ),
    Kind(
        "E-126",
        N_("The document takes up {size} MB when unpacked."),
        N_("At most {limit} MB."),
        N_("Make its pictures smaller (Picture Format, Compress Pictures)."),
    ),
    # Tags and what they ask for.
    Kind(
        "E-130",
        N_("There is nothing called “{name}” here."),
        N_("Did you mean “{guess}”?"),
        N_("Correct the name in the tag."),
    ),
    Kind(
        "E-131",
        N_("There is nothing called “{name}” here."),
        N_("One of: {known}."),
        N_("Correct the name in the tag."),
    ),
    Kind(
        "E-132",
        N_("The tag is opened but not closed in its paragraph: “{text}”."),
        N_("A tag that ends as it began, in the same paragraph."),
        N_("Write the end of the tag, or delete what is left of it."),
    ),
    Kind(
        "E-133",
        N_("“{text}” closes a tag that was never opened."),
        N_("A tag that begins and ends in the same paragraph."),
        N_("Write the beginning of the tag, or delete what is left of it."),
    ),
    Kind(
        "E-134",
        N_("The tag cannot be understood: {reason}."),
        N_("A name, or one of: if, elif, else, endif, for, endfor, set, with, endwith."),
        WRITE_AGAIN,
    ),
    Kind(
        "E-135",
        N_("There is no filter (the word after “|”) called “{name}”."),
        N_("A filter that exists, such as: {guess}."),
        N_("Correct the word after “|”, or delete it."),
    ),
    Kind(
        "E-136",
        N_("“{word}” stands alone: “{partner}” is missing."),
        N_("Every “if” with an “endif”, every “for” with an “endfor”, in that order."),
        N_("Write “{partner}” where the block begins or ends, or delete this tag."),
    ),
    Kind(
        "E-137",
        N_("The block that begins at “{opening}” ends in another kind of place than it began."),
        N_("Beginning and end both in ordinary text, or both in paragraphs (p) or rows (tr) of their own."),
        N_(
            "Move the two tags so that they stand in the same kind of place: not one inside a text box, a "
            "content control or a table, and one outside."
        ),
    ),
    Kind(
        "E-138",
        N_("The tag is cut in two by something that Word keeps apart: a tracked change, a link, a field."),
        N_("A tag written in one piece."),
        N_("Accept all changes in the template; then delete the tag and write it again in one go."),
    ),
    Kind(
        "E-139",
        N_("“{text}” stands beside the tag and would be lost."),
        N_("The tag alone in its paragraph, row or cell, which is taken out of the document with it."),
        N_("Move the tag to a paragraph, row or cell of its own, or leave out the p, tr or tc."),
    ),
    Kind(
        "E-140",
        N_(
            "The paragraph, row or cell of the tag also holds a picture, a shape or a section break, "
            "which would be lost."
        ),
        N_("The tag alone in its paragraph, row or cell, which is taken out of the document with it."),
        N_("Move the tag to a paragraph, row or cell of its own."),
    ),
    Kind(
        "E-141",
        N_("The tag is about a table, but stands in no table."),
        N_("A tag with tr, tc, cellbg, colspan, vm or hm inside a table cell."),
        N_("Move the tag into the table, or use p instead of tr or tc."),
    ),
    Kind(
        "E-142",
        N_("“{word}” cannot be used in templates."),
        N_("A name, or one of: if, elif, else, endif, for, endfor, set, with, endwith."),
        N_("Write it in another way, or ask for it."),
    ),
    Kind(
        "E-143",
        N_("The document would not hold all of the template's text: “{text}” would be lost."),
        N_("Tags that leave the text around them alone."),
        WRITE_AGAIN,
    ),
    Kind(
        "E-144",
        N_("There are tags in a place that is not filled."),
        N_("Tags in text, tables, text boxes, headers, footers, notes, comments and properties."),
        N_("Take the tag out; in charts and SmartArt, write the text in a text box beside it."),
    ),
    # Values, met when a document is filled.
    Kind(
        "E-145",
        N_("The tag stands for several things at once ({kind}), not for a text."),
        N_("A text or a number."),
        N_("Ask for one of its parts with a dot, or repeat over it with “for”."),
    ),
    Kind(
        "E-146",
        N_("The tag asks for something that templates cannot hold ({kind})."),
        N_("A text, or formatted text (RichText, RichTextParagraph, Listing)."),
        N_("Put pictures and inserted documents into the template itself."),
    ),
    Kind(
        "E-147",
        N_("The formatted text cannot stand here: {reason}."),
        N_(
            "RichText in running text (with r after the braces), RichTextParagraph in a paragraph of its own "
            "(with p), neither in properties or alternative texts."
        ),
        N_("Move the tag, or give it a plain text."),
    ),
    Kind(
        "E-148",
        N_("The tag cannot be worked out: {reason}."),
        N_("A calculation or comparison of things that go together."),
        N_("Correct the tag."),
    ),
    Kind(
        "E-149",
        N_("The tag asks for something that templates may not touch: {reason}."),
        N_("Names of the vocabulary only."),
        N_("Correct the tag."),
    ),
    # What was mended when the template was compiled.
    Kind(
        "W-120",
        N_("The file holds “{member}” twice; the last one is used."),
        "",
        SAVE_AGAIN,
    ),
    Kind(
        "W-121",
        N_("The part names “{prefix}” as something to ignore, but never declares it; the name is left out."),
        "",
        SAVE_AGAIN,
    ),
    Kind(
        "W-122",
        N_("The bookmark “{bookmark}” begins inside a block and ends outside it; it is left out."),
        N_("A bookmark wholly inside a repeated or conditional block, or wholly outside."),
        N_("Delete the bookmark in Word (Insert, Bookmark), or set it again."),
    ),
    Kind(
        "W-123",
        N_("A footnote, endnote or comment stands inside a repeated block: all repeats share the one note."),
        N_("Notes outside of repeated blocks."),
        N_("Move the note, or write its text where it is needed."),
    ),
    Kind(
        "E-150",
        N_("The template cannot be opened: {reason}."),
        N_("A Word document beside the type's definition."),
        N_(
            "Put it back, or make it anew: “docgen templates make” with the meeting type's name, and with "
            "--templates when it is one of your own."
        ),
    ),
    # What a reader meets.
    Kind(
        "W-152",
        N_("The minutes have lost fields: {fields}."),
        N_("The fields that “docgen templates make” gives, each with its own tag; they may stand anywhere."),
        N_("What people write there is not collected. Copy the fields back from freshly made minutes."),
    ),
    Kind(
        "W-151",
        N_("The text is hard to read: its LIX is {lix}. What weighs most is “{sentence}”."),
        N_("A LIX of at most {limit}."),
        N_("Write shorter sentences and shorter words, first of all in that one."),
    ),
)
