"""What stands before and after the chapters: letterhead, annex header, title, signatures."""

from __future__ import annotations

from dragapp.annex.blocks import AnnexLine, Block, Letterhead, Signatures, Signer, Title
from dragapp.plan.plan import Plan
from dragapp.plan.wording import HEADS

#: A blank that is filled by hand on paper.
BY_HAND = "__________"


def front_matter(plan: Plan) -> list[Block]:
    """Return the blocks before the first chapter."""
    blocks: list[Block] = []
    if lines := _lines(plan.letterhead):
        blocks.append(Letterhead(lines))
    blocks += [AnnexLine(line) for line in header_lines(plan)]
    if lines := _lines(plan.title):
        blocks.append(Title(lines))
    return blocks


def header_lines(plan: Plan) -> tuple[str, ...]:
    """Return the lines of the annex header in its present state, blanks as lines to fill."""
    header = plan.annex_header
    if header.state == "none":
        return ()
    if header.state == "adopted":
        text, number, date = header.adopted, plan.decision.number, plan.decision.date
    else:
        draft = plan.paper("draft")
        text, number, date = header.draft, draft.number, draft.date
    filled = text.replace("{nr}", number or BY_HAND).replace("{data}", date or BY_HAND)
    return _lines(filled) + _lines(header.extra)


def signatures(plan: Plan) -> list[Block]:
    """Return the closing signatures, if the plan asks for them.

    An adopted annex is signed as the decision is, by the chair and the secretary general (Codul
    administrativ, art. 140); a draft by the mayor and by the person who drew it up.
    """
    if not plan.signatures:
        return []
    people = plan.institution
    if plan.annex_header.state == "adopted":
        return [
            Signatures(
                (
                    Signer("Președinte de ședință,", plan.decision.chair),
                    Signer(
                        "Contrasemnează,\nSecretar general,",
                        plan.decision.secretary or people.secretary,
                    ),
                )
            )
        ]
    head = HEADS.get(people.kind, "Primar")
    signers = (Signer(f"{head},", people.mayor), Signer("Întocmit,", people.inspector))
    return [Signatures(signers)]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line.strip())
