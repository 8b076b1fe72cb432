"""The window's colours: light, dark, and both with strong contrast; no widget names one itself.

Every text stands out from its ground by 4.5 : 1 at least, what is no text by 3 : 1 (WCAG 2.1, 1.4.3
and 1.4.11); with strong contrast, by 7 : 1 (1.4.6).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Colours:
    """What each colour is for; `soft` is the ground of chosen cells and rows."""

    dark: bool
    window: str
    base: str
    band: str
    button: str
    text: str
    faint: str
    disabled: str
    line: str
    edge: str
    accent: str
    on_accent: str
    soft: str
    on_soft: str
    hover: str
    checked: str
    notice: str
    tip: str
    stroke: str
    strong: bool = False

    def pairs(self) -> list[tuple[str, str]]:
        """Return every text colour with each ground that it is written on."""
        grounds = (self.window, self.base, self.band, self.button, self.hover, self.checked)
        return [
            *((self.text, ground) for ground in (*grounds, self.notice, self.tip)),
            *((self.faint, ground) for ground in (self.window, self.base, self.band, self.button)),
            (self.on_accent, self.accent),
            (self.on_soft, self.soft),
        ]

    def marks(self) -> list[tuple[str, str]]:
        """Return every colour of icons, edges and focus rings with each ground it lies on."""
        grounds = (self.window, self.base, self.button)
        return [(mark, on) for mark in (self.accent, self.stroke, self.edge) for on in grounds]

    def palette(self) -> QPalette:
        """Return the colours as Qt's palette."""
        roles = QPalette.ColorRole
        made = QPalette(QColor(self.button), QColor(self.window))
        for role in (roles.Dark, roles.Shadow):
            made.setColor(role, QColor(self.edge))
        for role, colour in {
            roles.Window: self.window,
            roles.WindowText: self.text,
            roles.Base: self.base,
            roles.AlternateBase: self.band,
            roles.Text: self.text,
            roles.Button: self.button,
            roles.ButtonText: self.text,
            roles.BrightText: self.on_accent,
            roles.Mid: self.line,
            roles.Highlight: self.accent,
            roles.HighlightedText: self.on_accent,
            roles.Accent: self.accent,
            roles.Link: self.accent,
            roles.LinkVisited: self.accent,
            roles.ToolTipBase: self.tip,
            roles.ToolTipText: self.text,
            roles.PlaceholderText: self.faint,
        }.items():
            made.setColor(role, QColor(colour))
        grey = QPalette.ColorGroup.Disabled
        for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
            made.setColor(grey, role, QColor(self.disabled))
        for role in (roles.Highlight, roles.Accent):
            made.setColor(grey, role, QColor(self.line))
        return made


LIGHT = Colours(
    dark=False,
    window="#f4f6f8",
    base="#ffffff",
    band="#f7f9fb",
    button="#eef1f4",
    text="#16202a",
    faint="#56626e",
    disabled="#98a1aa",
    line="#d3dae1",
    edge="#7f8a95",
    accent="#1f6fb2",
    on_accent="#ffffff",
    soft="#cfe3f5",
    on_soft="#10202e",
    hover="#e3e9ef",
    checked="#d7e8f7",
    notice="#fff6d9",
    tip="#ffffff",
    stroke="#3b4a5a",
)
DARK = Colours(
    dark=True,
    window="#23282d",
    base="#1b1f23",
    band="#20252a",
    button="#2f363c",
    text="#e8ecf0",
    faint="#a7b1bb",
    disabled="#78828c",
    line="#474d54",
    edge="#87929c",
    accent="#6cb6f5",
    on_accent="#0c1a26",
    soft="#2b4c69",
    on_soft="#f2f7fb",
    hover="#3a4149",
    checked="#2f4f6b",
    notice="#3d3a2a",
    tip="#2f363c",
    stroke="#c9d3dd",
)
#: Black on white, and white on black, every edge drawn in full.
STRONG_LIGHT = Colours(
    dark=False,
    window="#ffffff",
    base="#ffffff",
    band="#ffffff",
    button="#ffffff",
    text="#000000",
    faint="#222222",
    disabled="#6b6b6b",
    line="#000000",
    edge="#000000",
    accent="#003b8e",
    on_accent="#ffffff",
    soft="#ffe600",
    on_soft="#000000",
    hover="#e6e6e6",
    checked="#cfe0ff",
    notice="#ffffff",
    tip="#ffffff",
    stroke="#000000",
    strong=True,
)
STRONG_DARK = Colours(
    dark=True,
    window="#000000",
    base="#000000",
    band="#000000",
    button="#000000",
    text="#ffffff",
    faint="#e6e6e6",
    disabled="#9a9a9a",
    line="#ffffff",
    edge="#ffffff",
    accent="#ffe600",
    on_accent="#000000",
    soft="#1746bd",
    on_soft="#ffffff",
    hover="#333333",
    checked="#123a8c",
    notice="#000000",
    tip="#000000",
    stroke="#ffffff",
    strong=True,
)


def chosen(*, dark: bool, strong: bool) -> Colours:
    """Return the colours for a window that is dark or not, with strong contrast or not."""
    if strong:
        return STRONG_DARK if dark else STRONG_LIGHT
    return DARK if dark else LIGHT


def of_system(palette: QPalette) -> Colours:
    """Return the colours of a system that is set to strong contrast, as its user chose them."""
    roles, grey = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    text, window = palette.color(roles.WindowText).name(), palette.color(roles.Window).name()
    base, accent = palette.color(roles.Base).name(), palette.color(roles.Highlight).name()
    on_accent = palette.color(roles.HighlightedText).name()
    return Colours(
        dark=palette.color(roles.Window).lightness() < 128,
        window=window,
        base=base,
        band=base,
        button=window,
        text=text,
        faint=text,
        disabled=palette.color(grey, roles.WindowText).name(),
        line=text,
        edge=text,
        accent=accent,
        on_accent=on_accent,
        soft=accent,
        on_soft=on_accent,
        hover=window,
        checked=window,
        notice=window,
        tip=window,
        stroke=text,
        strong=True,
    )


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart, from 1 to 21 (WCAG 2.1, contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(name: str) -> float:
    """Return a colour's relative luminance (WCAG 2.1)."""
    colour = QColor(name)
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
