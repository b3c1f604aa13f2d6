"""A visitor of the portal: a connection that is kept, cookies, and forms as a browser sends them. Loopback only."""
import http.client
import json
import re
import time
from dataclasses import dataclass
from urllib.parse import urlencode

HOST = "127.0.0.1"
PATIENCE = 60
# Seconds. The server closes a connection on which nothing has come for a minute.
IDLE = 15


@dataclass
class Answer:
    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        return self.body.decode()

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def goes_to(self):
        return self.headers.get("location", "")

    @property
    def waits(self):
        """Whether the page asks for itself again, after so many seconds."""
        return int(self.headers.get("refresh", "0") or 0)


class Lost(Exception):
    """The connection broke: nothing is known of what was asked for."""


class Visitor:
    made = 0

    def __init__(self, port, key=None):
        self.port, self.cookies, self.key = port, {}, key
        Visitor.made += 1
        # As a proxy before the portal would tell it: everybody has a network.
        self.address = f"10.{Visitor.made >> 16 & 255}.{Visitor.made >> 8 & 255}.{Visitor.made & 255}"
        self.connection, self.used_at = None, 0
        self.seen = []  # every status answered

    def ask(self, method, path, body=None, headers=None):
        """The answer, or `Lost`. A page is asked for once more where a kept connection turns out to be closed."""
        if time.monotonic() - self.used_at > IDLE:
            self.close()
        if method == "GET" and self.connection is not None:
            try:
                return self.ask_once(method, path, body, headers)
            except Lost:
                pass
        return self.ask_once(method, path, body, headers)

    def ask_once(self, method, path, body, headers):
        headers = {"X-Forwarded-For": self.address} | (headers or {})
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)
            self.connection.request(method, path, body, headers)
            response = self.connection.getresponse()
            data = response.read()
            self.used_at = time.monotonic()
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise Lost(type(error).__name__) from error
        answer = Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, data)
        for cookie in response.headers.get_all("Set-Cookie", []):
            name, value = re.match(r"([^=]+)=([^;]*)", cookie).groups()
            self.cookies[name] = value
        if response.will_close:
            self.close()
        self.seen.append(answer.status)
        return answer

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, fields):
        return self.ask("POST", path, urlencode(fields),
                        {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"})

    def send(self, path, name, data, kind, field="fil"):
        """A form with one file."""
        line = "----underlag-benchmark"
        head = (f'--{line}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
                f"Content-Type: {kind}\r\n\r\n")
        body = head.encode() + data + f"\r\n--{line}--\r\n".encode()
        return self.ask("POST", path, body, {
            "Content-Type": f"multipart/form-data; boundary={line}", "Sec-Fetch-Site": "same-origin"})
