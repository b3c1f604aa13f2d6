"""The portal as a process: started, killed, and what the kernel says of its memory and time."""
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from client import HOST, Lost, Visitor


class Server:
    def __init__(self, underlag, data, port=0):
        self.underlag, self.data = underlag, data
        self.port = port or free_port()
        self.process = None

    def start(self, within=120):
        """Starts the demonstration and returns how many seconds it took until a page was answered."""
        began = time.monotonic()
        with open(self.data.parent / "server.log", "ab") as log:
            self.process = subprocess.Popen(
                [self.underlag, "serve", "--demo", "--data", self.data, "--address", HOST, "--port", str(self.port),
                 # Visitors come through a proxy, from networks of their own.
                 "--proxy", f"{HOST}/32"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        visitor = Visitor(self.port)
        while time.monotonic() - began < within:
            if self.process.poll() is not None:
                raise SystemExit(f"benchmark: the portal ended with status {self.process.returncode}; see server.log")
            try:
                if visitor.get("/logga-in").status == 200:
                    visitor.close()
                    return time.monotonic() - began
            except Lost:
                time.sleep(0.01)
        raise SystemExit("benchmark: the portal did not answer")

    def kill(self):
        """As when the power goes, as far as a process can know."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()

    def forget_peak(self):
        """Lets the kernel find the peak anew, from now on."""
        Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")

    def peak(self):
        """The largest resident memory since `forget_peak`, in MiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) / 1024

    def processor(self):
        """Seconds of processor used so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def load():
    """How many processes wanted a processor in the last minute: others' work on the machine, before ours begins."""
    return os.getloadavg()[0]
