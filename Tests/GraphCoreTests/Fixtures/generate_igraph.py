#!/usr/bin/env python3
"""Writes igraph.json, the reference values of GraphCore's tests computed by igraph.

    python3 generate_igraph.py

Needs igraph 1.0.0. The graphs are those of reference.json, and some with loops and parallel edges, which
igraph counts as separate ways. The tests read the file and need no Python.
"""
import json
import math
import pathlib
import random

import igraph

HERE = pathlib.Path(__file__).parent


def multigraph(seed, nodes, edges, directed):
    generator = random.Random(seed)
    pairs = [(generator.randrange(nodes), generator.randrange(nodes)) for _ in range(edges)]
    pairs += generator.sample(pairs, edges // 4)
    return {
        "name": f"{'directed ' if directed else ''}multigraph {seed}", "directed": directed, "nodes": nodes,
        "edges": [list(pair) for pair in pairs],
        "weights": [generator.choice([0.5, 1.0, 1.0, 2.0, 3.0, 7.25]) for _ in pairs],
    }


def graphs():
    for case in json.loads((HERE / "reference.json").read_text())["cases"]:
        yield {key: case[key] for key in ("name", "directed", "nodes", "edges", "weights")}
    for seed in range(4):
        yield multigraph(seed, 18, 30, directed=seed % 2 == 1)


def clean(value):
    return None if math.isnan(value) or math.isinf(value) else float(value)


def node_values(graph, weights):
    none_loop = not any(graph.is_loop())
    values = {
        "degree": graph.degree(),
        "strength": graph.strength(weights=weights),
        "betweenness": graph.betweenness(),
        "betweenness-weighted": graph.betweenness(weights=weights),
        "betweenness-subset": graph.betweenness(sources=[0, 1, 2]),
        "harmonic": graph.harmonic_centrality(mode="in", normalized=False),
        "harmonic-weighted": graph.harmonic_centrality(mode="in", weights=weights, normalized=False),
        "first-distance": graph.distances(source=[0], weights=weights, mode="out")[0],
    }
    if none_loop or graph.is_directed():
        # In undirected graphs igraph walks a loop in both directions.
        values["pagerank"] = graph.pagerank(implementation="prpack")
        values["pagerank-weighted"] = graph.pagerank(weights=weights, implementation="prpack")
    if graph.is_simple():
        values["coreness"] = graph.coreness(mode="all")
    if none_loop:
        values["constraint"] = graph.constraint()
        values["constraint-weighted"] = graph.constraint(weights=weights)
    if not graph.is_directed():
        values["clustering"] = graph.transitivity_local_undirected(mode="zero")
        if graph.is_connected() and none_loop:
            for name, weighted in (("eigenvector", None), ("eigenvector-weighted", weights)):
                found = graph.eigenvector_centrality(scale=False, weights=weighted)
                length = math.sqrt(sum(value * value for value in found))
                values[name] = [value / length for value in found]
    return {name: [clean(value) for value in column] for name, column in values.items()}


def structure(graph, weights):
    result = {
        "components": sorted(sorted(part) for part in graph.connected_components(mode="weak")),
        "articulation": sorted(graph.articulation_points()),
    }
    if graph.is_directed():
        result["strong"] = sorted(sorted(part) for part in graph.connected_components(mode="strong"))
    else:
        result["transitivity"] = graph.transitivity_undirected(mode="zero")
        result["bridges"] = sorted(graph.bridges())
        labels = [node % 3 for node in range(graph.vcount())]
        result["modularity"] = graph.modularity(labels)
        result["modularity-weighted"] = graph.modularity(labels, weights=weights, resolution=0.7)
    if not graph.is_simple():
        return result
    target = graph.vcount() - 1
    paths = graph.get_k_shortest_paths(0, to=target, k=6, weights=weights, output="epath")
    result["ksp"] = [sum(weights[edge] for edge in path) for path in paths]
    return result


def main():
    cases = []
    for case in graphs():
        graph = igraph.Graph(n=case["nodes"], edges=case["edges"], directed=case["directed"])
        weights = case["weights"]
        cases.append({
            **case,
            "node_values": node_values(graph, weights),
            "edge_values": {
                "edge-betweenness": graph.edge_betweenness(),
                "edge-betweenness-weighted": graph.edge_betweenness(weights=weights),
            },
            "structure": structure(graph, weights),
        })
    document = {"made_by": "generate_igraph.py", "igraph": igraph.__version__, "cases": cases}
    lines = json.dumps(document, separators=(",", ":")).replace('{"name"', '\n{"name"').replace('],"', '],\n"')
    (HERE / "igraph.json").write_text(lines + "\n")


main()
