"""What was found against what was planted, and our tables against DuckDB's."""
import csv
from collections import Counter

TABLES = {"insatser": "insatser", "avslutsorsaker": "avslut"}


def planted(path):
    """(file, row) -> (column, kind); the generator plants one fault a row."""
    with open(path, encoding="utf-8", newline="") as file:
        return {(row["fil"], int(row["rad"])): (row["kolumn"], row["regel"])
                for row in csv.DictReader(file, delimiter=";")}


def reported(path):
    """Our findings and repairs: (file, row, column, rule, severity)."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            if row["row"]:
                yield (TABLES.get(row["table"], row["table"]), int(row["row"]), row["column"], row["rule"],
                       row["severity"])


def compared(truth_path, findings_path):
    """A planted fault is found when its row and column are reported, as error, warning, note or repair."""
    truth = planted(truth_path)
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
    return (f"{result['planted']:,} planted, {result['found']:,} found in the same row and column; "
            f"in the row but another column: {listed(result['column'])}; missed: {listed(result['missed'])}; "
            f"errors where nothing was planted: {result['errors']}.")
