"""A checker of archive-quality, accessible PDF: what PDF/A-2a and PDF/UA-1 ask of the annex.

`check` gives one line for each fault, and none for a file that a validator of both standards
accepts. It covers what the annex is made of: text, rules, shades, tables, lists, notes, pictures
and links. Forms, signatures, layers, media and embedded files are faults in themselves.

`misplaced` tells of ink where none should be; `reading` gives what a screen reader says.
"""

from __future__ import annotations

from tests.pdfcheck.checking import check
from tests.pdfcheck.ink import misplaced
from tests.pdfcheck.text import reading

__all__ = ["check", "misplaced", "reading"]
