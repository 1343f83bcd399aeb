#!/usr/bin/env python3
"""Writes the reference values of GraphCore's tests, computed by networkx.

    python3 generate.py            # writes reference.json beside this file

Needs networkx 3.6.1, numpy and scipy. The tests read the file and need no Python.
"""
import itertools
import json
import math
import pathlib
import random
import sys

import networkx as nx
import numpy
import scipy


def graphs():
    """Name, graph; every edge has a weight and its number."""
    yield "karate", nx.Graph(nx.karate_club_graph().edges())
    yield "davis", nx.convert_node_labels_to_integers(nx.davis_southern_women_graph())
    yield "krackhardt kite", nx.krackhardt_kite_graph()
    yield "path", nx.path_graph(7)
    yield "star", nx.star_graph(6)
    yield "cycle", nx.cycle_graph(8)
    yield "clique", nx.complete_graph(6)
    yield "barbell", nx.barbell_graph(5, 3)
    yield "balanced tree", nx.balanced_tree(3, 3)
    yield "grid", nx.convert_node_labels_to_integers(nx.grid_2d_graph(5, 6))
    yield "complete bipartite", nx.complete_bipartite_graph(4, 7)
    yield "windmill", nx.windmill_graph(4, 5)
    islands = nx.disjoint_union_all(
        [nx.gnm_random_graph(20, 35, seed=3), nx.path_graph(4), nx.complete_graph(5), nx.empty_graph(3)])
    yield "islands", islands
    yield "gnm 60", nx.gnm_random_graph(60, 120, seed=1)
    yield "barabasi albert 80", nx.barabasi_albert_graph(80, 2, seed=2)
    yield "small world 70", nx.connected_watts_strogatz_graph(70, 6, 0.2, seed=4)
    yield "affiliation", affiliation()
    looped = nx.gnm_random_graph(25, 50, seed=9)
    looped.add_edges_from([(0, 0), (7, 7)])
    yield "loops", looped
    yield "directed gnm 50", nx.gnm_random_graph(50, 180, seed=5, directed=True)
    yield "directed sparse 60", nx.gnm_random_graph(60, 75, seed=6, directed=True)
    yield "directed cycle", nx.cycle_graph(6, create_using=nx.DiGraph)
    dag = nx.DiGraph()
    dag.add_nodes_from(range(40))
    dag.add_edges_from(
        (min(a, b), max(a, b)) for a, b in nx.gnm_random_graph(40, 90, seed=7).edges())
    yield "acyclic", dag
    scale_free = nx.DiGraph(nx.scale_free_graph(60, seed=8))
    scale_free.remove_edges_from(list(nx.selfloop_edges(scale_free)))
    yield "directed scale free", scale_free


def affiliation():
    """People in committees: many with one tie, many alike."""
    generator = random.Random(11)
    graph = nx.Graph()
    graph.add_nodes_from(range(72))
    for person in range(60):
        for committee in generator.sample(range(60, 72), generator.choice([1, 1, 1, 2, 3])):
            graph.add_edge(person, committee)
    return graph


def clean(value):
    if isinstance(value, float):
        return None if math.isinf(value) or math.isnan(value) else value
    return value


def column(values, nodes):
    return [clean(values[node]) for node in nodes]


def attempt(function):
    """The values, or nothing where networkx finds none."""
    try:
        return function()
    except (nx.NetworkXException, nx.PowerIterationFailedConvergence):
        return None


def node_values(graph, nodes):
    quiet = dict(max_iter=100000, tol=1e-15)
    simple = graph.copy()
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    measures = {
        "degree": lambda: dict(graph.degree()),
        "strength": lambda: dict(graph.degree(weight="weight")),
        "betweenness": lambda: nx.betweenness_centrality(graph, normalized=False),
        "betweenness-share": lambda: nx.betweenness_centrality(graph),
        "betweenness-weighted": lambda: nx.betweenness_centrality(graph, normalized=False, weight="weight"),
        "betweenness-subset": lambda: nx.betweenness_centrality_subset(graph, nodes[:3], nodes),
        "closeness": lambda: nx.closeness_centrality(graph),
        "closeness-weighted": lambda: nx.closeness_centrality(graph, distance="weight"),
        "harmonic": lambda: nx.harmonic_centrality(graph),
        "harmonic-weighted": lambda: nx.harmonic_centrality(graph, distance="weight"),
        "pagerank": lambda: nx.pagerank(graph, weight=None, max_iter=10000, tol=1e-16),
        "pagerank-weighted": lambda: nx.pagerank(graph, max_iter=10000, tol=1e-16),
        "pagerank-personal": lambda: nx.pagerank(
            graph, weight=None, personalization={nodes[0]: 1, nodes[1]: 3}, max_iter=10000, tol=1e-16),
        "katz": lambda: nx.katz_centrality(graph, alpha=0.05, normalized=False, **quiet),
        "coreness": lambda: nx.core_number(simple),
        "first-distance": lambda: dict(nx.single_source_dijkstra_path_length(graph, nodes[0])),
    }
    if not graph.is_directed():
        measures["clustering"] = lambda: nx.clustering(graph)
        measures["triangles"] = lambda: nx.triangles(graph)
        if nx.is_connected(graph):
            measures["eigenvector"] = lambda: nx.eigenvector_centrality_numpy(graph)
            measures["eigenvector-weighted"] = lambda: nx.eigenvector_centrality_numpy(graph, weight="weight")
    elif nx.is_strongly_connected(graph):
        measures["eigenvector"] = lambda: nx.eigenvector_centrality_numpy(graph)
    singular = numpy.linalg.svd(nx.to_numpy_array(graph), compute_uv=False)
    if graph.is_directed() and singular[0] > singular[1] * 1.01:
        # Weighted by the edge attribute "weight".
        measures["authorities"] = lambda: nx.hits(graph, max_iter=100000, tol=1e-14)[1]
        measures["hubs"] = lambda: nx.hits(graph, max_iter=100000, tol=1e-14)[0]
    result = {}
    for name, function in measures.items():
        values = attempt(function)
        if values is None:
            continue
        if name == "eigenvector" or name == "eigenvector-weighted":
            values = {node: abs(value) for node, value in values.items()}
        if name == "first-distance":
            values = {node: values.get(node, math.inf) for node in nodes}
        result[name] = column(values, nodes)
    return result


def edge_values(graph, edges):
    result = {}
    for name, weight in [("edge-betweenness", None), ("edge-betweenness-weighted", "weight")]:
        values = nx.edge_betweenness_centrality(graph, normalized=False, weight=weight)
        result[name] = [
            values[edge] if edge in values else values[edge[::-1]] for edge in edges]
    return result


def group(sets):
    return sorted(sorted(part) for part in sets)


def structure(graph, nodes, edges):
    undirected = graph.to_undirected()
    simple = undirected.copy()
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    numbers = {frozenset(edge): number for number, edge in reversed(list(enumerate(edges)))}
    result = {
        "components": group(nx.connected_components(undirected)),
        "articulation": sorted(nx.articulation_points(simple)),
        "transitivity": nx.transitivity(undirected),
    }
    if not graph.is_directed():
        result["bridges"] = sorted(numbers[frozenset(edge)] for edge in nx.bridges(simple))
        result["blocks"] = group(
            [numbers[frozenset(edge)] for edge in block]
            for block in nx.biconnected_component_edges(simple))
    else:
        result["strong"] = group(nx.strongly_connected_components(graph))
        if nx.is_directed_acyclic_graph(graph):
            result["order"] = list(nx.lexicographical_topological_sort(graph))
    pairs = [(nodes[0], node) for node in nodes[1::7]]
    result["ksp"] = []
    for source, target in pairs:
        paths = attempt(lambda: list(itertools.islice(
            nx.shortest_simple_paths(graph, source, target, weight="weight"), 8)))
        costs = [nx.path_weight(graph, path, "weight") for path in paths or []]
        result["ksp"].append({"source": source, "target": target, "costs": costs})
    distances = dict(nx.all_pairs_dijkstra_path_length(graph))
    result["all-shortest"] = []
    for source, target in pairs:
        paths = attempt(lambda: sorted(nx.all_shortest_paths(graph, source, target, weight="weight")))
        distance = distances[source].get(target)
        result["all-shortest"].append(
            {"source": source, "target": target, "distance": distance, "paths": paths or []})
    return result


def main():
    cases = []
    for number, (name, graph) in enumerate(graphs()):
        generator = random.Random(number)
        nodes = list(range(graph.number_of_nodes()))
        assert sorted(graph.nodes()) == nodes, name
        fresh = graph.__class__()
        fresh.add_nodes_from(nodes)
        edges = sorted(tuple(edge) for edge in graph.edges())
        generator.shuffle(edges)
        for source, target in edges:
            fresh.add_edge(source, target, weight=generator.choice([0.5, 1, 1, 2, 3, 7.25]))
        cases.append({
            "name": name,
            "directed": fresh.is_directed(),
            "nodes": len(nodes),
            "edges": [list(edge) for edge in edges],
            "weights": [float(fresh.edges[edge]["weight"]) for edge in edges],
            "node_values": node_values(fresh, nodes),
            "edge_values": edge_values(fresh, edges),
            "structure": structure(fresh, nodes, edges),
        })
        print(name, file=sys.stderr)
    document = {
        "made_by": "generate.py",
        "networkx": nx.__version__,
        "numpy": numpy.__version__,
        "scipy": scipy.__version__,
        "cases": cases,
    }
    path = pathlib.Path(__file__).with_name("reference.json")
    path.write_text(lines(document) + "\n")


def lines(value, depth=0):
    """JSON with one line for each list or number of a case."""
    if depth < 5 and isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {lines(part, depth + 1)}" for key, part in value.items()]
        return "{\n" + ",\n".join(parts) + "}"
    if depth == 1 and isinstance(value, list):
        return "[" + ",\n".join(lines(part, depth + 1) for part in value) + "]"
    return json.dumps(value, separators=(",", ":"))


main()
