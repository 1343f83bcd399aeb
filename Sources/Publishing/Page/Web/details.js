// The details of a shape, and of two together.

function choose(node) {
  chosen = node;
  asked.other = null;
  if (node) {
    current = node;
    reveal(node);
  }
  render();
  details();
}
function compare(node) {
  asked.other = node;
  render();
  details();
}
function focusOn(node) {
  asked.focus = node;
  chosen = node;
  $("steps-field").hidden = !node;
  render();
  details();
}
function details() {
  const panel = $("details");
  panel.replaceChildren();
  panel.hidden = !chosen;
  if (!chosen) return;
  const close = make("button", { type: "button", className: "close", ariaLabel: "Close the details" }, "×");
  close.addEventListener("click", () => { const was = chosen; choose(null); was.element.focus(); });
  panel.append(close, ...(asked.other ? comparison(chosen, asked.other) : portrait(chosen)));
}
const section = (title, ...content) => [make("h3", {}, title), ...content];
function go(node, text = node.title) {
  const button = make("button", { type: "button", className: "go" }, text);
  button.addEventListener("click", () => choose(node));
  return button;
}
function portrait(node) {
  const main = node.entities[0];
  const parts = [make("h2", {}, node.title)];
  if (main && node.entities.length === 1) {
    parts.push(make("p", { className: "kind" }, main.kind + (main.at ? `, ${main.at}` : "")));
    const cells = Object.entries(main.columns).filter(([column]) => column !== "id");
    if (cells.length) {
      parts.push(make("dl", {}, ...cells.flatMap(([column, text]) =>
        [make("dt", {}, words(column)), make("dd", {}, text.split("|").join(", "))])));
    }
  }
  const focus = make("button", { type: "button" }, asked.focus === node ? "Show everything again" : "Show only what is near");
  focus.addEventListener("click", () => focusOn(asked.focus === node ? null : node));
  parts.push(make("p", { className: "actions" }, focus), reach(node));
  if (node.entities.length > 1) {
    parts.push(...section(`Stands for ${node.entities.length}`,
      make("ul", {}, ...node.entities.map((one) => make("li", {}, one.name + (one.at ? ` (${one.at})` : ""))))));
  }
  const near = links(node);
  if (near.length) {
    parts.push(...section(count(near.length, "link", "links"), make("ul", {}, ...near.map((edge) => {
      const other = across(edge, node);
      const way = edge.directed ? (edge.from === node ? "→ " : "← ") : "";
      return make("li", {}, go(other, way + other.title), edge.text ? make("span", { className: "note" }, edge.text) : null);
    }))));
  }
  for (const table of new Set(node.rows.map((row) => row.table))) {
    const present = node.rows.filter((row) => row.table === table && holds(row, asked.day));
    if (!present.length) continue;
    parts.push(...section(`${words(table)} (${present.length})`,
      make("ul", {}, ...present.slice(0, 60).map((row) => make("li", {}, tell(row, node))),
        present.length > 60 ? make("li", {}, `and ${present.length - 60} more`) : null)));
  }
  return parts;
}
/** A row of the data in words, without the one it is told of. */
function tell(row, node) {
  const others = row.ends.filter((key) => !node.members.includes(key)).map((key) => entities.get(key)?.name ?? key);
  const cells = Object.entries(row.columns).filter(([column]) => column !== "tags" && column !== "assumed")
    .map(([column, text]) => `${words(column)} ${text.split("|").join(", ")}`);
  return [others.join(" – "), cells.join("; "), row.at].filter(Boolean).join(" · ");
}
function reach(node) {
  const id = "ui-reach";
  const choice = make("select", { id }, make("option", { value: "" }, "choose …"),
    ...[...nodes].filter((one) => one !== node).sort((a, b) => a.title.localeCompare(b.title))
      .map((one) => make("option", { value: one.id }, one.title)));
  choice.addEventListener("change", () => choice.value && compare(nodeOf.get(choice.value)));
  return make("p", { className: "actions" }, make("label", { htmlFor: id }, "The way to, and who is shared with "), choice);
}
function comparison(first, second) {
  const parts = [make("h2", {}, `${first.title} and ${second.title}`)];
  const way = chain(first, second);
  parts.push(...section("A shortest chain of links", way
    ? make("ol", {}, ...way.filter((_, place) => place % 2 === 0).map((node) => make("li", {}, go(node))))
    : make("p", {}, "No chain of shown links joins them.")));
  const people = (node) => new Set(node.rows
    .filter((row) => ["memberships", "affiliations"].includes(row.table) && holds(row, asked.day))
    .flatMap((row) => row.ends).filter((key) => key.startsWith("person:")));
  const theirs = people(second);
  const shared = [...people(first)].filter((key) => theirs.has(key)).map((key) => entities.get(key)?.name ?? key).sort();
  if (people(first).size && theirs.size) {
    parts.push(...section(count(shared.length, "person in both", "people in both"),
      shared.length ? make("ul", {}, ...shared.map((name) => make("li", {}, name))) : make("p", {}, "Nobody.")));
  }
  const back = make("button", { type: "button" }, `Back to ${first.title}`);
  back.addEventListener("click", () => choose(first));
  parts.push(make("p", { className: "actions" }, back));
  return parts;
}
