// What can be made, with the options of the command line.

let commands = [];

/** The options that most people need; the others are behind “All options”. */
const frequent = ["alliance", "view", "focus", "as-of", "since", "where", "colour", "size", "changed", "A", "B"];

const groups = [
  ["Pictures", ["map"]],
  ["Documents", ["deck", "report", "convert", "check"]],
  ["Questions", null],
];

const titles = {
  map: "Map", deck: "Slides with what to act on", report: "Report", convert: "The data as a workbook",
  check: "Messages about the data",
};

const command = () => commands.find((one) => one.name === byId("command").value);

async function listCommands() {
  commands = await askJSON("/api/commands");
  const listed = groups.flatMap(([, names]) => names ?? []);
  for (const [title, names] of groups) {
    const some = commands.filter((one) => (names ? names.includes(one.name) : !listed.includes(one.name)));
    byId("command").append(make("optgroup", { label: title }, some.map((one) =>
      make("option", { value: one.name }, titles[one.name] ?? one.name[0].toUpperCase() + one.name.slice(1)))));
  }
  byId("command").value = "map";
  byId("command").addEventListener("change", showOptions);
  showOptions();
}

/** Shows the fields of the chosen command; what was filled in for another stays where both have it. */
function showOptions() {
  const former = new Map([...document.querySelectorAll("[data-option]")].map((field) =>
    [field.dataset.option, field.type === "checkbox" ? field.checked : field.value]));
  const { help, arguments: all } = command();
  byId("command-help").textContent = help;
  const isFrequent = (one) => frequent.includes(one.name) || (one.isPositional && one.isRequired);
  byId("common").replaceChildren(...all.filter(isFrequent).map(field));
  const sections = new Map();
  for (const one of all.filter((one) => !isFrequent(one))) {
    if (!sections.has(one.section)) sections.set(one.section, []);
    sections.get(one.section).push(one);
  }
  byId("options").replaceChildren(...[...sections].map(([title, some]) =>
    make("fieldset", {}, make("legend", {}, title || "More"), some.map(field))));
  byId("more").hidden = sections.size === 0;
  byId("draw").textContent = command().form === "map" ? "Draw" : command().form === "question" ? "Ask" : "Make";
  for (const input of document.querySelectorAll("[data-option]")) {
    const value = former.get(input.dataset.option);
    if (value === undefined) continue;
    if (input.type === "checkbox") input.checked = value;
    else if (!(input instanceof HTMLSelectElement) || [...input.options].some((one) => one.value === value)) input.value = value;
  }
}

/** A field for an option, with what the help says of it. */
function field(option) {
  const id = `option-${option.name}`;
  const common = { id, "data-option": option.name, "aria-describedby": `${id}-help` };
  const name = option.name.replaceAll("-", " ");
  const label = make("label", { for: id }, name[0].toUpperCase() + name.slice(1), option.isRequired ? " (needed)" : "");
  const help = make("span", { class: "note", id: `${id}-help` }, option.help);
  if (option.value === "flag") {
    return make("div", { class: "field is-flag" }, make("input", { ...common, type: "checkbox" }), label, help);
  }
  let input;
  if (option.value === "choice" && !option.isRepeating) {
    input = make("select", common, make("option", { value: "" }, option.standard ? `as usual: ${option.standard}` : "as usual"),
      option.choices.map((one) => make("option", {}, one)));
  } else if (option.value === "dataset") {
    input = make("input", { ...common, type: "text", list: "open-datasets", autocomplete: "off" });
  } else if (option.isRepeating) {
    input = make("textarea", { ...common, rows: 1, spellcheck: "false" });
    help.append(" One on each line.");
  } else {
    input = make("input", { ...common, type: "text", autocomplete: "off", spellcheck: "false", list: option.name === "view" ? "saved-views" : null, placeholder: option.standard ?? "" });
  }
  return make("div", { class: "field" }, label, input, help);
}

/** What was chosen, in the order of the help. */
function choices() {
  const chosen = [];
  for (const option of command().arguments) {
    const input = byId(`option-${option.name}`);
    if (option.value === "flag") {
      if (input.checked) chosen.push({ name: option.name });
    } else {
      const values = option.isRepeating ? input.value.split("\n") : [input.value];
      for (const value of values.map((one) => one.trim()).filter((one) => one)) {
        const open = option.value === "dataset" ? datasets.find((one) => one.name === value) : undefined;
        chosen.push({ name: option.name, value: open ? open.id : value });
      }
    }
  }
  return chosen;
}
