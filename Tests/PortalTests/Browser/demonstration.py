"""The demonstration of `underlag serve --demo`, and the people in it.

Its scripts are given the demonstration's folder after its address, and work there in the order they like:

    make run &
    PYTHONPATH=Tests/PortalTests/Browser python Tests/PortalTests/Browser/deliver.py http://127.0.0.1:8080 demo
"""
import email
import email.policy
import re
import time
from pathlib import Path

from portal import ARGUMENTS, BASE

FOLDER = Path(ARGUMENTS[0]) if ARGUMENTS else Path("demo")
PASSWORD = "prova underlag 2013"
ANNA, BO = "anna.ek@uppsala.example", "bo.ek@uppsala.example"
LISA, KARIN = "lisa.noren@myndigheten.example", "karin.holm@myndigheten.example"
MARIA, PER = "maria.lind@linkoping.example", "per.ahl@linkoping.example"
MONTH = "2013-04"


def coordinator(code, name):
    """Whoever delivers for a municipality that is not Uppsala."""
    return f"statistik.{code}@{name}.example"


def wait_for(what, find, seconds=20):
    """What `find` returns as soon as it is anything."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = find()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{what}: not within {seconds} seconds")


def mails(to=None):
    """The mail that has been sent, the oldest first."""
    for file in sorted((FOLDER / "post").glob("*.eml"), key=lambda file: file.stat().st_mtime_ns):
        mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        if to in (None, mail["To"]):
            yield mail


def new_code(who):
    """Waits, when it is called, for a code that was not there before."""
    codes = lambda: [found[0] for mail in mails(who) if (found := re.search(r"\b\d{6}\b", mail.get_content()))]
    known = len(codes())
    return lambda: wait_for("the code", lambda: codes()[known:])[-1]


def sign_in(visit, who):
    """Signs in as `who` in `visit`: with the password, and with the code that comes by mail."""
    visit.page.context.clear_cookies()
    code = new_code(who)
    visit.open("/logga-in").send("Logga in", email=who, password=PASSWORD)
    visit.send("Fortsätt", code=code())
    assert visit.page.url.startswith(BASE + "/arbete"), visit.page.url
    visit.clicks = 0
    return visit


def checked(visit):
    """Waits for the result of a file that is being checked."""
    visit.page.wait_for_selector("main:not([data-wait])")
    return visit


def practice_file(visit, name, municipality, place):
    """A practice file as if made for another municipality, in the folder `place`."""
    from openpyxl import load_workbook
    answer = visit.page.request.get(f"{BASE}/demonstration/filer/{name}")
    assert answer.ok, answer.status
    file = Path(place) / f"{municipality}-{name}"
    file.write_bytes(answer.body())
    if municipality != "0380":
        book = load_workbook(file)
        for row in book.active.iter_rows():
            for cell in row:
                if str(cell.value) == "0380":
                    cell.value = municipality
        book.save(file)
    return file
