// What the page asks of its server, and how it says what happens meanwhile.

const byId = (id) => document.getElementById(id);

/** An element with attributes and children; texts become text, never markup. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

function say(text, isBad = false) {
  const status = byId("status");
  status.textContent = text;
  status.classList.toggle("is-bad", isBad);
}

/** Asks the server; an answer that is a refusal is thrown as its sentence. One that asks to come again is asked again. */
async function ask(path, body, patience = 5) {
  let response;
  try {
    response = await fetch(path, body === undefined ? {} : { method: "POST", body });
  } catch {
    throw new Error("ecomap serve does not answer; start it again and open the address that it prints.");
  }
  if (response.ok) return response;
  const wait = Number(response.headers.get("Retry-After"));
  if (response.status === 503 && wait && patience > 0) {
    await new Promise((done) => setTimeout(done, wait * 1000));
    return ask(path, body, patience - 1);
  }
  throw new Error((await response.text()).trim());
}

const askJSON = async (path, body) => (await ask(path, body)).json();

/** Has a command run and waits for its end; what it made is at the address that is returned with it. */
async function run(wish, progress = () => {}) {
  let report = await askJSON("/api/jobs", JSON.stringify({ choices: [], ...wish }));
  while (report.state === "waiting" || report.state === "running") {
    progress(report);
    report = await askJSON(`/api/jobs/${report.job}?wait=1`);
  }
  if (report.state === "failed") throw new Error(report.messages);
  return { ...report, address: `/api/jobs/${report.job}/result` };
}

/** Saves a result under its name. */
function save(report) {
  const link = make("a", { href: `${report.address}?as=file`, download: report.file });
  document.body.append(link);
  link.click();
  link.remove();
}
