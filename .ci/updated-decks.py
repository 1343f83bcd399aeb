#!/usr/bin/env python3
"""Edits of slides by other programs, then new data: updated-decks.py ECOMAP

Twenty edits with python-pptx, five changes of the data, each with and without a round trip through LibreOffice in between (one
LibreOffice is kept open; without one, and without python3-uno, that half is left out and said). Every edit must be kept, no connector
be unglued, parts that nothing touches stay byte for byte, and the result open again. One change per edit by default; ALL=1 tries all.
"""
import copy, io, json, os, shutil, socket, subprocess, sys, tempfile, time, zipfile

OFFICE = '''
import json, sys, time, uno
from com.sun.star.beans import PropertyValue
def value(name, content):
    made = PropertyValue(); made.Name = name; made.Value = content; return made
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
for _ in range(120):
    try:
        context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % sys.argv[1]); break
    except Exception: time.sleep(0.25)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
print("ready", flush=True)
for line in sys.stdin:
    source, target, edit = json.loads(line)
    document = desktop.loadComponentFromURL("file://" + source, "_blank", 0, (value("Hidden", True),))
    page = document.DrawPages.getByIndex(0)
    def shape(key):
        def search(shapes):
            for number in range(shapes.Count):
                found = shapes.getByIndex(number)
                if found.Name.endswith("#" + key): return found
        return search(page)
    if edit == "move":
        place = shape("committee-sales").Position; place.X += 4000; place.Y += 1500; shape("committee-sales").Position = place
    if edit == "recolour": shape("committee-sales").FillColor = 0xFF8800
    if edit == "retype": shape("committee-sales").String = "Sales of the world"
    if edit == "delete": page.remove(shape("committee-lung"))
    if edit == "duplicate": document.duplicate(page)
    document.storeToURL("file://" + target, (value("FilterName", "Impress MS PowerPoint 2007 XML"),))
    document.close(True)
    print("done", flush=True)
desktop.terminate()
'''

COMMITTEES = "name,parent,kind\nBoard,,JEC\nTrials,Board,JDC\nSales,Board,JCC\nLung,Trials,JLT\nBreast,Trials,JLT\n"
SEATS = ("person,committee,role\nAnn,Board,chair\nBo,Board,member\nCy,Trials,chair\nDi,Sales,chair\nEd,Lung,chair\n"
         "Ann,Trials,member\nBo,Lung,member\nCy,Breast,chair\n")
CHANGES = {
    "newcomer": (COMMITTEES + "Skin,Sales,JLT\n", SEATS + "Bo,Skin,chair\n"),
    "departure": (COMMITTEES.replace("Breast,Trials,JLT\n", ""), SEATS.replace("Cy,Breast,chair\n", "")),
    "new-chair": (COMMITTEES, SEATS.replace("Di,Sales,chair", "Bo,Sales,chair")),
    "new-parent": (COMMITTEES.replace("Breast,Trials", "Breast,Sales"), SEATS),
    "several": (COMMITTEES.replace("Breast,Trials,JLT\n", "") + "Skin,Sales,JLT\nLiver,Trials,JLT\n",
                SEATS.replace("Cy,Breast,chair", "Cy,Skin,chair").replace("Di,Sales,chair", "Ed,Sales,chair")),
}


def dataset(folder, tables):
    os.makedirs(folder)
    for name, text in [("committees", tables[0]), ("memberships", tables[1]),
                       ("people", "name,company\nAnn,Acme\nBo,Bolt\nCy,Acme\nDi,Bolt\nEd,Acme\n")]:
        with open(os.path.join(folder, name + ".csv"), "w") as file:
            file.write(text)


def walk(shapes):
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:
            yield from walk(shape.shapes)


def named(slide, end):
    return next((s for s in walk(slide.shapes) if s.name.endswith(end)), None)


def ours(deck):
    """The slide that shows the committees: of copies the last."""
    return [s for s in deck.slides if named(s, "#committee-board")][-1]


def edits():
    from pptx.dml.color import RGBColor
    from pptx.util import Emu, Pt

    def near(a, b):
        return abs(a - b) <= 2000

    sales = lambda s: named(s, "#committee-sales")
    made = {}

    def edit(name, check):
        def keep(function):
            made[name] = (function, check)
            return function
        return keep

    @edit("move", lambda d: near(sales(ours(d)).left, 8000000) and near(sales(ours(d)).top, 4300000))
    def _(deck, slide): sales(slide).left, sales(slide).top = Emu(8000000), Emu(4300000)

    @edit("resize", lambda d: near(sales(ours(d)).width, 3000000))
    def _(deck, slide): sales(slide).width = Emu(3000000)

    @edit("recolour", lambda d: str(sales(ours(d)).fill.fore_color.rgb) == "FF8800")
    def _(deck, slide):
        sales(slide).fill.solid(); sales(slide).fill.fore_color.rgb = RGBColor(255, 136, 0)

    @edit("outline", lambda d: str(sales(ours(d)).line.color.rgb) == "AA0000")
    def _(deck, slide): sales(slide).line.color.rgb = RGBColor(0xAA, 0, 0)

    @edit("retype", lambda d: sales(ours(d)).text_frame.text == "Sales of the world")
    def _(deck, slide): sales(slide).text_frame.text = "Sales of the world"

    @edit("italic", lambda d: sales(ours(d)).text_frame.paragraphs[0].runs[0].font.italic)
    def _(deck, slide):
        for paragraph in sales(slide).text_frame.paragraphs:
            for run in paragraph.runs: run.font.italic = True

    @edit("retitle", lambda d: ours(d).shapes.title.text_frame.text == "Who decides")
    def _(deck, slide): slide.shapes.title.text_frame.text = "Who decides"

    @edit("delete", lambda d: named(ours(d), "#committee-lung") is None)
    def _(deck, slide):
        shape = named(slide, "#committee-lung")
        for line in [s for s in slide.shapes if s.name.startswith("Line: Lung")] + [shape]:
            line._element.getparent().remove(line._element)

    @edit("delete-line", lambda d: not any(s.name.startswith("Line: Lung") for s in ours(d).shapes))
    def _(deck, slide):
        line = next(s for s in slide.shapes if s.name.startswith("Line: Lung"))
        line._element.getparent().remove(line._element)

    @edit("add-text", lambda d: named(ours(d), "My remark").text_frame.text == "ask Di")
    def _(deck, slide):
        box = slide.shapes.add_textbox(Emu(300000), Emu(5600000), Emu(1500000), Emu(400000))
        box.name, box.text_frame.text = "My remark", "ask Di"

    @edit("add-shape", lambda d: near(named(ours(d), "My star").left, 500000))
    def _(deck, slide):
        slide.shapes.add_shape(92, Emu(500000), Emu(1500000), Emu(700000), Emu(700000)).name = "My star"

    @edit("picture", lambda d: named(ours(d), "My picture") is not None)
    def _(deck, slide):
        from PIL import Image
        file = io.BytesIO(); Image.new("RGB", (40, 40), (20, 120, 20)).save(file, "PNG"); file.seek(0)
        slide.shapes.add_picture(file, Emu(300000), Emu(3000000)).name = "My picture"

    @edit("notes", lambda d: "Ask about the budget" in ours(d).notes_slide.notes_text_frame.text)
    def _(deck, slide): slide.notes_slide.notes_text_frame.text = "Ask about the budget"

    @edit("group", lambda d: next((s for s in ours(d).shapes if s.name == "Both"), None) is not None
          and named(ours(d), "#committee-lung") is not None)
    def _(deck, slide):
        slide.shapes.add_group_shape([named(slide, "#committee-lung"), named(slide, "#committee-trials")]).name = "Both"

    @edit("add-slide", lambda d: len(d.slides) == 2 and any(not named(s, "#committee-board") for s in d.slides))
    def _(deck, slide): deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "My own"

    @edit("reorder", lambda d: named(d.slides[0], "#committee-board") is None and len(d.slides) == 2)
    def _(deck, slide):
        made["add-slide"][0](deck, slide)
        order = deck.slides._sldIdLst
        order.insert(0, order[-1])

    @edit("duplicate", lambda d: len(d.slides) == 2 and named(d.slides[1], "#committee-board") is not None)
    def _(deck, slide):
        other = deck.slides.add_slide(deck.slide_layouts[1])
        for shape in list(other.shapes): shape._element.getparent().remove(shape._element)
        for shape in slide.shapes: other.shapes._spTree.append(copy.deepcopy(shape._element))

    @edit("rotate", lambda d: round(sales(ours(d)).rotation) == 10)
    def _(deck, slide): sales(slide).rotation = 10

    @edit("legend", lambda d: near(next(s for s in ours(d).shapes if s.name == "Legend").top, 4500000))
    def _(deck, slide): next(s for s in slide.shapes if s.name == "Legend").top = Emu(4500000)

    @edit("background", lambda d: str(ours(d).background.fill.fore_color.rgb) == "F0F0E0")
    def _(deck, slide):
        slide.background.fill.solid(); slide.background.fill.fore_color.rgb = RGBColor(0xF0, 0xF0, 0xE0)

    return made


def parts(path):
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def glued(slide):
    """Connectors with the names of their ends, `None` where there is none."""
    space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    ids = {s.shape_id: s.name for s in walk(slide.shapes)}
    found = []
    for shape in walk(slide.shapes):
        ends = [next(shape._element.iter(space + tag), None) for tag in ("stCxn", "endCxn")]
        if shape.name.startswith("Line: "):
            found.append((shape.name, *(ids.get(int(e.get("id"))) if e is not None else None for e in ends)))
    return found


class Office:
    def __init__(self):
        self.process = None
        if not shutil.which("soffice") or subprocess.run(["/usr/bin/python3", "-c", "import uno"], capture_output=True).returncode:
            return
        name = "ecomap%d" % os.getpid()
        self.home = tempfile.mkdtemp()
        self.server = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--accept=pipe,name=%s;urp;" % name,
             "-env:UserInstallation=file://" + self.home], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.process = subprocess.Popen(
            ["/usr/bin/python3", "-c", OFFICE, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout.readline().strip() == "ready", "LibreOffice does not answer"

    def save(self, source, target, edit=None):
        self.process.stdin.write(json.dumps([source, target, edit]) + "\n"); self.process.stdin.flush()
        assert self.process.stdout.readline().strip() == "done", "LibreOffice cannot open " + source

    def close(self):
        if self.process:
            self.process.stdin.close(); self.process.wait(); self.server.terminate(); self.server.wait()
            shutil.rmtree(self.home, ignore_errors=True)


def main():
    program = os.path.abspath(sys.argv[1])
    from pptx import Presentation
    folder = tempfile.mkdtemp()
    path = lambda name: os.path.join(folder, name)
    dataset(path("data"), (COMMITTEES, SEATS))
    for name, tables in CHANGES.items(): dataset(path(name), tables)
    run = lambda *words: subprocess.run([program, *words], capture_output=True, text=True, cwd=folder)
    made = run("map", "data", "--view", "governance", "--effort", "quick", "-o", "fresh.pptx")
    assert made.returncode == 0, made.stderr
    office, everything, faults, tried, begin = Office(), os.environ.get("ALL"), [], 0, time.time()

    def attempt(edit, check, change, deck, is_from_office):
        nonlocal tried
        tried += 1
        what = f"{edit}, {change}" + (", through LibreOffice" if is_from_office else "")
        before = parts(deck)
        loose = {line[0] for line in glued(ours(Presentation(deck))) if None in line}
        words = ["update", deck, change, "--no-backup"] + (["--from", "data"] if is_from_office else [])
        told = run(*words)
        try:
            assert told.returncode == 0, told.stderr
            result = Presentation(deck)
            slide = ours(result)
            assert check(result), "the edit is lost"
            ends = glued(slide)
            assert all(None not in line or line[0] in loose for line in ends), "a connector is glued to nothing"
            names = {s.name.split(" #")[0] for s in walk(slide.shapes)}
            if change in ("newcomer", "several"): assert "Skin" in names, "the newcomer is missing"
            if change == "new-parent": assert any((a or "").startswith("Breast") and (b or "").startswith("Sales") for _, a, b in ends), "no new line"
            if change == "departure": assert "gone, and faded" in told.stderr, told.stderr
            if change == "new-chair":
                text = named(slide, "#committee-sales").text_frame.text
                assert ("conflict" in told.stderr) if edit == "retype" else "Bo" in text, (text, told.stderr)
                if edit == "retype": assert "ecomap update:" in slide.notes_slide.notes_text_frame.text
            after = parts(deck)
            slides = ("ppt/slides/", "ppt/notesSlides/", "customXml/", "[Content_Types]")
            for name, content in before.items():
                if not name.startswith(slides): assert after.get(name) == content, name + " changed"
            again = run(*words)
            assert parts(deck) == after, "a second time it changes again: " + again.stderr
        except Exception as fault:
            faults.append(f"{what}: {fault!r}")

    names = list(CHANGES)
    for number, (edit, (act, check)) in enumerate(edits().items()):
        for position, change in enumerate(names):
            if not everything and position != number % len(names): continue
            for is_from_office in [False, True]:
                if is_from_office and (not office.process or not everything and number % 2): continue
                deck = Presentation(path("fresh.pptx"))
                act(deck, deck.slides[0])
                file = path(f"{edit}-{change}-{int(is_from_office)}.pptx")
                deck.save(file)
                if is_from_office:
                    office.save(file, file + ".pptx")
                    file += ".pptx"
                    # What LibreOffice itself does not keep is not ours to keep.
                    try:
                        if not check(Presentation(file)): check = lambda deck: True
                    except Exception: check = lambda deck: True
                attempt(edit, check, change, file, is_from_office)
    if office.process:
        for edit in ["move", "recolour", "retype", "delete", "duplicate"]:
            for change in names if everything else ["newcomer"]:
                file = path(f"office-{edit}-{change}.pptx")
                office.save(path("fresh.pptx"), file, edit)
                seen = {s.name: (s.left, s.top, s.text_frame.text if s.has_text_frame else "") for s in walk(ours(Presentation(file)).shapes)}
                def check(deck, seen=seen, edit=edit):
                    shape = named(ours(deck), "#committee-sales")
                    if edit == "delete": return named(ours(deck), "#committee-lung") is None
                    if edit == "retype": return shape.text_frame.text == "Sales of the world"
                    return abs(shape.left - seen[shape.name][0]) < 2000
                attempt(edit if edit != "retype" else "retype", check, change, file, True)
    office.close()
    shutil.rmtree(folder)
    for fault in faults: print("updated decks:", fault, file=sys.stderr)
    note = "" if office.process else " (without LibreOffice, which is not on this machine)"
    print(f"updated decks: {tried} updates in {time.time() - begin:.0f} s, {len(faults)} faults{note}")
    sys.exit(1 if faults else 0)


main()
