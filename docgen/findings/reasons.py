"""What the operating system gives as a reason, in its own English words, so that they can be translated."""

from docgen.i18n import N_

REASONS = (
    N_("Directory not empty"),
    N_("File exists"),
    N_("File name too long"),
    N_("Input/output error"),
    N_("Is a directory"),
    N_("No such file or directory"),
    N_("Not a directory"),
    N_("Operation not permitted"),
    N_("Permission denied"),
    N_("Read-only file system"),
)
