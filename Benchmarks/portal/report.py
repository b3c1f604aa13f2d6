"""What was found, as a page."""
import platform
import subprocess
from dataclasses import dataclass, field

from machine import described, first_line
from verdicts import median, p95


@dataclass
class Verdicts:
    name: str
    kind: str
    rows: int
    times: list
    peak: float


@dataclass
class Found:
    load_before: float = 0
    load_after: float = 0
    start: float = 0
    people: int = 0
    signing_in: float = 0
    sign_in_peak: float = 0
    storm: object = None
    calm: object = None
    verdicts: list = field(default_factory=list)
    read_meanwhile: float = 0
    failed_meanwhile: int = 0
    flood: float = 0
    readings: list = field(default_factory=list)
    database: float = 0


def faults(found):
    """What must not happen, in a line each."""
    lines = []
    for name, storm in (("killed", found.storm), ("calm", found.calm)):
        count = len(storm.deliveries)
        lines += [f"{name}: {trouble}" for trouble in storm.troubles]
        lines += [f"{name}: answered {status}: {times} times" for status, times in storm.statuses.items() if status >= 500]
        if storm.looked_up != count:
            lines.append(f"{name}: {count - storm.looked_up} of {count} receipts not found again with their file")
        if storm.honoured != storm.killed_after:
            lines.append(f"{name}: {storm.killed_after - storm.honoured} receipts from before the kill are not honoured")
        if storm.integrity != "ok":
            lines.append(f"{name}: the database says {storm.integrity}")
    lines += [f"{title}: {one.bad} pages did not come" for title, one in found.readings if one.bad]
    if found.failed_meanwhile:
        lines.append(f"{found.failed_meanwhile} pages did not come while verdicts were timed")
    return lines


def written(found, options):
    wrong = faults(found)
    return "\n".join([
        "# The portal, measured", "",
        "Written by `make benchmark-portal`: the release build (`swift build -c release --static-swift-stdlib`) serves "
        "its demonstration on SQLite with durable commits; whoever asks runs on the same processors. See "
        "`Benchmarks/portal/run --help`.", "",
        f"**Machine**: {described()}. Others' load before {found.load_before:.1f}, after {found.load_after:.1f} "
        "(processes wanting a processor, the last minute).", "",
        f"**Versions**: {first_line('swift', '--version').split('(')[0].replace('version ', '').strip()}, "
        f"Python {platform.python_version()}, {wrk()}.", "",
        "**Faults**: " + ("; ".join(wrong) if wrong else "none") + ".", "",
        *delivered(found, options), *judged(found, options), *read(found, options), *remembered(found)])


def delivered(found, options):
    storm, calm = found.storm, found.calm
    lines = [
        "## Everybody delivers at once", "",
        f"{len(storm.deliveries)} municipalities, {options.rows[0]:,}–{options.rows[1]:,} rows "
        f"({sum(each.rows for each in storm.deliveries):,} in all, "
        f"{sum(len(each.data) for each in storm.deliveries) / 2**20:.0f} MiB, every third a workbook), "
        f"{sum(1 for each in storm.deliveries if not each.is_system)} through the pages (file, result, answers to the "
        f"warnings, receipt), {sum(1 for each in storm.deliveries if each.is_system)} through `/api/v1`. "
        f"The portal is killed (SIGKILL) when half have their receipt, and started on the same data.", "",
        "| | with a kill in the middle | undisturbed, through the pages |", "|---|--:|--:|",
        row("deliveries with a receipt", lambda each: f"{sum(1 for one in each.deliveries if one.number)} of {len(each.deliveries)}",
            storm, calm),
        f"| receipts answered before the kill, and there after it | {storm.honoured} of {storm.killed_after} | |",
        f"| cut off by the kill, delivered again | {sum(1 for each in storm.deliveries if each.lost)} | |",
        f"| of those, in the register already when their answer was lost | {storm.unanswered} | |",
        row("receipts looked up afterwards, with the same file", lambda each: f"{each.looked_up} of {len(each.deliveries)}",
            storm, calm),
        row("answers", lambda each: ", ".join(f"{times} × {status}" for status, times in sorted(each.statuses.items())),
            storm, calm),
        row("seconds in all", lambda each: f"{each.seconds:.1f}", storm, calm),
        f"| of which to start again | {storm.restart:.2f} | |",
        row("seconds to a receipt, median and longest",
            lambda each: f"{median([one.seconds for one in each.deliveries]):.1f}, {max(one.seconds for one in each.deliveries):.1f}",
            storm, calm),
        row("rows a second", lambda each: f"{sum(one.rows for one in each.deliveries) / each.seconds:,.0f}", storm, calm),
        row("processor seconds of the portal", lambda each: f"{each.processor:.1f}", storm, calm),
        row("peak memory, MiB", lambda each: " and ".join(f"{peak:.0f}" for peak in each.peaks), storm, calm),
        row("the database's own check", lambda each: each.integrity, storm, calm), "",
        "What bounds it: the processors, as checks are made one a processor, and after the kill the ten seconds that a "
        "system's key is kept for a request that may still be going on: the systems cut off come last.", ""]
    return lines


def row(title, cell, *storms):
    return f"| {title} | " + " | ".join(cell(storm) for storm in storms) + " |"


NAMES = {
    "alone": "nobody else",
    "readers": "others read {readers:.0f} start pages a second",
    "flood": "others read the overview as fast as it comes, {flood:,.0f} a second",
}


def judged(found, options):
    lines = [
        "## From sending a file to its verdict", "",
        "The form with the file is posted and the page of the result fetched, on a kept connection; from the first byte "
        "sent to the last received. No two files are alike. The thirty smallest or largest municipalities take turns; each has "
        "delivered the month already, so that the file is also compared with that delivery, row by row. Asked for: 150 ms "
        f"for 500 rows, 1 s for 20,000, at the median while others read. {met(found)}", "",
        "| rows | file | meanwhile | median, ms | p95, ms | n | peak memory, MiB |", "|--:|---|---|--:|--:|--:|--:|"]
    for each in found.verdicts:
        meanwhile = NAMES[each.name].format(readers=found.read_meanwhile, flood=found.flood)
        lines.append(f"| {each.rows:,} | {each.kind} | {meanwhile} | {1000 * median(each.times):.0f} "
                     f"| {1000 * p95(each.times):.0f} | {len(each.times)} | {each.peak:.0f} |")
    return lines + [""]


def met(found):
    """Whether the slowest median of those while others read is fast enough, and how fast it is."""
    said = []
    for rows, most in ((500, 0.150), (20_000, 1)):
        slowest = max((median(each.times) for each in found.verdicts if each.rows == rows and each.name != "alone"),
                      default=None)
        if slowest is not None:
            said.append(f"{rows:,} rows: {'met' if slowest < most else 'not met'}, {1000 * slowest:.0f} ms at the most")
    return "; ".join(said) + "." if said else ""


def read(found, options):
    lines = [
        "## Reading pages", "",
        f"`wrk -t1 -c{options.connections} -d{options.seconds}s` with the cookie of a session, on the same processors; the median of three. "
        "Asked for: 5,000 a second on 4 processors. *Processors* is how many the portal had; *µs a page* is what a page "
        "costs of one, which others' load changes least; *at four* is what four processors that do nothing else would "
        "give by that.", "",
        "| page | bytes | pages a second | median | p99 | not 200 | processors | µs a page | at four | peak memory, MiB |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"]
    for title, one in found.readings:
        cost = one.processors / one.per_second
        lines.append(f"| {title} | {one.bytes:,} | {one.per_second:,.0f} | {one.median} | {one.p99} | {one.bad} "
                     f"| {one.processors:.1f} | {1e6 * cost:.0f} | {4 / cost:,.0f} | {one.peak:.0f} |")
    return lines + [
        "", "What bounds it: processors, never the disk. Of a start page about a third goes to HTTP, a third to eight queries "
        "in two transactions, read on the thread that asks, and a third to drawing. The overview is counted once in three "
        "seconds for all who look; what remains is drawing some 300 cells and a chart. The result costs most: a third is "
        "drawing, a tenth putting its findings into words, and the rest mostly being handed between threads, to the one "
        "actor that keeps verdicts and in and out of three transactions.", ""]


def remembered(found):
    return [
        "## Start, signing in, size", "",
        f"Making the demonstration up, to the first page: {found.start:.1f} s. {found.people} people signed in, password "
        f"(Argon2id) and code by mail, in {found.signing_in:.0f} s; peak memory {found.sign_in_peak:.0f} MiB. "
        f"The database is {found.database:.0f} MiB at the end.", "",
        "What memory is bounded by: verdicts kept, 128 MiB; checks at once, one a processor, each the columns of its file; "
        "files go to disk as they come; passwords tried, one at a time for every two processors, 64 MiB each; 20,000 "
        "sessions.", ""]


def wrk():
    said = subprocess.run(["wrk", "-v"], capture_output=True, text=True)
    return " ".join((said.stdout + said.stderr).split()[:2])
