#!/usr/bin/env python3
"""Compares every metric of `ecomap centrality` with the call of networkx that its answer names.

    .ci/networkx-agreement.py ECOMAP          (networkx 3.6.1, numpy, scipy)

Ten seeded datasets of directed, weighted, disconnected relationships are written as CSV, with rows that lead one way by their own
word or by their kind, rows that lead both ways, repeated pairs, weights that are 0 or empty, and rivalries. Each is asked
with and without weights, with directions and without. What comes out as JSON and as CSV must be what the expression in
`metrics[].equals` gives on a graph that this script makes of the same rows by itself.
"""

import csv
import io
import json
import math
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import networkx as nx

DIRECTED_KINDS = {"supplies", "funds", "reports to"}
# Power iterations stop near the value; everything else is a finite sum.
TOLERANCES = {"eigenvector": 1e-6, "pagerank": 1e-9, "katz": 1e-9, "hubs": 1e-7, "authorities": 1e-7}


def rows_of(seed):
    """Relationships of two parts of twelve and six companies; two more companies have none."""
    dice = random.Random(seed)
    rows = []
    for count, part in ((34, range(12)), (9, range(12, 18))):
        for _ in range(count):
            a, b = dice.sample(list(part), 2)
            kind = dice.choice(["supplies", "works with", "funds", "reports to", "co-develops"])
            rows.append([f"k{a}", f"k{b}", kind, dice.choice(["yes", "no", "", ""]), dice.choice([0.25, 0.5, 1, 2, 5, 9])])
    # A ring, so that a directed graph has cycles.
    rows += [[f"k{i}", f"k{(i + 1) % 12}", "supplies", "yes", 1 + i / 8] for i in range(12)]
    rows += [rows[0], ["k0", "k5", "competes with", "", 4], ["k1", "k7", "works with", "", 0], ["k2", "k9", "funds", "", ""]]
    return rows


def graphs(rows, weighted, follow):
    """The graph and the multigraph behind it, made from the rows."""
    kept = [row for row in rows if not row[2].startswith("compet")]
    if weighted:
        kept = [row for row in kept if row[4] != "" and row[4] > 0]
    one_way = lambda row: row[3] == "yes" or row[3] == "" and row[2] in DIRECTED_KINDS
    directed = follow and any(map(one_way, kept))
    graph, rows_graph = (nx.DiGraph() if directed else nx.Graph()), nx.MultiGraph()
    for each in (graph, rows_graph):
        each.add_nodes_from(f"k{i}" for i in range(20))
    sums = {}
    for row in kept:
        a, b, weight = row[0], row[1], row[4] if weighted else 1
        rows_graph.add_edge(a, b, weight=weight)
        ways = [(a, b)] if directed and one_way(row) else [(a, b), (b, a)] if directed else [tuple(sorted((a, b)))]
        for way in ways:
            sums[way] = sums.get(way, 0) + weight
    for (a, b), weight in sums.items():
        graph.add_edge(a, b, **({"weight": weight, "distance": 1 / weight} if weighted else {}))
    return graph, rows_graph


def ask(program, folder, weighted, follow, metrics, form):
    command = [program, "centrality", folder, "--of", "companies", "--top", "0", "--format", form]
    command += ["--weights", "weight"] if weighted else []
    command += [] if follow else ["--undirected"]
    for metric in metrics:
        command += ["--metric", metric]
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.returncode not in (0, 1) or not answer.stdout:
        raise SystemExit(f"{' '.join(command)}\n{answer.stderr}")
    return answer.stdout


def catalogue(program):
    """The ids of all metrics, from the help."""
    text = subprocess.run([program, "centrality", "--help"], capture_output=True, text=True).stdout
    lines = text[text.index("METRICS"):text.index("EXAMPLES")].splitlines()[1:]
    return [line.strip().split(":")[0] for line in lines if line.startswith("  ") and line[2:3].isalpha() and ": " in line]


def compare(program, seed, folder, worst, skipped):
    rows = rows_of(seed)
    folder = Path(folder)
    with open(folder / "companies.csv", "w", newline="") as file:
        csv.writer(file).writerows([["id", "name"], *([f"k{i}", f"k{i}"] for i in range(20))])
    with open(folder / "relationships.csv", "w", newline="") as file:
        csv.writer(file).writerows([["from", "to", "kind", "directed", "weight"], *rows])
    count = 0
    for weighted in (False, True):
        for follow in (True, False):
            graph, rows_graph = graphs(rows, weighted, follow)
            metrics = [
                m for m in catalogue(program)
                if (weighted or m != "strength") and (follow or m not in ("in-degree", "out-degree", "hubs", "authorities"))
            ]
            answer = json.loads(ask(program, folder, weighted, follow, metrics, "json"))
            table = list(csv.DictReader(io.StringIO(ask(program, folder, weighted, follow, metrics, "csv"))))
            by_name = {row["name"]: row for row in table}
            for place, metric in enumerate(answer["metrics"]):
                name = metric["id"]
                try:
                    expected = eval(metric["equals"], {"nx": nx, "G": graph, "M": rows_graph})
                except (nx.PowerIterationFailedConvergence, nx.NetworkXNotImplemented) as error:
                    skipped.append(f"{name}, seed {seed}: {error}")
                    continue
                for row in answer["rows"]:
                    found, other = row["values"][place].get("value"), expected.get(row["name"], math.nan)
                    cell = by_name[row["name"]][metric["title"]]
                    if (float(cell) if cell else None) != found:
                        raise SystemExit(f"{name} of {row['name']}: CSV says {cell}, JSON {found}")
                    # networkx has no value where ecomap may have one (Burt without links out), and 0 where none is defined.
                    if math.isnan(other) or found is None:
                        if found is None and not (math.isnan(other) or other == 0):
                            raise SystemExit(f"{name} of {row['name']}, seed {seed}: no value, networkx has {other}")
                        continue
                    difference = abs(found - other) / max(1, abs(other))
                    worst[name] = max(worst.get(name, 0), difference)
                    count += 1
                    if difference > TOLERANCES.get(name, 1e-10):
                        raise SystemExit(
                            f"{name} of {row['name']}, seed {seed}, weighted {weighted}, directed {follow}: "
                            f"{found}, but {metric['equals']} gives {other}"
                        )
    return count


def main():
    program = sys.argv[1]
    worst, skipped, count = {}, [], 0
    for seed in range(10):
        with tempfile.TemporaryDirectory() as folder:
            count += compare(program, seed, folder, worst, skipped)
    for line in skipped:
        print("networkx has no answer:", line)
    name = max(worst, key=worst.get)
    print(f"{count} values of {len(worst)} metrics agree with networkx {nx.__version__}; largest difference {worst[name]:.1e} ({name}).")


main()
