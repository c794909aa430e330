"""What the overview says, by section, in words and links; ``overview.html.jinja`` is the page itself."""
