#!/usr/bin/env python3
"""Ten years of events of a large city, five million rows as Treserva writes them, taken in by `underlag extract`.

    Benchmarks/extract.py --underlag .build/release/underlag

Persons are born in the 1870s and 1880s, so that no number is anybody's who lives."""
import argparse
import os
import random
import resource
import shutil
import subprocess
import time
from pathlib import Path


def numbers(count, dice):
    """Identity numbers with their check digit."""
    made = set()
    while len(made) < count:
        day = f"{dice.randint(1, 12):02}{dice.randint(1, 28):02}"
        nine = f"{dice.randint(70, 89)}{day}{dice.randint(100, 899)}"
        odd = sum(sum(divmod(2 * int(digit), 10)) for digit in nine[::2])
        made.add(f"18{nine[:6]}-{nine[6:]}{-(odd + sum(map(int, nine[1::2]))) % 10}")
    return sorted(made)


def write(folder, events, dice):
    """Files with `events` rows in all: of a hundred 7 cases, 78 payments, 10 members, 4 closures, 1 back again."""
    cases = events * 7 // 100
    people = numbers(cases // 2, dice)
    dice.shuffle(people)
    whose = [people[case // 2 % len(people)] for case in range(cases)]

    def day():
        return f"{dice.randint(2013, 2022)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"

    def rows(name, header, count, row):
        with open(folder / name, "w", encoding="utf-8") as file:
            file.write(header + "\r\n")
            for start in range(0, count, 10_000):
                file.writelines(row(place) for place in range(start, min(start + 10_000, count)))

    rows("Arenden.csv", "Ärendenr;Personnr registerledare;Namn registerledare;Personnr medsökande;Ärendetyp;Enhet;"
         "Målgrupp;Startdatum;Slutdatum;Handläggare", cases,
         lambda place: f"{place};{whose[place]};Anna Exempel;;Ekonomiskt bistånd;Försörjning 2;Övriga;{day()};;aexe01\r\n")

    def payment(place):
        case = dice.randrange(cases)
        paid = day()
        return (f"{place};{case};{whose[case]};Anna Exempel;8000-0 000 000;{paid};{dice.randint(100, 19000)},00;"
                f"{paid[:7]}\r\n")

    rows("Utbetalningar.csv", "Utbetnr;Ärendenr;Personnr;Namn;Kontonr;Datum;Belopp;Avser månad", events * 78 // 100,
         payment)

    def member(place):
        case = dice.randrange(cases)
        role = "Registerledare" if place % 2 else "Barn"
        return f"{case};{whose[case] if place % 2 else dice.choice(people)};Bo Exempel;{role};{day()};\r\n"

    rows("Medlemmar.csv", "Ärendenr;Personnr;Namn;Roll;Startdatum;Slutdatum", events * 10 // 100, member)

    def closure(place):
        case = dice.randrange(cases)
        return f"{case};{whose[case]};Bo Exempel;{day()};Arbete\r\n"

    rows("Avslut.csv", "Ärendenr;Personnr;Namn;Datum;Orsak", events * 4 // 100, closure)
    rows("Aktualiseringar.csv", "Aktualiseringsnr;Personnr;Namn;Datum;Område;Handläggare", events // 100,
         lambda place: f"{place};{dice.choice(people)};Bo Exempel;{day()};Ekonomiskt bistånd;aexe01\r\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=5_000_000, help="rows in all (5 million)")
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parent / "data" / "extract")
    parser.add_argument("--underlag", type=Path, default=Path(__file__).resolve().parent.parent / ".build/release/underlag")
    options = parser.parse_args()
    source = options.data / str(options.events)
    if not source.exists():
        draft = options.data / "draft"
        draft.mkdir(parents=True, exist_ok=True)
        write(draft, options.events, random.Random(1))
        draft.rename(source)
    files = sorted(map(str, source.glob("*.csv")))
    register = options.data / "register"
    shutil.rmtree(register, ignore_errors=True)
    for left in options.data.glob("register.*"):
        left.unlink()
    size = sum(os.path.getsize(file) for file in files) >> 20
    print(f"{options.events:,} events, {size} MiB, load {os.getloadavg()[0]:.1f}", flush=True)
    commands = [
        ["extract", *files, "--mapping", "treserva", "--municipality", "0580", "--extracted", "2023-01-05"],
        ["indicators", "--municipality", "0580", "--month", "2022-08"],
    ]
    for command in commands:
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        done = subprocess.run([options.underlag, *command, "--data", register], capture_output=True, text=True)
        wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode:
            raise SystemExit(done.stderr)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"{command[0]}: {wall:.1f} s, of processors {cpu:.1f} s, peak so far {after.ru_maxrss >> 10} MiB")
        if command[0] == "extract":
            print(done.stdout)


if __name__ == "__main__":
    main()
