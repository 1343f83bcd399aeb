#!/usr/bin/env python3
"""Writes centrality.json: invented graphs and what networkx says about them.

    python3 generate_centrality.py            (networkx 3.6.1, numpy)
    python3 generate_centrality.py --real     (takes minutes)

With --real, and where the real tables lie beside the package (../shared/data/tables), a digest of networkx's values on
these is written too: sums and the highest values, without names; otherwise the old digest stays. The tests read the
JSON file only.
"""

import csv
import json
import math
import os
import random
import statistics
import sys

import networkx as nx
import numpy
from networkx.algorithms import bipartite

HERE = os.path.dirname(os.path.abspath(__file__))
TABLES = os.path.join(HERE, "..", "..", "..", "..", "shared", "data", "tables")


def splits(graph):
    parts = {node: 0 for node in graph}
    for block in nx.biconnected_components(graph):
        for node in block:
            parts[node] += 1
    return {node: max(0, count - 1) for node, count in parts.items()}


def measures(graph, distance=None, weight=None):
    """All metrics of the catalogue, by id."""
    simple = nx.Graph(graph.to_undirected())
    clustering = nx.clustering(simple)
    values = {
        "links": dict(simple.degree()),
        "in-degree": dict(graph.in_degree()) if graph.is_directed() else None,
        "out-degree": dict(graph.out_degree()) if graph.is_directed() else None,
        "core": nx.core_number(simple),
        "betweenness": nx.betweenness_centrality(graph, weight=distance),
        "harmonic": nx.harmonic_centrality(graph, distance=distance),
        "closeness": nx.closeness_centrality(graph, distance=distance),
        "splits": splits(simple),
        "clustering": {n: clustering[n] if simple.degree(n) > 1 else None for n in simple},
    }
    values |= positions(graph, weight)
    if weight:
        values["strength"] = dict(graph.degree(weight=weight))
        for _, _, data in graph.edges(data=True):
            data["length"] = 1 / data[weight]
        for name, function in [("betweenness", nx.betweenness_centrality)]:
            values[name] = function(graph, weight="length")
        values["harmonic"] = nx.harmonic_centrality(graph, distance="length")
        values["closeness"] = nx.closeness_centrality(graph, distance="length")
    return {name: value for name, value in values.items() if value is not None}


def positions(graph, weight):
    """PageRank, Katz, eigenvector and Burt's measures; strengths count where they are given."""
    mutual, key = graph, weight
    if graph.is_directed():
        # Burt adds up both directions, but networkx has no value for nodes without outgoing ties.
        mutual, key = nx.Graph(), "mutual"
        mutual.add_nodes_from(graph)
        for a, b, data in graph.edges(data=True):
            old = mutual.get_edge_data(a, b, {"mutual": 0})["mutual"]
            mutual.add_edge(a, b, mutual=old + (data[weight] if weight else 1))
    values = {
        "pagerank": nx.pagerank(graph, weight=weight, tol=1e-14, max_iter=10_000),
        "constraint": nx.constraint(mutual, nodes=list(graph), weight=key),
        # Without the nodes, networkx 3.6.1 takes a path through matrices whose weighted values are not Burt's.
        "effective-size": nx.effective_size(mutual, nodes=list(graph), weight=key),
    }
    matrix = nx.to_numpy_array(graph, weight=weight)
    highest = matrix.sum(0).max()
    values["katz"] = nx.katz_centrality_numpy(graph, alpha=0.5 / highest, normalized=False, weight=weight)
    eigenvalues, vectors = numpy.linalg.eig(matrix.T)
    leading = eigenvalues.real.argmax()
    # Of two parts with the same eigenvalue, or none, there is no single answer.
    if eigenvalues.real[leading] > 1e-3 and (eigenvalues.real > eigenvalues.real[leading] - 1e-3).sum() == 1:
        values["eigenvector"] = dict(zip(graph, numpy.abs(vectors[:, leading].real).tolist()))
    if graph.is_directed():
        left, sizes, right = numpy.linalg.svd(matrix)
        assert sizes[0] > 1.001 * sizes[1]
        for name, vector in (("hubs", left[:, 0]), ("authorities", right[0])):
            values[name] = dict(zip(graph, numpy.abs(vector / vector.sum()).tolist()))
    for name in ("constraint", "effective-size"):
        values[name] = {n: None if math.isnan(v) else v for n, v in values[name].items()}
    return values


def seats(seed):
    """People on committees that meet so often for so long; some sit twice, some nowhere."""
    dice = random.Random(seed)
    people = [f"p{i}" for i in range(24)]
    committees = [f"c{i}" for i in range(7)]
    meetings = {c: dice.choice([4, 12, 26, 52]) for c in committees}
    hours = {c: dice.choice([1, 1.5, 2, 3]) for c in committees}
    rows = []
    for person in people[:-2]:
        for committee in dice.sample(committees, dice.choice([1, 1, 1, 2, 3])):
            rows.append([person, committee])
    rows.append(rows[0])
    graph = nx.Graph()
    graph.add_nodes_from(people + committees)
    for person, committee in rows:
        load = meetings[committee] / 12 * hours[committee]
        old = graph.get_edge_data(person, committee, {"hours": 0})["hours"]
        graph.add_edge(person, committee, hours=old + load)
    plain = {"ties": measures(graph), "hours": measures(graph.copy(), weight="hours")}
    kept = set(people) | set(committees)
    projections = {
        "people": bipartite.weighted_projected_graph(graph, people),
        "committees": bipartite.overlap_weighted_projected_graph(graph, committees, jaccard=True),
        "newman": bipartite.collaboration_weighted_projected_graph(graph, people),
        "smaller": bipartite.overlap_weighted_projected_graph(graph, committees, jaccard=False),
    }
    return {
        "people": people,
        "committees": committees,
        "meetings": [meetings[c] for c in committees],
        "hours": [hours[c] for c in committees],
        "seats": rows,
        "seatTies": {m: {k: v for k, v in d.items() if k in kept} for m, d in plain["ties"].items()},
        "seatHours": plain["hours"],
        "peopleByCount": measures(projections["people"], weight="weight"),
        "peopleUnweighted": measures(bipartite.projected_graph(graph, people)),
        "committeesByJaccard": measures(projections["committees"], weight="weight"),
        "committeesBySmaller": measures(projections["smaller"], weight="weight"),
        "peopleByNewman": measures(projections["newman"], weight="weight"),
    }


def handoffs(seed):
    """Functions that hand over, some several times with other lengths."""
    dice = random.Random(seed)
    functions = [f"f{i}" for i in range(16)]
    rows = []
    for _ in range(44):
        a, b = dice.sample(functions[:-1], 2)
        rows.append([a, b, dice.choice([0.5, 2, 8, 24, 40]), dice.choice([1, 4, 12, 52])])
    lengths, rates = {}, {}
    for a, b, hours, rate in rows:
        lengths.setdefault((a, b), []).append(hours)
        rates[a, b] = rates.get((a, b), 0) + rate
    graph = nx.DiGraph()
    graph.add_nodes_from(functions)
    for (a, b), values in lengths.items():
        graph.add_edge(a, b, hours=statistics.median(values), rate=rates[a, b])
    by_rate = nx.DiGraph(graph)
    return {
        "functions": functions,
        "rows": rows,
        "unweighted": measures(graph),
        "hours": measures(graph, distance="hours"),
        "frequency": measures(by_rate.copy(), weight="rate"),
    }


def relationships(seed):
    dice = random.Random(seed)
    companies = [f"k{i}" for i in range(14)]
    rows = [[*dice.sample(companies[:-1], 2), dice.choice([1, 2, 5, 9])] for _ in range(22)]
    graph = nx.Graph()
    graph.add_nodes_from(companies)
    for a, b, weight in rows:
        old = graph.get_edge_data(a, b, {"weight": 0})["weight"]
        graph.add_edge(a, b, weight=old + weight)
    return {
        "companies": companies,
        "rows": rows,
        "unweighted": measures(graph),
        "weight": measures(graph.copy(), weight="weight"),
    }


def digest(name):
    folder = os.path.join(TABLES, name)
    if not os.path.isdir(folder):
        return None

    def rows(table):
        with open(os.path.join(folder, f"{table}.csv")) as file:
            return list(csv.DictReader(file))

    graph = nx.Graph()
    people = [("p", row["id"]) for row in rows("people")]
    graph.add_nodes_from(people)
    graph.add_nodes_from(("c", row["id"]) for row in rows("committees"))
    graph.add_edges_from((("p", r["person"]), ("c", r["committee"])) for r in rows("memberships"))
    result = {}
    for metric, values in measures(graph).items():
        if metric == "clustering":
            continue
        own = [values[person] for person in people]
        result[metric] = {"sum": sum(own), "highest": sorted(own, reverse=True)[:50]}
    return result


def main():
    path = os.path.join(HERE, "centrality.json")
    if "--real" in sys.argv:
        real = {name: digest(name) for name in ("kubernetes", "apache")}
    else:
        with open(path) as file:
            real = json.load(file)["real"]
    with open(path, "w") as file:
        content = {
            "generator": f"generate_centrality.py, networkx {nx.__version__}",
            "seats": [seats(seed) for seed in (1, 2)],
            "handoffs": [handoffs(seed) for seed in (3, 4)],
            "relationships": [relationships(seed) for seed in (5,)],
            "real": real,
        }
        json.dump(content, file, indent=None, separators=(",", ":"), sort_keys=True)
        file.write("\n")


main()
