#!/usr/bin/env python3
"""Workbooks that ecomap has put messages or answers into: is everything that was there still there?

    .ci/annotated-workbooks.py ECOMAP [WORKBOOK …] [--office]          (openpyxl, xlsxwriter; LibreOffice and Pillow with --office)

Without workbooks, two are made that hold what ecomap does not read: charts, tables, colours by condition, lists of choices, notes,
links, sparklines, formulas with their results, merged cells, names, protection, hidden sheets. Every part of the package that
has no message in it must be the same byte for byte, every element of the others must still be there, and openpyxl must read the
same. With --office LibreOffice opens both, shows the same text in every cell, and draws the same but where a cell is marked.
"""

import collections
import subprocess
import sys
import tempfile
import warnings
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

warnings.simplefilter("ignore")
ECOMAP = sys.argv[1]
OURS = "ecomap messages"
FAULTS = []


def fault(text):
    FAULTS.append(text)
    print(text)


def made_by_openpyxl(path):
    book = openpyxl.Workbook()
    seats = book.active
    seats.title = "memberships"
    for row in (["person", "committee", "role", "hours"], ["Ann", "JSC", "chair", 3], ["Bob", "JSC", "wizzard", 4], ["Cy", "JDC", "membr", 5], ["Ann", "", "member", 2]):
        seats.append(row)
    for cell in seats[1]:
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="305496")
    seats["C3"].fill = PatternFill("solid", fgColor="92D050")
    seats["A2"].comment = Comment("first", "me")
    seats.freeze_panes, seats.auto_filter.ref, seats.print_area = "A2", "A1:D5", "A1:D5"
    seats.column_dimensions["A"].width = 30
    seats["F2"], seats["F4"] = "=SUM(D2:D5)", "merged"
    seats.merge_cells("F4:G5")
    seats.conditional_formatting.add("D2:D5", CellIsRule(operator="greaterThan", formula=["3"], fill=PatternFill("solid", bgColor="FFC000")))
    choices = DataValidation(type="list", formula1='"chair,member,observer"')
    seats.add_data_validation(choices)
    choices.add("C2:C99")
    seats.protection.sheet = True
    charts = book.create_sheet("charts")
    chart = BarChart()
    chart.add_data(Reference(seats, min_col=4, min_row=1, max_row=5), titles_from_data=True)
    charts.add_chart(chart, "B2")
    for name, rows in (("people", [["name", "company"], ["Ann", "Aurora"], ["Bob", "Auror"], ["Cy", "Aurora"]]), ("companies", [["name"], ["Aurora"]]), ("committees", [["name", "alliance"], ["JSC", None], ["JDC", "Nowhere"]])):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    hidden = book.create_sheet("hidden")
    hidden.sheet_state, hidden["A1"] = "hidden", "secret"
    book.defined_names["Zone"] = DefinedName("Zone", attr_text="memberships!$A$1:$D$5")
    book.save(path)


def made_by_xlsxwriter(path):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("people")
    bold = book.add_format({"bold": 1, "bg_color": "#FFCC00", "border": 1})
    sheet.add_table("A1:C4", {"columns": [{"header": "name"}, {"header": "company"}, {"header": "seniority"}], "data": [["Ann", "Aurora", 1], ["Bob", "Borealis", 9], ["Cy", "Auror", "x"]]})
    sheet.write_comment("A2", "note by me")
    sheet.set_column("A:A", 25)
    sheet.insert_textbox("E2", "Box")
    sheet.write_rich_string("E10", bold, "bold", " plain")
    sheet.write_url("E12", "https://example.org")
    sheet.write_formula("E14", "=SUM(C2:C3)", None, 10)
    sheet.set_header("&LHead")
    sheet.conditional_format("C2:C4", {"type": "data_bar"})
    sheet.add_sparkline("F1", {"range": "people!C2:C4"})
    other = book.add_worksheet("companies")
    other.write_row(0, 0, ["name", "region"])
    other.write_row(1, 0, ["Aurora", "EU"], bold)
    other.write_row(2, 0, ["Borealis", "US"])
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=people!$C$2:$C$4"})
    other.insert_chart("D2", chart)
    book.close()


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def elements(data):
    """The elements of a part with their attributes, but for what a mark may change: a cell's style, and how many there are."""
    found = collections.Counter()
    for element in ElementTree.fromstring(data).iter():
        tag = element.tag.rsplit("}", 1)[-1]
        dropped = {"c": {"s", "{http://www.w3.org/XML/1998/namespace}space"}, "row": {"spans"}, "dimension": {"ref"}}.get(tag, set()) | {"count", "uniqueCount"}
        attributes = tuple(sorted((k, v) for k, v in element.attrib.items() if k not in dropped))
        found[tag, attributes, (element.text or "").strip()] += 1
    return found


def compare_parts(name, before, after):
    old, new = parts(before), parts(after)
    same = 0
    for part, data in old.items():
        if part not in new:
            fault(f"{name}: {part} is gone")
        elif new[part] == data:
            same += 1
        else:
            lost = elements(data) - elements(new[part])
            if lost:
                fault(f"{name}: {part} has lost {list(lost)[:3]}")
    return same, len(old), len(new)


def look(path):
    book = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    seen = {"names": sorted(book.defined_names), "sheets": [(s.title, s.sheet_state) for s in book if not s.title.lower().startswith(OURS)]}
    for sheet in book:
        if sheet.title.lower().startswith(OURS):
            continue
        answers = {c.column for row in sheet for c in row if str(c.value).startswith("ecomap: ")}
        seen[sheet.title] = {
            "cells": {c.coordinate: (c.value, values[sheet.title][c.coordinate].value, c.number_format, c.font.b, c.hyperlink.target if c.hyperlink else None) for row in sheet for c in row if c.value is not None and c.column not in answers},
            "merged": sorted(map(str, sheet.merged_cells.ranges)),
            "widths": {k: d.width for k, d in sheet.column_dimensions.items()},
            "rules": sorted(str(r.sqref) for r in sheet.conditional_formatting),
            "choices": sorted(str(v.sqref) + str(v.formula1) for v in sheet.data_validations.dataValidation),
            "charts": len(sheet._charts), "tables": sorted(sheet.tables), "frozen": sheet.freeze_panes, "protected": sheet.protection.sheet,
            "filter": sheet.auto_filter.ref, "area": sheet.print_area, "header": sheet.oddHeader.left.text,
        }
    seen["notes"] = {(s.title, c.coordinate): c.comment.text for s in book for row in s for c in row if c.comment and not s.title.lower().startswith(OURS)}
    return seen


def compare_looks(name, before, after):
    old, new = look(before), look(after)
    for place, text in old.pop("notes").items():
        if text.strip() not in new["notes"].get(place, ""):
            fault(f"{name}: the note at {place} is gone")
    new.pop("notes")
    for key, value in old.items():
        if key in new and new[key] == value:
            continue
        if isinstance(value, dict) and key in new:
            for aspect, was in value.items():
                if new[key].get(aspect) != was:
                    fault(f"{name}: {key}: {aspect}: {str(was)[:200]} became {str(new[key].get(aspect))[:200]}")
        else:
            fault(f"{name}: {key} is {str(new.get(key))[:200]}, not {str(value)[:200]}")


def office(name, before, after, folder):
    """What LibreOffice shows in every cell of the first sheets, and how it draws the first one."""
    from PIL import Image, ImageChops

    texts, pictures = [], []
    for path in (before, after):
        out = folder / f"office-{path.stem}"
        for form in ("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "png"):
            subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form, "--outdir", out, path], capture_output=True, check=True)
        texts.append({p.stem.split("-", path.stem.count("-") + 1)[-1]: p.read_text() for p in out.glob("*.csv")})
        pictures.append(Image.open(out / f"{path.stem}.png").convert("RGB"))
    for sheet, text in texts[0].items():
        mine = texts[1].get(sheet, "")
        plain = [line.rstrip(",") for line in text.strip().split("\n")]
        shown = [line.rstrip(",") for line in mine.strip().split("\n")]
        if plain != shown and not any("ecomap: " in line for line in shown):
            fault(f"{name}: LibreOffice shows another sheet {sheet}: {[pair for pair in zip(plain, shown) if pair[0] != pair[1]][:2]}")
    size = tuple(min(a, b) for a, b in zip(pictures[0].size, pictures[1].size))
    difference = ImageChops.difference(*(p.crop((0, 0, *size)) for p in pictures)).convert("L").point(lambda v: 255 * (v > 24))
    return difference.histogram()[255] / (size[0] * size[1])


def run(path, folder, isOffice):
    name = path.name
    copies = {"--annotate": folder / f"{path.stem}-annotated.xlsx", "again": folder / f"{path.stem}-again.xlsx", "--into": folder / f"{path.stem}-into.xlsx"}
    first = subprocess.run([ECOMAP, "check", path, "--annotate", copies["--annotate"]], capture_output=True, text=True)
    if not copies["--annotate"].exists():
        return print(f"{name}: refused: {first.stderr.strip()[:200]}")
    subprocess.run([ECOMAP, "check", copies["--annotate"], "--annotate", copies["again"]], capture_output=True)
    copies["--into"].write_bytes(path.read_bytes())
    subprocess.run([ECOMAP, "centrality", path, "--of", "companies", "--into", copies["--into"], "--no-backup"], capture_output=True)
    for how, copy in copies.items():
        if not copy.exists():
            continue
        same, old, new = compare_parts(f"{name} {how}", path, copy)
        compare_looks(f"{name} {how}", path, copy)
        drawn = f"; LibreOffice draws {office(f'{name} {how}', path, copy, folder):.1%} of the first sheet otherwise" if isOffice else ""
        print(f"{name} {how}: {same} of {old} parts the same byte for byte, {new - old} added{drawn}")


def main():
    isOffice = "--office" in sys.argv
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        books = [Path(a) for a in sys.argv[2:] if not a.startswith("--")]
        if not books:
            books = [folder / "openpyxl.xlsx", folder / "xlsxwriter.xlsx"]
            made_by_openpyxl(books[0])
            made_by_xlsxwriter(str(books[1]))
        for book in books:
            run(book, folder, isOffice)
    sys.exit("Something is lost; the lines above say what." if FAULTS else 0)


main()
