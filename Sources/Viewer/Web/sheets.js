// The sheets of a dataset, with the messages of its check beside the cells.

/** Checks a dataset and shows its sheets. */
async function showSheets(dataset) {
  const [checked, listed] = await Promise.allSettled([
    run({ dataset: dataset.id, command: "check", choices: [{ name: "max-diagnostics", value: "2000" }] }),
    run({ dataset: dataset.id, command: "cells" }),
  ]);
  if (dataset !== chosen) return;
  if (checked.status === "rejected") {
    byId("cells").replaceChildren(make("div", { class: "inside" }, make("h2", {}, "This cannot be read"), make("p", {}, checked.reason.message)));
    byId("tab-cells").textContent = "Messages";
    return;
  }
  const report = await askJSON(checked.value.address);
  const sheets = listed.status === "fulfilled" ? (await askJSON(listed.value.address)).sheets : [];
  if (dataset !== chosen) return;
  const count = report.diagnostics.length + report.omittedDiagnostics;
  byId("tab-cells").textContent = `Sheets and messages (${count})`;
  const rows = report.tables.filter((one) => one.rows > 0).map((one) => `${one.rows} ${one.table}`).join(", ");
  const counts = [["error", report.errors], ["warning", report.warnings], ["note", report.notes]]
    .map(([word, number]) => `${number} ${word}${number === 1 ? "" : "s"}`).join(", ");
  const place = make("div", { class: "beside" });
  byId("cells").replaceChildren(make("div", { class: "inside" },
    make("p", {}, `Read: ${rows || "nothing"}. Found: ${counts}.`), sheets.length > 0 ? sheetMenu(sheets, report, place) : null, place));
  const first = Math.max(0, sheets.findIndex((sheet) => report.diagnostics.some(isIn(sheet))));
  if (sheets.length > 0) byId("sheet").value = first;
  showSheet(sheets[first], report.diagnostics, place);
  listViews(sheets);
}

/** Offers the saved views of the dataset where a view is chosen. */
function listViews(sheets) {
  const views = sheets.find((sheet) => sheet.name.toLowerCase() === "views");
  const column = views?.rows[0]?.findIndex((text) => text.toLowerCase() === "name") ?? -1;
  byId("saved-views").replaceChildren(...(column < 0 ? [] : views.rows.slice(1).map((row) => make("option", { value: row[column] ?? "" }))));
}

const isIn = (sheet) => ({ location }) => location?.file === sheet.file && (location.sheet ?? null) === (sheet.sheet ?? null);

function sheetMenu(sheets, report, place) {
  const menu = make("select", { id: "sheet" }, sheets.map((sheet, index) => {
    const count = report.diagnostics.filter(isIn(sheet)).length;
    return make("option", { value: index }, `${sheet.name}${count ? ` (${count})` : ""}`);
  }));
  menu.addEventListener("change", () => showSheet(sheets[menu.value], report.diagnostics, place));
  return make("p", {}, make("label", { for: "sheet" }, "Sheet "), menu);
}

/** The letters of a column, as spreadsheets name it. */
function letters(column) {
  let text = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

/** Where a message points to, as it is written elsewhere. */
function placeText(location) {
  if (!location) return "the whole dataset";
  const line = location.spreadsheetRow ?? location.line;
  const place = [location.sheet ?? location.file];
  if (line) place.push(location.sheet && location.column ? `${letters(location.column)}${line}` : `line ${line}${location.column ? `, column ${location.column}` : ""}`);
  return place.join(" ");
}

function showSheet(sheet, all, place) {
  const here = sheet ? all.filter(isIn(sheet)) : all;
  const elsewhere = sheet ? all.filter((one) => !one.location?.line) : [];
  const shown = [...elsewhere, ...here.filter((one) => !elsewhere.includes(one))];
  const worst = new Map();
  for (const { location, severity, message } of here) {
    const key = `${location.line ?? 0}:${location.column ?? 0}`;
    const former = worst.get(key);
    worst.set(key, { severity: former?.severity === "error" ? "error" : severity, message: former ? `${former.message}\n${message}` : message });
  }
  const width = sheet ? Math.max(...sheet.rows.map((row) => row.length), 1) : 0;
  const cell = (text, line, column) => {
    const found = worst.get(`${line}:${column}`);
    const mark = found && (found.severity === "error" ? "is-error" : "is-warning");
    return make("td", { class: mark, "data-at": `${line}:${column}`, tabindex: "-1", title: found?.message }, text);
  };
  const head = Array.from({ length: width }, (_, column) => make("th", { scope: "col" }, letters(column + 1)));
  const table = sheet && make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `Cells of ${sheet.name}` },
    make("table", {}, make("thead", {}, make("tr", {}, make("td", {}), head)), make("tbody", {}, sheet.rows.map((row, index) =>
      make("tr", { "data-line": sheet.lines[index], tabindex: "-1" }, make("th", { scope: "row" }, String(sheet.lines[index])),
        Array.from({ length: width }, (_, column) => cell(row[column] ?? "", sheet.lines[index], column + 1)))))));
  if (table) listenForEdits(table, sheet);
  const further = sheet?.further ? make("p", { class: "note" }, `… and ${sheet.further} further rows.`) : null;
  const list = make("ul", { class: "messages", "aria-label": "Messages", tabindex: "0" }, shown.map((one) =>
    make("li", { class: one.severity }, make("button", { type: "button", onclick: () => goTo(place, one.location) },
      make("span", { class: "place" }, `${one.severity} · ${placeText(one.location)}`), one.message))));
  place.replaceChildren(make("div", {}, table ? editor(sheet) : null, table || make("p", {}, "This dataset has no sheets to show."), further),
    shown.length ? list : make("p", {}, sheet ? "No message about this sheet." : "No messages."));
}

/** The field above a sheet in which the text of a cell is changed. */
function editor(sheet) {
  const form = make("form", { class: "row editor" }, make("label", { for: "cell-text" }, "Choose a cell to change it"),
    make("input", { type: "text", id: "cell-text", disabled: true, autocomplete: "off" }), make("button", { disabled: true }, "Change"));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const [line, column] = form.dataset.at.split(":").map(Number);
    const change = { file: sheet.file, sheet: sheet.sheet ?? undefined, line, column, text: byId("cell-text").value };
    try {
      await ask(`/api/datasets/${chosen.id}/cells`, JSON.stringify([change]));
      await refreshAndDraw();
      say("Changed; the map follows.");
    } catch (error) {
      say(error.message, true);
    }
  });
  return form;
}

/** Lets cells be reached by arrows, and changed after Enter, F2 or a click. */
function listenForEdits(table, sheet) {
  const at = (line, column) => table.querySelector(`[data-at="${line}:${column}"]`);
  const edit = (cell) => {
    const form = table.parentElement.querySelector(".editor");
    const [line, column] = cell.dataset.at.split(":").map(Number);
    form.dataset.at = cell.dataset.at;
    form.querySelector("label").textContent = `Cell ${letters(column)}${line}`;
    for (const one of form.querySelectorAll("input, button")) one.disabled = false;
    byId("cell-text").value = cell.textContent;
    byId("cell-text").focus();
    byId("cell-text").select();
  };
  table.addEventListener("click", (event) => event.target.dataset.at && edit(event.target));
  table.addEventListener("keydown", (event) => {
    const cell = event.target.dataset.at ? event.target : null;
    if (!cell && event.key === "Enter") return at(sheet.lines[0], 1)?.focus();
    if (!cell) return;
    if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      return edit(cell);
    }
    const [line, column] = cell.dataset.at.split(":").map(Number);
    const row = sheet.lines.indexOf(line);
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    at(sheet.lines[row + step[0]], column + step[1])?.focus();
  });
}

/** Leads to the cell of a message, or to its row. */
function goTo(place, location) {
  if (!location) return;
  const cell = place.querySelector(`[data-at="${location.line}:${location.column}"]`) ?? place.querySelector(`[data-line="${location.line}"]`);
  cell?.scrollIntoView({ block: "center", inline: "center" });
  cell?.setAttribute("tabindex", "-1");
  cell?.focus({ preventScroll: true });
}
