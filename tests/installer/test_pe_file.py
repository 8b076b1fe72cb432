"""What is read of a program file; the files are made by the compiler that makes the launcher."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pefile
import pytest

from installer.pe_file import X86_64, pe_paths, read

COMPILER = "x86_64-w64-mingw32-gcc"
#: More than pefile itself reads of a file.
MANY = 9000
needs_compiler = pytest.mark.skipif(not shutil.which(COMPILER), reason="there is no mingw")


def compiled(folder: Path, name: str, code: str, *options: str) -> Path:
    source = folder / f"{name}.c"
    source.write_text(code, encoding="utf-8")
    target = folder / name
    subprocess.run([COMPILER, "-o", target, source, *options], check=True)
    return target


@pytest.mark.slow
@needs_compiler
def test_all_functions_are_read_however_many_there_are(tmp_path: Path) -> None:
    names = [f"function_{number}" for number in range(MANY)]
    exports = tmp_path / "many.def"
    exports.write_text("EXPORTS\n" + "\n".join(f"{name}=one" for name in names), encoding="ascii")
    code = "int one(void) { return 1; }"
    library = compiled(tmp_path, "many.dll", code, "-shared", str(exports))
    code = "".join(f"int {name}(void);" for name in names)
    code += f"void *all[] = {{{','.join(names)}}}; int main(void) {{ return !all[0]; }}"
    program = read(compiled(tmp_path, "user.exe", code, str(library)))
    wanted = frozenset(name.encode() for name in names)
    assert read(library).offers == wanted
    assert program.needs["many.dll"] == wanted
    assert program.needs["kernel32.dll"]
    assert program.machine == X86_64
    assert program.windows <= (10, 0)


#: What Microsoft's linker writes for a DLL that is loaded with the first call; mingw's has no way.
DELAYED = """
__asm__(".data\\n.globl delayed\\ndelayed: .long 1\\n.rva name\\n.long 0, 0\\n.rva list\\n"
        ".long 0, 0, 0\\n.fill 32, 1, 0\\nname: .asciz \\"Late.dll\\"\\n.balign 8\\n"
        "list: .rva hint\\n.long 0\\n.quad 0\\nhint: .short 0\\n.asciz \\"later\\"\\n");
extern int delayed; __declspec(dllexport) int *kept(void) { return &delayed; }
"""


@needs_compiler
def test_a_dll_that_is_loaded_with_the_first_call_is_read_too(tmp_path: Path) -> None:
    options = ("-shared", "-Wl,--export-all-symbols")
    path = compiled(tmp_path, "patient.dll", DELAYED, *options)
    with pefile.PE(str(path)) as file:
        exports = {each.name: each.address for each in file.DIRECTORY_ENTRY_EXPORT.symbols}
        file.OPTIONAL_HEADER.DATA_DIRECTORY[13].VirtualAddress = exports[b"delayed"]
        data = bytes(file.write())
    path.write_bytes(data)
    assert read(path).needs["late.dll"] == {b"later"}


@needs_compiler
def test_a_file_cut_short_is_refused(tmp_path: Path) -> None:
    whole = compiled(tmp_path, "whole.exe", "int main(void) { return 0; }", "-s").read_bytes()
    cut = tmp_path / "cut.exe"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises((ValueError, pefile.PEFormatError)):
        read(cut)


def test_what_is_no_program_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "text.dll"
    text.write_text("not a program", encoding="utf-8")
    assert pe_paths(tmp_path) == [text]
    with pytest.raises(pefile.PEFormatError):
        read(text)
