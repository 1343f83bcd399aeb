#!/usr/bin/env python3
"""Reads network files of other tools with ecomap and with networkx, igraph or Graphviz: the same nodes, edges and attributes?

    .ci/foreign-networks.py ECOMAP FOLDER [--verbose]          (networkx, igraph, openpyxl; Graphviz for DOT)

A table by format says how many files both read alike, and lists those that are read otherwise or refused, with ecomap's reason.
"""

import collections
import csv
import io
import json
import math
import re
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import igraph
import networkx

warnings.simplefilter("ignore")
ECOMAP = sys.argv[1]


class Network:
    """Nodes with their values, and edges as pairs with values."""

    def __init__(self, nodes, edges):
        self.nodes, self.edges = nodes, edges


def ours(path):
    run = subprocess.run([ECOMAP, "convert", path, "-", "--to", "networkx", "--no-mapping"], capture_output=True, text=True)
    if not run.stdout.strip().startswith("{"):
        return None, run.stderr.strip().split("\n")[0]
    data = json.loads(run.stdout)
    nodes = {node["id"]: [plain(node["id"].split(":", 1)[-1]), *values(node)] for node in data["nodes"]}
    edges = []
    for edge in data.get("edges", data.get("links")):
        if "." not in str(edge.get("ecomap_table", "")):
            edges.append((edge["source"], edge["target"], values(edge) + [plain(edge.get("directed") is True)]))
    return Network(nodes, edges), run.stderr


def values(entry):
    return [plain(value) for value in flat(entry)]


def flat(entry):
    if isinstance(entry, dict):
        for value in entry.values():
            yield from flat(value)
    elif isinstance(entry, (list, tuple, set)):
        for value in entry:
            yield from flat(value)
    elif entry not in (None, ""):
        yield entry


def plain(value):
    """A value without regard to how numbers, days and spaces are written."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = " ".join(str(value).split())
    try:
        number = float(text)
        return f"{number:.6g}" if math.isfinite(number) else text.lower()
    except ValueError:
        return {"true": "yes", "false": "no", "directed": "yes", "undirected": "no"}.get(text.lower(), text.lower())


def of_networkx(graph):
    return Network({node: [plain(node), *values(data)] for node, data in graph.nodes(data=True)}, [(a, b, values({k: v for k, v in data.items() if k != "id"})) for a, b, data in graph.edges(data=True)])


def of_igraph(graph):
    return Network(
        {v.index: values([x for x in v.attributes().values() if x == x]) for v in graph.vs},
        [(e.source, e.target, values([x for k, x in e.attributes().items() if x == x and k != "id"])) for e in graph.es])


def gexf(path):
    root = ElementTree.parse(path).getroot()
    local = lambda e: e.tag.rsplit("}", 1)[-1]
    titles = {}
    for attributes in (e for e in root.iter() if local(e) == "attributes"):
        for attribute in attributes:
            default = next((c.text for c in attribute if local(c) == "default"), None)
            titles[attributes.get("class"), attribute.get("id")] = default
    nodes, edges = {}, []

    def own(element, kind):
        found = [element.get("label")] + [element.get("weight") if kind == "edge" else None]
        seen = set()
        for group in element:
            if local(group) == "attvalues":
                for value in group:
                    seen.add(value.get("for", value.get("id")))
                    if not value.get("start") and not value.get("end") and not value.get("timestamp"):
                        found.append(value.get("value"))
        found += [default for (owner, name), default in titles.items() if owner == kind and default and name not in seen]
        return [plain(v) for v in found if v not in (None, "")]

    for element in root.iter():
        if local(element) == "node" and element.get("id") is not None:
            nodes[element.get("id")] = [plain(element.get("id"))] + own(element, "node")
        elif local(element) == "edge" and element.get("source") is not None:
            edges.append((element.get("source"), element.get("target"), own(element, "edge")))
    return Network(nodes, edges)


def graphml(path):
    try:
        return of_networkx(networkx.read_graphml(path, force_multigraph=True))
    except Exception:
        return of_igraph(igraph.Graph.Read_GraphML(str(path)))


def dot(path):
    run = subprocess.run(
        ["gvpr", 'BEGIN { string k } N { printf("N\\t%s\\n", name) } E { printf("E\\t%s\\t%s\\n", tail.name, head.name) }', path],
        capture_output=True, text=True, errors="replace")
    if run.returncode or "syntax error" in run.stderr:
        raise ValueError(run.stderr.strip()[:90])
    nodes, edges = {}, []
    for line in run.stdout.split("\n"):
        parts = line.split("\t")
        if parts[0] == "N":
            nodes[parts[1]] = [plain(parts[1])]
        elif parts[0] == "E":
            edges.append((parts[1], parts[2], []))
    return Network(nodes, edges)


def matrices(path):
    """A DL file of full matrices, one for each relation, in forms that igraph does not know."""
    head, _, data = re.sub(r"\r", "", path.read_text(errors="replace")).partition(re.search(r"data:", path.read_text(errors="replace"), re.I).group())
    size = int(re.search(r"\bn\s*=\s*(\d+)", head, re.I).group(1))
    if not re.search(r"fullmatrix", head, re.I) or re.search(r"embedded|diagonal\s*=?\s*absent", head, re.I):
        raise ValueError("no full matrix")
    cells = [float(word) for word in data.split()]
    places = [(k // size % size, k % size, k // size // size) for k in range(len(cells))]
    edges = [(a, b, [plain(cell)]) for (a, b, _), cell in zip(places, cells) if cell]
    relations = [r for (_, _, r), cell in zip(places, cells) if cell]
    return Network({place: [] for place in range(size)}, [(a, b, v + [f"r{r}"]) for (a, b, v), r in zip(edges, relations)] if len(cells) > size * size else edges)


def dl(path):
    try:
        found = of_igraph(igraph.Graph.Read_DL(str(path), directed=True))
    except igraph.InternalError:
        found = matrices(path)
    # Equal values both ways are one link.
    open_ends, edges = collections.Counter(), []
    for a, b, v in found.edges:
        if a != b and open_ends[b, a, tuple(v)]:
            open_ends[b, a, tuple(v)] -= 1
        else:
            open_ends[a, b, tuple(v)] += 1
            edges.append((a, b, v))
    found.edges = [(a, b, [x for x in v if not re.fullmatch(r"r\d+", x)]) for a, b, v in edges]
    return found


def from_json(path):
    data = json.loads(path.read_text())
    if isinstance(data, list) or "elements" in data:
        elements = data if isinstance(data, list) else data["elements"]
        if isinstance(elements, list):
            entries = [e.get("data", {}) for e in elements]
            nodes, edges = [e for e in entries if "source" not in e], [e for e in entries if "source" in e]
        else:
            nodes, edges = ([e["data"] for e in elements.get(name, [])] for name in ("nodes", "edges"))
        return Network({n["id"]: values(n) for n in nodes}, [(e["source"], e["target"], values({k: v for k, v in e.items() if k not in ("id", "source", "target")})) for e in edges])
    nodes = data["nodes"]
    edges = data.get("links", data.get("edges"))
    key = lambda n, i: n.get("key", n.get("id", i))
    return Network(
        {key(n, i): values(n) for i, n in enumerate(nodes)},
        [(e["source"], e["target"], values({k: v for k, v in e.items() if k not in ("id", "key", "source", "target", "undirected")})) for e in edges])


def edge_list(path):
    text = path.read_text(encoding="utf-8-sig")
    dialect = csv.Sniffer().sniff(text[:2000], delimiters=",;\t")
    rows = list(csv.DictReader(io.StringIO(text), dialect=dialect))
    lower = {name.lower().strip(): name for name in rows[0]}
    a, b = (lower["source"], lower["target"]) if "source" in lower else (lower["from"], lower["to"])
    nodes = {row[end]: [plain(row[end])] for row in rows for end in (a, b)}
    return Network(nodes, [(row[a], row[b], [plain(v) for k, v in row.items() if k not in (a, b) and v and k.lower() != "id"]) for row in rows])


def vna(path):
    nodes, edges, part = {}, [], None
    for line in path.read_text().split("\n"):
        cells = [a or b for a, b in re.findall(r'"([^"]*)"|(\S+)', line)]
        if line.strip().startswith("*"):
            part, head = line.strip().lower(), None
        elif cells and head is None:
            head = cells
        elif cells and part.startswith("*node data"):
            nodes[cells[0]] = [plain(c) for c in cells if c]
        elif cells and part.startswith("*tie data"):
            edges.append((cells[0], cells[1], [plain(c) for c in cells[2:] if c]))
            for end in cells[:2]:
                nodes.setdefault(end, [plain(end)])
    return Network(nodes, edges)


READERS = {"gexf": gexf, "graphml": graphml, "dot": dot, "gv": dot, "dl": dl, "json": from_json, "csv": edge_list, "vna": vna}


def degrees(network):
    count = collections.Counter()
    for a, b, _ in network.edges:
        count[a] += 1
        count[b] += 1
    return sorted(count.get(node, 0) for node in network.nodes)


def held(theirs, mine):
    """How many of their values stand among ours, element by element of two lists in the same order."""
    missing, total, examples = 0, 0, []
    pool = collections.Counter(v for entry in mine for whole in entry for v in [whole, *(map(plain, whole.split("|")) if "|" in whole else [])])
    for entry in theirs:
        for value in entry:
            total += 1
            if pool[value]:
                pool[value] -= 1
            elif value not in pool:
                missing += 1
                examples.append(value)
    return missing, total, examples


def main():
    table = collections.defaultdict(lambda: [0, 0, 0, 0])
    for path in sorted(Path(sys.argv[2]).iterdir()):
        form = path.suffix[1:].lower()
        if form not in READERS:
            continue
        row = table[form]
        row[0] += 1
        mine, said = ours(path)
        try:
            theirs = READERS[form](path)
        except Exception as error:
            theirs = None
            reason = f"{type(error).__name__}: {error}"[:100]
        if mine is None:
            row[2] += 1
            print(f"{path.name}: refused: {said[:170]}" + (f"; by the other too: {reason}" if theirs is None else f"; the other reads {len(theirs.nodes)} nodes, {len(theirs.edges)} edges"))
            continue
        if theirs is None:
            row[3] += 1
            print(f"{path.name}: only ecomap reads it: {len(mine.nodes)} nodes, {len(mine.edges)} edges; {reason}")
            continue
        faults = []
        if len(mine.nodes) != len(theirs.nodes):
            faults.append(f"{len(mine.nodes)} nodes for {len(theirs.nodes)}")
        if len(mine.edges) != len(theirs.edges):
            faults.append(f"{len(mine.edges)} edges for {len(theirs.edges)}")
        if not faults and degrees(mine) != degrees(theirs):
            faults.append("edges between other nodes")
        for what, a, b in (("of nodes", theirs.nodes.values(), mine.nodes.values()), ("of edges", (e[2] for e in theirs.edges), (e[2] for e in mine.edges))):
            missing, total, examples = held(a, b)
            if missing:
                faults.append(f"{missing} of {total} values {what} missing, such as {examples[:4]}")
        row[1] += not faults
        if faults:
            print(f"{path.name}: {'; '.join(faults)}"[:300])
            if "--verbose" in sys.argv:
                print("   ", said.strip().replace("\n", "\n    ")[:600])
    print(f"{'format':<10}{'files':>7}{'alike':>7}{'refused':>9}{'only here':>11}")
    for form, row in sorted(table.items()) + [("all", [sum(r[i] for r in table.values()) for i in range(4)])]:
        print(f"{form:<10}{row[0]:>7}{row[1]:>7}{row[2]:>9}{row[3]:>11}")


main()
