"""How many pages a second, by wrk."""
import re
import subprocess
import tempfile
from dataclasses import dataclass

from client import HOST

# Visitors take turns, so that nobody's page is the only one that is remembered.
SCRIPT = """
local cookies = {%s}
local turn = 0
request = function()
  turn = turn %% #cookies + 1
  return wrk.format("GET", nil, {Cookie = cookies[turn]})
end
"""


@dataclass
class Reading:
    """What wrk said, with the server's use of processors and memory."""
    per_second: float
    median: str
    p99: str
    bytes: int
    bad: int
    processors: float
    peak: float


def reading(server, path, cookies, seconds, connections, threads=1):
    server.forget_peak()
    used = server.processor()
    texts = ["; ".join(f"{name}={value}" for name, value in cookie.items()) for cookie in cookies]
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT % ", ".join(f'"{text}"' for text in texts))
        script.flush()
        command = ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--latency"]
        command += ["-H", f"Cookie: {texts[0]}"] if len(texts) == 1 else ["-s", script.name]
        said = subprocess.run(command + [f"http://{HOST}:{server.port}{path}"], check=True, capture_output=True,
                              text=True, timeout=seconds + 60).stdout
    one = re.search(r"(\d+) requests in ([\d.]+)(m?s)", said)
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", said)
    return Reading(
        per_second=float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]),
        median=re.search(r"^ +50%\s+(\S+)", said, re.M)[1], p99=re.search(r"^ +99%\s+(\S+)", said, re.M)[1], bytes=0,
        bad=(int(bad[1]) if bad else 0) + (sum(map(int, broken.groups())) if broken else 0),
        processors=(server.processor() - used) / float(one[2]), peak=server.peak())
