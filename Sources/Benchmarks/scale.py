#!/usr/bin/env python3
"""How large an ecosystem one machine holds: questions on data that doubles.

    python3 scale.py generate FOLDER SEATS       # seeded: 0.3 SEATS people, SEATS/50 committees, SEATS/3 handoffs
    python3 scale.py run ECOMAP FOLDER...        # each question on each folder; a table of CPU seconds, wall seconds and peak memory
    python3 scale.py double ECOMAP FOLDER SEATS LIMIT   # both, from SEATS on, twice as many each time, up to LIMIT or until one fails

CPU seconds are user and system of the whole process; memory is the peak of the process.
"""
import os
import random
import shutil
import sys
import time

QUESTIONS = {
    "check": ["check", "{}"],
    "load": ["load", "{}", "--top", "20"],
    "overlap": ["overlap", "{}", "--top", "20"],
    "handoffs": ["handoffs", "{}"],
    "escalation": ["escalation", "{}"],
}


def generate(folder, seats, seed=1):
    """Writes tables of which nothing is kept, so that their size is bounded by the disk alone."""
    rng = random.Random(seed)
    os.makedirs(folder, exist_ok=True)
    people, bodies, alliances = max(60, seats * 3 // 10), max(20, seats // 50), max(10, seats // 200)
    companies = max(20, people // 100)

    def table(name, header, rows):
        with open(os.path.join(folder, name + ".csv"), "w", buffering=1 << 20) as file:
            file.write(header + "\n")
            file.writelines(row + "\n" for row in rows)

    def two(count):
        first = rng.randrange(count)
        return first, (first + rng.randrange(1, count)) % count

    def memberships():
        """Fifty seats a committee on average, few of them large; some people sit on many."""
        left = seats
        for body in range(bodies):
            size = left if body == bodies - 1 else min(left, 10 + int(160 * rng.random() ** 3))
            taken = set()
            while len(taken) < min(size, people):
                taken.add(int(people * rng.random() ** 2))
            left -= len(taken)
            for number, person in enumerate(sorted(taken)):
                yield f"p{person},c{body},{'chair' if number == 0 else 'member'}"

    def handoffs():
        for number in range(seats // 3):
            one, other = two(companies)
            yield f"h{number},co{one},co{other},p{rng.randrange(people)},{rng.choice((4, 8, 24, 72))}"

    regions = ("Europe", "Japan", "North America")
    table("companies", "id,name,region", (f"co{i},Company {i},{rng.choice(regions)}" for i in range(companies)))
    table("alliances", "id,name,companies,since",
          (f"al{i},Alliance {i},co{a}|co{b},2018-0{rng.randint(1, 9)}-01" for i in range(alliances) for a, b in [two(companies)]))
    table("people", "id,name,company", (f"p{i},Person {i},co{rng.randrange(companies)}" for i in range(people)))
    # Each committee but the first of ten reports to that first one.
    table("committees", "id,name,kind,alliance,parent,cadence,hours",
          (f"c{i},Committee {i},{rng.choice(('JSC', 'JDC', 'JCC'))},al{i // 10 % alliances},{f'c{i - i % 10}' if i % 10 else ''},monthly,2"
           for i in range(bodies)))
    table("memberships", "person,committee,role", memberships())
    table("handoffs", "id,source,target,owner,hours", handoffs())


def rows(folder):
    """The rows of all tables, without their headers."""
    total = 0
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), "rb") as file:
            total += sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) - 1
    return total


def measure(program, arguments):
    """The status, CPU seconds, wall seconds and peak memory in MB of one process."""
    begin = time.monotonic()
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execv(program, [program, *arguments])
    _, status, usage = os.wait4(child, 0)
    wall = time.monotonic() - begin
    scale = 1 if sys.platform == "darwin" else 1024
    return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * scale / 1e6


def run(program, folder):
    """Asks each question, and returns whether all were answered."""
    count = rows(folder)
    answered = True
    for question, words in QUESTIONS.items():
        status, cpu, wall, memory = measure(program, [word.format(folder) for word in words])
        # 1 says that the data has findings; a signal or any other status is no answer.
        held = status in (0, 1)
        answered &= held
        told = f"{cpu:.1f} s | {wall:.1f} s | {memory:,.0f}" if held else f"ended with {status} | {wall:.1f} s | {memory:,.0f}"
        print(f"| {question} | {count:,} | {told} |", flush=True)
    return answered


def main():
    match sys.argv[1:]:
        case ["generate", folder, seats]:
            generate(folder, int(seats))
        case ["run", program, *folders]:
            print("| Question | Rows | CPU | Wall | Peak MB |\n| --- | ---: | ---: | ---: | ---: |")
            for folder in folders:
                run(os.path.realpath(program), folder)
        case ["double", program, folder, seats, limit]:
            print("| Question | Rows | CPU | Wall | Peak MB |\n| --- | ---: | ---: | ---: | ---: |")
            size, holds = int(seats), True
            while holds and size <= int(limit):
                generate(folder, size)
                holds = run(os.path.realpath(program), folder)
                shutil.rmtree(folder)
                size *= 2
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
