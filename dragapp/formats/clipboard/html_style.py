"""What the styles of HTML elements, those of Office among them, say about the text inside."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNSEEN = {"comment", "del", "head", "noscript", "script", "style", "template", "title", "xml"}
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment", re.I)
_EXACT = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)
_SPACES = re.compile(r"mso-spacerun\s*:\s*yes", re.I)
_LOOSE = re.compile(r"mso-ignore\s*:[^;]*(?:col|row)span", re.I)
_LIST_MARK = re.compile(r"mso-list\s*:\s*ignore", re.I)
_SYMBOLS = re.compile(r"font-family\s*:\s*[\"']?(?:symbol|wingdings)", re.I)


@dataclass(frozen=True, slots=True)
class Style:
    """What holds inside an element.

    `exact`: blanks and line ends count; `spaces`: non-breaking spaces stand for ordinary ones;
    `symbols`: letters show as pictures; `list_mark`: the text is the mark of a list's item.
    """

    hidden: bool = False
    exact: bool = False
    spaces: bool = False
    symbols: bool = False
    list_mark: bool = False

    def within(self, tag: str, css: str, *, hidden: bool) -> Style:
        """Return the style inside an element of this one."""
        return Style(
            # The cells of a hidden row are read: a merged one may reach into a row that is seen.
            hidden=self.hidden or (hidden and tag != "tr"),
            exact=self.exact or tag == "pre" or is_exact(css),
            spaces=self.spaces or bool(_SPACES.search(css)),
            symbols=self.symbols or bool(_SYMBOLS.search(css)),
            list_mark=self.list_mark or bool(_LIST_MARK.search(css)),
        )


def is_hidden(tag: str, given: dict[str, str]) -> bool:
    """Tell whether an element with these attributes is not shown."""
    return tag in _UNSEEN or "hidden" in given or bool(_HIDDEN.search(given.get("style", "")))


def is_exact(css: str) -> bool:
    """Tell whether blanks and line ends count."""
    return bool(_EXACT.search(css))


def is_loose(css: str) -> bool:
    """Tell whether a cell's spans are no merging: its text only runs over empty neighbours."""
    return bool(_LOOSE.search(css))
