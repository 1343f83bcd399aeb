"""Compares the default maps with the engines of Graphviz at equal content, and prints a table in Markdown.

    python3 .ci/legibility.py PROGRAM MEASURE DATASET ...

PROGRAM is ecomap; MEASURE is a script that prints one JSON line of measures for each SVG file it is given. Each engine gets
the DOT that `ecomap map --format dot` writes, without the settings that ecomap adds for its layout.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

ENGINES = ["dot", "neato", "fdp", "sfdp", "circo", "twopi"]
LAYOUT = (
    "layout overlap sep esep splines start maxiter pack packmode ratio K label labelloc root ranksep nodesep rankdir "
    "nslimit nslimit1 mclimit"
).split()
SETTING = re.compile(r', (?:%s)=(?:"(?:[^"\\]|\\.)*"|[-0-9.]+)' % "|".join(LAYOUT))
COLUMNS = [
    ("letters, pt", "smallest_pt"), ("crossings", "crossings"), ("lines over boxes", "through"),
    ("label clashes", "label_clashes"), ("box clashes", "node_clashes"), ("struck labels", "label_strikes"),
    ("aspect", "aspect"),
]


def raw(dot):
    """The graph without the settings of a layout, which stand in its second line."""
    lines = dot.split("\n")
    lines[1] = SETTING.sub("", lines[1])
    return "\n".join(lines)


def measures(script, file):
    output = subprocess.run([sys.executable, script, str(file)], capture_output=True, text=True, check=True)
    return json.loads(output.stdout)


def harm(found):
    """What makes a map worse, for finding the best engine: covered things first, then crossings."""
    covered = found["through"] + found["label_clashes"] + found["node_clashes"] + found["label_strikes"]
    return (covered > 0, covered + found["crossings"])


def row(name, found):
    return "| " + " | ".join([name] + [str(found[key]) for _, key in COLUMNS]) + " |"


def main(program, script, datasets):
    print("| map | " + " | ".join(title for title, _ in COLUMNS) + " |")
    print("| --- |" + " --: |" * len(COLUMNS))
    for dataset in datasets:
        name = pathlib.Path(dataset).name
        with tempfile.TemporaryDirectory() as folder:
            ours, dot = pathlib.Path(folder, "ours.svg"), pathlib.Path(folder, "map.dot")
            subprocess.run(
                [program, "map", dataset, "-o", str(ours), "-o", str(dot)], check=False, capture_output=True)
            text = dot.read_text()
            found = []
            # A picture drawn to scale has its places in it: no engine lays it out.
            for engine in ENGINES if " pos=" not in text else []:
                file = pathlib.Path(folder, engine + ".svg")
                done = subprocess.run(
                    [engine, "-Tsvg", "-o", str(file)], input=raw(text), text=True, capture_output=True, timeout=300)
                if done.returncode == 0:
                    found.append((engine, measures(script, file)))
            for engine, measured in sorted(found, key=lambda pair: harm(pair[1]))[:1]:
                print(row(f"{name}, {engine}", measured))
            print(row(f"**{name}, ecomap**", measures(script, ours)))


main(sys.argv[1], sys.argv[2], sys.argv[3:])
