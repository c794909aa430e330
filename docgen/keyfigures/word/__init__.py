"""The report as a Word file, with charts that Word can edit."""
