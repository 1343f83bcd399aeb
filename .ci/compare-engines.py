"""Compares the default maps with the engines of Graphviz at equal content, and prints a table in Markdown.

    python3 .ci/compare-engines.py PROGRAM MEASURE DATASET ...

PROGRAM is ecomap; MEASURE is a script that prints one JSON line of measures for each SVG file it is given. Each engine gets
the DOT that `ecomap map --format dot` writes, without the places that are in it.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

ENGINES = ["dot", "neato", "fdp", "sfdp", "circo", "twopi"]
PLACES = re.compile(r'\b(?:pos|lp|bb|layout|_background)=(?:"(?:[^"\\]|\\.)*"|[^,\]\s]+)(?:, )?')
COLUMNS = [
    ("letters, pt", "smallest_pt"), ("crossings", "crossings"), ("lines over shapes", "through"),
    ("label clashes", "label_clashes"), ("shape clashes", "node_clashes"), ("struck labels", "label_strikes"),
    ("aspect", "aspect"),
]


def raw(dot):
    """The graph without places, and without the two points that stretch its sheet."""
    return PLACES.sub("", "\n".join(line for line in dot.split("\n") if "sheet-corner-" not in line))


def measures(script, file):
    output = subprocess.run([sys.executable, script, str(file)], capture_output=True, text=True, check=True)
    return json.loads(output.stdout)


def covered(found):
    """How many things lie on others: lines on boxes and words, boxes on boxes, words on words."""
    return found["through"] + found["label_clashes"] + found["node_clashes"] + found["label_strikes"]


def row(name, found, fewest):
    return "| " + " | ".join([name] + [str(found[key]) for _, key in COLUMNS] + [fewest]) + " |"


def main(program, script, datasets):
    print("| map | " + " | ".join(title for title, _ in COLUMNS) + " | fewest crossings of any engine |")
    print("| --- |" + " --: |" * len(COLUMNS) + " --- |")
    for dataset in datasets:
        name = pathlib.Path(dataset).name
        with tempfile.TemporaryDirectory() as folder:
            ours, dot = pathlib.Path(folder, "ours.svg"), pathlib.Path(folder, "map.dot")
            places = pathlib.Path(folder, "map.laid-out.json")
            drawn = subprocess.run(
                [program, "map", dataset, "-o", str(ours), "-o", str(dot), "-o", str(places)], check=False, capture_output=True, text=True)
            # Faults of the data give status 1 and a map of the rest.
            if not dot.exists():
                sys.exit(f"{dataset} cannot be drawn: {drawn.stderr.strip()}")
            text = dot.read_text()
            found = []
            # No engine lays out what is drawn to scale.
            isMap = "toScale" not in json.loads(places.read_text())["layout"]["method"]
            for engine in ENGINES if isMap else []:
                file = pathlib.Path(folder, engine + ".svg")
                done = subprocess.run(
                    [engine, "-Tsvg", "-o", str(file)], input=raw(text), text=True, capture_output=True, timeout=300)
                if done.returncode == 0:
                    found.append((engine, measures(script, file)))
            if found:
                # What is covered cannot cross: least covered comes before least crossed.
                engine, best = min(found, key=lambda pair: (covered(pair[1]), pair[1]["crossings"]))
                other, least = min(found, key=lambda pair: (pair[1]["crossings"], covered(pair[1])))
                fewest = f"{least['crossings']} ({other}, {covered(least)} covered)"
                print(row(f"{name}, {engine}", best, fewest))
            print(row(f"**{name}, ecomap**", measures(script, ours), ""), flush=True)


main(sys.argv[1], sys.argv[2], sys.argv[3:])
