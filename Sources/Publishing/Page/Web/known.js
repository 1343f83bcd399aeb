// What the page knows: the facts that came with it, the shapes of the picture they belong to, and small ways to make elements.

const facts = JSON.parse(document.getElementById("ui-facts").textContent);
const svg = document.querySelector("#ui-map svg");
const $ = (id) => document.getElementById("ui-" + id);

/** Makes an element with properties and children; strings become text. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element && name !== "list") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}
const shape = (tag, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};
const words = (column) => column.replaceAll("_", " ");
const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const group = (id) => svg.querySelector(`[id="${CSS.escape(id)}"]`);

const entities = new Map(facts.entities.map((entity) => [entity.key, entity]));
const nodes = facts.nodes
  .map((node) => ({ ...node, element: group(node.id), edges: [] }))
  .filter((node) => node.element);
const nodeOf = new Map(nodes.map((node) => [node.id, node]));
const edges = facts.edges
  .map((edge) => ({
    ...edge, element: group(edge.id), from: nodeOf.get(edge.from), to: nodeOf.get(edge.to), rows: [],
  }))
  .filter((edge) => edge.element && edge.from && edge.to);
for (const edge of edges) {
  edge.from.edges.push(edge);
  if (edge.to !== edge.from) edge.to.edges.push(edge);
}
const holders = new Map();
for (const node of nodes) for (const key of node.members) if (!holders.has(key)) holders.set(key, node);
/** The shape that stands for an entity, or for what it belongs to. */
function holder(key) {
  if (holders.has(key)) return holders.get(key);
  const above = (entities.get(key)?.within ?? []).find((one) => holders.has(one));
  return above && holders.get(above);
}
for (const node of nodes) {
  node.rows = [];
  node.entities = node.members.map((key) => entities.get(key)).filter(Boolean);
  node.text = plain(
    [node.title, ...node.entities.flatMap((one) => [one.name, ...Object.values(one.columns)])].join("\n"));
}
const joint = new Map();
for (const edge of edges) {
  const pair = [edge.from.id, edge.to.id].sort().join("\n");
  joint.set(pair, [...(joint.get(pair) ?? []), edge]);
}
for (const row of facts.rows) {
  const ends = [...new Set(row.ends.map(holder).filter(Boolean))];
  for (const node of ends) node.rows.push(row);
  for (let first = 0; first < ends.length; first += 1) {
    for (let second = first + 1; second < ends.length; second += 1) {
      const pair = [ends[first].id, ends[second].id].sort().join("\n");
      for (const edge of joint.get(pair) ?? []) edge.rows.push(row);
    }
  }
}
const isIllustrative = (columns) => /(^|\|)\s*illustrative\s*(\||$)/.test(columns.tags ?? "");

/** All days on which something begins or ends. */
const days = [...new Set([...facts.entities, ...facts.rows]
  .flatMap((one) => [one.since, one.until])
  .filter((day) => /^\d{4}-\d\d-\d\d$/.test(day ?? "")))].sort();
const holds = (one, day) => !day || ((one.since ?? "") <= day && (!one.until || day < one.until));
const isThere = (node, day) =>
  !day || !node.entities.length || node.entities.some((one) => holds(one, day));
const isTied = (edge, day) =>
  isThere(edge.from, day) && isThere(edge.to, day)
  && (!edge.rows.length || edge.rows.some((row) => holds(row, day)));
