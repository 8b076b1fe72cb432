"""A page of the manual as the HTML that Qt draws: sizes follow the window's font, colours its look.

Links lead to `help:PAGE` and, in the window behind the manual, to `place:PART OR SECTION`. One
leads to `help:LICENTE.txt`, where that file is.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtGui import QPalette

from dragapp import installed
from dragapp.manual.markup import Headline, ItemList, Line, Paragraph, Part, Words
from dragapp.manual.pages import Page

PAGE, PLACE = "help", "place"

_SHEET = """
h1 {{ font-size: x-large; font-weight: 600; margin: 0 0 8px 0; }}
h2 {{ font-size: large; font-weight: 600; margin: 16px 0 4px 0; }}
p {{ margin: 4px 0 8px 0; line-height: 125%; }}
li {{ margin: 3px 0 3px 0; line-height: 125%; }}
a {{ color: {link}; }}
.chapter {{ color: {faint}; margin: 0; }}
.key {{ background-color: {key}; }}
table {{ border-collapse: collapse; margin: 4px 0 10px 0; }}
th {{ text-align: left; background-color: {key}; }}
th, td {{ border: 1px solid {line}; padding: 4px 8px; vertical-align: middle; }}
"""


def style_sheet(palette: QPalette) -> str:
    """Return the look of a page in a window of these colours."""
    role = QPalette.ColorRole
    return _SHEET.format(
        link=palette.color(role.Link).name(),
        faint=palette.color(role.PlaceholderText).name(),
        key=palette.color(role.Button).name(),
        line=palette.color(role.Mid).name(),
    )


def page_html(page: Page, places: Iterable[tuple[str, str]] = ()) -> str:
    """Return a page; `places` are those that it is about and the window can turn to, by name."""
    links = " · ".join(
        f'<a href="{PLACE}:{escape(key)}">{escape(name)}</a>' for key, name in places
    )
    go = f"<p>În plan: {links}</p>" if links else ""
    body = "".join(_part(part) for part in page.parts)
    return f'<p class="chapter">{escape(page.chapter)}</p><h1>{escape(page.title)}</h1>{go}{body}'


def _part(part: Part) -> str:
    if isinstance(part, Headline):
        return f"<h2>{_line(part.text)}</h2>"
    if isinstance(part, Paragraph):
        return f"<p>{_line(part.text)}</p>"
    if isinstance(part, ItemList):
        kind = "ol" if part.numbered else "ul"
        items = "".join(f"<li>{_line(item)}</li>" for item in part.items)
        return f"<{kind}>{items}</{kind}>"
    head = "".join(f"<th>{_line(cell)}</th>" for cell in part.head)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_line(cell)}</td>' for cell in row)}</tr>" for row in part.rows
    )
    return f'<table width="100%"><tr>{head}</tr>{rows}</table>'


def _line(line: Line) -> str:
    return "".join(_words(words) for words in line)


def _words(words: Words) -> str:
    text = escape(words.text)
    if words.target == installed.LICENCES and installed.licences() is None:
        return text
    if words.target:
        return f'<a href="{PAGE}:{escape(words.target)}">{text}</a>'
    if words.key:
        # A key is not to be cut at the end of a line.
        return f'<span class="key">&nbsp;{text.replace(" ", "&nbsp;")}&nbsp;</span>'
    if words.bold:
        return f"<b>{text}</b>"
    return f"<i>{text}</i>" if words.italic else text
