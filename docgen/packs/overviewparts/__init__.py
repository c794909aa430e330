"""What the overview says, section by section, in words and links; the page itself is ``overview.html.jinja``."""
