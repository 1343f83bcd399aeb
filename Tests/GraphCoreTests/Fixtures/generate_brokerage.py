#!/usr/bin/env python3
"""Writes the reference values for Overlap, Brokerage and Communities.

    python3 generate_brokerage.py        (networkx, scipy, numpy, igraph)

Every value is computed by another program than GraphCore: networkx and igraph where they have the measure, exact
fractions where a tail must be right to the last digit, scipy's solvers for fitted models. The tests read the JSON files
only.
"""

import itertools
import json
import math
import os
import random
from decimal import Decimal, getcontext
from fractions import Fraction

import igraph
import networkx as nx
import numpy as np
import scipy
from networkx.algorithms import bipartite
from scipy import optimize, stats

getcontext().prec = 60
HERE = os.path.dirname(os.path.abspath(__file__))
HEADER = {
    "generator": "generate_brokerage.py",
    "versions": {
        "networkx": nx.__version__,
        "scipy": scipy.__version__,
        "numpy": np.__version__,
        "igraph": igraph.__version__,
    },
}


def write(name, **content):
    with open(os.path.join(HERE, name), "w") as file:
        json.dump({**HEADER, **content}, file, indent=1, sort_keys=True)
        file.write("\n")


def log_of(value):
    """The natural logarithm of a fraction of any size; null for zero."""
    if value == 0:
        return None
    return log_of_int(value.numerator) - log_of_int(value.denominator)


def log_of_int(number):
    shift = max(0, number.bit_length() - 900)
    return math.log(number >> shift) + shift * math.log(2)


# Tails ---------------------------------------------------------------------------------------------


def hypergeometric():
    sizes = [
        (30, 8, 10, 6), (120, 8, 10, 6), (30, 8, 10, 3), (18, 14, 12, 9), (18, 6, 8, 6), (18, 8, 14, 7),
        (18, 3, 4, 0), (400, 150, 140, 130), (1000, 100, 100, 60), (1000, 300, 200, 61), (5000, 700, 900, 500),
        (100000, 1000, 1200, 13), (100000, 1000, 1200, 90), (20000, 4000, 5000, 4000), (10, 10, 4, 4), (10, 0, 4, 0),
        (7, 5, 5, 3), (7, 5, 5, 4),
    ]
    cases = []
    for n, a, b, w in sizes:
        total = math.comb(n, b)
        upper = sum(math.comb(a, k) * math.comb(n - a, b - k) for k in range(w, min(a, b) + 1))
        lower = sum(math.comb(a, k) * math.comb(n - a, b - k) for k in range(max(0, a + b - n), w + 1))
        cases.append({
            "population": n, "marked": a, "drawn": b, "overlap": w,
            "logUpper": log_of(Fraction(upper, total)), "logLower": log_of(Fraction(lower, total)),
        })
        p = stats.hypergeom.sf(w - 1, n, a, b)
        assert p < 1e-200 or abs(p / float(Fraction(upper, total)) - 1) < 1e-6, (n, a, b, w)
    return cases


def poisson_binomial():
    rng = random.Random(7)
    groups = [
        ([(0.5, 3)], [0, 1, 2, 3]),
        ([(0.1, 40), (0.9, 3)], [0, 2, 5, 12, 30, 43]),
        ([(0.001, 900), (0.25, 12), (1.0, 2), (0.0, 5)], [1, 2, 3, 6, 14, 60, 400]),
        ([(rng.random(), 1) for _ in range(60)], [5, 20, 30, 45, 60]),
        ([(rng.random() * 0.01, rng.randint(1, 30)) for _ in range(15)], [1, 4, 40, 120]),
    ]
    cases = []
    for parts, targets in groups:
        density = [Decimal(1)]
        for p, count in parts:
            exact = Decimal(p)
            for _ in range(count):
                density = [
                    (density[k] * (1 - exact) if k < len(density) else 0)
                    + (density[k - 1] * exact if k else 0)
                    for k in range(len(density) + 1)
                ]
        for target in targets:
            cases.append({
                "probabilities": [p for p, _ in parts], "counts": [c for _, c in parts], "target": target,
                "logUpper": log_of_decimal(sum(density[target:])),
                "logLower": log_of_decimal(sum(density[: target + 1])),
            })
    return cases


def log_of_decimal(value):
    return float(value.ln()) if value > 0 else None


def corrections():
    rng = random.Random(3)
    cases = []
    for size, extra in [(1, 0), (5, 0), (12, 0), (12, 30)]:
        p = [round(rng.random() ** 4, 12) for _ in range(size)]
        if size == 12:
            p[3] = p[7]
        padded = p + [1.0] * extra
        order = sorted(range(len(padded)), key=lambda i: padded[i])
        holm, highest = [0.0] * len(padded), 0.0
        for rank, i in enumerate(order):
            highest = max(highest, min(1.0, (len(padded) - rank) * padded[i]))
            holm[i] = highest
        cases.append({
            "p": p, "testCount": len(padded), "holm": holm[:size],
            "benjaminiHochberg": [float(v) for v in stats.false_discovery_control(padded)][:size],
        })
    return cases


# Two-mode graphs -----------------------------------------------------------------------------------


def davis():
    graph = nx.davis_southern_women_graph()
    women = graph.graph["top"]
    events = graph.graph["bottom"]
    left = {v: i for i, v in enumerate(women)}
    right = {v: i for i, v in enumerate(events)}
    return len(women), len(events), sorted((left[w], right[e]) for w in women for e in graph[w])


def random_affiliation(seed, n, m, p):
    rng = random.Random(seed)
    weights = [rng.random() ** 2 * 2 for _ in range(m)]
    return n, m, [(i, k) for i in range(n) for k in range(m) if rng.random() < p * weights[k]]


def bicm(n, m, pairs):
    matrix = np.zeros((n, m))
    for i, k in pairs:
        matrix[i, k] = 1
    rows, columns = matrix.sum(1), matrix.sum(0)

    def gap(terms):
        q = 1 / (1 + np.exp(-(terms[:n, None] + terms[None, n:])))
        return np.concatenate([q.sum(1) - rows, q.sum(0) - columns])

    def cost(terms):
        z = terms[:n, None] + terms[None, n:]
        return np.logaddexp(0, z).sum() - rows @ terms[:n] - columns @ terms[n:]

    total = matrix.sum()
    start = np.concatenate([np.log(rows / math.sqrt(total)), np.log(columns / math.sqrt(total))])
    rough = optimize.minimize(cost, start, jac=gap, method="BFGS", options={"gtol": 1e-7}).x
    terms = optimize.least_squares(gap, rough, xtol=1e-15, ftol=1e-15, gtol=1e-15).x
    assert np.abs(gap(terms)).max() < 1e-8, np.abs(gap(terms)).max()
    return 1 / (1 + np.exp(-(terms[:n, None] + terms[None, n:])))


def tail(chances, target):
    density = [1.0]
    for p in chances:
        density = [
            (density[k] * (1 - p) if k < len(density) else 0) + (density[k - 1] * p if k else 0)
            for k in range(len(density) + 1)
        ]
    return sum(density[target:])


def constrained(n, m, pairs, prohibited, required):
    matrix = np.zeros((n, m))
    for i, k in pairs:
        matrix[i, k] = 1
    free = np.ones((n, m), bool)
    for i, k in prohibited + required:
        free[i, k] = False
    rows, columns = (matrix * free).sum(1), (matrix * free).sum(0)
    design = np.stack([np.ones((n, m)), np.repeat(rows[:, None], m, 1), np.repeat(columns[None], n, 0)], -1)

    def cost(b):
        z = design[free] @ b
        return np.logaddexp(0, z).sum() - matrix[free] @ z

    def slope(b):
        q = 1 / (1 + np.exp(-(design[free] @ b)))
        return design[free].T @ (q - matrix[free])

    start = optimize.minimize(cost, np.zeros(3), jac=slope, method="BFGS").x
    b = optimize.root(slope, start, tol=1e-14).x
    q = 1 / (1 + np.exp(-(design @ b)))
    for i, k in prohibited:
        q[i, k] = 0
    for i, k in required:
        q[i, k] = 1
    return q


def affiliation_case(name, n, m, pairs):
    graph = nx.Graph()
    left = [("l", i) for i in range(n)]
    right = [("r", k) for k in range(m)]
    graph.add_nodes_from(left)
    graph.add_nodes_from(right)
    graph.add_edges_from((("l", i), ("r", k)) for i, k in pairs)
    q = bicm(n, m, pairs)
    members = {k: {i for i, kk in pairs if kk == k} for k in range(m)}
    free_cells = [(i, k) for i in range(n) for k in range(m) if (i, k) not in set(pairs)]
    prohibited = free_cells[:: max(1, len(free_cells) // 7)]
    required = pairs[:: max(1, len(pairs) // 5)]
    ec = constrained(n, m, pairs, prohibited, required)
    projections = {
        "count": bipartite.weighted_projected_graph(graph, right),
        "jaccard": bipartite.overlap_weighted_projected_graph(graph, right),
        "overlapCoefficient": bipartite.overlap_weighted_projected_graph(graph, right, jaccard=False),
        "newman": bipartite.collaboration_weighted_projected_graph(graph, right),
    }
    redundancy = bipartite.node_redundancy(graph, [v for v in right if len(graph[v]) > 1])
    degrees = [sum(1 for i, _ in pairs if i == j) for j in range(n)]
    fixed = [d * (d - 1) / (m * (m - 1)) for d in degrees]
    overlaps = []
    for a, b in itertools.combinations(range(m), 2):
        shared = len(members[a] & members[b])
        if not shared:
            continue
        overlaps.append({
            "first": a, "second": b, "shared": shared,
            "hypergeometric": float(stats.hypergeom.sf(shared - 1, n, len(members[a]), len(members[b]))),
            "fixedMemberships": tail(fixed, shared),
            "sdsm": tail(q[:, a] * q[:, b], shared),
            "sdsmEC": tail(ec[:, a] * ec[:, b], shared),
            **{key: projected[("r", a)][("r", b)]["weight"] for key, projected in projections.items()},
        })
    return {
        "name": name, "left": n, "right": m, "pairs": pairs, "overlaps": overlaps,
        "clustering": bipartite.robins_alexander_clustering(graph),
        "redundancy": [redundancy.get(("r", k)) for k in range(m)],
        "bicm": q.tolist(), "prohibited": prohibited, "required": required,
    }


def affiliations():
    cases = [affiliation_case("davis", *davis())]
    for seed, n, m, p in [(1, 12, 9, 0.5), (2, 25, 14, 0.3), (3, 40, 10, 0.25)]:
        n, m, pairs = random_affiliation(seed, n, m, p)
        cases.append(affiliation_case(f"random-{seed}", *dense(pairs)))
    return cases


def dense(pairs):
    """Leaves out nodes without ties, which have no finite parameter in the reference fit."""
    left = {v: i for i, v in enumerate(sorted({i for i, _ in pairs}))}
    right = {v: i for i, v in enumerate(sorted({k for _, k in pairs}))}
    return len(left), len(right), [(left[i], right[k]) for i, k in pairs]


# One-mode graphs -----------------------------------------------------------------------------------


def number(value):
    return None if math.isnan(value) else float(value)


def column(values):
    return [number(values[v]) for v in range(len(values))]


def effective(graph, weight):
    """Names the nodes: without them networkx 3.6.1 takes a shortcut through scipy, which under scipy 1.17 divides by the
    strongest tie of the third node instead of the contact's (a one-dimensional maximum is broadcast along columns)."""
    return nx.effective_size(graph, nodes=list(graph), weight=weight)


def graphs():
    rng = random.Random(11)
    named = [
        ("oracle", nx.Graph([(0, 1), (0, 2), (0, 3), (1, 2)])),
        ("karate", nx.Graph(nx.karate_club_graph().edges())),
        ("les-miserables", nx.convert_node_labels_to_integers(nx.les_miserables_graph())),
        ("random", nx.gnp_random_graph(25, 0.2, seed=3)),
        ("directed", nx.gnp_random_graph(20, 0.15, seed=5, directed=True)),
    ]
    cases = []
    for name, graph in named:
        edges = [(u, v) for u, v in graph.edges()]
        weights = [graph[u][v].get("weight", None) for u, v in edges]
        if None in weights:
            weights = [float(rng.randint(1, 9)) for _ in edges]
        plain = type(graph)()
        plain.add_nodes_from(range(len(graph)))
        plain.add_edges_from(edges)
        weighted = type(graph)()
        weighted.add_nodes_from(range(len(graph)))
        weighted.add_weighted_edges_from((u, v, w) for (u, v), w in zip(edges, weights))
        groups = [rng.randrange(4) for _ in range(len(graph))]
        sets = [{v for v in range(len(graph)) if groups[v] == g} for g in sorted(set(groups))]
        cases.append({
            "name": name, "nodes": len(graph), "directed": graph.is_directed(), "edges": edges, "weights": weights,
            "groups": groups,
            "constraint": column(nx.constraint(plain)),
            "weightedConstraint": column(nx.constraint(weighted, weight="weight")),
            "effectiveSize": column(effective(plain, None)),
            "weightedEffectiveSize": column(effective(weighted, "weight")),
            "modularity": nx.community.modularity(plain, sets, weight=None),
            "weightedModularity": nx.community.modularity(weighted, sets, resolution=0.7),
        })
    return cases


def agreements():
    rng = random.Random(2)
    cases = []
    for size, first, second in [(10, 3, 3), (40, 2, 6), (60, 8, 8), (12, 1, 4), (12, 12, 3)]:
        a = [rng.randrange(first) for _ in range(size)]
        b = [g if rng.random() < 0.5 else rng.randrange(second) for g in a]
        cases.append({
            "first": a, "second": b,
            "nmi": igraph.compare_communities(a, b, method="nmi"),
            "ari": igraph.compare_communities(a, b, method="adjusted_rand"),
        })
    return cases


def main():
    write("brokerage.json", graphs=graphs(), agreements=agreements())
    write("overlap-tails.json", hypergeometric=hypergeometric(), poissonBinomial=poisson_binomial(),
          corrections=corrections())
    write("affiliations.json", cases=affiliations())


if __name__ == "__main__":
    main()
