"""Starts a program in an AppContainer and a Job Object, waits for it, and exits as it did. Windows; see `appcontainer`.

Sent as text to `python -I -S -c`; imports nothing of ours. argv[1] is the policy as JSON, the program follows. It stays
as the parent: the job ends with this process, whoever ends it. Any call that fails ends the run before the program
runs.
Structures and constants: the Windows SDK (winnt.h, winbase.h, userenv.h).
"""

import ctypes
import json
import subprocess
import sys
from ctypes import Structure, byref, c_int64, c_size_t, c_uint32, c_uint64, c_void_p, c_wchar_p, sizeof

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

CREATE_SUSPENDED, UNICODE_ENVIRONMENT, EXTENDED_STARTUPINFO, NO_WINDOW = 0x4, 0x400, 0x80000, 0x08000000
SECURITY_CAPABILITIES_ATTRIBUTE, HANDLES_ATTRIBUTE = 0x20009, 0x20002
EXTENDED_LIMITS, UI_RESTRICTIONS = 9, 4
USE_HANDLES, INFINITE, STANDARD_STREAMS = 0x100, 0xFFFFFFFF, (-10, -11, -12)
INHERIT = 1
CANNOT_START = 126
ALREADY_EXISTS = 0x800700B7


class BasicLimits(Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", c_int64),
        ("PerJobUserTimeLimit", c_int64),
        ("LimitFlags", c_uint32),
        ("MinimumWorkingSetSize", c_size_t),
        ("MaximumWorkingSetSize", c_size_t),
        ("ActiveProcessLimit", c_uint32),
        ("Affinity", c_size_t),
        ("PriorityClass", c_uint32),
        ("SchedulingClass", c_uint32),
    )


class ExtendedLimits(Structure):
    _fields_ = (
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", c_uint64 * 6),
        ("ProcessMemoryLimit", c_size_t),
        ("JobMemoryLimit", c_size_t),
        ("PeakProcessMemoryUsed", c_size_t),
        ("PeakJobMemoryUsed", c_size_t),
    )


class SecurityCapabilities(Structure):
    _fields_ = (
        ("AppContainerSid", c_void_p),
        ("Capabilities", c_void_p),
        ("CapabilityCount", c_uint32),
        ("Reserved", c_uint32),
    )


class StartupInfo(Structure):
    _fields_ = (
        ("cb", c_uint32),
        ("lpReserved", c_wchar_p),
        ("lpDesktop", c_wchar_p),
        ("lpTitle", c_wchar_p),
        ("place", c_uint32 * 7),
        ("dwFlags", c_uint32),
        ("wShowWindow", c_uint32),  # and cbReserved2, both of 16 bits
        ("lpReserved2", c_void_p),
        ("streams", c_void_p * 3),
        ("lpAttributeList", c_void_p),
    )


class ProcessInformation(Structure):
    _fields_ = (("process", c_void_p), ("thread", c_void_p), ("pid", c_uint32), ("tid", c_uint32))


def main() -> "NoReturn":
    policy, argv = json.loads(sys.argv[1]), sys.argv[2:]
    try:
        status = Windows().run(policy, argv)
    except OSError as error:
        sys.stderr.write(f"sandbox: {error}\n")
        status = CANNOT_START
    sys.exit(status)


def limits(policy: "dict[str, Any]") -> ExtendedLimits:
    told = ExtendedLimits()
    told.BasicLimitInformation.LimitFlags = policy["flags"]
    told.BasicLimitInformation.ActiveProcessLimit = policy["active_processes"]
    told.BasicLimitInformation.PerJobUserTimeLimit = policy["job_time_ticks"]
    told.ProcessMemoryLimit = told.JobMemoryLimit = policy["memory_bytes"]
    return told


def grants(policy: "dict[str, Any]", sid: str) -> "list[list[str]]":
    """Who owns a folder may say who reads it; system folders let every container read already."""
    told = [(path, "(OI)(CI)(RX)") for path in policy["read"]] + [(path, "(OI)(CI)(M)") for path in policy["write"]]
    return [["icacls", path, "/grant", f"*{sid}:{rights}", "/Q"] for path, rights in told if not granted(path, sid)]


def granted(path: str, sid: str) -> bool:
    return sid in subprocess.run(["icacls", path], check=False, capture_output=True, text=True).stdout


class Windows:
    """The calls, by the library that has them; each that fails raises OSError."""

    def __init__(self, load: "Any" = None) -> None:
        load = load or (lambda name: ctypes.WinDLL(name, use_last_error=True))  # type: ignore[attr-defined]
        self.kernel, self.userenv, self.advapi = (load(name) for name in ("kernel32", "userenv", "advapi32"))
        for function in ("CreateJobObjectW", "GetStdHandle"):
            getattr(self.kernel, function).restype = c_void_p

    def run(self, policy: "dict[str, Any]", argv: "list[str]") -> int:
        sid = self.container(policy["profile"])
        for command in grants(policy, self.text(sid)):
            subprocess.run(command, check=False, capture_output=True)
        return self.finished(self.started(argv, sid, self.job(policy)))

    def container(self, name: str) -> c_void_p:
        sid = c_void_p()
        result = self.userenv.CreateAppContainerProfile(name, name, name, None, 0, byref(sid)) & 0xFFFFFFFF
        if result == ALREADY_EXISTS:
            result = self.userenv.DeriveAppContainerSidFromAppContainerName(name, byref(sid)) & 0xFFFFFFFF
        if result != 0:
            raise OSError(f"CreateAppContainerProfile: {result:#x}")
        return sid

    def text(self, sid: c_void_p) -> str:
        text = c_wchar_p()
        self.check(self.advapi.ConvertSidToStringSidW(sid, byref(text)), "ConvertSidToStringSidW")
        return text.value or ""

    def job(self, policy: "dict[str, Any]") -> c_void_p:
        job = c_void_p(self.check(self.kernel.CreateJobObjectW(None, None), "CreateJobObjectW"))
        for kind, told in ((EXTENDED_LIMITS, limits(policy)), (UI_RESTRICTIONS, c_uint32(policy["ui_restrictions"]))):
            done = self.kernel.SetInformationJobObject(job, kind, byref(told), sizeof(told))
            self.check(done, "SetInformationJobObject")
        return job

    def started(self, argv: "list[str]", sid: c_void_p, job: c_void_p) -> ProcessInformation:
        """Suspended, so that it does nothing before it is in the job."""
        capabilities = SecurityCapabilities(sid, None, 0, 0)
        streams = (c_void_p * 3)(*(self.kernel.GetStdHandle(which) for which in STANDARD_STREAMS))
        for stream in streams:
            self.check(self.kernel.SetHandleInformation(c_void_p(stream), INHERIT, INHERIT), "SetHandleInformation")
        attributes = self.attributes(capabilities, streams)
        startup = StartupInfo(cb=sizeof(StartupInfo), dwFlags=USE_HANDLES, streams=streams)
        startup.lpAttributeList = ctypes.addressof(attributes)
        process = ProcessInformation()
        line = ctypes.create_unicode_buffer(subprocess.list2cmdline(argv))
        flags = CREATE_SUSPENDED | UNICODE_ENVIRONMENT | EXTENDED_STARTUPINFO | NO_WINDOW
        made = self.kernel.CreateProcessW(
            None, line, None, None, True, flags, None, None, byref(startup), byref(process)
        )
        self.check(made, "CreateProcessW")
        if not self.kernel.AssignProcessToJobObject(job, c_void_p(process.process)):
            self.kernel.TerminateProcess(c_void_p(process.process), CANNOT_START)
            self.check(0, "AssignProcessToJobObject")
        self.kernel.ResumeThread(c_void_p(process.thread))
        return process

    def attributes(self, capabilities: SecurityCapabilities, streams: "Any") -> "Any":
        """The list of attributes: the container, and that nothing but the standard streams is inherited."""
        size = c_size_t()
        self.kernel.InitializeProcThreadAttributeList(None, 2, 0, byref(size))
        attributes = ctypes.create_string_buffer(max(1, size.value))
        self.check(self.kernel.InitializeProcThreadAttributeList(attributes, 2, 0, byref(size)), "attribute list")
        for which, value in ((SECURITY_CAPABILITIES_ATTRIBUTE, capabilities), (HANDLES_ATTRIBUTE, streams)):
            done = self.kernel.UpdateProcThreadAttribute(
                attributes, 0, c_size_t(which), byref(value), c_size_t(sizeof(value)), None, None
            )
            self.check(done, "UpdateProcThreadAttribute")
        return attributes

    def finished(self, process: ProcessInformation) -> int:
        status = c_uint32()
        self.kernel.WaitForSingleObject(c_void_p(process.process), c_uint32(INFINITE))
        self.check(self.kernel.GetExitCodeProcess(c_void_p(process.process), byref(status)), "GetExitCodeProcess")
        return status.value

    def check(self, result: "Any", what: str) -> "Any":
        if not result:
            raise OSError(f"{what}: error {getattr(ctypes, 'get_last_error', int)()}")
        return result


if __name__ == "__main__":
    main()
