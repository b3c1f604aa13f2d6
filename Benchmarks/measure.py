"""Whole processes, timed side by side: start-up included, files in the page cache, memory as the kernel saw its peak."""
import os
import statistics
import subprocess
import time
from dataclasses import dataclass, field


@dataclass
class Contender:
    """A command that does the job. `before` runs untimed ahead of each run; `runs` caps the slow ones."""
    name: str
    argv: list
    before: object = None
    runs: int = 99
    allowed: tuple = (0,)
    samples: list = field(default_factory=list)

    def run(self):
        if self.before:
            self.before()
        start = time.perf_counter()
        process = subprocess.Popen(self.argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE)
        complaint = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stderr.close()
        if process.returncode not in self.allowed:
            raise SystemExit(f"{self.name}: exit {process.returncode}\n{complaint.decode(errors='replace')[-2000:]}")
        return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

    def median(self, column=0):
        return statistics.median(sample[column] for sample in self.samples)

    def span(self):
        walls = [sample[0] for sample in self.samples]
        return min(walls), max(walls)


def race(contenders, rounds):
    """One warm-up each, then rounds in which every contender runs once, so that the machine's drift hits all alike."""
    for contender in contenders:
        contender.run()
    for turn in range(rounds):
        for contender in contenders:
            if turn < contender.runs:
                contender.samples.append(contender.run())
