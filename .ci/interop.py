"""Round trips through the programs that own the formats, and presentations as another program reads them.

Each dataset is written by ecomap, read and written by the other program, and read by ecomap again: the rows must be the
same. Where a program cannot keep every value (igraph has no missing numbers), what it reads is compared instead. For Kumu
and Gephi, which cannot be run here, the conventions of their manuals are checked.
"""

import csv
import json
import math
import os
import subprocess
import sys
import tempfile
import time
import warnings
from multiprocessing import Pool
from pathlib import Path

import igraph
import networkx
import openpyxl
import pptx

ECOMAP, ROOT = sys.argv[1], Path(sys.argv[2])
CHECKS, FAULTS = [], []


def ecomap(*arguments, messages=False):
    # The datasets follow each other in one folder.
    again = ["--replace"] if arguments[0] == "convert" else []
    run = subprocess.run([ECOMAP, *map(str, arguments), *again], capture_output=True)
    if run.returncode not in (0, 1):
        raise SystemExit(f"ecomap {arguments}: {run.stderr.decode()}")
    return run.stderr.decode() if messages else run.stdout


def tables(path, *options, without=()):
    """The rows of a dataset by table, in an order of their own: other programs keep edges by their nodes."""
    found = json.loads(ecomap("convert", path, "-", "--to", "json", *options))
    return {
        name: sorted((json.dumps(row, sort_keys=True) for row in rows))
        for name, rows in found.items()
        if name not in without and rows
    }


def check(what, expected, actual):
    CHECKS.append(what)
    if expected == actual:
        return
    FAULTS.append(f"error: {what}: not the same")
    for name in expected if isinstance(expected, dict) else ():
        lost = set(expected[name]) - set(actual.get(name, []))
        new = set(actual.get(name, [])) - set(expected[name])
        for sign, rows in (("-", lost), ("+", new)):
            for row in sorted(rows)[:2]:
                FAULTS.append(f"  {sign} {name}: {row[:300]}")
    if not isinstance(expected, dict):
        FAULTS.append(f"  {str(expected)[:300]} became {str(actual)[:300]}")


def networks(dataset, folder):
    network = tables(dataset, without=("scores", "views", "decisions"))
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
        # The layout is not asked for but made all the same; patchwork's takes the least time.
        subprocess.run(["dot", "-Kpatchwork", "-Tcanon", source], check=True, stdout=target)
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


def conventions(dataset, folder):
    """What the manuals of Kumu and Gephi ask of files."""
    ecomap("convert", dataset, folder / "kumu.xlsx", "--to", "kumu-xlsx")
    book = openpyxl.load_workbook(folder / "kumu.xlsx", read_only=True)
    elements, connections = (list(book[name].values) for name in ("Elements", "Connections"))
    check(f"{dataset.name} for Kumu: first columns", (("ID", "Label"), ("From", "To")), (elements[0][:2], connections[0][:2]))
    headers = {str(name).upper() for name in elements[0] + connections[0] if name is not None}
    check(f"{dataset.name} for Kumu: no forbidden headers", set(), headers & {"YES", "NO", "ON", "OFF", "TRUE", "FALSE"})
    ids = [row[0] for row in elements[1:]]
    check(f"{dataset.name} for Kumu: ids are unique", len(ids), len(set(ids)))
    check(f"{dataset.name} for Kumu: ends are ids", set(), {end for row in connections[1:] for end in row[:2]} - set(ids))
    place = [str(name).lower() for name in connections[0]].index("direction")
    check(f"{dataset.name} for Kumu: directions", set(), {row[place] for row in connections[1:]} - {"directed", "undirected", "mutual"})

    ecomap("convert", dataset, folder / "gephi", "--to", "gephi-csv")
    with open(folder / "gephi" / "nodes.csv", newline="") as file:
        nodes = list(csv.DictReader(file))
    with open(folder / "gephi" / "edges.csv", newline="") as file:
        edges = list(csv.DictReader(file))
    check(f"{dataset.name} for Gephi: columns of nodes", ["Id", "Label"], list(nodes[0])[:2])
    check(f"{dataset.name} for Gephi: columns of edges", ["Source", "Target", "Type", "Id", "Label", "Weight"], list(edges[0])[:6])
    ids = {row["Id"] for row in nodes}
    check(f"{dataset.name} for Gephi: node ids are unique", len(nodes), len(ids))
    check(f"{dataset.name} for Gephi: edge ids are unique", len(edges), len({row["Id"] for row in edges}))
    check(f"{dataset.name} for Gephi: ends are ids", set(), {row[end] for row in edges for end in ("Source", "Target")} - ids)
    check(f"{dataset.name} for Gephi: types", set(), {row["Type"] for row in edges} - {"Directed", "Undirected"})


def presentations(dataset, folder):
    """A map and a deck as python-pptx reads them: every shape is named, in words too, on its slide and glued at both ends."""
    for command, name, *options in (("map", "map.pptx"), ("deck", "deck.pptx", "--appendix")):
        messages = ecomap(command, dataset, *options, "--effort", "quick", "-o", folder / name, messages=True)
        # The notes name the maps whose letters are too small for a slide.
        told = messages.count("note: the smallest letters")
        slides = pptx.Presentation(folder / name)
        what = f"{dataset.name}'s {name}"
        faults, small, lines = [], 0, 0
        for number, slide in enumerate(slides.slides, 1):
            faults += [f"{number}: no notes"] * (not slide.has_notes_slide or not slide.notes_slide.notes_text_frame.text)
            every = list(shapes(slide.shapes))
            ids = {shape.shape_id for shape in every}
            faults += [f"{number}: ids"] * (len(ids) != len(every))
            small += min([int(size) for shape in every for size in shape._element.xpath(".//a:rPr/@sz")], default=900) < 900
            for shape in every:
                faults += [f"{number}: {fault} {shape.name[:60]}" for fault in shape_faults(shape, slides, ids)]
                lines += len(shape._element.xpath("./p:nvCxnSpPr//a:stCxn"))
        check(f"{what}: shapes", [], faults)
        check(f"{what}: slides with small letters", True, small <= told)
        check(f"{what}: slides", True, len(slides.slides) > 6 if command == "deck" else len(slides.slides) == 1)
        # A landscape counts its lines instead of drawing them.
        check(f"{what}: glued lines", True, lines > 0 or "landscape" in messages)


def shapes(found):
    for shape in found:
        yield shape
        if shape.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.GROUP:
            yield from shapes(shape.shapes)


def shape_faults(shape, slides, ids):
    if not shape.is_placeholder and not shape._element.xpath("./*/p:cNvPr/@descr"):
        yield "no words for"
    turned = shape._element.xpath("./p:spPr/a:xfrm/@rot") in (["5400000"], ["16200000"])
    if shape.left is not None:
        middle = (shape.left + shape.width / 2, shape.top + shape.height / 2)
        half = (shape.height / 2, shape.width / 2) if turned else (shape.width / 2, shape.height / 2)
        for place, reach, end in zip(middle, half, (slides.slide_width, slides.slide_height)):
            if place - reach < -12700 or place + reach > end + 12700:
                yield "outside the slide:"
    for end in shape._element.xpath("./p:nvCxnSpPr//a:stCxn | ./p:nvCxnSpPr//a:endCxn"):
        if int(end.get("id")) not in ids:
            yield "glued to nothing:"
    if shape.has_text_frame:
        _ = shape.text_frame.text
    if getattr(shape, "has_table", False) and not all(row.cells for row in shape.table.rows):
        yield "a row without cells:"


HOSTILE = [
    "<script>alert(1)</script>",
    "\"double\" 'single' `tick`",
    "long " * 2000 + "end",
    "שלום עולם مرحبا",
    "👩‍🚀🇩🇪 team",
    "line one\nline two",
    "=1+1",
    "]]>",
    "&amp; &lt;b&gt;",
    "C:\\path\\N\\G",
    "\u202eevil\u202c",
    "</title></svg><img src=x onerror=alert(1)>",
]


def hostile(dataset, folder):
    """Names that try to be something else: openpyxl, python-pptx, csv and dot read them as they are."""
    folder.joinpath("data").mkdir()
    for table, header, rows in (
        ("companies", ["id", "name"], [[f"c{number}", name] for number, name in enumerate(HOSTILE)]),
        (
            "relationships",
            ["from", "to", "kind"],
            [[f"c{number}", f"c{(number * 5 + 1) % len(HOSTILE)}", name] for number, name in enumerate(HOSTILE)],
        ),
    ):
        with open(folder / "data" / f"{table}.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header, *rows])
    data = folder / "data"
    ecomap("convert", data, folder / "out.xlsx")
    cells = [row[1] for row in openpyxl.load_workbook(folder / "out.xlsx")["companies"].values]
    check("hostile names in openpyxl", ["name", *HOSTILE], cells)
    ecomap("convert", data, folder / "csv", "--to", "csv")
    with open(folder / "csv" / "companies.csv", newline="", encoding="utf-8-sig") as file:
        read = [row["name"] for row in csv.DictReader(file)]
    # What begins like a formula gets an apostrophe, which ecomap takes away again.
    check("hostile names in csv", HOSTILE, [name.removeprefix("'") if name[1:2] in "=+-@" else name for name in read])
    ecomap("map", data, "-o", folder / "map.pptx", "-o", folder / "map.dot", "--show-all", "--effort", "quick")
    names = {shape.name.rsplit(" #", 1)[0] for shape in shapes(pptx.Presentation(folder / "map.pptx").slides[0].shapes)}
    check("hostile names in python-pptx", set(), {name for name in HOSTILE if len(name) < 99 and "\n" not in name} - names)
    for source in ("map.dot", "convert.dot"):
        if source == "convert.dot":
            ecomap("convert", data, folder / source)
        run = subprocess.run(["dot", "-Kpatchwork", "-Tcanon", folder / source], capture_output=True)
        check(f"hostile names in dot: {source}", (0, b""), (run.returncode, run.stderr[:200]))


def lone_list(path, folder):
    """A list with headers of its own and cells written only once, saved as the only sheet of a workbook."""
    options = ("--columns", "person=Maintainer Name,committee=Project", "--fill-down", "Project")
    book = openpyxl.Workbook()
    with open(path, newline="", encoding="utf-8-sig") as file:
        for row in csv.reader(file):
            book.active.append([number(cell) for cell in row])
    book.save(folder / "list.xlsx")
    check(f"{path.name} saved by openpyxl", tables(path, *options), tables(folder / "list.xlsx", *options))


def run(job):
    step, path = job
    warnings.simplefilter("ignore")
    CHECKS.clear()
    FAULTS.clear()
    with tempfile.TemporaryDirectory() as name:
        step(path, Path(name))
    return list(CHECKS), list(FAULTS)


def main():
    start = time.monotonic()
    datasets = [path for path in sorted((ROOT / "datasets").iterdir()) if path.is_dir()]
    jobs = [(step, path) for path in datasets for step in (networks, workbook, conventions, presentations)]
    jobs.append((hostile, datasets[0]))
    data = ROOT / ".." / "shared" / "data"
    if data.is_dir():
        jobs += [(saved_as_workbook, path) for path in sorted((data / "tables").iterdir())]
        jobs += [(lone_list, data / "cncf-maintainers" / "project-maintainers.csv")]
    else:
        print("The real tables beside the project are not there; they are left out.")
    # Long ones first, so that no processor waits for the last.
    jobs.sort(key=lambda job: -sum(file.stat().st_size for file in job[1].glob("*.csv")))
    checks, faults = 0, []
    with Pool(os.cpu_count()) as pool:
        for done, wrong in pool.imap(run, jobs):
            checks += len(done)
            faults += wrong
    for line in faults:
        print(line, file=sys.stderr)
    if faults:
        raise SystemExit("Some round trips lose something; the lines above say which.")
    print(
        f"All {checks} round trips and conventions hold: networkx {networkx.__version__}, igraph {igraph.__version__}, "
        f"openpyxl {openpyxl.__version__}, python-pptx {pptx.__version__}, dot; {time.monotonic() - start:.0f} s."
    )


main()
