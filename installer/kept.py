"""What of Windows' Python and of the packages an installation needs.

Left out is only what the program never loads: `installer/check` proves that for all that is large,
`installer/test` by doing with the rest whatever the program does.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

#: Qt's parts that `dragapp` imports; `tests/installer` compares.
QT = ("Core", "Gui", "Network", "PrintSupport", "Svg", "Widgets")
_QT_PLUGINS = (
    "platforms/qwindows.dll",
    "styles/qmodernwindowsstyle.dll",
    "imageformats/qjpeg.dll",
    "imageformats/qgif.dll",
    "imageformats/qwebp.dll",
    "imageformats/qsvg.dll",
    "imageformats/qtiff.dll",
    "iconengines/qsvgicon.dll",
)
_PYSIDE = (
    *(f"Qt{name}.pyd" for name in QT),
    *(f"Qt6{name}.dll" for name in QT),
    *(f"plugins/{name}" for name in _QT_PLUGINS),
    "*.py",
    "pyside6.abi3.dll",
    "msvcp140*.dll",
    "vcruntime140*.dll",
)
_SHIBOKEN = ("*.py", "*.pyd", "shiboken6.abi3.dll", "msvcp140*.dll", "vcruntime140*.dll")
_ONLY = {"PySide6": _PYSIDE, "shiboken6": _SHIBOKEN}

#: Of Python itself: interpreters that nothing starts, the network's secrets, other systems' needs.
_NO_PYTHON = (
    "pythonw.exe",
    "python3*._pth",
    "python.cat",
    "libcrypto-*.dll",
    "libssl-*.dll",
    "_ssl.pyd",
    "_hashlib.pyd",
    "_msi.pyd",
    "winsound.pyd",
)
#: Of the packages, by patterns whose star stands for folders too: sources, types, tests, tools, and
#: what of their data is for others.
_NO_PACKAGE = (
    "bin/*",
    "PySide6/scripts/*",
    "*.pyi",
    "*/py.typed",
    "*/tests/*",
    "*/RECORD",
    "*/INSTALLER",
    "*/REQUESTED",
    "*.cpp",
    "*.pyx",
    "*.pxd",
    "*.hxx",
    "hunspell/dictionaries/*",
    "PIL/_avif*",
    "PIL/_imagingft*",
    "PIL/_imagingtk*",
    "pypdfium2_cli/*",
    "pyphen/dictionaries/*",
    "reportlab/fonts/*",
    "tzdata/*",
)
_YET = ("pyphen/dictionaries/hyph_ro*",)


def python_needs(name: str) -> bool:
    """Whether a file of the embeddable Python is installed."""
    return not _matches(name, _NO_PYTHON)


def package_needs(name: str) -> bool:
    """Whether a file below the unpacked packages is installed; its path with slashes."""
    first, _, rest = name.partition("/")
    wanted = _ONLY.get(first)
    if wanted and not _matches(rest, wanted):
        return False
    return not _matches(name, _NO_PACKAGE) or _matches(name, _YET)


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)
