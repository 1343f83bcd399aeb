// The table of what is shown, and files of it to take along.

const order = { column: "name", isDown: false };
function visibleEntities() {
  return [...seen].flatMap((node) => node.entities.map((entity) => ({ entity, node })))
    .filter(({ entity }) => holds(entity, asked.day))
    .filter(({ entity }) => !asked.column || values(entity, asked.column).includes(asked.value));
}
const usedColumns = (list) => [...new Set(list.flatMap(({ entity }) => Object.keys(entity.columns)))];
const cell = (entity, column) =>
  column === "name" ? entity.name : column === "kind of thing" ? entity.kind : entity.columns[column] ?? "";
function table() {
  const list = visibleEntities();
  const columns = ["name", "kind of thing", ...usedColumns(list).filter((column) => !["id", "tags", "assumed"].includes(column))];
  list.sort((a, b) => cell(a.entity, order.column).localeCompare(cell(b.entity, order.column), "en", { numeric: true })
    * (order.isDown ? -1 : 1));
  const head = columns.map((column) => {
    const button = make("button", { type: "button" }, words(column));
    button.addEventListener("click", () => {
      order.isDown = order.column === column && !order.isDown;
      order.column = column;
      table();
      $("table").querySelectorAll("thead button")[columns.indexOf(column)].focus();
    });
    const sort = order.column === column ? (order.isDown ? "descending" : "ascending") : "none";
    return make("th", { scope: "col", ariaSort: sort }, button);
  });
  const body = list.map(({ entity, node }) => make("tr", {},
    ...columns.map((column, place) => place === 0
      ? make("th", { scope: "row" }, go(node, entity.name))
      : make("td", {}, cell(entity, column).split("|").join(", ")))));
  $("table").replaceChildren(
    make("h2", {}, `Table: ${count(list.length, "row", "rows")}`),
    make("div", { className: "scroll", tabIndex: 0, role: "region", ariaLabel: "Table of what is shown" },
      make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...body))));
}

function save(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
const stem = facts.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "map";
/** The picture as it is seen now, as a file of its own. */
function picture() {
  const copy = svg.cloneNode(true);
  const hides = { "ui-away": "0.12", "ui-dim": "0.18" };
  for (const [name, opacity] of Object.entries(hides)) {
    for (const element of copy.querySelectorAll("." + name)) element.setAttribute("opacity", opacity);
  }
  for (const element of copy.querySelectorAll("[tabindex]")) {
    for (const name of ["tabindex", "role", "aria-pressed", "aria-label"]) element.removeAttribute(name);
  }
  copy.setAttribute("width", "1920");
  copy.setAttribute("height", String(Math.round(1920 * frame.height / frame.width)));
  return new XMLSerializer().serializeToString(copy);
}
function saveImage() {
  const image = new Image();
  image.onload = () => {
    const canvas = make("canvas", { width: 1920, height: Math.round(1920 * frame.height / frame.width) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(`${stem}.png`, "image/png", blob), "image/png");
  };
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(picture());
}
function saveRows() {
  const list = visibleEntities();
  const columns = ["kind of thing", "name", ...usedColumns(list)];
  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [columns, ...list.map(({ entity }) => columns.map((column) => cell(entity, column)))];
  save(`${stem}.csv`, "text/csv", "\uFEFF" + lines.map((line) => line.map(quoted).join(",") + "\r\n").join(""));
}
