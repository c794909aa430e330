"""Word documents: templates that are compiled once, and what their tags can say."""
