// The choices above the map, and the address that keeps them.

function remember() {
  const parts = new URLSearchParams();
  if (asked.focus) {
    parts.set("focus", asked.focus.members[0] ?? asked.focus.id);
    if (asked.steps !== 1) parts.set("steps", asked.steps);
  } else if (chosen) parts.set("at", chosen.members[0] ?? chosen.id);
  if (asked.other) parts.set("to", asked.other.members[0] ?? asked.other.id);
  if (asked.day) parts.set("as-of", asked.day);
  if (asked.column) parts.set("where", `${asked.column}=${asked.value}`);
  if (asked.search) parts.set("search", asked.search);
  if (asked.colour) parts.set("colour", asked.colour);
  const address = "#" + parts.toString().replaceAll("%3A", ":");
  if (address !== (location.hash || "#")) history.replaceState(null, "", address);
}
function find(text) {
  const wanted = plain(text ?? "");
  if (!wanted) return null;
  const named = facts.entities.find((one) => [one.key, one.key.slice(one.key.indexOf(":") + 1), one.name]
    .some((name) => plain(name) === wanted));
  return (named && holder(named.key)) ?? nodes.find((node) => plain(node.title) === wanted || node.id === text) ?? null;
}
function recall() {
  const parts = new URLSearchParams(location.hash.slice(1));
  asked.focus = find(parts.get("focus"));
  asked.steps = Math.min(Math.max(Number(parts.get("steps")) || 1, 1), 3);
  chosen = asked.focus ?? find(parts.get("at"));
  asked.other = chosen ? find(parts.get("to")) : null;
  asked.day = parts.get("as-of") ?? "";
  asked.search = parts.get("search") ?? "";
  const where = (parts.get("where") ?? "").split("=");
  asked.column = columnNames().includes(where[0]) && where.length > 1 ? where[0] : "";
  asked.value = asked.column ? where.slice(1).join("=") : "";
  asked.colour = columnNames().includes(parts.get("colour")) ? parts.get("colour") : "";
  $("search").value = asked.search;
  $("colour").value = asked.colour;
  $("column").value = asked.column;
  offerValues();
  $("steps").value = String(asked.steps);
  $("steps-field").hidden = !asked.focus;
  if (days.length > 1) showDay();
  colour();
  render();
  details();
}

let names = null;
/** The columns by which shapes differ, and that have few enough values to choose from. */
function columnNames() {
  if (names) return names;
  const found = new Map();
  for (const node of nodes) {
    for (const entity of node.entities) {
      for (const column of ["kind of thing", ...Object.keys(entity.columns)]) {
        if (["id", "since", "until", "name", "short"].includes(column)) continue;
        if (!found.has(column)) found.set(column, new Set());
        for (const value of values(entity, column)) found.get(column).add(value);
      }
    }
  }
  names = [...found].filter(([column, list]) => list.size > 1 || (list.size === 1 && column !== "kind of thing"))
    .map(([column]) => column);
  return names;
}
const options = (select, first, list) => select.replaceChildren(
  make("option", { value: "" }, first), ...list.map((value) => make("option", { value }, words(value))));
function offerValues() {
  const list = asked.column
    ? [...new Set(nodes.flatMap((node) => node.entities.flatMap((one) => values(one, asked.column))))]
      .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    : [];
  $("value").replaceChildren(...list.map((value) => make("option", { value }, value)));
  $("value-field").hidden = !asked.column;
  if (asked.column && !list.includes(asked.value)) asked.value = list[0] ?? "";
  $("value").value = asked.value;
}
function showDay() {
  const place = asked.day ? days.findLastIndex((day) => day <= asked.day) : days.length;
  $("day").value = String(place < 0 ? 0 : place);
  $("day-text").textContent = asked.day || "all dates";
  $("day").setAttribute("aria-valuetext", asked.day || "all dates");
}
let player = null;
function play() {
  if (player) {
    clearInterval(player);
    player = null;
  } else {
    if (!asked.day || Number($("day").value) >= days.length - 1) setDay(0);
    player = setInterval(() => {
      const next = Number($("day").value) + 1;
      setDay(next);
      if (next >= days.length) play();
    }, 1200);
  }
  $("play").textContent = player ? "Pause" : "Play";
}
function setDay(place) {
  asked.day = days[place] ?? "";
  showDay();
  render();
  details();
}
function wire() {
  options($("column"), "everything", columnNames());
  options($("colour"), "as drawn", columnNames());
  $("search").addEventListener("input", () => { asked.search = $("search").value.trim(); render(); });
  $("search").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const first = nodes.find((node) => seen.has(node));
    if (first) { choose(first); first.element.focus(); }
  });
  $("column").addEventListener("change", () => { asked.column = $("column").value; offerValues(); render(); });
  $("value").addEventListener("change", () => { asked.value = $("value").value; render(); });
  $("colour").addEventListener("change", () => { asked.colour = $("colour").value; colour(); render(); });
  $("steps").addEventListener("change", () => { asked.steps = Number($("steps").value); render(); });
  $("day-field").hidden = days.length < 2;
  $("day").max = String(days.length);
  $("day").value = String(days.length);
  $("day").addEventListener("input", () => setDay(Number($("day").value)));
  $("play").addEventListener("click", play);
  const kinds = [...new Set(edges.map((edge) => edge.kind))].filter(Boolean).sort();
  if (kinds.length > 1) {
    $("kinds").append(...kinds.map((kind) => {
      const box = make("input", { type: "checkbox", checked: true });
      box.addEventListener("change", () => {
        if (box.checked) asked.hidden.delete(kind);
        else asked.hidden.add(kind);
        render();
      });
      return make("label", {}, box, " " + words(kind));
    }));
    $("kinds").hidden = false;
  }
  $("stated-field").hidden = ![...facts.entities, ...facts.rows].some((one) => isIllustrative(one.columns));
  $("stated").addEventListener("change", () => { asked.stated = $("stated").checked; render(); });
  $("table-toggle").addEventListener("click", () => {
    $("table").hidden = !$("table").hidden;
    $("table-toggle").setAttribute("aria-expanded", String(!$("table").hidden));
    render();
  });
  $("save-png").addEventListener("click", saveImage);
  $("save-svg").addEventListener("click", () => save(`${stem}.svg`, "image/svg+xml", picture()));
  $("save-csv").addEventListener("click", saveRows);
  $("print").addEventListener("click", () => window.print());
  $("zoom-in").addEventListener("click", () => zoom(1.3));
  $("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
  $("zoom-all").addEventListener("click", () => look({ ...full }));
  $("help-button").addEventListener("click", () => $("help").showModal());
  $("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const isDark = root.dataset.theme
      ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
  });
  window.addEventListener("hashchange", recall);
  let kept = null;
  window.addEventListener("beforeprint", () => { kept = frame; look({ ...full }); });
  window.addEventListener("afterprint", () => kept && look(kept));
}
