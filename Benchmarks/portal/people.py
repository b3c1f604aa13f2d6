"""Who visits: everybody the demonstration has made up, signed in as anybody signs in; keys for those who have nobody."""
import json
import re
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

from client import Visitor

PASSWORD = "prova underlag 2013"
REVIEWER = "lisa.noren@myndigheten.example"


def addresses(underlag, data):
    """The address of one person who may deliver in each municipality that has somebody, by code."""
    answer = subprocess.run([underlag, "accounts", "list", "--data", data, "--format", "json"],
                            check=True, capture_output=True, text=True)
    return {person["organisation"]: person["email"] for person in json.loads(answer.stdout)
            if "coordinator" in person["roles"] and person["organisation"].isdigit()}


def sign_in(server, emails, at_once=4):
    """Visitors who have signed in, by address; how many seconds it took, mail and all."""
    began = time.monotonic()
    known = set((server.data / "post").glob("*.eml"))
    visitors = {email: Visitor(server.port) for email in emails}

    def first(email):
        answer = visitors[email].post("/logga-in", {"metod": "losenord", "email": email, "password": PASSWORD})
        if answer.status != 303:
            raise SystemExit(f"benchmark: {email} may not sign in: {answer.status}")

    def second(email):
        answer = visitors[email].post("/logga-in/kod", {"metod": "losenord", "code": codes[email]})
        if answer.status != 303 or "session" not in visitors[email].cookies:
            raise SystemExit(f"benchmark: the code of {email} is not taken: {answer.status}")

    with ThreadPoolExecutor(at_once) as workers:
        list(workers.map(first, emails))
        codes = mailed(server.data / "post", known, set(emails))
        list(workers.map(second, emails))
    return visitors, time.monotonic() - began


def mailed(folder, known, awaited, within=120):
    """The codes that have been mailed since `known`."""
    codes, until = {}, time.monotonic() + within
    while time.monotonic() < until:
        for mail in set(folder.glob("*.eml")) - known:
            known.add(mail)
            text = mail.read_text(errors="replace")
            to, code = re.search(r"^To: .*?([\w.-]+@[\w.-]+)", text, re.M), re.search(r"\bkod är (\d{6})\b", text)
            if to and code:
                codes[to[1]] = code[1]
        if awaited <= codes.keys():
            return codes
        time.sleep(0.2)
    raise SystemExit(f"benchmark: {len(awaited - codes.keys())} codes did not come by mail")


def key(underlag, data, municipality):
    """An API key, made as an administrator makes one."""
    file = data.parent / "keys" / municipality
    file.parent.mkdir(mode=0o700, exist_ok=True)
    file.unlink(missing_ok=True)
    subprocess.run(
        [underlag, "accounts", "keys", "make", municipality, "--name", "benchmark", "--scope", "submit", "--scope", "read",
         "--data", data, "--output", file],
        check=True, stdout=subprocess.DEVNULL)
    return file.read_text().strip()
