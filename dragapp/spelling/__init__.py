"""Spelling: Romanian text cut into words here, judged by Hunspell in a process of its own.

Hunspell holds Python's lock while it reads its dictionary and while it looks for suggestions, a
few tenths of a second each; in the window that would stop the typing. What cuts and what is said
over the pipe (`words`, `letters`, `messages`) is light and used at both ends; `lexicon` and `child`
are the process alone.
"""

from __future__ import annotations

#: The command that starts the process; it is of no use to anyone but the window.
COMMAND = "spelling"
