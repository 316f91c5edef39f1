"""A ceiling for this process's memory and processor time, set by the process itself before it does anything risky.

POSIX: RLIMIT_AS and RLIMIT_CPU. Windows: a Job Object around this process; time is watched by the parent on both.
"""

import sys


def limit_this_process(memory_bytes: int, seconds: float) -> None:
    """Make any allocation beyond `memory_bytes` fail. Lowers only: an existing stricter limit stays."""
    if sys.platform == "win32":
        _limit_on_windows(memory_bytes)
    else:
        _limit_on_posix(memory_bytes, seconds)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    PROCESS_MEMORY = 0x100
    EXTENDED_LIMITS = 9

    class _BasicLimits(ctypes.Structure):
        _fields_ = [
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        ]

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = [
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        ]

    def _limit_on_windows(memory_bytes: int) -> None:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = [wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD]
        kernel.AssignProcessToJobObject.argtypes = [wintypes.HANDLE, wintypes.HANDLE]
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = PROCESS_MEMORY
        limits.ProcessMemoryLimit = memory_bytes
        # The handle is left open on purpose: the job lives as long as this process.
        job = kernel.CreateJobObjectW(None, None)
        done = kernel.SetInformationJobObject(
            job, EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        ) and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
        if not done:
            raise ctypes.WinError(ctypes.get_last_error())

else:
    import math
    import resource

    def _limit_on_posix(memory_bytes: int, seconds: float) -> None:
        _lower(resource.RLIMIT_AS, memory_bytes)
        # Should the parent die first, the child still ends.
        _lower(resource.RLIMIT_CPU, math.ceil(seconds) + 1)
        _lower(resource.RLIMIT_CORE, 0)

    def _lower(kind: int, value: int) -> None:
        _, hard = resource.getrlimit(kind)
        ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (ceiling, ceiling))
