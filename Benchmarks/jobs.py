"""The jobs: which commands do the same work, and how their answers are compared."""
import csv
import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import truth
from measure import Contender

VERDICTS = (0, 1, 2)
COLLECTION = ["--collection", "testinsamling-2013"]
# The generated texts and closures have warnings without being at fault.
CONFIRMED = ["--confirm", "V03", "--confirm", "V04", "--confirm", "V06"]


@dataclass
class Job:
    title: str
    contenders: list
    verify: object
    cleanup: object = None


class Bench:
    """Where things are: our command, the shared bench, the data, and a definition whose calendar has ten years."""

    def __init__(self, underlag, shared, data, definitions):
        self.underlag, self.shared, self.data = str(underlag), shared, data
        self.out = data / "out"
        self.out.mkdir(exist_ok=True)
        self.definitions = self.calendar_of_ten_years(definitions)

    def calendar_of_ten_years(self, definitions):
        """The collection measured March and April 2013; the generated files reach further."""
        copy = self.data / "Definitions"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(definitions, copy)
        page = copy / "testinsamling-2013" / "collection.yaml"
        months = [(year, month) for year in range(2013, 2023) for month in range(1, 13)]
        calendar = "calendar:\n" + "".join(
            f"  - {{month: {year}-{month:02d}, opens: {year + month // 12}-{month % 12 + 1:02d}-02, "
            f"due: {year + month // 12}-{month % 12 + 1:02d}-20, reminders: []}}\n" for year, month in months)
        text, count = re.subn(r"^calendar:\n(?: .*\n)*", calendar, page.read_text(encoding="utf-8"), flags=re.M)
        if count != 1:
            raise SystemExit(f"{page}: no calendar to replace")
        page.write_text(text, encoding="utf-8")
        return copy

    def files(self, name, preset, *arguments):
        """The generated pair of files, made once."""
        if not (self.data / f"{name}.json").exists():
            subprocess.run([sys.executable, self.shared / "gen.py", "--preset", preset, "--name", name,
                            "--out", self.data, *arguments], check=True, stdout=subprocess.DEVNULL)
        return Files(self.data, name)

    def ours(self, name, *arguments, one_core=False, **options):
        return Contender(name, ["taskset", "-c", "0"] * one_core + [self.underlag, *map(str, arguments)], **options)

    def python(self, name, script, *arguments, **options):
        return Contender(name, [sys.executable, str(self.shared / script), *map(str, arguments)], **options)

    def c(self, name, program, *arguments, **options):
        binary = self.data / program
        if not binary.exists():
            subprocess.run(["gcc", "-O3", "-march=native", "-pthread", "-w", "-o", binary,
                            self.shared / "limits" / f"{program}.c", "-lz"], check=True)
        return Contender(name, [str(binary), *map(str, arguments)], **options)


class Files:
    """One generated pair, its ground truth and its period."""

    def __init__(self, folder, name):
        self.insatser, self.avslut = folder / f"{name}_insatser.csv", folder / f"{name}_avslut.csv"
        self.workbook = folder / f"{name}_insatser.xlsx"
        self.truth, self.municipalities = folder / f"{name}_facit.csv", folder / "kommuner.csv"
        self.description = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        self.period = self.description["period"]
        self.rows = self.description["rows_insatser"] + self.description["rows_avslut"]

    def validation(self, out):
        return ["--insatser", self.insatser, "--avslut", self.avslut, "--kommuner", self.municipalities,
                "--period", ":".join(self.period), "--out", out]


def check(bench, title, files, place, slow=1, one_core=False, frictionless=True):
    """Both files of a delivery judged, every finding written."""
    found = bench.out / "found.csv"
    contenders = [bench.ours("underlag" + ", one core" * alone, "check", files.insatser, files.avslut, *COLLECTION,
                             "--format", "csv", "-o", found, *place, one_core=alone, allowed=VERDICTS)
                  for alone in ((False, True) if one_core else (False,))]
    for name, script in (("polars", "polars_regler"), ("DuckDB", "duckdb_sql"), ("Python csv", "pycsv")):
        contenders.append(bench.python(name, f"valid/{script}.py", *files.validation(bench.out / f"{script}.csv"),
                                       runs=3 if name == "Python csv" else 99))
    if frictionless:
        contenders.append(bench.python("frictionless", "valid/frictionless_schema.py",
                                       *files.validation(bench.out / "frictionless.csv"), runs=slow))
    for threads in ("1", "4"):
        contenders.append(bench.c(f"C, {threads} thread" + "s" * (threads != "1"), "granska", files.insatser,
                                  files.avslut, files.municipalities, *files.period, bench.out / "c.csv", threads))
    return Job(title, contenders, lambda: [truth.sentence(truth.compared(truth.planted(files.truth), found))])


def year(bench):
    files = bench.files("rikear", "rikear", "--errors", "0.02")
    return check(bench, f"Check a national year: {files.rows:,} rows, two in a hundred with a planted fault", files,
                 ["--all-municipalities", "--definitions", bench.definitions], one_core=True)


def ten_years(bench):
    files = bench.files("rike10ar", "rike10ar", "--errors", "0.02")
    return check(bench, f"Check ten national years: {files.rows:,} rows", files,
                 ["--all-municipalities", "--definitions", bench.definitions], one_core=True, frictionless=False)


def all_wrong(bench):
    files = bench.files("allafel", "rikemanad", "--errors", "1", "--kinds", "kommun_okand")
    return check(bench, f"Check a national month where all {files.rows:,} rows have an unknown municipality", files,
                 ["--all-municipalities"])


def municipality(bench):
    files = bench.files("kommun500", "kommun500", "--errors", "0.02")
    return check(bench, "Check one municipality's month: 500 rows and its closures", files,
                 ["--municipality", "0582", "--month", "2013-04"], slow=5)


def workbook(bench):
    files = bench.files("stad20k", "stad20k", "--errors", "0.02", "--xlsx")
    found = bench.out / "found.csv"
    read = [bench.ours("underlag, read and check", "check", files.workbook, *COLLECTION, "--format", "csv", "-o", found,
                       allowed=VERDICTS),
            bench.python("calamine, to CSV", "xlsx/read_calamine.py", files.workbook, bench.out / "calamine.csv"),
            bench.python("openpyxl, to CSV", "xlsx/read_openpyxl.py", files.workbook, bench.out / "openpyxl.csv"),
            bench.c("C, to CSV", "xlsx", files.workbook, bench.out / "c.csv")]
    return Job("Read and check a workbook of 20,000 rows and 22 columns", read, lambda: [
        truth.sentence(truth.compared(truth.planted(files.truth, ["insatser"]), found))])


def submit(bench):
    files = bench.files("rikemanad_ren", "rikemanad")
    store, lite, duck = bench.out / "register", bench.out / "load.sqlite", bench.out / "load.duckdb"

    def without(path):
        return lambda: (shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True))

    sqlite = str(bench.shared / "load/sqlite_load.sh")
    load = ["--insatser", files.insatser, "--avslut", files.avslut, "--db", duck]
    contenders = [
        bench.ours("underlag: checked, stored, receipted", "submit", files.insatser, files.avslut,
                   "--all-municipalities", *COLLECTION, *CONFIRMED, "--data", store, before=without(store)),
        Contender("sqlite3 .import with key", [sqlite, str(files.insatser), str(files.avslut), str(lite), "pk"],
                  before=without(lite)),
        Contender("sqlite3 .import without key", [sqlite, str(files.insatser), str(files.avslut), str(lite)],
                  before=without(lite)),
        bench.python("DuckDB with key", "load/duckdb_load.py", *load, "--pk", before=without(duck)),
        bench.python("DuckDB without key", "load/duckdb_load.py", *load, before=without(duck)),
    ]

    def verify():
        listed = subprocess.run([bench.underlag, "deliveries", "--data", store], capture_output=True, text=True,
                                check=True).stdout
        count = len(listed.splitlines()) - 1
        if count != 290:
            raise SystemExit(f"{count} deliveries in the register, not 290")
        return [f"{count} deliveries in the register after the last run."]

    return Job(f"Submit a national month: {files.rows:,} rows of 290 municipalities in one call", contenders, verify)


def tables(bench):
    files = bench.files("rikear_ren", "rikear")
    store, lite, duck = bench.data / "year", bench.data / "year.sqlite", bench.data / "year.duckdb"
    load = ["--insatser", files.insatser, "--avslut", files.avslut]
    if not store.exists():
        bench.ours("submit", "submit", files.insatser, files.avslut, "--all-municipalities", *COLLECTION,
                   *CONFIRMED, "--definitions", bench.definitions, "--data", store).run()
    if not duck.exists():
        bench.python("load", "load/duckdb_load.py", *load, "--db", duck).run()
    if not (bench.data / "year_insatser.parquet").exists():
        bench.python("load", "load/polars_parquet.py", *load, "--prefix", bench.data / "year").run()
    if not lite.exists():
        Contender("load", [str(bench.shared / "load/sqlite_load.sh"), str(files.insatser), str(files.avslut),
                           str(lite)]).run()
    contenders = [
        bench.ours("underlag", "tables", "testinsamling-2013", "--data", store, "--table", "kommun", "--table", "netto",
                   "--table", "avslut", "--format", "csv", "-o", bench.out / "ours"),
        bench.python("DuckDB, its own file", "tab/duckdb_tab.py", "--insatser", duck, "--avslut", duck,
                     "--out", bench.out / "duckdb"),
        bench.python("polars, Parquet", "tab/polars_tab.py", "--insatser",
                     bench.data / "year_insatser.parquet", "--avslut", bench.data / "year_avslut.parquet",
                     "--out", bench.out / "polars"),
        bench.python("SQLite", "tab/sqlite_tab.py", "--db", lite, "--out", bench.out / "sqlite", runs=3),
    ]
    return Job("Three tables of a national year from what is stored: persons by month, municipality and code; net persons; closures", contenders,
               lambda: list(truth.tables(bench.out / "ours", bench.out / "duckdb")))


JOBS = {"year": year, "municipality": municipality, "workbook": workbook, "submit": submit, "tables": tables,
        "all-wrong": all_wrong, "ten-years": ten_years}
