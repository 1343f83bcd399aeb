// What is asked of the page, and what of the map meets it.

const asked = {
  search: "", column: "", value: "", colour: "", day: "", focus: null, steps: 1, other: null,
  hidden: new Set(), stated: false,
};
let current = nodes[0] ?? null;
let chosen = null;

/** The shapes within some links of one. */
function around(start, steps) {
  const found = new Set([start]);
  let rim = [start];
  for (let step = 0; step < steps; step += 1) {
    rim = rim.flatMap((node) => links(node).map((edge) => across(edge, node)))
      .filter((node) => !found.has(node) && found.add(node));
  }
  return found;
}
const across = (edge, node) => (edge.from === node ? edge.to : edge.from);
const links = (node) => node.edges.filter(isShownLine);
const isShownLine = (edge) =>
  !asked.hidden.has(edge.kind) && isTied(edge, asked.day)
  && !(asked.stated && edge.rows.length && edge.rows.every((row) => isIllustrative(row.columns)));

/** A shortest chain of links between two shapes, as [node, edge, node, …]; `null` where there is none. */
function chain(start, end) {
  const before = new Map([[start, null]]);
  const queue = [start];
  for (const node of queue) {
    if (node === end) break;
    for (const edge of links(node)) {
      const next = across(edge, node);
      if (before.has(next) || !isThere(next, asked.day)) continue;
      before.set(next, edge);
      queue.push(next);
    }
  }
  if (!before.has(end)) return null;
  const way = [end];
  for (let node = end; node !== start;) {
    const edge = before.get(node);
    node = across(edge, node);
    way.unshift(node, edge);
  }
  return way;
}

function matches(node) {
  if (asked.column && !node.entities.some((one) => values(one, asked.column).includes(asked.value))) return false;
  if (asked.stated && node.entities.length && node.entities.every((one) => isIllustrative(one.columns))) return false;
  return !asked.search || resembles(asked.search, node.text);
}
/** The values of a cell, which may be a list. */
const values = (entity, column) => {
  const text = column === "kind of thing" ? entity.kind : entity.columns[column];
  return text ? text.split("|").map((part) => part.trim()) : [];
};
/** Whether every word that is looked for stands in the text, or a word that differs by a letter. */
function resembles(query, text) {
  return plain(query).split(/\s+/).filter(Boolean).every((word) => text.includes(word)
    || (word.length > 3 && text.split(/[^\p{L}\p{N}]+/u).some((other) => isNear(word, other))));
}
/** Whether two words differ by at most one letter: put in, left out, changed, or two exchanged. */
function isNear(left, right) {
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const rest = [left.slice(start), right.slice(start)];
  return rest[0].slice(1) === rest[1] || rest[0] === rest[1].slice(1) || rest[0].slice(1) === rest[1].slice(1)
    || (rest[0][0] === rest[1][1] && rest[0][1] === rest[1][0] && rest[0].slice(2) === rest[1].slice(2));
}
