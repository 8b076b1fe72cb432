"""The pages of the real PDF, made and drawn in a process of its own beside the window.

The window sends a plan, this process lays it out and draws what is looked at (`child`); neither
waits for the other. Nothing here knows Qt or opens a dossier.
"""

from __future__ import annotations

#: The command that starts the process; it is of no use to anyone but the window.
COMMAND = "preview"
