"""Everybody delivers at once, the portal is killed in the middle and started again on the same data."""
import hashlib
import json
import re
import sqlite3
import subprocess
import threading
import time
from dataclasses import dataclass, field

from client import Lost
from files import MONTH, TYPES

DELIVER = f"/arbete/lamna/{MONTH}"


@dataclass
class Delivery:
    """One municipality's file, by whoever delivers it, and how that went."""
    municipality: str
    kind: str
    rows: int
    data: bytes
    visitor: object
    number: str = ""
    answered_at: float = 0
    lost: int = 0
    seconds: float = 0
    trouble: str = ""
    confirmed: int = 0

    @property
    def sha256(self):
        return hashlib.sha256(self.data).hexdigest()

    @property
    def is_system(self):
        return self.visitor.key is not None

    def deliver(self):
        """Until there is a receipt; whoever is cut off begins anew."""
        began = time.monotonic()
        until = began + 600
        while time.monotonic() < until:
            try:
                self.number = self.by_system() if self.is_system else self.by_hand()
                self.answered_at = time.monotonic()
                self.seconds = self.answered_at - began
                return
            except Lost:
                self.lost += 1
                time.sleep(0.2)
            except Unexpected as error:
                self.trouble = str(error)
                return
        self.trouble = "no receipt in ten minutes"

    def by_hand(self):
        """As a person does: file, result, answers, receipt."""
        name = f"insatser.{self.kind}"
        answer = expect(303, self.visitor.send(DELIVER, name, self.data, TYPES[self.kind]))
        place = answer.goes_to.split("?")[0]
        page = expect(200, self.visitor.get(place))
        while page.waits:
            time.sleep(page.waits)
            page = expect(200, self.visitor.get(place))
        questions = sorted(set(re.findall(r'name="(svar-[^"]+)"', page.text)))
        self.confirmed = len(questions)
        answer = expect(303, self.visitor.post(f"{place}/lamna-in", {question: "ja" for question in questions}))
        number = re.search(rf"/arbete/leveranser/({MONTH}-{self.municipality}-\d+)", answer.goes_to)
        if not number:
            raise Unexpected(f"after delivering: to {re.sub('[0-9A-Za-z_-]{20,}', '…', answer.goes_to)}")
        return number[1]

    def by_system(self):
        """As a case system does: one request, sent again with the same key when no answer came."""
        path = f"/api/v1/deliveries?month={MONTH}&confirm=V01&confirm=V02&confirm=V03"
        headers = {"Content-Type": TYPES[self.kind], "Idempotency-Key": f"{MONTH}-{self.municipality}"}
        answer = self.visitor.ask("POST", path, self.data, headers)
        while answer.status == 202 or answer.status == 409:
            # Being checked, or the same request is still being answered.
            time.sleep(max(1, int(answer.headers.get("retry-after", "1"))))
            answer = self.visitor.ask("POST", path, self.data, headers)
        return expect(201, answer).json["number"]

    def look_up(self):
        """Whether the receipt is there, tells the checksum of what was sent, and the file is the same, byte by byte."""
        if self.is_system:
            receipt = self.visitor.get(f"/api/v1/deliveries/{self.number}")
            return receipt.status == 200 and self.sha256 in receipt.text
        receipt = self.visitor.get(f"/arbete/leveranser/{self.number}")
        original = self.visitor.get(f"/arbete/leveranser/{self.number}/fil/1")
        return (receipt.status, original.status) == (200, 200) and self.sha256 in receipt.text \
            and original.body == self.data


class Unexpected(Exception):
    pass


def expect(status, answer):
    if answer.status != status:
        title = re.search(r"<title>([^<]*)", answer.text) or re.search(r'"title":"([^"]*)', answer.text)
        raise Unexpected(f"{answer.status} for {status}" + (f": {title[1]}" if title else ""))
    return answer


@dataclass
class Storm:
    """What came of it."""
    deliveries: list
    killed_after: int = 0
    restart: float = 0
    seconds: float = 0
    peaks: list = field(default_factory=list)
    processor: float = 0
    honoured: int = 0
    looked_up: int = 0
    unanswered: int = 0
    integrity: str = ""

    @property
    def troubles(self):
        return [f"{each.municipality}: {each.trouble}" for each in self.deliveries if each.trouble]

    @property
    def statuses(self):
        counts = {}
        for each in self.deliveries:
            for status in each.visitor.seen:
                counts[status] = counts.get(status, 0) + 1
        return counts


def storm(server, deliveries, kill_at):
    """All at once; the server is killed when `kill_at` receipts have been answered."""
    result = Storm(deliveries)
    before = kept(server)
    for each in deliveries:
        each.visitor.seen.clear()
    server.forget_peak()
    used = server.processor()
    threads = [threading.Thread(target=each.deliver, daemon=True) for each in deliveries]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    while kill_at and sum(1 for each in deliveries if each.number or each.trouble) < kill_at:
        time.sleep(0.005)
    if kill_at:
        result.peaks.append(server.peak())
        result.processor += server.processor() - used
        server.kill()
        answered = [each for each in deliveries if each.number]
        result.killed_after = len(answered)
        result.restart = server.start()
        used = 0
        receipts = {receipt["number"]: receipt for receipt in kept(server).values()}
        result.honoured = sum(1 for each in answered
                              if each.sha256 in json.dumps(receipts.get(each.number, {})))
    for thread in threads:
        thread.join(660)
    result.seconds = time.monotonic() - began
    result.peaks.append(server.peak())
    result.processor += server.processor() - used
    after = kept(server)
    result.unanswered = len(after.keys() - before.keys() - {each.number for each in deliveries})
    result.looked_up = sum(1 for each in deliveries if each.number and each.look_up())
    with sqlite3.connect(f"file:{server.data}/underlag.sqlite?mode=ro", uri=True) as database:
        result.integrity = database.execute("PRAGMA integrity_check").fetchone()[0]
    return result


def kept(server):
    """What the register holds for the month, read by another process."""
    answer = subprocess.run(
        [server.underlag, "deliveries", "--data", server.data, "--month", MONTH, "--format", "json"],
        check=True, capture_output=True, text=True)
    return {receipt["number"]: receipt for receipt in json.loads(answer.stdout)}
