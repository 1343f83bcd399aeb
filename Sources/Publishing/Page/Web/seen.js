// What is seen of the picture, and in which colours.

let seen = new Set();
function render() {
  const near = asked.focus ? around(asked.focus, asked.steps) : null;
  const way = chosen && asked.other ? chain(chosen, asked.other) : null;
  seen = new Set(nodes.filter((node) => isThere(node, asked.day) && matches(node) && (!near || near.has(node))));
  for (const node of nodes) {
    const { classList } = node.element;
    classList.toggle("ui-away", !isThere(node, asked.day));
    classList.toggle("ui-dim", isThere(node, asked.day) && (way ? !way.includes(node) : !seen.has(node)));
    classList.toggle("ui-chosen", node === chosen || node === asked.other);
    node.element.setAttribute("aria-pressed", String(node === chosen));
  }
  let lines = 0;
  for (const edge of edges) {
    const { classList } = edge.element;
    const isShown = isShownLine(edge) && seen.has(edge.from) && seen.has(edge.to);
    if (isShown) lines += 1;
    classList.toggle("ui-away", !isShownLine(edge));
    classList.toggle("ui-dim", isShownLine(edge) && (way ? !way.includes(edge) : !isShown));
    classList.toggle("ui-way", Boolean(way?.includes(edge)));
  }
  const all = seen.size === nodes.length && lines === edges.length;
  $("status").textContent = all
    ? `${count(nodes.length, "shape", "shapes")} and ${count(edges.length, "line", "lines")}`
    : `${seen.size} of ${count(nodes.length, "shape", "shapes")} and ${lines} of ${count(edges.length, "line", "lines")}`
      + (asked.day ? ` on ${asked.day}` : "") + conditions();
  if (!$("table").hidden) table();
  rove();
  remember();
}
function conditions() {
  const said = [];
  if (asked.search) said.push(`“${asked.search}”`);
  if (asked.column) said.push(`${words(asked.column)} = ${asked.value}`);
  if (asked.focus) said.push(`${count(asked.steps, "step", "steps")} around ${asked.focus.title}`);
  if (asked.hidden.size) said.push(`without ${[...asked.hidden].map(words).join(", ")}`);
  if (asked.stated) said.push("without illustrative rows");
  return said.length ? `: ${said.join("; ")}` : "";
}
/** Only one shape at a time can be reached by Tab; arrows lead on from it. */
function rove() {
  if (current && !seen.has(current)) current = nodes.find((node) => seen.has(node)) ?? current;
  for (const node of nodes) node.element.setAttribute("tabindex", node === current ? "0" : "-1");
}

const palette = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8a6d3b", "#6a51a3"];
const numeric = (text) => /^-?\d+(\.\d+)?$/.test(text);
function colour() {
  const legend = $("legend");
  legend.replaceChildren();
  for (const node of nodes) {
    const outline = outlineOf(node);
    if (!outline) continue;
    for (const part of [outline, ...lettersOn(outline)]) {
      part.dataset.fill ??= part.getAttribute("fill") ?? "black";
      part.setAttribute("fill", part.dataset.fill);
    }
  }
  legend.hidden = !asked.colour;
  for (const part of ownLegend) part.style.display = asked.colour ? "none" : "";
  if (!asked.colour) return;
  const found = nodes.map((node) => node.entities.map((one) => values(one, asked.colour)[0]).find(Boolean));
  const distinct = [...new Set(found.filter(Boolean))].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const isScale = distinct.length > 2 && distinct.every(numeric);
  const [low, high] = [Math.min(...distinct.map(Number)), Math.max(...distinct.map(Number))];
  const paint = (value) => {
    if (!value) return "#d5d9de";
    if (isScale) return mix("#eaf3fb", "#084c8d", high > low ? (Number(value) - low) / (high - low) : 1);
    const place = distinct.indexOf(value);
    return place < palette.length ? palette[place] : "#9aa3ad";
  };
  nodes.forEach((node, place) => {
    const fill = paint(found[place]);
    const outline = outlineOf(node);
    outline?.setAttribute("fill", fill);
    const ink = brightness(fill) > 0.36 ? "#111111" : "#ffffff";
    for (const text of outline ? lettersOn(outline) : []) text.setAttribute("fill", ink);
  });
  const entry = (fill, text) =>
    make("li", {}, make("span", { className: "swatch", ariaHidden: "true", style: `background:${fill}` }), text);
  const list = make("ul");
  if (isScale) list.append(entry(paint(String(low)), String(low)), entry(paint(String(high)), String(high)));
  else {
    for (const value of distinct.slice(0, palette.length)) list.append(entry(paint(value), value));
    if (distinct.length > palette.length) {
      list.append(entry("#9aa3ad", count(distinct.length - palette.length, "other value", "other values")));
    }
  }
  if (found.some((value) => !value)) list.append(entry("#d5d9de", "not given"));
  legend.append(make("h2", {}, words(asked.colour)), list);
}
const outlineOf = (node) => node.element.querySelector("polygon, path, ellipse, rect");
/** The texts that stand on a shape itself, not on fields inside it. */
function lettersOn(outline) {
  const found = [];
  for (let next = outline.nextElementSibling; next && !next.matches("polygon, path, ellipse, rect"); next = next.nextElementSibling) {
    if (next.matches("text")) found.push(next);
  }
  return found;
}
/** The part of the picture's own legend that explains the colours as drawn. */
const ownLegend = (() => {
  const found = [];
  let isColour = false;
  for (const part of svg.querySelectorAll("#legend > *")) {
    if (part.matches("text[font-weight=bold]")) isColour = /^colour/i.test(part.textContent);
    if (isColour) found.push(part);
  }
  return found;
})();
const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const mix = (from, to, share) => {
  const [a, b] = [channels(from), channels(to)];
  return "#" + a.map((one, at) => Math.round(one + (b[at] - one) * share).toString(16).padStart(2, "0")).join("");
};
const brightness = (hex) => {
  const [red, green, blue] = channels(hex).map((one) => (one / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
