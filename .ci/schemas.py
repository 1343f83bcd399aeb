#!/usr/bin/env python3
"""Every answer in JSON is as its schema says, for all shipped datasets, and names nobody with --roles.

    .ci/schemas.py ECOMAP ROOT          (nothing but Python)

A key that the schema does not name is a fault, too. With --roles, maps, answers, decks and reports of all datasets are searched
for the name of every person, in the parts of archives as well.
"""

import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

QUESTIONS = """alignment centrality decisions firewall fit handoffs health load overlap portfolio roles structure tax timeline work
escalation""".split()


def run(program, *words):
    return subprocess.run([program, *map(str, words)], capture_output=True, text=True)


def faults(value, schema, root, place):
    if "$ref" in schema:
        return faults(value, root["$defs"][schema["$ref"].split("/")[-1]], root, place)
    if "anyOf" in schema:
        found = [faults(value, one, root, place) for one in schema["anyOf"]]
        return [] if [] in found else found[-1]
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{place}: {value!r} is none of {schema['enum']}"]
    kind = schema["type"]
    fits = {
        "string": lambda: isinstance(value, str) and re.search(schema.get("pattern", ""), value),
        "integer": lambda: isinstance(value, int) and not isinstance(value, bool),
        "number": lambda: isinstance(value, (int, float)) and not isinstance(value, bool),
        "boolean": lambda: isinstance(value, bool),
        "null": lambda: value is None,
        "array": lambda: isinstance(value, list),
        "object": lambda: isinstance(value, dict),
    }[kind]()
    if fits is None or fits is False:
        return [f"{place}: {value!r} is no {kind}"]
    if kind == "array":
        return [f for n, v in enumerate(value) for f in faults(v, schema["items"], root, f"{place}[{n}]")]
    if kind != "object":
        return []
    missing = [f"{place}: no {key}" for key in schema.get("required", []) if key not in value]
    known, others = schema.get("properties", {}), schema.get("additionalProperties")
    for key, member in value.items():
        shape = known.get(key, others)
        missing += [f"{place}: {key} is not described"] if shape is None else faults(member, shape, root, f"{place}.{key}")
    return missing


def texts(path):
    data = path.read_bytes()
    if data[:2] == b"PK":
        archive = zipfile.ZipFile(path)
        for name in archive.namelist():
            part = archive.read(name)
            if part[:2] == b"PK":
                inner = Path(tempfile.mkstemp()[1])
                inner.write_bytes(part)
                yield from texts(inner)
                inner.unlink()
            else:
                yield name, part.decode("utf-8", "replace")
    else:
        yield path.name, data.decode("utf-8", "replace")


def check_schemas(program, data, schemas):
    found, checked = [], 0
    calls = [(q, [q, data, "--format", "json"]) for q in QUESTIONS] + [("check", ["check", data, "--format", "json"])]
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "data.json"
        run(program, "convert", data, whole)
        found += faults(json.loads(whole.read_text()), schemas["dataset"], schemas["dataset"], f"{data.name} dataset")
    for name, call in calls:
        text = run(program, *call).stdout
        if text:
            checked += 1
            found += faults(json.loads(text), schemas[name], schemas[name], f"{data.name} {name}")
    return found, checked


def check_roles(program, data):
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "data.json"
        run(program, "convert", data, whole)
        rows = json.loads(whole.read_text()).get("people", [])
        whole.unlink()
        called = [row["name"] for row in rows if row.get("kind", "person") == "person"]
        # The name of one word may be a word like others.
        words = [re.compile(r"(?<!\w)" + re.escape(name) + r"(?!\w)") for name in called if " " in name]
        out = Path(folder)
        for call in (
            ["map", data, "-o", out / "map.svg", "-o", out / "map.pptx", "-o", out / "map.html"],
            ["deck", data, "--effort", "quick", "-o", out / "deck.pptx"],
            ["report", data, "--effort", "quick", "--format", "html", "--format", "markdown", "-o", out / "report"],
            ["load", data, "-o", out / "load.json", "-o", out / "load.xlsx"],
            ["roles", data, "-o", out / "roles.csv"], ["structure", data, "-o", out / "structure.json"],
            ["convert", data, out / "roles.xlsx"],
        ):
            ended = run(program, *call, "--roles")
            if ended.returncode not in (0, 1):
                return [f"{data.name}: {call[0]} ended with {ended.returncode}: {ended.stderr}"]
        found = []
        for path in sorted(out.rglob("*")):
            if path.is_file():
                for part, text in texts(path):
                    found += [f"{data.name}: {path.name} {part} names {w.pattern}" for w in words if w.search(text)][:3]
        return found


def main():
    program, root = sys.argv[1], Path(sys.argv[2])
    only = sys.argv[3:]
    names = [line.split()[0] for line in run(program, "schema").stdout.splitlines()]
    schemas = {name: json.loads(run(program, "schema", name).stdout) for name in names}
    found, checked = [], 0
    for data in sorted(path for path in (root / "datasets").iterdir() if path.is_dir()):
        if only and data.name not in only:
            continue
        wrong, count = check_schemas(program, data, schemas)
        found += wrong + check_roles(program, data)
        checked += count
    print("\n".join(found[:40]))
    print(f"{checked} answers against {len(schemas)} schemas, {len(found)} faults.")
    sys.exit(1 if found else 0)


main()
