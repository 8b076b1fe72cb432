"""The names of actions as undo shows them, where they say what they were about."""

from __future__ import annotations

#: A menu line stays readable up to so many letters.
LONGEST = 60
_INNER_QUOTES = str.maketrans("„”", "«»")


def action_name(what: str, about: str) -> str:
    """Name an action by what was done and, in quotes, about what; too long is cut at a word."""
    room = LONGEST - len(what) - len(" „”")
    line = " ".join(about.translate(_INNER_QUOTES).split())
    if len(line) > room:
        # A single word as long as that is cut inside.
        words = line[:room].rpartition(" ")[0] or line[: room - 1]
        line = words.rstrip(" ,.;:–-") + "…"
    return f"{what} „{line}”"
