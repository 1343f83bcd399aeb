#!/usr/bin/env python3
"""Ten quarters in a row, each drawn at the places of the one before: quarters.py ECOMAP DATASET [SEED] [OPTION ...]

DATASET is a folder of CSV tables; it is copied. Each quarter makes three random changes, which depend on the seed alone: a company
or committee is added and linked, one with few links is removed, or a name changes. One JSON line per quarter says how far what was
there moved, in % of the picture's width, how many letters of 9 points and more, crossings and covered things there are, and
whether the map had to be laid out anew.
"""
import csv, json, os, random, shutil, subprocess, sys, tempfile


def read(folder, table):
    path = os.path.join(folder, table + ".csv")
    if not os.path.exists(path):
        return [], []
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        return list(reader), list(reader.fieldnames or [])


def write(folder, table, rows, columns):
    with open(os.path.join(folder, table + ".csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def key(row):
    return row.get("id") or row.get("name") or ""


def change(folder, chance, number):
    """One random change of the table that has most rows of companies and committees."""
    tables = [t for t in ("committees", "companies") if read(folder, t)[0]]
    table = chance.choice(tables)
    rows, columns = read(folder, table)
    act = chance.choice(["add", "add", "rename", "remove"])
    if act == "rename":
        row = chance.choice(rows)
        if "id" in columns and row.get("id"):
            row["name"] += " Group"
            write(folder, table, rows, columns)
        return
    if act == "remove":
        used = {c for t in ("committees", "memberships", "relationships", "alliances", "people", "functions", "handoffs")
                for r in read(folder, t)[0] for n, v in r.items() if v and not (t == table and n in ("id", "name"))
                for c in str(v).split("|")}
        free = [r for r in rows if key(r) not in used and r["name"] not in used]
        if len(free) > 1:
            rows.remove(chance.choice(free))
            write(folder, table, rows, columns)
        return
    like, other = chance.choice(rows), chance.choice(rows)
    new = {k: v for k, v in like.items() if k in ("kind", "alliance", "region", "parent", "cadence")}
    new["name"] = "Newcomer %d" % number
    if "id" in columns:
        new["id"] = "newcomer-%d" % number
    rows.append(new)
    write(folder, table, rows, columns)
    if table == "companies":
        ties, names = read(folder, "relationships")
        names = names or ["from", "to", "kind"]
        for end in {key(like), key(other)}:
            ties.append({"from": key(new), "to": end, "kind": "partners with"})
        write(folder, "relationships", ties, names)
    else:
        people, _ = read(folder, "people")
        seats, names = read(folder, "memberships")
        for person in chance.sample(people, min(2, len(people))):
            seats.append({"person": key(person), "committee": key(new), "role": "member"})
        write(folder, "memberships", seats, names or ["person", "committee", "role"])


def picture(path):
    with open(path, encoding="utf-8") as file:
        j = json.load(file)
    return j, {n["key"]: ((b["x"] + b["width"] / 2) / j["width"], (b["y"] + b["height"] / 2) / j["width"])
               for n, b in zip(j["diagram"]["nodes"], j["boxes"])}


def main():
    program, data = sys.argv[1:3]
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    options = sys.argv[4:]
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as work:
        folder = os.path.join(work, "data")
        shutil.copytree(data, folder)
        last = None
        for quarter in range(11):
            if quarter:
                for step in range(3):
                    change(folder, chance, 3 * quarter + step)
            to = os.path.join(work, "q%d.laid-out.json" % quarter)
            command = [program, "map", folder, *options, "-o", to] + (["--keep", last] if last else [])
            run = subprocess.run(command, capture_output=True, text=True)
            if not os.path.exists(to):
                print(json.dumps({"quarter": quarter, "error": run.stderr.strip().split("\n")[0]}), flush=True)
                return 1
            j, now = picture(to)
            line = {"quarter": quarter, "boxes": len(now), **dict(
                w.split("=") for w in j["recipe"].split() if w.split("=")[0] in ("letters", "crossings", "covered"))}
            if last:
                was = picture(last)[1]
                far = sorted(((was[k][0] - now[k][0]) ** 2 + (was[k][1] - now[k][1]) ** 2) ** .5 * 100
                             for k in was if k in now)
                line["mean"] = round(sum(far) / max(len(far), 1), 2)
                line["anew"] = "stands anew" in run.stderr
            print(json.dumps(line), flush=True)
            last = to
    return 0


if __name__ == "__main__":
    sys.exit(main())
