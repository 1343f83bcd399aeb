"""Round trips of the shipped datasets through the programs that own the formats.

Each dataset is written by ecomap, read and written by the other program, and read by ecomap again: the rows must be the
same. Where a program cannot keep every value (igraph has no missing numbers), what it reads is compared instead.
"""

import csv
import json
import math
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import igraph
import networkx
import openpyxl

ECOMAP, ROOT = sys.argv[1], Path(sys.argv[2])
FAULTS = []
CHECKS = 0


def ecomap(*arguments):
    run = subprocess.run([ECOMAP, *map(str, arguments)], capture_output=True)
    if run.returncode not in (0, 1):
        raise SystemExit(f"ecomap {arguments}: {run.stderr.decode()}")
    return run.stdout


def tables(path, without=()):
    """The rows of a dataset by table, in an order of their own: other programs keep edges by their nodes."""
    found = json.loads(ecomap("convert", path, "-", "--to", "json"))
    return {
        name: sorted((json.dumps(row, sort_keys=True) for row in rows))
        for name, rows in found.items()
        if name not in without and rows
    }


def check(what, expected, actual):
    global CHECKS
    CHECKS += 1
    if expected == actual:
        return
    FAULTS.append(what)
    print(f"error: {what} is not the same", file=sys.stderr)
    for name in expected if isinstance(expected, dict) else ():
        lost = set(expected[name]) - set(actual.get(name, []))
        new = set(actual.get(name, [])) - set(expected[name])
        for sign, rows in (("-", lost), ("+", new)):
            for row in sorted(rows)[:2]:
                print(f"  {sign} {name}: {row[:300]}", file=sys.stderr)


def networks(dataset, folder):
    network = tables(dataset, without=("scores", "views"))
    source = folder / "n.graphml"
    ecomap("convert", dataset, source)
    graph = networkx.read_graphml(source, force_multigraph=True)
    networkx.write_graphml(graph, folder / "nx.graphml")
    check(f"{dataset.name} through networkx's GraphML", network, tables(folder / "nx.graphml"))

    other = igraph.Graph.Read_GraphML(str(source))
    check(f"{dataset.name}: nodes and edges in igraph", (len(graph), graph.size()), (other.vcount(), other.ecount()))
    check(
        f"{dataset.name}: labels in igraph",
        sorted(data["label"] for _, data in graph.nodes(data=True)),
        sorted(other.vs["label"]),
    )

    source = folder / "n.gexf"
    ecomap("convert", dataset, source)
    graph = networkx.read_gexf(source)
    check(
        f"{dataset.name}: nodes and edges of GEXF in networkx",
        (other.vcount(), other.ecount()),
        (len(graph), graph.size()),
    )
    networkx.write_gexf(graph, folder / "nx.gexf")
    check(f"{dataset.name} through networkx's GEXF", network, tables(folder / "nx.gexf"))

    source = folder / "n.json"
    ecomap("convert", dataset, source, "--to", "networkx")
    graph = networkx.node_link_graph(json.loads(source.read_text()), edges="edges")
    (folder / "nx.json").write_text(json.dumps(networkx.node_link_data(graph, edges="edges")))
    check(f"{dataset.name} through networkx's node-link JSON", network, tables(folder / "nx.json"))

    source = folder / "n.dot"
    ecomap("convert", dataset, source)
    with open(folder / "canon.dot", "wb") as target:
        subprocess.run(["dot", "-Tcanon", source], check=True, stdout=target)
    check(f"{dataset.name} through dot", network, tables(folder / "canon.dot"))

    for form in ("kumu-xlsx", "nodexl"):
        source = folder / f"{form}.xlsx"
        ecomap("convert", dataset, source, "--to", form)
        openpyxl.load_workbook(source).save(folder / "saved.xlsx")
        check(f"{dataset.name} as {form} through openpyxl", network, tables(folder / "saved.xlsx"))


def workbook(dataset, folder):
    source = folder / "tables.xlsx"
    ecomap("convert", dataset, source)
    openpyxl.load_workbook(source).save(folder / "saved.xlsx")
    check(f"{dataset.name} as a workbook through openpyxl", tables(dataset), tables(folder / "saved.xlsx"))


def saved_as_workbook(dataset, folder):
    """The CSV tables as somebody pastes them into a workbook: figures as numbers, all else as text."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for path in sorted(dataset.glob("*.csv")):
        sheet = book.create_sheet(path.stem)
        with open(path, newline="", encoding="utf-8-sig") as file:
            for row in csv.reader(file):
                sheet.append([number(cell) for cell in row])
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    cell.data_type = "s"
    book.save(folder / "real.xlsx")
    check(f"{dataset.name}'s tables saved by openpyxl", tables(dataset), tables(folder / "real.xlsx"))


def number(text):
    try:
        value = float(text)
    except ValueError:
        return text or None
    plain = str(int(value)) if math.isfinite(value) and value == int(value) else repr(value)
    return (int(value) if "." not in plain else value) if plain == text else text


def main():
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for dataset in sorted((ROOT / "datasets").iterdir()):
            if dataset.is_dir():
                networks(dataset, folder)
                workbook(dataset, folder)
        real = ROOT / ".." / "shared" / "data" / "tables"
        if real.is_dir():
            for dataset in sorted(real.iterdir()):
                saved_as_workbook(dataset, folder)
        else:
            print("The real tables beside the project are not there; they are left out.")
    if FAULTS:
        raise SystemExit(f"{len(FAULTS)} of {CHECKS} round trips lose something.")
    print(f"All {CHECKS} round trips are the same: networkx {networkx.__version__}, igraph {igraph.__version__}, openpyxl {openpyxl.__version__}, dot.")


main()
