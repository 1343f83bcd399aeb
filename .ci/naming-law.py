"""The number of entities that a map names, over ecosystems that grow.

    naming-law.py PROGRAM [FAMILY ...]

Ecosystems of each family grow by one company, committee or person: what was there stays as it is. One more takes at most three names off the map, and nothing that
is named has letters below 9 points. Prints a line for each step that breaks the law, and for each family the names at each size.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from multiprocessing import Pool
from pathlib import Path

WORDS = ["Northstar", "Bio", "Therapeutics", "Granite", "University of", "Pharma", "Logistics", "Ono", "Immunology", "Charité",
         "Cold Chain", "RNA", "Manufacturing", "Institute", "Holdings", "Meridian", "Quantum", "Kestrel"]
REGIONS = ["Europe", "North America", "APAC", "Japan", "Latin America", ""]
KINDS = ["biotech", "academia", "supplier", "CDMO", "technology"]
TITLES = ["Director", "Vice President", "Head of", "Lead", "Manager"]
AREAS = ["Research", "Oncology", "Regulatory Affairs", "Supply Chain", "Market Access", "Medical", "Finance"]


def name(dice, number):
    return f"{dice.choice(WORDS)} {dice.choice(WORDS)} {number}"


def companies(dice, most, links):
    rows = [["name", "id", "kind", "region"]]
    ties = [["from", "to", "kind"]]
    for number in range(most):
        rows.append([name(dice, number), f"c{number}", dice.choice(KINDS), dice.choice(REGIONS)])
        for other in links(dice, number):
            ties.append([f"c{number}", f"c{other}", dice.choice(["supply", "research", "alliance"])])
    return lambda count: {
        "companies": rows[: count + 1],
        "relationships": [ties[0]] + [t for t in ties[1:] if int(t[0][1:]) < count]}


def landscape(dice, most):
    return companies(dice, most, lambda dice, n: {dice.randrange(n) for _ in range(3)} if n else ())


def long_names(dice, most):
    made = companies(dice, most, lambda dice, n: {dice.randrange(n) for _ in range(2)} if n else ())
    rows = made(most)["companies"]
    for row in rows[1:]:
        row[0] += " " + dice.choice(["Biopharmaceutical Manufacturing", "International Holdings", "Research Institute of Medicine"])
    return made


def hub(dice, most):
    return companies(dice, most, lambda dice, n: [0] + ([dice.randrange(1, n)] if n > 4 and dice.random() < 0.2 else []) if n else ())


def hierarchy(dice, most):
    rows = [["name", "id", "kind", "parent"]]
    for number in range(most):
        parent = "" if number == 0 else f"b{dice.randrange(max(1, number // 4))}"
        rows.append([f"{dice.choice(WORDS)} {dice.choice(AREAS)} Committee {number}", f"b{number}", "JSC" if number < 4 else "JLT", parent])
    return lambda count: {"committees": rows[: count + 1]}


def reporting(dice, most):
    rows = [["name", "id", "title", "manager"]]
    for number in range(most):
        manager = "" if number == 0 else f"p{dice.randrange(max(1, number // 4))}"
        rows.append([f"{dice.choice(WORDS).split()[0]} {dice.choice(WORDS).split()[0]} {number}", f"p{number}",
                     f"{dice.choice(TITLES)} {dice.choice(AREAS)}", manager])
    return lambda count: {"people": rows[: count + 1]}


def people(dice, most):
    rows = [["name", "id", "title"]]
    ties = [["from", "to", "kind"]]
    for number in range(most):
        rows.append([f"{dice.choice(WORDS).split()[0]} {dice.choice(WORDS).split()[0]} {number}", f"p{number}", dice.choice(TITLES)])
        for other in {dice.randrange(number) for _ in range(2)} if number else ():
            ties.append([f"p{number}", f"p{other}", "works with"])
    return lambda count: {"people": rows[: count + 1], "relationships": [ties[0]] + [t for t in ties[1:] if int(t[0][1:]) < count]}


def seats(dice, most):
    boards = [["name", "id", "kind"]]
    rows = [["name", "id"]]
    places = [["person", "committee"]]
    for number in range(most):
        if number % 8 == 0:
            boards.append([f"{dice.choice(AREAS)} Committee {number // 8}", f"b{number // 8}", "JSC"])
        rows.append([f"{dice.choice(WORDS).split()[0]} {dice.choice(WORDS).split()[0]} {number}", f"p{number}"])
        for board in {dice.randrange(number // 8 + 1) for _ in range(1 + (dice.random() < 0.4))}:
            places.append([f"p{number}", f"b{board}"])
    return lambda count: {"committees": boards[: (count - 1) // 8 + 2], "people": rows[: count + 1],
                          "memberships": [places[0]] + [t for t in places[1:] if int(t[0][1:]) < count]}


FAMILIES = {  # how it grows, the view that is asked for, and the sizes that are followed by one more
    "landscape": (landscape, "landscape", [39, 60, 100, 140]),
    "ecosystem": (landscape, "ecosystem", [20, 39, 100]),
    "long-names": (long_names, "landscape", [60, 100, 120]),
    "hub": (hub, "ecosystem", [24, 39, 60, 90]),
    "hierarchy": (hierarchy, "governance", [30, 42, 60, 90, 120]),
    "reporting": (reporting, "reporting", [30, 45, 60, 90, 200]),
    "people": (people, None, [24, 48, 60]),
    "seats": (seats, "people", [16, 31, 40, 60, 90]),
}


def named(program, data, view, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for table, rows in data.items():
        text = "\n".join(",".join(row) for row in rows) + "\n"
        (folder / f"{table}.csv").write_text(text, encoding="utf-8")
    picture = folder.with_name(folder.name + ".laid-out.json")
    if picture.exists():
        picture.unlink()
    options = ["--view", view] if view else []
    run = subprocess.run([program, "map", str(folder), *options, "-o", str(picture), "--stats"], capture_output=True, text=True)
    if not picture.exists():
        raise SystemExit(f"{folder.name}: {run.stderr}")
    nodes = json.loads(picture.read_text(encoding="utf-8"))["diagram"]["nodes"]
    count = sum(m["shown"] for node in nodes for m in node.get("members", []))
    of = sum(1 for node in nodes for m in node.get("members", []))
    letters = next(float(line.split()[2]) for line in run.stderr.splitlines() if line.startswith("smallest label"))
    return count, letters, of


def follow(job):
    program, family, seed, folder = job
    make, view, sizes = FAMILIES[family]
    sizes = sorted({n for size in sizes for n in (size, size + 1)})
    grow = make(random.Random(f"{family}-{seed}"), max(sizes))
    return family, seed, [(n, *named(program, grow(n), view, folder / f"{family}-{seed}-{n}")) for n in sizes]


def main():
    program = os.path.realpath(sys.argv[1])
    families = [a for a in sys.argv[2:] if a in FAMILIES] or list(FAMILIES)
    seeds = [int(a) for a in sys.argv[2:] if a.isdigit()] or [1, 2]
    faults = 0
    with tempfile.TemporaryDirectory() as folder, Pool(2) as pool:
        jobs = [(program, family, seed, Path(os.environ.get("NAMING_LAW_FOLDER", folder))) for family in families for seed in seeds]
        for family, seed, steps in pool.imap(follow, jobs):
            print(f"{family} {seed}: " + " ".join(f"{n}:{s[0]}" + (f"@{s[1]}" if s[1] < 9 else "") for n, *s in steps), flush=True)
            found = {n: (count, letters) for n, count, letters, _ in steps}
            for n, (count, letters) in found.items():
                before = found.get(n - 1, (0, 0))[0]
                if count < before - 3 or letters < 9:
                    faults += 1
                    print(f"error: {family} {seed}: {n} entities, {count} named at {letters} pt; with one fewer {before}", flush=True)
    if faults:
        sys.exit(f"{faults} maps name fewer than those with one entity less.")


if __name__ == "__main__":
    main()
