"""Qt's own words for what a screen reader offers to do, in Romanian."""

from __future__ import annotations

SPOKEN_WORDS = {
    "Press": "Apasă",
    "Triggers the action": "Face acțiunea",
    "Toggle": "Comută",
    "Toggles the state": "Schimbă starea",
    "Increase": "Mărește",
    "Increase the value": "Mărește valoarea",
    "Decrease": "Micșorează",
    "Decrease the value": "Micșorează valoarea",
    "ShowMenu": "Arată meniul",
    "Shows the menu": "Arată meniul",
    "SetFocus": "Mergi aici",
    "Sets the focus": "Mergi aici",
    "Scroll Up": "Derulează în sus",
    "Scroll Down": "Derulează în jos",
    "Scrolls up": "Derulează în sus",
    "Scrolls down": "Derulează în jos",
    "Scrolls to the left": "Derulează la stânga",
    "Scrolls to the right": "Derulează la dreapta",
    "Previous Page": "Pagina dinainte",
    "Next Page": "Pagina următoare",
    "Goes back a page": "Merge la pagina dinainte",
    "Goes to the next page": "Merge la pagina următoare",
    "blockquote": "citat",
}
