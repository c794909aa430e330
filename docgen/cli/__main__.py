"""``python -m docgen.cli`` is the command ``docgen``."""

import sys

from docgen.cli.main import main

sys.exit(main())
