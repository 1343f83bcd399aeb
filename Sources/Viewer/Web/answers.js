// What a command made, on the page and to take along.

/** What each ending is for those who save. */
const endings = {
  html: "page (HTML)", svg: "SVG", png: "PNG", pdf: "PDF", pptx: "PowerPoint", xlsx: "Excel", csv: "CSV", json: "JSON", md: "text (Markdown)",
  dot: "DOT", yaml: "YAML",
};

/** Counts what was asked for, so that an answer that comes late does not replace a later one. */
let asked = 0;
let current = null;

/** Makes what is chosen for the dataset that is open, and shows it. */
async function draw() {
  if (!chosen) return say("Open a workbook first.", true);
  const turn = ++asked;
  if (current) fetch(`/api/jobs/${current}/cancel`, { method: "POST" });
  const { name, form, formats } = command();
  const wish = { dataset: chosen.id, command: name, choices: choices() };
  if (form === "check") {
    selectTab("cells");
    await showSheets(chosen);
    return offer(wish, formats.filter((one) => one === "xlsx"));
  }
  selectTab("result");
  say("Working …");
  const progress = (report) => {
    if (turn !== asked) return;
    current = report.job;
    byId("cancel").hidden = false;
    say(report.state === "waiting" ? "Waiting for a free place …" : `Working … ${report.seconds} s`);
  };
  try {
    const report = await run({ ...wish, format: formats[0] }, progress);
    if (turn !== asked) return;
    if (report.state === "cancelled") return say("Cancelled.");
    await show(report, form, formats[0], wish, turn);
    say(report.hasErrors ? "Done; the data has errors, see “Sheets and messages”." : "Done.");
    offer(wish, formats, report);
  } catch (error) {
    if (turn === asked) say(error.message, true);
  } finally {
    if (turn === asked) {
      current = null;
      byId("cancel").hidden = true;
    }
  }
}

async function show(report, form, format, wish, turn) {
  byId("welcome").hidden = true;
  const place = byId("shown");
  if (format === "html") {
    place.replaceChildren(make("iframe", {
      src: report.address, sandbox: "allow-scripts allow-downloads allow-modals", title: form === "map" ? "Map" : "Report",
    }));
  } else if (format === "md") {
    const answer = make("div", { class: "answer" }, markdown(await (await ask(report.address)).text()));
    place.replaceChildren(answer);
    picture(wish, answer, turn);
  } else {
    place.replaceChildren(make("div", { class: "answer" }, make("h2", {}, "It is ready"),
      make("p", {}, `${report.file} can be saved below.`),
      make("button", { type: "button", class: "main", onclick: () => save(report) }, `Save ${report.file}`)));
  }
}

/** Adds the picture of an answer, where it has one. */
async function picture(wish, answer, turn) {
  try {
    const report = await run({ ...wish, format: "svg" });
    if (turn === asked && report.state === "done") answer.prepend(make("img", { src: report.address, alt: "The answer as a picture; the tables below say the same." }));
  } catch {
    // Not every answer has a picture.
  }
}

/** Offers what the same command writes in other forms. */
function offer(wish, formats, report) {
  byId("take").hidden = false;
  byId("formats").replaceChildren(...formats.map((format) =>
    make("button", { type: "button", onclick: () => take({ ...wish, format }) }, endings[format] ?? format)));
  if (!report) return;
  byId("equivalent").textContent = report.equivalent;
  byId("said").hidden = !report.messages;
  byId("messages").textContent = report.messages;
}

async function take(wish) {
  say(`Making ${endings[wish.format] ?? wish.format} …`);
  try {
    const report = await run(wish, (report) => report.seconds && say(`Making ${endings[wish.format]} … ${report.seconds} s`));
    byId("equivalent").textContent = report.equivalent;
    save(report);
    say(`Saved as ${report.file}.`);
  } catch (error) {
    say(error.message, true);
  }
}

/** The elements of a text with headings, tables and lists, as our own answers write it. */
function markdown(text) {
  const elements = [];
  let title = "Answer";
  let count = 0;
  const lines = text.split("\n");
  const plain = (one) => one.replaceAll("\\|", "|").replaceAll(/\\([\\`*_{}[\]<>()#+\-.!~&])/g, "$1");
  const cells = (line) => line.trim().replace(/^\|/, "").replace(/(?<!\\)\|$/, "").split(/(?<!\\)\|/).map((one) => plain(one.trim()));
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const heading = /^(#{1,4}) (.*)/.exec(line);
    if (heading) {
      title = plain(heading[2]);
      elements.push(make(`h${Math.min(heading[1].length + 1, 4)}`, {}, plain(heading[2])));
    } else if (line.startsWith("|")) {
      const rows = [];
      for (; lines[index]?.startsWith("|"); index += 1) rows.push(cells(lines[index]));
      const right = rows[1].map((one) => one.endsWith(":"));
      elements.push(make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `Table ${(count += 1)}: ${title}` }, make("table", {},
        make("thead", {}, make("tr", {}, rows[0].map((one) => (one ? make("th", { scope: "col" }, one) : make("td", {}))))),
        make("tbody", {}, rows.slice(2).map((row) => make("tr", {}, row.map((one, column) => make("td", { class: right[column] && "is-number" }, one))))))));
    } else if (/^[-*] /.test(line)) {
      const items = [];
      for (; /^[-*] /.test(lines[index] ?? ""); index += 1) items.push(make("li", {}, plain(lines[index].slice(2))));
      index -= 1;
      elements.push(make("ul", {}, items));
    } else if (line.trim()) {
      elements.push(make("p", {}, plain(line)));
    }
  }
  return elements;
}
