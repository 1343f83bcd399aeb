"""Opens pages in a browser as a reader would: by mouse, by keys, on a phone, enlarged, without a network.

    browser.py PROGRAM ROOT

Every page must ask nothing of the network, say nothing on the console, obey its own policy, have no fault that axe finds,
and show the numbers of the command. Needs Debian's chromium, and playwright and axe-playwright-python from PyPI.
"""

import csv
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
scratch = pathlib.Path(tempfile.mkdtemp())
checked = 0


def check(condition, message):
    """Ends with a message unless something holds."""
    global checked
    checked += 1
    if not condition:
        sys.exit(f"error: {message}")


def draw(name, *arguments):
    """A page drawn by the command."""
    page = scratch / f"{name}.html"
    subprocess.run([program, "map", *arguments, "-o", str(page)], check=True, capture_output=True)
    return page


def facts(page):
    """What a page knows."""
    text = page.read_text()
    start = text.index('id="ui-facts">') + len('id="ui-facts">')
    return json.loads(text[start : text.index("</script>", start)])


class Reader:
    """A browser window with one page, that notes what the page should not do."""

    def __init__(self, browser, path, width=1366, height=768, fragment="", **options):
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, offline=True, accept_downloads=True, **options)
        self.page = self.context.new_page()
        self.requests, self.messages = [], []
        self.page.on("request", lambda one: self.requests.append(one.url))
        self.page.on("console", lambda one: self.messages.append(one.text))
        self.page.on("pageerror", lambda one: self.messages.append(str(one)))
        self.page.goto(path.as_uri() + fragment)
        self.path = path

    def finish(self):
        own = [url for url in self.requests if not url.startswith(("file:", "data:", "blob:"))]
        check(not own, f"{self.path.name} asked for {own}")
        check(not self.messages, f"{self.path.name} said {self.messages}")
        self.context.close()

    def status(self):
        return self.page.locator("#ui-status").inner_text()

    def title(self):
        """The name of the shape that has the focus."""
        return self.page.evaluate("document.activeElement.getAttribute('aria-label') ?? ''")


def accessibility(reader, what):
    found = Axe().run(reader.page).response["violations"]
    told = [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]
    check(not told, f"axe on {what}: " + "; ".join(told))


def by_mouse(browser, path):
    reader = Reader(browser, path)
    page = reader.page
    known = facts(path)
    check(f"{len(known['nodes'])} shape" in reader.status(), f"{path.name} counts {reader.status()}")
    accessibility(reader, f"{path.name}, as it opens")
    node = known["nodes"][0]
    shape = page.locator(f'#ui-map [id="{node["id"]}"]')
    shape.click()
    details = page.locator("#ui-details")
    check(node["title"] in details.inner_text(), f"{path.name}: the details do not name {node['title']}")
    accessibility(reader, f"{path.name}, with details")
    if any(edge["from"] != edge["to"] for edge in known["edges"]):
        edge = next(edge for edge in known["edges"] if edge["from"] != edge["to"])
        page.locator(f'#ui-map [id="{edge["from"]}"]').dblclick()
        check("around" in reader.status(), f"{path.name}: focus says {reader.status()}")
        page.locator("#ui-steps").select_option("3")
        page.keyboard.press("Escape")
        page.locator(f'#ui-map [id="{edge["from"]}"]').click()
        page.locator(f'#ui-map [id="{edge["to"]}"]').click(modifiers=["Shift"])
        check("chain of links" in details.inner_text(), f"{path.name}: no way is told")
        check(page.locator("#ui-details ol li").count() == 2, f"{path.name}: a link is no shortest way")
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    page.locator("#ui-search").fill(node["title"])
    check(" of " in reader.status() or len(known["nodes"]) == 1, f"{path.name}: search says {reader.status()}")
    page.locator("#ui-search").fill("")
    columns = page.locator("#ui-column option").all_inner_texts()
    if len(columns) > 1:
        page.locator("#ui-column").select_option(index=1)
        page.locator("#ui-colour").select_option(index=1)
        accessibility(reader, f"{path.name}, filtered and coloured")
        page.locator("#ui-column").select_option(index=0)
        page.locator("#ui-colour").select_option(index=0)
    page.locator("#ui-table-toggle").click()
    page.locator("#ui-table thead button").first.click()
    accessibility(reader, f"{path.name}, with its table")
    with page.expect_download() as download:
        page.locator("#ui-save-csv").click()
    rows = list(csv.DictReader(io.StringIO(pathlib.Path(download.value.path()).read_text("utf-8-sig"))))
    members = {key for one in known["nodes"] for key in one["members"]}
    described = {one["key"] for one in known["entities"]} & members
    check(len(rows) == sum(len(set(one["members"]) & described) for one in known["nodes"]),
          f"{path.name}: {len(rows)} rows saved, {len(described)} drawn")
    with page.expect_download() as download:
        page.locator("#ui-save-png").click()
    check(pathlib.Path(download.value.path()).read_bytes()[:4] == b"\x89PNG", f"{path.name}: no PNG")
    with page.expect_download() as download:
        page.locator("#ui-save-svg").click()
    page.locator("#ui-map svg").hover()
    page.mouse.wheel(0, -600)
    check(page.evaluate("document.querySelector('#ui-map svg').viewBox.baseVal.width")
          < page.evaluate("Number(document.querySelector('.paper').getAttribute('width'))"),
          f"{path.name}: the wheel enlarges nothing")
    page.locator("#ui-zoom-all").click()
    page.locator("#ui-theme").click()
    accessibility(reader, f"{path.name}, dark")
    reader.finish()


def by_keys(browser, path):
    reader = Reader(browser, path)
    page = reader.page
    known = facts(path)
    page.keyboard.press("/")
    page.keyboard.type(known["nodes"][-1]["title"])
    page.keyboard.press("Enter")
    check(known["nodes"][-1]["title"] in page.locator("#ui-details").inner_text(), f"{path.name}: Enter finds nothing")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("0")
    seen = {reader.title()}
    for key in ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown", "]", "]", "["]:
        page.keyboard.press(key)
        check(reader.title(), f"{path.name}: {key} loses the focus")
        seen.add(reader.title())
    check(len(seen) > 1 or len(known["nodes"]) == 1, f"{path.name}: arrows lead nowhere")
    page.keyboard.press("Enter")
    check(page.locator("#ui-details").is_visible(), f"{path.name}: Enter opens nothing")
    page.keyboard.press("f")
    check("around" in reader.status(), f"{path.name}: f focuses nothing")
    address = page.evaluate("location.hash")
    check("focus=" in address, f"{path.name}: the address is {address}")
    page.keyboard.press("?")
    check(page.locator("#ui-help").is_visible(), f"{path.name}: ? helps nobody")
    accessibility(reader, f"{path.name}, with help")
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    check(page.locator("#ui-table").is_visible(), f"{path.name}: t opens no table")
    reader.finish()
    again = Reader(browser, path, fragment=address)
    check("around" in again.status(), f"{path.name}: {address} recalls nothing")
    again.finish()


def by_days(browser, path):
    reader = Reader(browser, path)
    page = reader.page
    slider = page.locator("#ui-day")
    slider.focus()
    page.keyboard.press("Home")
    first = reader.status()
    page.keyboard.press("End")
    check(" of " in first and " of " not in reader.status(), f"{path.name}: days change nothing ({first})")
    reader.finish()


def on_small_screens(browser, path):
    for name, options in {
        "a phone": {"width": 390, "height": 844, "has_touch": True},
        "200 %": {"width": 683, "height": 384},
        "forced colours": {"forced_colors": "active"},
        "dark": {"color_scheme": "dark"},
    }.items():
        reader = Reader(browser, path, **options)
        wide = reader.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        check(wide <= 0, f"{path.name} on {name} is {wide} dots too wide")
        accessibility(reader, f"{path.name} on {name}")
        reader.page.screenshot(path=str(scratch / f"{path.stem}-{name.replace(' ', '-')}.png"))
        reader.finish()


def main():
    datasets = sorted(one for one in (root / "datasets").iterdir() if one.is_dir())
    pages = [draw(one.name, str(one)) for one in datasets]
    people = draw("people", str(root / "datasets/enhertu"), "--view", "people")
    chart = draw("load", str(root / "datasets/enhertu"), "--view", "load")
    hostile = scratch / "hostile"
    hostile.mkdir()
    (hostile / "relationships.csv").write_text(
        'from,to\n"</script><script>alert(1)</script>","<img src=x onerror=alert(2)>"\n"a"" onload=""alert(3)",\u202eevil\n')
    pages.append(draw("hostile", str(hostile)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for page in pages + [people]:
            by_mouse(browser, page)
            by_keys(browser, page)
        by_days(browser, draw("all-days", str(root / "datasets/enhertu"), "--view", "governance"))
        on_small_screens(browser, pages[1])
        reader = Reader(browser, chart)
        accessibility(reader, "a chart")
        reader.finish()
        browser.close()
    print(f"{len(pages) + 2} pages hold in the browser: {checked} checks, no request, no message, nothing that axe finds.")


main()
