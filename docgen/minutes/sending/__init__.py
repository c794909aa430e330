"""Minutes on their way to those who get them: who that is, what they get, and the drafts."""
