"""What the benchmarks share: the program, the time of a whole process, and a line of the report."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

TOOL = [sys.executable, "-m", "regioprotocol"]


def seconds(command: list[str], times: int = 3) -> float:
    """Give the median time of a whole process."""
    gemeten = []
    for _ in range(times):
        begin = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        gemeten.append(time.perf_counter() - begin)
    return statistics.median(gemeten)


def show(what: str, time_: float, peer: str, peer_time: float, aim: str) -> None:
    """Print one line."""
    print(f"{what:42} {time_:8.2f} s   {time_ / peer_time:7.2f} x   {peer} ({peer_time:.2f} s); aim: {aim}")
