"""The command line: parses the call, calls ``docgen``'s public functions, shows what comes back.

Click lives here and nowhere else. Nothing here decides anything about meetings.
"""
