// The keys, and the start.

const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** The shown shape that is nearest in a direction, linked ones before others. */
function neighbour([right, down]) {
  const centre = ({ box }) => [box.x + box.width / 2, box.y + box.height / 2];
  const [x, y] = centre(current);
  const linked = new Set(links(current).map((edge) => across(edge, current)));
  let best = null;
  for (const node of nodes) {
    if (node === current || !seen.has(node)) continue;
    const [dx, dy] = [centre(node)[0] - x, centre(node)[1] - y];
    const ahead = dx * right + dy * down;
    const aside = Math.abs(dx * down) + Math.abs(dy * right);
    if (ahead <= 0 || aside > ahead * 3) continue;
    const cost = (ahead + aside * 2) * (linked.has(node) ? 0.6 : 1);
    if (!best || cost < best.cost) best = { node, cost };
  }
  return best?.node;
}
function visit(node) {
  if (!node) return;
  current = node;
  rove();
  reveal(node);
  node.element.focus();
}
/** The links of the shape from which the walk along links began, one after the other. */
let walk = { from: null, place: -1 };
function along(step) {
  if (!walk.from || !links(walk.from).some((edge) => across(edge, walk.from) === current)) walk = { from: current, place: -1 };
  const near = links(walk.from).map((edge) => across(edge, walk.from)).filter((node) => seen.has(node));
  if (!near.length) return;
  walk.place = (walk.place + step + near.length) % near.length;
  visit(near[walk.place]);
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isTyping = event.target.closest("input, select, textarea, dialog");
  if (event.key === "Escape" && !$("help").open) {
    if (asked.other) choose(chosen);
    else if (asked.focus) focusOn(null);
    else if (chosen) { const was = chosen; choose(null); was.element.focus(); }
    else if (asked.search) { asked.search = $("search").value = ""; render(); }
    return;
  }
  if (isTyping) return;
  const isOnMap = event.target.closest("#ui-map");
  const act = {
    "/": () => $("search").focus(), "?": () => $("help").showModal(),
    "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), 0: () => look({ ...full }),
    t: () => $("table-toggle").click(),
  }[event.key] ?? (isOnMap && {
    Enter: () => choose(current), " ": () => choose(current), f: () => focusOn(asked.focus === current ? null : current),
    "]": () => along(1), "[": () => along(-1),
    p: () => chosen && chosen !== current && compare(current),
  }[event.key]);
  if (act) {
    event.preventDefault();
    act();
  } else if (isOnMap && directions[event.key]) {
    event.preventDefault();
    if (event.shiftKey) pan(...directions[event.key].map((one) => one * 0.15));
    else visit(neighbour(directions[event.key]));
  }
});

wire();
recall();
