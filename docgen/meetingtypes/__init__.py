"""Meeting types: a folder each under ``templates/``, read from ``type.toml``."""
