"""Whether the computer is set to high contrast: Windows tells, but Qt 6.9 does not pass it on; nobody else tells."""

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    GET_HIGH_CONTRAST, ON = 0x0042, 0x0001

    class _HighContrast(ctypes.Structure):
        """HIGHCONTRASTW of winuser.h."""

        _fields_ = (("cbSize", wintypes.UINT), ("dwFlags", wintypes.DWORD), ("lpszDefaultScheme", wintypes.LPWSTR))

    def is_high() -> bool:
        """Ask Windows; False where it does not answer."""
        found = _HighContrast(cbSize=ctypes.sizeof(_HighContrast))
        asked = ctypes.windll.user32.SystemParametersInfoW(GET_HIGH_CONTRAST, found.cbSize, ctypes.byref(found), 0)
        return bool(asked) and bool(found.dwFlags & ON)

else:

    def is_high() -> bool:
        """Nobody to ask."""
        return False
