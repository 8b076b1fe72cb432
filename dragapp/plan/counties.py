"""The counties of Romania and București, by their official names (Legea nr. 2/1968)."""

from __future__ import annotations

from dragapp.plan.text import fold

COUNTIES = (
    *("Alba", "Arad", "Argeș", "Bacău", "Bihor", "Bistrița-Năsăud", "Botoșani", "Brașov"),
    *("Brăila", "București", "Buzău", "Caraș-Severin", "Călărași", "Cluj", "Constanța", "Covasna"),
    *("Dâmbovița", "Dolj", "Galați", "Giurgiu", "Gorj", "Harghita", "Hunedoara", "Ialomița"),
    *("Iași", "Ilfov", "Maramureș", "Mehedinți", "Mureș", "Neamț", "Olt", "Prahova", "Satu Mare"),
    *("Sălaj", "Sibiu", "Suceava", "Teleorman", "Timiș", "Tulcea", "Vaslui", "Vâlcea", "Vrancea"),
)


def official(typed: str) -> str:
    """Return the name of the county that was typed, maybe without diacritics; else the typed."""
    wanted = " ".join(fold(typed).split())
    return next((name for name in COUNTIES if fold(name) == wanted), typed.strip())
