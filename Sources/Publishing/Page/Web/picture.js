// The picture under mouse, fingers and keys: enlarged, moved, with a small one of the whole.

const whole = svg.viewBox.baseVal;
const full = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
let frame = { ...full };
/** Where the map stands on its sheet. */
const origin = svg.querySelector("#graph0")?.transform.baseVal.consolidate()?.matrix;
const shift = { x: origin?.e ?? 0, y: origin?.f ?? 0 };
for (const node of nodes) {
  const { x, y, width, height } = node.element.getBBox();
  node.box = { x: x + shift.x, y: y + shift.y, width, height };
  node.element.setAttribute("tabindex", "-1");
  node.element.setAttribute("role", "button");
  node.element.setAttribute("aria-label", label(node));
  node.element.addEventListener("click", (event) => {
    if (dragged) return;
    if (event.shiftKey && chosen && chosen !== node) compare(node);
    else choose(node);
  });
  node.element.addEventListener("dblclick", () => focusOn(node));
  node.element.addEventListener("focus", () => { current = node; rove(); });
}
function label(node) {
  const more = node.members.length > 1 ? `, ${node.members.length} in one` : "";
  return `${node.title}${more}, ${count(node.edges.length, "link", "links")}`;
}
function look(box) {
  frame = box;
  svg.setAttribute("viewBox", [box.x, box.y, box.width, box.height].map((one) => one.toFixed(2)).join(" "));
  drawMiniature();
}
function zoom(factor, at) {
  const width = Math.min(Math.max(frame.width / factor, full.width / 40), full.width * 1.5);
  const ratio = width / frame.width;
  const centre = at ?? { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  look({
    x: centre.x - (centre.x - frame.x) * ratio, y: centre.y - (centre.y - frame.y) * ratio,
    width, height: frame.height * ratio,
  });
}
const pan = (right, down) =>
  look({ ...frame, x: frame.x + right * frame.width, y: frame.y + down * frame.height });
/** Moves the picture only if a shape is not to be seen. */
function reveal(node) {
  const { x, y, width, height } = node.box;
  if (x >= frame.x && y >= frame.y && x + width <= frame.x + frame.width && y + height <= frame.y + frame.height) return;
  look({ ...frame, x: x + width / 2 - frame.width / 2, y: y + height / 2 - frame.height / 2 });
}
function place(event) {
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  return { x: point.x, y: point.y };
}
const fingers = new Map();
let dragged = false;
svg.addEventListener("wheel", (event) => {
  event.preventDefault();
  zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), place(event));
}, { passive: false });
svg.addEventListener("pointerdown", (event) => {
  fingers.set(event.pointerId, event);
  dragged = false;
});
window.addEventListener("pointermove", (event) => {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const others = [...fingers.values()].filter((one) => one.pointerId !== event.pointerId);
  const [from, to] = [place(before), place(event)];
  if (others.length) {
    const hold = others[0];
    const distance = (one) => Math.hypot(one.clientX - hold.clientX, one.clientY - hold.clientY);
    zoom(distance(event) / Math.max(distance(before), 1), place(hold));
    dragged = true;
  } else if (dragged || Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) > 4) {
    dragged = true;
    look({ ...frame, x: frame.x + from.x - to.x, y: frame.y + from.y - to.y });
  } else return;
  fingers.set(event.pointerId, event);
});
for (const end of ["pointerup", "pointercancel"]) {
  window.addEventListener(end, (event) => fingers.delete(event.pointerId));
}

let miniature = null;
/** A small picture of the whole with a frame around what is seen, while a large map is enlarged. */
function drawMiniature() {
  const isNeeded = nodes.length > 40 && frame.width < full.width * 0.8;
  $("miniature").hidden = !isNeeded;
  if (!isNeeded) return;
  if (!miniature) {
    const picture = shape("svg", { viewBox: `${full.x} ${full.y} ${full.width} ${full.height}`, "aria-hidden": "true" });
    for (const { box } of nodes) picture.append(shape("rect", { ...box, class: "box" }));
    miniature = shape("rect", { class: "seen" });
    picture.append(miniature);
    $("miniature").append(picture);
  }
  for (const [name, value] of Object.entries(frame)) miniature.setAttribute(name, value);
}
