"""Findings about meeting types, type.toml (100-119, 200-219)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        "E-100",
        N_("The file cannot be read as TOML: {reason} (line {line}, character {column})."),
        N_('Expected lines such as: titel = "Opfølgningsmøde".'),
        N_(
            "Mend that line. Before the = sign, æ, ø and å are written ae, oe and aa. Texts stand in double "
            "quotes; within them a backslash is written twice, and a quote as » or «."
        ),
    ),
    Kind(
        "E-101",
        N_("The key «{name}» is missing or empty."),
        N_("Expected for example: {example}."),
        N_("Add the line; the other meeting types show where it stands."),
    ),
    Kind(
        "E-102",
        N_("The key «{name}» is not known here."),
        N_("Known keys: {known}."),
        N_("Did you mean «{suggestion}»?"),
    ),
    Kind(
        "E-103",
        N_("The key «{name}» is not known here."),
        N_("Known keys: {known}."),
        N_("Take the line out, or put a # before it to keep it as a note."),
    ),
    Kind(
        "E-104",
        N_("There stands {value}."),
        N_("Expected a text in double quotes."),
        N_("Put double quotes around it."),
    ),
    Kind(
        "E-105",
        N_("There stands {value}."),
        N_("Expected a whole number of 1 or more, without quotes."),
        N_("Write the number alone, such as 60."),
    ),
    Kind(
        "E-106",
        N_("There stands {value}."),
        N_("Expected true or false, without quotes."),
        N_("Write true for yes and false for no."),
    ),
    Kind(
        "E-107",
        N_("There stands {value}."),
        N_('Expected a list of texts: ["one", "two"].'),
        N_("Put square brackets around, double quotes around each text, and commas between them."),
    ),
    Kind(
        "E-108",
        N_("There stands {value}."),
        N_("Expected a heading of its own with keys below it: {example}."),
        N_("Write it as the other meeting types do."),
    ),
    Kind(
        "E-109",
        N_("«{value}» is not one of the values that can stand here."),
        N_("Possible values: {allowed}."),
        N_("Choose one of them."),
    ),
    Kind(
        "E-110",
        N_("«{value}» is not one of the values that can stand here."),
        N_("Possible values: {allowed}."),
        N_("Did you mean «{suggestion}»?"),
    ),
    Kind(
        "E-111",
        N_("«{value}» cannot be used as a name."),
        N_("Expected small letters a–z and digits, 30 at most for a phase, such as {example}."),
        N_("Write æ as ae, ø as oe and å as aa, and _ for a space."),
    ),
    Kind(
        "E-112",
        N_("The shortest length is {shortest}, the usual {usual} and the longest {longest} minutes."),
        N_("Expected the shortest to be at most the usual, and the usual at most the longest."),
        N_("Correct mindst, standard or hoejst."),
    ),
    Kind(
        "E-113",
        N_("The phases take {total} minutes together, the meeting usually {usual}."),
        N_("Expected the phases to fill the usual length exactly."),
        N_("Correct minutter of a phase, or standard under [varighed]."),
    ),
    Kind(
        "E-114",
        N_("«{value}» stands here for the second time; the first is {first}."),
        N_("Expected each one once."),
        N_("Give one of them another name, or take it out."),
    ),
    Kind(
        "E-115",
        N_("The Word template {value} is missing from the folder of the meeting type."),
        N_("Expected a file for each [[dokument]]."),
        N_("Make it with: {command}"),
    ),
    Kind(
        "E-116",
        N_("There is no meeting type in the folder {value}."),
        N_("Expected a folder for each meeting type, with a type.toml in it."),
        N_("Check the folder's name, or leave it out to use the meeting types that come with docgen."),
    ),
    Kind(
        "E-117",
        N_("The layout {layout} needs the words «{name}», which nobody has written."),
        N_("Expected them in faelles.toml, or in the type.toml of the meeting type."),
        N_("Write them under [ord.{table}]."),
    ),
    Kind(
        "E-118",
        N_("The Word template {value} is there already, and may have been edited by people."),
        N_("Expected a folder without it."),
        N_("Keep it, or give the command again with --overwrite; what was changed in Word is lost then."),
    ),
    Kind(
        "E-119",
        N_("The file is not written in UTF-8."),
        N_("Expected a text file that was saved as UTF-8."),
        N_("Open it in the editor and save it with the encoding UTF-8."),
    ),
    Kind(
        "E-200",
        N_("The meeting type has no documents."),
        N_("Expected a [[dokument]] for each Word file, with its layout and who it is for."),
        N_("Add them; the other meeting types show how."),
    ),
    Kind(
        "E-201",
        N_("The programme names the phase «{value}», which is not there."),
        N_("Known phases: {known}."),
        N_("Write noegle of a [[fase]], or pause for a break."),
    ),
    Kind(
        "E-202",
        N_("The phase «{value}» stands in the programme {count} times."),
        N_("Expected every phase once in each programme."),
        N_("Add a line for it, or take the others out."),
    ),
    Kind(
        "E-203",
        N_("«{value}» is not a colour."),
        N_("Expected six of the signs 0–9 and A–F: two each for red, green and blue, such as F6CFCB."),
        N_("Write a light colour; the words on it are dark."),
    ),
    Kind(
        "E-204",
        N_("The sheet {name} has nothing on it."),
        N_("Expected its sections under [[ark.{name}]]."),
        N_("Write them; the other meeting types show how."),
    ),
    Kind(
        "E-205",
        N_("There are sections for a sheet {name}, but no document of that name has the layout of a sheet."),
        N_("Expected a [[dokument]] with the layout ark for each [[ark.…]]."),
        N_("Did you mean «{suggestion}»?"),
    ),
    Kind(
        "E-206",
        N_("The figure «{form}» is drawn of {least} to {most} phases, and here are {count}."),
        N_("Expected a form that suits the phases."),
        N_("Write figur = false at phases it can leave out, or choose another form: {allowed}."),
    ),
    Kind(
        "E-207",
        N_("The words of the phases do not fit in the figure «{form}», even in {smallest} points."),
        N_("Expected few enough phases, and short enough labels and questions, for the agenda's page."),
        N_("Shorten them, write figur = false at a phase, or choose another form: {allowed}."),
    ),
    Kind(
        "E-208",
        N_("«{value}» begins the tags of other fields in the minutes."),
        N_("Expected a noegle that is none of: {known}."),
        N_("Choose another one, such as {example}."),
    ),
    Kind(
        "E-209",
        N_("The tags of the fields in this table are up to {length} characters long, such as {example}."),
        N_("Expected {most} at most, which is what Word takes."),
        N_("Shorten noegle of the part, of its columns or of its groups."),
    ),
    Kind(
        "E-210",
        N_("There are no cards to print: no phase has a question."),
        N_("Expected spoergsmaal at each [[fase]] that is to have a card."),
        N_("Write the questions, or take the document out."),
    ),
    Kind(
        "E-211",
        N_("The words of the card «{title}» do not fit on it, even in {smallest} points."),
        N_("Expected few enough and short enough questions for a card of {width} by {height} millimetres."),
        N_("Shorten them, or make two phases of it."),
    ),
    Kind(
        "E-212",
        N_("The text holds a control character: {value}."),
        N_("Expected letters, digits and signs only."),
        N_("Between double quotes, write a backslash twice, or put the text between single quotes."),
    ),
    Kind(
        "E-213",
        N_("There stands {value}."),
        N_("Expected a number of at most {most}."),
        N_("Write a smaller number."),
    ),
    Kind(
        "E-214",
        N_("There stands {value}."),
        N_("Expected a list of keys and values between braces: {example}."),
        N_("Write it as the other meeting types do."),
    ),
    Kind(
        "E-215",
        N_("{value} and {first} give files of one and the same name, and one would be lost."),
        N_("Expected names that differ before the first full stop, but for an easy-read variant (letlaest)."),
        N_("Give one of them another name, such as {example}."),
    ),
    Kind(
        "E-216",
        N_("The layout {layout} is not made for «{value}»."),
        N_("This layout is made for: {allowed}."),
        N_("Correct til, or choose a layout that is made for it: {layouts}."),
    ),
    Kind(
        "E-217",
        N_("The layout {layout} is about one resident, and this meeting type is about a group."),
        N_("Layouts for groups: {layouts}."),
        N_('Choose one of them, or write om = "beboer".'),
    ),
    Kind(
        "E-218",
        N_("This meeting type is about a group, and [[deltager]] looks people up at a resident."),
        N_("Expected the participants of a group under Deltagere on the sheet Møder."),
        N_('Take [[deltager]] out, or write om = "beboer".'),
    ),
    Kind(
        "E-219",
        N_("The layout {layout} cannot be made for «{value}»."),
        N_('Expected for = "{scope}".'),
        N_("Correct for, or choose another layout."),
    ),
)
