#!/usr/bin/env python3
"""Makes writing, memory and layout workers fail, and sees that nothing is half-written, lost or left over.

    python3 faults.py ECOMAP ROOT

Each command writes over a former file. The system fails it in three ways: no file may grow beyond some size (what a full disk does to the
write that hits it, also inside libraries); the process may have only so much memory; the process that lays out is killed. After each run the
output is the former file byte for byte or a whole new one (another layout, where a way to lay out had no memory), no draft lies beside it, no process is left, and a failure has a message. With
ALL=1 in more steps.
"""
import io
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import time
import zipfile

program, root = os.path.realpath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
data = str(root / "datasets/evenity")
everything = os.environ.get("ALL") == "1"
FORMER = b"what stood here before\n"
COMMANDS = {
    "map.svg": ["map", data, "--effort", "quick"],
    "map.png": ["map", data, "--effort", "quick"],
    "map.pdf": ["map", data, "--effort", "quick"],
    "map.pptx": ["map", data, "--effort", "quick"],
    "map.html": ["map", data, "--effort", "quick"],
    "deck.pptx": ["deck", data, "--effort", "quick"],
    "load.xlsx": ["load", data],
    "load.csv": ["load", data],
    "roster.xlsx": ["convert", data, "{}", "--replace"],
    "roster.json": ["convert", data, "{}", "--replace"],
    "links.graphml": ["convert", data, "{}", "--replace"],
    "checked.xlsx": ["check", data, "--annotate", "{}"],
}
# What may take away one of the layouts that are tried.
ELSEWHERE = ("workers", "80 MB", "200 MB", "400 MB")
runs = 0
faults = []


def limited(which, value):
    """What a process does before it becomes the program."""
    def apply():
        os.setsid()
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        if which is not None:
            resource.setrlimit(which, (value, value))
    return apply


def command(name, folder):
    words = COMMANDS[name]
    words = words if "{}" in words else [*words, "-o", "{}"]
    return [program, *(word.format(folder / name) for word in words)]


def is_whole(name, content):
    """Whether a file ends as one of its format does."""
    match name.rsplit(".")[-1]:
        case "pptx" | "xlsx":
            try:
                return zipfile.ZipFile(io.BytesIO(content)).testzip() is None
            except zipfile.BadZipFile:
                return False
        case ending:
            ends = {"svg": b"</svg>", "png": b"IEND\xaeB`\x82", "pdf": b"%%EOF", "html": b"</html>"}
            return ending in ends and content.rstrip().endswith(ends[ending])


def left_over(group):
    """The processes of a group that have not ended, once they had time to."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True


def judge(what, name, folder, whole, status, messages):
    """Fails unless the output is all old or all new, and nothing else is there."""
    global runs
    runs += 1

    def fault(reason):
        faults.append(f"{name}, {what}: {reason}, status {status}: {messages.strip()}")

    found = sorted(path.name for path in folder.iterdir())
    content = (folder / name).read_bytes() if (folder / name).exists() else None
    if found != [name]:
        fault(f"the folder holds {found}")
    if content not in (FORMER, whole) and not (what.startswith(ELSEWHERE) and is_whole(name, content)):
        fault(f"{len(content or b'')} bytes, neither the former {len(FORMER)} nor the new {len(whole)}")
    if status == 0 and content == FORMER:
        fault("the file is the former one")
    if status > 0 and not messages.strip():
        fault("no message")
    return content == whole


def run(what, name, whole, which=None, value=None, kill_after=None):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "out"
        folder.mkdir()
        (folder / name).write_bytes(FORMER)
        process = subprocess.Popen(
            command(name, folder), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=limited(which, value),
            # Where there is no memory left, telling where takes a minute.
            env=os.environ | {"TMPDIR": scratch, "SWIFT_BACKTRACE": "enable=no"})
        if kill_after is not None:
            time.sleep(kill_after)
            for child in children(process.pid):
                os.kill(child, signal.SIGKILL)
        try:
            messages = process.communicate(timeout=300)[1].decode(errors="replace")
        except subprocess.TimeoutExpired:
            sys.exit(f"error: {name}, {what}: it hangs")
        if left_over(process.pid):
            faults.append(f"{name}, {what}: a process is left over")
        return judge(what, name, folder, whole, process.returncode, messages), process.returncode, messages


def children(pid):
    try:
        return [int(word) for word in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()] + [
            int(word) for task in pathlib.Path(f"/proc/{pid}/task").iterdir() if task.name != str(pid)
            for word in (task / "children").read_text().split()]
    except FileNotFoundError:
        return []


def written(name):
    """What the command writes when nothing fails, and how long it takes."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        begin = time.monotonic()
        done = subprocess.run(command(name, folder), capture_output=True)
        if done.returncode not in (0, 1) or not (folder / name).exists():
            sys.exit(f"error: {name} cannot be written: {done.stderr.decode()}")
        return (folder / name).read_bytes(), time.monotonic() - begin


def main():
    begin = time.monotonic()
    for name in COMMANDS:
        whole, seconds = written(name)
        for share in (0, 0.01, 0.5, 0.99) if everything else (0.6,):
            size = int(len(whole) * share)
            complete, status, messages = run(f"no file above {size} bytes", name, whole, resource.RLIMIT_FSIZE, size)
            if complete or status == 0:
                faults.append(f"{name}, no file above {size} bytes: it was written all the same")
            if status < 0:
                faults.append(f"{name}, no file above {size} bytes: signal {-status}")
        draws = name.startswith(("map", "deck", "report"))
        # Workers that get no memory are started again for each layout that is tried, which takes a minute.
        for megabytes in (80, 200, 400) if everything else (80,) if draws else (80, 200):
            run(f"{megabytes} MB of memory", name, whole, resource.RLIMIT_AS, megabytes << 20)
        if draws:
            for share in (0.05, 0.2, 0.4, 0.7) if everything else (0.3,):
                run(f"workers killed after {share:.0%}", name, whole, kill_after=seconds * share)
    if faults:
        sys.exit("\n".join(f"error: {fault}" for fault in faults))
    print(f"Nothing is half-written, lost or left over: {runs} failures of {len(COMMANDS)} outputs, {time.monotonic() - begin:.0f} s.")


if __name__ == "__main__":
    main()
