"""From sending a file to the page with the verdict, while others read."""
import multiprocessing
import statistics
import time

from client import Visitor
from files import TYPES, file, table
from storm import DELIVER, expect


def verdicts(deliverers, kind, rows, rounds):
    """Seconds from the first byte of the file to the last of the page, for so many files, no two alike, of people in
    turn: nobody sends more than a person does."""
    times = []
    for turn in range(rounds):
        who = deliverers[turn % len(deliverers)]
        data = file(kind, table(who.municipality, rows, edition=2 + turn))
        began = time.perf_counter()
        place = expect(303, who.visitor.send(DELIVER, f"insatser.{kind}", data, TYPES[kind])).goes_to
        page = expect(200, who.visitor.get(place))
        while page.waits:
            time.sleep(page.waits)
            page = expect(200, who.visitor.get(place))
        times.append(time.perf_counter() - began)
    return times


def median(times):
    return statistics.median(times)


def p95(times):
    return sorted(times)[max(0, -(-len(times) * 95 // 100) - 1)]


class Readers:
    """Others, in a process of their own: so many pages a second in all, by as many people as there are cookies."""

    def __init__(self, port, cookies, paths, rate, at_once=16):
        self.count, self.failed = multiprocessing.Value("l", 0), multiprocessing.Value("l", 0)
        self.stop = multiprocessing.Event()
        self.rate, self.began = rate, 0
        self.process = multiprocessing.Process(
            target=read, args=(port, cookies, paths, rate, at_once, self.count, self.failed, self.stop), daemon=True)

    def __enter__(self):
        self.began = time.monotonic()
        if self.rate:
            self.process.start()
            time.sleep(0.5)
        return self

    def __exit__(self, *_):
        self.seconds = time.monotonic() - self.began
        self.stop.set()
        if self.rate:
            self.process.join(30)

    @property
    def achieved(self):
        return self.count.value / self.seconds


def read(port, cookies, paths, rate, at_once, count, failed, stop):
    import threading

    def person(number):
        visitors = []
        for cookie in cookies[number::at_once]:
            visitors.append(Visitor(port))
            visitors[-1].cookies = cookie
        turn, next_at = 0, time.monotonic() + number / rate
        while not stop.is_set() and visitors:
            time.sleep(max(0, next_at - time.monotonic()))
            next_at += at_once / rate
            # One connection each would be more than a proxy keeps: they take turns on it.
            visitor = visitors[turn % len(visitors)]
            answer = visitor.get(paths[turn % len(paths)])
            with count.get_lock():
                count.value += 1
            if answer.status != 200:
                with failed.get_lock():
                    failed.value += 1
            turn += 1

    threads = [threading.Thread(target=person, args=(number,)) for number in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
