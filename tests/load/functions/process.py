"""A function's process: put under a share of a CPU, measured from outside."""

import os
import pathlib
import subprocess

# A core per 1,769 MB: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
MB_PER_CORE = 1769
PERIOD = 100_000


class CpuShare:
    """A control group (version 1 or 2) that gives a memory size's share of one core. `works` says whether it can be had
    here; without it, the caller projects from CPU milliseconds."""

    def __init__(self, megabytes):
        quota = int(PERIOD * megabytes / MB_PER_CORE)
        name = f"proconnect-bench-{os.getpid()}-{megabytes}"
        root = pathlib.Path("/sys/fs/cgroup")
        first = (root / "cpu").is_dir()
        self.folder = (root / "cpu" if first else root) / name
        try:
            self.folder.mkdir()
            if first:
                (self.folder / "cpu.cfs_period_us").write_text(str(PERIOD))
                (self.folder / "cpu.cfs_quota_us").write_text(str(quota))
            else:
                (self.folder / "cpu.max").write_text(f"{quota} {PERIOD}")
            self.works = True
        except OSError:
            self.works = False

    def take(self, pid):
        """Puts a process with all its threads under the share."""
        (self.folder / "cgroup.procs").write_text(str(pid))

    def remove(self):
        if self.works:
            self.folder.rmdir()


class Process:
    """A running function."""

    def __init__(self, command, environment, share=None):
        """With a share, the program itself starts under it."""
        enter = (lambda: share.take(os.getpid())) if share and share.works else None
        self.process = subprocess.Popen(
            command, env=environment, preexec_fn=enter, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def cpu_ms(self):
        """CPU time of all its threads so far: the scheduler's own count, in nanoseconds."""
        tasks = pathlib.Path(f"/proc/{self.process.pid}/task")
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e6

    def peak_mb(self):
        """The most memory that was resident (VmHWM)."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024
