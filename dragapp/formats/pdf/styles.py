"""How each kind of block looks: sizes and spaces in points. Fonts are in `fonts`."""

from __future__ import annotations

from dragapp.formats.pdf.paragraph import Manner
from dragapp.plan.column import Align

CM = 72 / 2.54

#: One step of a list or of a paragraph to the right.
STEP = 0.75 * CM
#: The least room for a list label, and the white space after one.
LABEL_ROOM, LABEL_GAP = 0.65 * CM, 0.18 * CM
#: A longer label is not hung out but begins the text.
LONGEST_LABEL = 3 * CM

LETTERHEAD = Manner(align=Align.CENTER, balanced=True, after=0)
LETTERHEAD_DETAIL = Manner(size=10.5, leading=13, align=Align.CENTER, balanced=True, after=0)
ANNEX_LINE = Manner(align=Align.RIGHT, balanced=True, after=0)
TITLE = Manner(size=14, leading=19, align=Align.CENTER, balanced=True, after=0)
CHAPTER = Manner(size=14, leading=18, align=Align.CENTER, balanced=True, before=18, after=10)
HEADING = Manner(justified=True, before=12, after=6)
SUBHEADING = Manner(justified=True, before=9, after=5)
PLAIN = Manner(justified=True, hyphenated=True, indent=1.0 * CM, after=6)
ITEM = Manner(justified=True, hyphenated=True, after=3)
NOTE = Manner(size=9.5, leading=11.5, justified=True, hyphenated=True, before=4, after=6)
TO_COMPLETE = Manner(left=1.0 * CM, after=6)
SIGNER = Manner(align=Align.CENTER, balanced=True, after=0)
