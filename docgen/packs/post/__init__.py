"""The mailing: print files and labels (``post/``), drafts (``mail/``), Digital Post (``digitalpost/``)."""
