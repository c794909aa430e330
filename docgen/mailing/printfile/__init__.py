"""Many finished Word documents joined into one print file, letter by letter."""

from docgen.mailing.printfile.joining import write_print_files
from docgen.mailing.printfile.values import Letter, Printed, PrintedFile, Source

__all__ = ["Letter", "Printed", "PrintedFile", "Source", "write_print_files"]
