"""What stands before and after the chapters: letterhead, annex header, title, signatures."""

from __future__ import annotations

import re

from dragapp.annex.blocks import AnnexLine, Block, Letterhead, Signatures, Signer, Title
from dragapp.annex.printout import Printout, Purpose
from dragapp.plan.plan import Plan
from dragapp.plan.wording import HEADS, placeholders

#: A blank that is filled by hand on paper.
BY_HAND = "__________"
# A numbered annex is named by its number alone: "Anexa nr. 1", below it "la hotărârea nr. 25".
_NAME = re.compile(r"\A\s*anex[aă]\s+(?=la\s)", re.IGNORECASE)
#: Follows the title where only a part of the plan is printed.
EXTRACT = "– extras –"


def front_matter(plan: Plan, printout: Printout) -> list[Block]:
    """Return the blocks before the first chapter; a section alone has no annex header."""
    blocks: list[Block] = []
    lines, arms = _lines(plan.letterhead), plan.printing.picture
    if lines or arms:
        whose = placeholders(plan.institution, plan.year)["uat_genitiv"]
        blocks.append(Letterhead(lines, arms, f"Stema {whose}" if arms else ""))
    if not printout.section:
        blocks += [AnnexLine(line) for line in header_lines(plan)]
    lines = _lines(plan.title)
    if printout.section:
        lines = (*lines, EXTRACT)
    if lines:
        blocks.append(Title(lines))
    return blocks


def header_lines(plan: Plan) -> tuple[str, ...]:
    """Return the lines of the annex header in its present state, blanks as lines to fill."""
    header = plan.annex_header
    number = plan.printing.annex_number.strip()
    first = (f"Anexa nr. {number}",) if number else ()
    if header.state == "none":
        return first
    if header.state == "adopted":
        text, number, date = header.adopted, plan.decision.number, plan.decision.date
    else:
        draft = plan.paper("draft")
        text, number, date = header.draft, draft.number, draft.date
    filled = text.replace("{nr}", number or BY_HAND).replace("{data}", date or BY_HAND)
    if first:
        filled = _NAME.sub("", filled)
    return first + _lines(filled) + _lines(header.extra)


def closing(plan: Plan, purpose: Purpose) -> list[Block]:
    """Return what stands below the annex, as far as the plan asks for it.

    An adopted annex is signed as the decision is, by the chair and the secretary general (Codul
    administrativ, art. 140); a draft by the mayor. The secretary general certifies copies.
    """
    people, choices = plan.institution, plan.printing
    secretary = plan.decision.secretary or people.secretary
    signers: list[Signer] = []
    if plan.signatures and plan.annex_header.state == "adopted":
        signers = [
            Signer("Președinte de ședință,", plan.decision.chair),
            Signer("Contrasemnează,\nSecretar general,", secretary),
        ]
    elif plan.signatures:
        signers = [Signer(f"{HEADS.get(people.kind, 'Primar')},", people.mayor)]
    if choices.prepared:
        signers.append(Signer("Întocmit,", people.inspector))
    signed = purpose != Purpose.PUBLISH
    blocks: list[Block] = []
    if signers or (choices.stamp and signed):
        blocks.append(Signatures(tuple(signers), signed, choices.stamp and signed))
    if choices.certified and signed:
        certifying = Signer("Conform cu originalul,\nSecretar general,", secretary)
        blocks.append(Signatures((certifying,)))
    return blocks


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line.strip())
