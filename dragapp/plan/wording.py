"""How a unit of local government is named and declined in the default texts of a form.

A form's texts hold placeholders: `{uat}` (comuna Drăgușeni), `{uat_genitiv}` (comunei Drăgușeni),
`{consiliul_genitiv}`, `{județ}`, `{județul}` (județul Iași), `{nivel}` (local), `{an}` and the
others that `placeholders` lists. `{anexa_hg797}` is the number of the annex of
HG 797/2017 that regulates the unit's social service (its art. 1 alin. (2)-(4)).
Written in capitals a placeholder gives capitals. Numbering placeholders such as `{1}` stay.
"""

from __future__ import annotations

import re

from dragapp.plan.plan import Institution

#: The kinds of unit and their articulated nominative and genitive.
UAT_KINDS = {
    "comună": ("comuna", "comunei"),
    "oraș": ("orașul", "orașului"),
    "municipiu": ("municipiul", "municipiului"),
    "sector": ("sectorul", "sectorului"),
    "județ": ("județul", "județului"),
}
_REGULATION = {"comună": "3", "oraș": "2", "municipiu": "2", "sector": "1", "județ": "1"}
#: Who heads a unit, where it is not a mayor.
HEADS = {"județ": "Președinte"}
#: Printed where the user has not yet given a name.
BLANK = "…………"


def placeholders(institution: Institution, year: int) -> dict[str, str]:
    """Return what each placeholder stands for."""
    nominative, genitive = UAT_KINDS.get(institution.kind, UAT_KINDS["comună"])
    name = institution.name or BLANK
    county = institution.county or BLANK
    county_is = "municipiul București" if institution.kind == "sector" else f"județul {county}"
    council = f"Consiliului Local al {genitive} {name}"
    council_is = f"Consiliul Local al {genitive} {name}"
    if institution.kind == "județ":
        council, council_is = f"Consiliului Județean {name}", f"Consiliul Județean {name}"
    return {
        "uat": f"{nominative} {name}",
        "uat_genitiv": f"{genitive} {name}",
        "localitatea": name,
        "consiliul": council_is,
        "consiliul_genitiv": council,
        "județ": county,
        "județul": county_is,
        "nivel": "județean" if institution.kind == "județ" else "local",
        "anexa_hg797": _REGULATION.get(institution.kind, _REGULATION["comună"]),
        "an": str(year),
        "cif": institution.fiscal_code or BLANK,
        "adresa": institution.address or BLANK,
        "telefon": institution.phone or BLANK,
        "email": institution.email or BLANK,
        "site": institution.website or BLANK,
        "compartiment": institution.department or "Compartimentul de asistență socială",
        "primar": institution.mayor or BLANK,
        "secretar": institution.secretary or BLANK,
    }


def fill(text: str, words: dict[str, str]) -> str:
    """Put the words in place of the placeholders of a text; unknown braces stay as they are."""

    def word(found: re.Match[str]) -> str:
        name = found[1]
        known = words.get(name.lower())
        if known is None:
            return found[0]
        if name.isupper() and len(name) > 1:
            return known.upper()
        return known[:1].upper() + known[1:] if name[0].isupper() else known

    return re.sub(r"\{([^\W\d_][\w]*)\}", word, text)
