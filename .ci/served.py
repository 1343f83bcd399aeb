"""Uses the page of `ecomap serve` as people would: by mouse, by keys, on a phone, enlarged, with hostile files.

    served.py PROGRAM ROOT

The page must ask nothing of any other machine, say nothing on the console, obey its own policy, have no fault that axe finds,
and save what the command writes. Needs Debian's chromium, and playwright and axe-playwright-python from PyPI.
"""

import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
scratch = pathlib.Path(tempfile.mkdtemp())
checked = 0
# A loaded machine takes its time.
PATIENCE = 60_000


def check(condition, message):
    """Ends with a message unless something holds."""
    global checked
    checked += 1
    if not condition:
        sys.exit(f"error: {message}")


class Served:
    """A server with a browser window on its page."""

    def __init__(self, browser, *arguments, **options):
        # A job in the background of a shell is deaf to Ctrl-C, and would hand that on to the server.
        hears = lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)
        self.process = subprocess.Popen(
            [program, "serve", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=scratch,
            preexec_fn=hears)
        self.process.stdout.readline()
        self.address = self.process.stdout.readline().strip()
        self.messages, self.requests = [], []
        self.context = browser.new_context(**{"viewport": {"width": 1366, "height": 900}, "accept_downloads": True, **options})
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("request", lambda one: self.requests.append(one.url))
        self.page.on("console", lambda one: self.messages.append(one.text))
        self.page.on("pageerror", lambda one: self.messages.append(str(one)))
        self.page.goto(self.address)
        self.page.wait_for_selector("#command option", state="attached")
        check("token" not in self.page.url, f"the token stays in {self.page.url}")

    def done(self, word="Done"):
        self.page.wait_for_function("word => document.getElementById('status').textContent.startsWith(word)", arg=word)

    def map(self):
        """The page of the map."""
        self.done()
        frame = self.page.frame_locator("iframe")
        frame.locator("#ui-map svg").wait_for()
        return frame

    def press(self, target):
        """Clicks as a hand does: just after a page has scrolled, Chromium still gives the click to the frame that was there."""
        target.scroll_into_view_if_needed()
        self.page.wait_for_timeout(300)
        target.click()

    def accessibility(self, what):
        found = Axe().run(self.page).response["violations"]
        told = [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]
        check(not told, f"axe on {what}: " + "; ".join(told))

    def saved(self, press):
        with self.page.expect_download() as download:
            press()
        return download.value.suggested_filename, pathlib.Path(download.value.path()).read_bytes()

    def finish(self, expected=()):
        here = self.address.split("/?")[0]
        away = [one for one in self.requests if not one.startswith((here, "data:", "blob:"))]
        check(not away, f"the page asked for {away}")
        messages = [one for one in self.messages if not any(word in one for word in expected)]
        check(not messages, f"the page said {messages}")
        self.context.close()
        self.process.send_signal(signal.SIGINT)
        _, log = self.process.communicate(timeout=20)
        check(self.process.returncode == 0, f"the server ended with {self.process.returncode}: {log}")
        return log


def written(name, *arguments):
    """What the command itself writes."""
    target = scratch / name
    subprocess.run([program, *arguments, "-o", str(target)], check=True, capture_output=True)
    return target.read_bytes()


def by_mouse(browser, workbook):
    served = Served(browser)
    page = served.page
    served.accessibility("the empty page")
    start = time.monotonic()
    page.locator("#file").set_input_files(workbook)
    served.map()
    seconds = time.monotonic() - start
    served.accessibility("a map")
    for label, name in [("SVG", "roster.svg"), ("PNG", "roster.png"), ("PowerPoint", "roster.pptx")]:
        given, content = served.saved(lambda: served.press(page.get_by_role("button", name=label, exact=True)))
        check(given == name, f"{label} is saved as {given}")
        check(content == written(name, "map", str(workbook)), f"{name} of the page is not that of the command")
    served.press(page.locator("#tab-cells"))
    page.locator("#cells table").first.wait_for()
    served.accessibility("sheets")
    page.locator("#command").select_option("overlap")
    served.press(page.get_by_role("button", name="Ask"))
    page.locator("#shown table").first.wait_for()
    served.done()
    served.accessibility("an answer")
    check(page.locator("#equivalent").inner_text() == "ecomap overlap roster.xlsx -o roster-overlap.md", "the command is another")
    page.locator("#command").select_option("deck")
    served.press(page.get_by_role("button", name="Make"))
    _, content = served.saved(lambda: served.press(page.locator("#shown button")))
    check(content[:2] == b"PK", "the slides are none")
    served.press(page.get_by_role("button", name="Close roster.xlsx"))
    served.done("Closed")
    log = served.finish()
    check("roster" not in log and "overlap" not in log, f"the log holds data: {log}")
    return seconds


def by_keys(browser, workbook):
    served = Served(browser, str(workbook), "--write")
    page = served.page
    served.map()
    page.locator("#command").focus()
    page.keyboard.press("Tab")
    check(page.evaluate("document.activeElement.id").startswith("option-"), "Tab leaves the options out")
    page.locator("#option-title").evaluate("one => { one.closest('details')?.setAttribute('open', ''); one.focus(); }")
    page.keyboard.type("By keys")
    page.keyboard.press("Enter")
    page.frame_locator("iframe").get_by_role("heading", name="By keys").first.wait_for()
    page.locator("#tab-result").focus()
    page.keyboard.press("ArrowRight")
    check(page.locator("#cells").is_visible(), "arrows do not lead to the sheets")
    page.locator("#sheet").select_option(label="companies")
    page.locator('[data-at="2:1"]').focus()
    page.keyboard.press("ArrowDown")
    check(page.evaluate("document.activeElement.dataset.at") == "3:1", "arrows do not lead from cell to cell")
    page.keyboard.press("Enter")
    page.keyboard.type("Renamed by keys")
    page.keyboard.press("Enter")
    served.done("Changed")
    before = workbook.read_bytes()
    page.get_by_role("button", name="Save", exact=True).focus()
    page.keyboard.press("Enter")
    served.done("Saved")
    check(workbook.read_bytes() != before, "Save writes nothing")
    check(workbook.with_name("roster.before.xlsx").read_bytes() == before, "the former file is not beside")
    served.finish()


def by_file(browser, links):
    """The page follows a file that is changed elsewhere."""
    served = Served(browser, str(links))
    served.map()
    links.write_text(links.read_text() + "Gamma,Newcomer\n")
    served.page.frame_locator("iframe").locator("#ui-map svg", has_text="Newcomer").wait_for(timeout=PATIENCE)
    served.finish()


def with_hostile_files(browser):
    served = Served(browser)
    page = served.page
    for name, content in {
        "empty.xlsx": b"PK\x05\x06" + bytes(18), "noise.xlsx": bytes(range(256)) * 50, "noise.csv": b"\xff\x00\xfe" * 99,
        "deep.json": b"[" * 100_000, "<img src=x onerror=alert(1)>.csv": b'from,to\n"</script><script>alert(1)</script>",<b>x\n',
    }.items():
        page.locator("#file").set_input_files({"name": name, "mimeType": "text/plain", "buffer": content})
        page.locator("#datasets .choose", has_text=name).wait_for()
        page.wait_for_function("() => !/^(Opening|Working|Waiting)/.test(document.getElementById('status').textContent)")
        said = page.locator("#status").inner_text()
        check(len(said) > 4, f"{name} is answered with “{said}”")
    served.press(page.locator("#datasets .choose", has_text="onerror"))
    served.map()
    check(page.locator("img[src=x]").count() == 0, "a name became markup")
    served.accessibility("hostile files")
    served.finish()


def on_small_screens(browser):
    for name, options in {
        "a phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
        "200 %": {"viewport": {"width": 683, "height": 450}},
        "forced colours": {"forced_colors": "active"},
        "dark": {"color_scheme": "dark"},
    }.items():
        served = Served(browser, str(root / "datasets/enhertu"), **options)
        served.map()
        wide = served.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        check(wide <= 0, f"the page on {name} is {wide} dots too wide")
        served.accessibility(f"the page on {name}")
        served.press(served.page.locator("#tab-cells"))
        served.page.locator("#cells table").first.wait_for()
        served.accessibility(f"the sheets on {name}")
        served.page.screenshot(path=str(scratch / f"served-{name.replace(' ', '-')}.png"))
        served.finish()


def main():
    workbook = scratch / "roster.xlsx"
    subprocess.run([program, "convert", str(root / "datasets/enhertu"), str(workbook)], check=True, capture_output=True)
    links = scratch / "links.csv"
    links.write_text("from,to\nAlpha,Beta\nBeta,Gamma\n")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        seconds = by_mouse(browser, workbook)
        by_keys(browser, workbook)
        by_file(browser, links)
        with_hostile_files(browser)
        on_small_screens(browser)
        browser.close()
    print(f"The page of ecomap serve holds: {checked} checks; the first map of enhertu stood {seconds:.2f} s after the drop.")


main()
