#!/usr/bin/env python3
"""Runs the recipe of the article on large ecosystems, and compares the part with the whole.

    python3 large-recipe.py ECOMAP ROOT
"""
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
article = root / "Sources/Commands/Documentation.docc/LargeEcosystems.md"
recipe = re.search(r"```python\n(.*?)```", article.read_text(), re.DOTALL).group(1)
centre = "c144"


def rows(folder, name):
    with open(folder / f"{name}.csv", newline="") as file:
        return list(csv.DictReader(file))


def asked(*words):
    done = subprocess.run([program, *words], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"error: {' '.join(words)}: {done.stderr}")
    return json.loads(done.stdout)


def pairs(folder):
    """How many people each committee shares with the centre."""
    found = asked("overlap", str(folder), centre, "--format", "json")
    return {tuple(pair["second"]["committees"]): pair["shared"] for pair in found["pairs"]}


def main():
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        whole, part = scratch / "whole", scratch / "part"
        subprocess.run([sys.executable, root / "Sources/Benchmarks/scale.py", "generate", whole, "8000"], check=True)
        (scratch / "around.py").write_text(recipe)
        subprocess.run([sys.executable, scratch / "around.py", whole, part, centre], check=True)
        members = {row["person"] for row in rows(whole, "memberships") if row["committee"] == centre}
        bodies = {row["committee"] for row in rows(whole, "memberships") if row["person"] in members}
        seats = [row for row in rows(whole, "memberships") if row["committee"] in bodies]
        if sorted(map(str, seats)) != sorted(map(str, rows(part, "memberships"))):
            sys.exit("error: the part holds other seats than those of the committees that share a member with the centre")
        report = asked("check", str(part), "--format", "json")
        errors = [one for one in report["diagnostics"] if one["severity"] == "error"]
        if errors:
            sys.exit(f"error: the part has faults that the whole has not: {errors[:3]}")
        shared = pairs(part)
        if not shared or shared != pairs(whole):
            sys.exit("error: the overlaps of the part are not those of the whole")
        print(f"The recipe for large ecosystems holds: {len(bodies)} committees, {len(seats)} of 8,000 seats, {len(shared)} pairs alike.")


if __name__ == "__main__":
    main()
