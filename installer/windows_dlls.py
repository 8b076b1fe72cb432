"""DLLs that every Windows 10 since version 1809 has, of those that files of ours import.

A new one is added by hand, after Microsoft's documentation of a function that is imported from it
was read for the Windows that it needs: whatever is not here would keep the program from starting.
"""

from __future__ import annotations

#: Parts of Windows itself. `icuuc.dll` came with version 1703.
_PARTS = """
advapi32 authz bcrypt comdlg32 crypt32 d3d11 d3d12 d3d9 dnsapi dwmapi dwrite dxgi gdi32 icuuc imm32
iphlpapi kernel32 mpr msvcrt netapi32 ntdll ole32 oleaut32 psapi rpcrt4 secur32 setupapi shell32
shlwapi uiautomationcore user32 userenv uxtheme version winhttp winmm ws2_32 wtsapi32
"""
#: Names under which Windows offers groups of functions; all are of Windows 8.1 or before.
_GROUPS = """
core-path-l1-1-0 core-synch-l1-2-0 core-winrt-error-l1-1-1 core-winrt-l1-1-0
core-winrt-string-l1-1-0 shcore-scaling-l1-1-1
"""
#: The C library, part of Windows since version 10.
_C_LIBRARY = """
conio convert environment filesystem heap locale math private process runtime stdio string time
utility
"""
#: In small letters.
WINDOWS_DLLS = frozenset(
    {
        "winspool.drv",
        *(f"{name}.dll" for name in _PARTS.split()),
        *(f"api-ms-win-{name}.dll" for name in _GROUPS.split()),
        *(f"api-ms-win-crt-{name}-l1-1-0.dll" for name in _C_LIBRARY.split()),
    }
)
