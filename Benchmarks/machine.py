"""What the figures were measured on, without the machine's name."""
import os
import platform
import subprocess
from importlib import metadata
from pathlib import Path


def described():
    cpu = next(line.split(":", 1)[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
               if line.startswith("model name"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    release = dict(line.rstrip().split("=", 1) for line in open("/etc/os-release", encoding="utf-8") if "=" in line)
    return (f"{cpu}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB, Linux {platform.release().split('-')[0]}, "
            f"{release['PRETTY_NAME'].strip(chr(34))}")


def versions():
    swift = first_line("swift", "--version").split("(")[0].replace("version ", "").strip()
    packages = ["polars", "duckdb", "frictionless", "openpyxl", "python-calamine"]
    return ", ".join([swift, f"Python {platform.python_version()}", "SQLite " + first_line("sqlite3", "--version").split()[0],
                      first_line("gcc", "--version").replace(" (Debian ", " (").split(" (")[0] + " "
                      + first_line("gcc", "-dumpfullversion")]
                     + [f"{name} {metadata.version(name)}" for name in packages])


def first_line(*argv):
    return subprocess.run(argv, capture_output=True, text=True).stdout.splitlines()[0]
