"""Make the installer of the payload with NSIS; its pages speak Romanian with the right letters."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from installer import icon, signing
from installer.payload import files
from installer.places import OUT, PAYLOAD, SOURCES, epoch, setup_file, version

_WORDS = Path("/usr/share/nsis/Contrib/Language files")
#: NSIS writes Romanian with the cedilla of the Turkish alphabet.
_LETTERS = str.maketrans("\u015f\u0163\u015e\u0162", "șțȘȚ")


def make(number: str = "") -> Path:
    """Write the installer and return its path.

    With the number of another version it is for a trial: packed in no time, and larger.
    """
    work = OUT / "setup"
    shutil.rmtree(work, ignore_errors=True)
    (work / "words").mkdir(parents=True)
    for kind in ("nlf", "nsh"):
        text = (_WORDS / f"Romanian.{kind}").read_text(encoding="utf-8-sig")
        text = text.translate(_LETTERS)
        (work / "words" / f"Romanian.{kind}").write_text(text, encoding="utf-8-sig")
    (work / "files.nsh").write_text(_list(), encoding="utf-8-sig")
    icon.write_picture(work / "beside.bmp")
    # NSIS packs it with its date, as it does every file.
    os.utime(work / "beside.bmp", (epoch(), epoch()))
    target = setup_file(number)
    given = {
        "VERSION": number or version(),
        "OUT": target,
        "FILES": work / "files.nsh",
        "ICON": OUT / "launcher" / "app.ico",
        "PICTURE": work / "beside.bmp",
        "WORDS": work / "words",
    }
    if number:
        given["TRIAL"] = number
    if signing.is_wanted(os.environ):
        # The uninstaller exists only while NSIS packs it.
        given["SIGN"] = SOURCES / "sign"
    command = ["makensis", "-V2", "-WX", *(f"-D{name}={value}" for name, value in given.items())]
    # Its own date would make each installer another file; what signs runs with this Python.
    given_too = {"SOURCE_DATE_EPOCH": str(epoch()), "PYTHON": sys.executable}
    script = str(SOURCES / "windows" / "setup.nsi")
    subprocess.run([*command, script], check=True, env={**os.environ, **given_too})
    signing.sign([target], os.environ)
    return target


def _list() -> str:
    """Return the commands that install each file, in an order that no file system changes."""
    lines, folder = [], None
    for path in files():
        name = path.relative_to(PAYLOAD)
        if name.parent != folder:
            folder = name.parent
            place = "\\".join(("$INSTDIR", *folder.parts))
            lines.append(f'SetOutPath "{place}"')
        lines.append(f'File "{path}"')
    return "\n".join(lines) + "\n"
