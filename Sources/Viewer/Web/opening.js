// What is open: datasets that were dropped or given, which the page follows.

let datasets = [];
let chosen = null;

/** Asks what is open; redraws when the files of the chosen dataset have changed. */
async function refresh() {
  const former = new Map(datasets.map((one) => [one.id, one.revision]));
  datasets = await askJSON("/api/state");
  const again = chosen && datasets.find((one) => one.id === chosen.id);
  const hasChanged = again && former.get(again.id) !== again.revision;
  chosen = again ? Object.assign(chosen, again) : null;
  if (JSON.stringify(datasets.map((one) => [one.id, one.name, one.changes])) !== listed) listDatasets();
  return hasChanged;
}

let listed = "";

/** Draws and checks again where the chosen dataset has changed. */
async function refreshAndDraw() {
  if (!(await refresh())) return;
  showSheets(chosen).catch((error) => say(error.message, true));
  await draw();
}

/** What can be done with changes that are not saved. */
function changeButtons(one) {
  const act = (name, text) => async () => {
    try {
      await ask(`/api/datasets/${one.id}/${name}`, "");
      await refreshAndDraw();
      say(text);
    } catch (error) {
      say(error.message, true);
    }
  };
  const download = () => {
    if (one.isFolder) return take({ dataset: one.id, command: "convert", format: "xlsx" });
    const link = make("a", { href: `/api/datasets/${one.id}/file`, download: "" });
    document.body.append(link);
    link.click();
    link.remove();
  };
  return make("span", { class: "row" },
    one.isWritable ? make("button", { type: "button", onclick: act("keep", "Saved; the former file lies beside it.") }, "Save") : null,
    make("button", { type: "button", onclick: download }, "Download changed"),
    make("button", { type: "button", onclick: act("undo", "The changes are undone.") }, `Undo ${one.changes}`));
}

function listDatasets() {
  listed = JSON.stringify(datasets.map((one) => [one.id, one.name, one.changes]));
  byId("datasets").replaceChildren(...datasets.map((one) => make("li", {},
    make("button", { type: "button", class: "choose", "aria-pressed": String(one.id === chosen?.id), onclick: () => choose(one.id) }, one.name),
    one.changes ? changeButtons(one) : null,
    one.isGiven ? null : make("button", { type: "button", "aria-label": `Close ${one.name}`, onclick: () => forget(one.id) }, "×"))));
  byId("open-datasets").replaceChildren(...datasets.map((one) => make("option", { value: one.name })));
}

/** Opens a dataset: draws it and checks it. */
function choose(id) {
  chosen = datasets.find((one) => one.id === id) ?? null;
  listDatasets();
  if (!chosen) return;
  showSheets(chosen).catch((error) => say(error.message, true));
  if (command().form === "check") byId("command").value = "map", showOptions();
  draw();
}

async function forget(id) {
  try {
    await ask(`/api/datasets/${id}/forget`, "");
    if (chosen?.id === id) {
      chosen = null;
      byId("shown").replaceChildren();
      byId("cells").replaceChildren();
      byId("welcome").hidden = false;
      byId("take").hidden = true;
      say("Closed; the file is gone from the server.");
    }
    await refresh();
    byId("file").focus();
  } catch (error) {
    say(error.message, true);
  }
}

/** Sends files: one is a dataset, several CSV files are the tables of one. */
async function open(files) {
  const list = [...files];
  if (list.length === 0) return;
  const isOne = list.length > 1 && list.every((file) => /\.(csv|tsv)$/i.test(file.name));
  let id = null;
  try {
    for (const file of list) {
      say(`Opening ${file.name} …`);
      const former = isOne ? id : datasets.find((one) => !one.isGiven && one.files.length === 1 && one.files[0] === file.name)?.id;
      const into = former ? `/api/datasets/${former}/files` : "/api/datasets";
      id = (await askJSON(`${into}?name=${encodeURIComponent(file.name)}`, file)).dataset;
    }
    await refresh();
    choose(id);
  } catch (error) {
    say(error.message, true);
  }
}

function selectTab(name) {
  for (const one of ["result", "cells"]) {
    byId(one).hidden = one !== name;
    byId(`tab-${one}`).setAttribute("aria-selected", String(one === name));
    byId(`tab-${one}`).tabIndex = one === name ? 0 : -1;
  }
}

function listenForDrops() {
  addEventListener("dragover", (event) => {
    event.preventDefault();
    byId("drop").classList.add("is-over");
  });
  addEventListener("dragleave", (event) => event.relatedTarget || byId("drop").classList.remove("is-over"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    byId("drop").classList.remove("is-over");
    open(event.dataTransfer.files);
  });
  byId("file").addEventListener("change", () => {
    open(byId("file").files);
    byId("file").value = "";
  });
}

/** Looks every moment whether the files have changed. */
async function follow() {
  for (;;) {
    await new Promise((done) => setTimeout(done, document.hidden ? 60000 : 1500));
    try {
      if (byId("follow").checked) await refreshAndDraw();
      else await refresh();
    } catch (error) {
      say(error.message, true);
    }
  }
}

addEventListener("beforeunload", (event) => datasets.some((one) => one.changes) && event.preventDefault());

function listenForKeys() {
  for (const [one, other] of [["result", "cells"], ["cells", "result"]]) {
    byId(`tab-${one}`).addEventListener("click", () => selectTab(one));
    byId(`tab-${one}`).addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      selectTab(other);
      byId(`tab-${other}`).focus();
    });
  }
  byId("form").addEventListener("submit", (event) => {
    event.preventDefault();
    draw();
  });
  byId("cancel").addEventListener("click", () => current && fetch(`/api/jobs/${current}/cancel`, { method: "POST" }));
  byId("copy").addEventListener("click", async () => {
    await navigator.clipboard.writeText(byId("equivalent").textContent);
    say("The command is copied.");
  });
}

listenForDrops();
listenForKeys();
listCommands().then(refresh).then(() => {
  if (datasets.length > 0) choose(datasets[0].id);
  return follow();
}).catch((error) => say(error.message, true));
