"""What was found against what was planted, and our tables against DuckDB's."""
import csv
from collections import Counter

TABLES = {"insatser": "insatser", "avslutsorsaker": "avslut"}


def planted(path, files=("insatser", "avslut")):
    """(file, row) -> (column, kind); the generator plants one fault a row."""
    with open(path, encoding="utf-8", newline="") as file:
        return {(row["fil"], int(row["rad"])): (row["kolumn"], row["regel"])
                for row in csv.DictReader(file, delimiter=";") if row["fil"] in files}


def reported(path):
    """Our findings and repairs: (file, row, column, rule, severity)."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            if row["row"]:
                yield (TABLES.get(row["table"], row["table"]), int(row["row"]), row["column"], row["rule"],
                       row["severity"])


def compared(truth, findings_path):
    """A planted fault is found when its row and column are reported, as error, warning, note or repair."""
    exact, near, extra = set(), set(), Counter()
    for file, line, column, rule, severity in reported(findings_path):
        place = (file, line)
        if place not in truth:
            extra[f"{rule} {severity}"] += 1
        elif truth[place][0] in ("", column):
            exact.add(place)
        else:
            near.add(place)
    missed = Counter(truth[place][1] for place in truth.keys() - exact - near)
    elsewhere = Counter(truth[place][1] for place in near - exact)
    errors = sum(count for name, count in extra.items() if name.endswith(" error"))
    return {"planted": len(truth), "found": len(exact), "column": elsewhere, "missed": missed,
            "errors": errors, "extra": extra}


def sentence(result):
    listed = lambda counter: ", ".join(f"{name} {count}" for name, count in sorted(counter.items())) or "none"
    agrees = result["found"] == result["planted"] and result["errors"] == 0
    return ("" if agrees else "**Not the same rows.** ") + (
        f"{result['planted']:,} planted, {result['found']:,} found in the same row and column; "
        f"in the row but another column: {listed(result['column'])}; missed: {listed(result['missed'])}; "
        f"errors where nothing was planted: {result['errors']}.")


def tables(ours, theirs):
    """Our three tables against DuckDB's, cell by cell."""
    marks = {(row[0], row[1], code): int(count) for row in cells(ours / "tabell-kommun.csv")
             for code, count in enumerate(row[3:12])}
    net = {(row[0], "RIKET" if row[1] == "00" else row[1]): int(row[3]) for row in cells(ours / "tabell-netto.csv")}
    reasons = {(row[0], part, row[1]): int(row[3 + 2 * place]) for row in cells(ours / "tabell-avslut.csv")
               for place, part in enumerate(("reg", "med", "hushall"))}
    compare = [
        ("persons by month, municipality and code", marks,
         {(row[0], row[1], int(row[2])): int(row[3]) for row in cells(theirs / "t1.csv")}),
        ("net persons by year and municipality", net,
         {(row[0], row[1]): int(row[2]) for row in cells(theirs / "t3.csv")}),
        ("closures by year, reason and part", reasons,
         {(row[0], row[1], row[2]): int(row[3]) for row in cells(theirs / "t2.csv")}),
    ]
    for name, one, other in compare:
        unlike = sum(one.get(key, 0) != other.get(key, 0) for key in one.keys() | other.keys())
        yield f"{'**Differs.** ' if unlike else ''}{name}: {len(other):,} cells, {unlike} unlike DuckDB's.  "


def cells(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[1:]
