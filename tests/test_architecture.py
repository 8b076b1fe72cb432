"""The house rules that a reader relies on, and that each of them notices a breach."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "dragapp"
LONGEST_MODULE = 400

#: What the modules of each package may import of the program, besides their own package.
INWARD = {
    "plan": {"errors"},
    "annex": {"plan", "errors"},
    "formats": {"annex", "plan", "errors", "progress", "resources"},
    "dossier": {"plan", "errors", "progress"},
    "manual": {"annex", "plan", "errors", "resources", "__version__"},
    "preview": {"plan", "annex", "formats", "errors", "progress"},
    "spelling": {"plan", "errors", "resources"},
    "ui": {
        "plan",
        "annex",
        "dossier",
        "formats",
        "manual",
        "preview",
        "spelling",
        "errors",
        "progress",
        "resources",
        "examples",
        "forms",
        "installed",
    },
    "errors": set(),
    "installed": set(),
    "progress": set(),
    "resources": set(),
}
#: The packages from outside, and where alone they may be imported.
OUTWARD = {
    "PySide6": ("dragapp/ui/",),
    "shiboken6": ("dragapp/ui/",),
    "sqlite3": ("dragapp/dossier/",),
    "sqlite_utils": ("dragapp/dossier/",),
    "reportlab": ("dragapp/formats/pdf/",),
    "PIL": ("dragapp/formats/pdf/",),
    "hunspell": ("dragapp/spelling/lexicon.py",),
    "pyphen": ("dragapp/formats/pdf/",),
    "openpyxl": ("dragapp/formats/xlsx/",),
    "pypdfium2": ("dragapp/preview/", "dragapp/ui/paper.py"),
}
#: What is imported only when it is used, so that commands start fast and without a screen.
LAZY = (
    *("dragapp.ui", "dragapp.preview", "dragapp.dossier"),
    *("dragapp.spelling.lexicon", "dragapp.spelling.child"),
    *("dragapp.formats.pdf", "dragapp.formats.xlsx"),
)
_EAGER = (
    *("dragapp/ui/", "dragapp/preview/", "dragapp/dossier/", "dragapp/spelling/"),
    *("dragapp/formats/pdf/", "dragapp/formats/xlsx/"),
)

_VAGUE = {"util", "utils", "helper", "helpers", "misc", "common", "tools", "stuff"}
_SKIPPED = {".git", ".venv", "venv", "build", "dist", "node_modules", "__pycache__"}
_BINARY = {".ttf", ".icc", ".png", ".ico", ".pdf", ".xlsx", ".dosar", ".aff", ".dic"}
# Written so that these patterns do not find themselves.
_UNFINISHED = re.compile(r"(?<![\w.])(?:TO[D]O|FIX[M]E|XX[X]|HAC[K])(?!\w|\s*=)")
_MACHINE = re.compile(
    r"(?<![\w.}/~-])/(?:ho[m]e|U[s]ers|ro[o]t|tm[p]|wor[k]|mn[t]|va[r]|op[t])/"
    r"|\b[A-Z]:[\\/]+(?:U[s]ers|Docum)"
)
_REGISTRY = re.compile(
    r"py[p]i\.org|python[h]osted|index-[u]rl|registry\.np[m]|conda\.an[a]conda|proxy\.gol[a]ng"
)
_CEDILLA = re.compile("[\u015e\u015f\u0162\u0163]|[sStT]\u0327")
#: Where letters with a cedilla belong: the table that turns them into commas, and the old texts.
_OLD_LETTERS = ("dragapp/plan/text.py", "resources/nomenclator/", "tests/")


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def texts() -> Iterator[tuple[str, str]]:
    """Yield every text file of the tree: its path below the root and its text."""
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT)
        skipped = any(part in _SKIPPED or part.endswith(("_cache", ".egg-info", ".hypothesis"))
                      for part in inside.parts)  # fmt: skip
        if path.is_file() and not skipped and path.suffix not in _BINARY:
            yield inside.as_posix(), path.read_text(encoding="utf-8")


def imports(source: str) -> Iterator[tuple[str, bool]]:
    """Yield the modules that a source imports, and whether only when a function is called."""

    def visit(node: ast.AST, lazy: bool) -> Iterator[tuple[str, bool]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                yield from ((alias.name, lazy) for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                base = "." * child.level + (child.module or "")
                # "from dragapp import cli" imports dragapp.cli.
                names = [f"dragapp.{alias.name}" for alias in child.names]
                yield from ((name, lazy) for name in (names if base == "dragapp" else [base]))
            inner = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            yield from visit(child, lazy or inner)

    yield from visit(ast.parse(source), False)


def import_faults(path: str, source: str) -> list[str]:
    """Tell which imports of a module break a rule; the path is below the root."""
    own = Path(path).with_suffix("").parts[1]
    faults = []
    for name, lazy in imports(source):
        outer, *inner = name.split(".")
        if not outer:
            faults.append(f"{path}: relative import {name}")
        elif outer != "dragapp":
            places = OUTWARD.get(outer)
            known = places or outer in sys.stdlib_module_names
            if not known or (places and not path.startswith(places)):
                faults.append(f"{path}: {name} from outside")
        elif inner and own in INWARD and inner[0] not in {own, "__version__", *INWARD[own]}:
            faults.append(f"{path}: {name} from another layer")
        elif name.startswith(LAZY) and not lazy and not path.startswith(_EAGER):
            faults.append(f"{path}: {name} not only when used")
    return faults


def docstring_faults(path: str, source: str) -> list[str]:
    """Tell which public thing has no docstring; in the window a base class may have named it."""
    tree = ast.parse(source)
    faults = [] if ast.get_docstring(tree) else [f"{path}: module"]

    def visit(body: list[ast.stmt], owner: str) -> None:
        for thing in body:
            if not isinstance(thing, ast.ClassDef | ast.FunctionDef) or thing.name.startswith("_"):
                continue
            if not ast.get_docstring(thing):
                faults.append(f"{path}: {owner}{thing.name}")
            if isinstance(thing, ast.ClassDef) and not (thing.bases and "/ui/" in path):
                visit(thing.body, f"{thing.name}.")

    visit(tree.body, "")
    return faults


def text_faults(path: str, text: str) -> list[str]:
    """Tell what a text file says that belongs to no product."""
    rules = [("unfinished", _UNFINISHED), ("machine", _MACHINE), ("registry", _REGISTRY)]
    if not path.startswith(_OLD_LETTERS):
        rules.append(("cedilla", _CEDILLA))
    return [
        f"{path}:{text.count(chr(10), 0, found.start()) + 1}: {name} {found.group()}"
        for name, pattern in rules
        for found in pattern.finditer(text)
    ]


def name_fault(path: str) -> str | None:
    """Tell whether a module's or a folder's name says nothing of what is in it."""
    vague = [part for part in Path(path).with_suffix("").parts if part.casefold() in _VAGUE]
    return f"{path}: {vague[0]}" if vague else None


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_keeps_the_house_rules(path: Path) -> None:
    inside, source = path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
    assert import_faults(inside, source) == []
    assert docstring_faults(inside, source) == []
    assert name_fault(inside) is None
    assert len(source.splitlines()) <= LONGEST_MODULE


def test_the_tree_holds_the_product_alone() -> None:
    assert [fault for path, text in texts() for fault in text_faults(path, text)] == []


def test_every_package_has_its_rule() -> None:
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert packages <= set(INWARD)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("dragapp/plan/plan.py", "import PySide6.QtCore"),
        ("dragapp/plan/plan.py", "def f():\n    from PySide6 import QtCore"),
        ("dragapp/plan/plan.py", "if TYPE_CHECKING:\n    import sqlite3"),
        ("dragapp/plan/plan.py", "import reportlab"),
        ("dragapp/plan/plan.py", "from dragapp.annex.blocks import Grid"),
        ("dragapp/plan/plan.py", "from dragapp import resources"),
        ("dragapp/plan/plan.py", "from ..annex import blocks"),
        ("dragapp/plan/plan.py", "import requests"),
        ("dragapp/annex/build.py", "from dragapp.dossier.dossier import Dossier"),
        ("dragapp/annex/build.py", "from dragapp.formats.export import Target"),
        ("dragapp/formats/export.py", "from dragapp.dossier.dossier import Dossier"),
        ("dragapp/formats/export.py", "from dragapp.formats.pdf import write_pdf"),
        ("dragapp/formats/export.py", "import openpyxl"),
        ("dragapp/dossier/dossier.py", "from dragapp.formats.plan_json import load_plan"),
        ("dragapp/dossier/dossier.py", "from PySide6.QtSql import QSqlDatabase"),
        ("dragapp/ui/session.py", "import sqlite_utils"),
        ("dragapp/ui/session.py", "from dragapp import cli"),
        ("dragapp/errors.py", "from dragapp.plan import text"),
        ("dragapp/__main__.py", "from dragapp.ui.start import start"),
        ("dragapp/__main__.py", "def main():\n    import PySide6"),
        ("dragapp/cli.py", "from dragapp.dossier.dossier import Dossier"),
    ],
)
def test_a_wrong_import_is_noticed(path: str, source: str) -> None:
    assert len(import_faults(path, source)) == 1


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("dragapp/plan/plan.py", "import re\nfrom dragapp.errors import cause"),
        ("dragapp/__main__.py", "def main():\n    from dragapp.ui.start import start"),
        ("dragapp/ui/start.py", "from PySide6.QtCore import QLocale\nfrom dragapp import forms"),
        ("dragapp/formats/pdf/pen.py", "import reportlab\nfrom dragapp.annex.blocks import Grid"),
    ],
)
def test_a_right_import_is_let_pass(path: str, source: str) -> None:
    assert import_faults(path, source) == []


@pytest.mark.parametrize(
    ("source", "nameless"),
    [
        ("x = 1", "m.py: module"),
        ('"""M."""\ndef f(): ...', "m.py: f"),
        ('"""M."""\nclass C: ...', "m.py: C"),
        ('"""M."""\nclass C:\n    """C."""\n    def f(self): ...', "m.py: C.f"),
    ],
)
def test_a_missing_docstring_is_noticed(source: str, nameless: str) -> None:
    assert docstring_faults("m.py", source) == [nameless]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# TO" + "DO: more", "unfinished"),
        ("# FIX" + "ME", "unfinished"),
        ("see /ho" + "me/ana/plan", "machine"),
        ("'/wor" + "k/main'", "machine"),
        (r"C:\Us" + "ers\\ana", "machine"),
        ("https://py" + "pi.org/simple", "registry"),
        ("acţiune", "cedilla"),
        ("Dra\u0306gus\u0327eni", "cedilla"),
    ],
)
def test_what_belongs_to_no_product_is_noticed(text: str, found: str) -> None:
    faults = text_faults("dragapp/ui/about.py", f"first line\n{text}\n")
    assert [fault.split()[1] for fault in faults] == [found]
    assert faults[0].startswith("dragapp/ui/about.py:2:")


def test_a_state_named_to_do_is_no_unfinished_work() -> None:
    assert text_faults("dragapp/x.py", 'TODO = "todo"\nstate == State.TODO\n') == []


def test_a_name_that_says_nothing_is_noticed() -> None:
    assert name_fault("dragapp/plan/utils.py")
    assert name_fault("dragapp/Helpers/rows.py")
    assert name_fault("dragapp/plan/money.py") is None
