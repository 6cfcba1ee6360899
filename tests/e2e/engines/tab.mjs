// A window of a browser, in which things are found as people find them: by role and name, by label, by text. Testing Library
// looks for them inside the page, so that each engine's own tree of the page is what is searched.
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const { resolve } = createRequire(import.meta.url);
// Firefox runs each script in a sandbox of its own, whose global object goes with it: what is to stay stands
// at the window, and expressions must be of the library's own realm to be known as such.
const source = resolve("@testing-library/dom").replace("index.js", "@testing-library/dom.umd.min.js");
const library = `${readFileSync(source, "utf8")}; window.TestingLibraryDom = { ...globalThis.TestingLibraryDom, RegExp };`;
const axe = readFileSync(resolve("axe-core/axe.min.js"), "utf8");

const PATIENCE = 20_000;

/** Runs in the page: the first visible element of those that match. */
function find(by, within, wanted, options) {
  const library = window.TestingLibraryDom;
  if (!library) return "library";
  const read = (value) => (value?.source === undefined ? value : new library.RegExp(value.source, value.flags));
  const container = within ?? document.body;
  const given = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, read(value)]));
  const found = library[`queryAllBy${by}`](container, read(wanted), given);
  const shown = (element) => element.getClientRects().length > 0 || element.matches("input[type=file]");
  return found.find(shown) ?? null;
}

const plain = (value) => (value instanceof RegExp ? { source: value.source, flags: value.flags } : value);

export class Tab {
  constructor({ driver, downloads }, base) {
    this.driver = driver;
    this.downloads = downloads;
    this.base = base;
  }

  /** Goes there; again, when a page that was still at work has taken the place of the one that was asked for. */
  async goto(path) {
    const wanted = path.split("?")[0];
    for (let turn = 0; turn < 5; turn += 1) {
      await this.driver.get(this.base + path);
      await sleep(150);
      if ((await this.path()) === wanted) return;
    }
    throw new Error(`${path} leads to ${await this.path()}`);
  }

  async reload() {
    await this.driver.navigate().refresh();
  }

  /** Waits for something; `within` another thing, if it is said. */
  async #wait(by, wanted, options = {}, within = null) {
    const given = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, plain(value)]));
    const end = Date.now() + PATIENCE;
    let last = "nothing was found";
    while (Date.now() < end) {
      try {
        const found = await this.driver.executeScript(find, by, within, plain(wanted), given);
        if (found === "library") await this.driver.executeScript(library);
        else if (found) return found;
      } catch (error) {
        // The page is being replaced: what was found a moment ago may be gone.
        last = error.message;
      }
      await sleep(60);
    }
    throw new Error(`no ${by} ${wanted} ${JSON.stringify(given)} (${last})\n${await this.text()}`);
  }

  role(role, name, options = {}, within) {
    return this.#wait("Role", role, { ...(name !== undefined && { name }), ...options }, within);
  }
  label(text, within) {
    return this.#wait("LabelText", new RegExp(`^${text}( \\(optional\\))?$`), {}, within);
  }
  shows(text, within) {
    return this.#wait("Text", text, {}, within);
  }

  /** Presses something; again, when a part of the page was drawn anew at that moment. */
  async press(role, name, within) {
    for (let turn = 0; ; turn += 1) {
      const element = await this.role(role, name, {}, within);
      try {
        await this.driver.executeScript((one) => one.scrollIntoView({ block: "center" }), element);
        return await element.click();
      } catch (error) {
        if (turn === 5) throw error;
        await sleep(200);
      }
    }
  }

  async fill(label, text, within) {
    const field = await this.label(label, within);
    await field.clear();
    await field.sendKeys(text);
  }

  async choose(label, value) {
    const field = await this.label(label);
    await field.findElement({ css: `option[value="${value}"]` }).click();
  }

  /** Keeps what this progress bar says from now on, whenever it is there. */
  watchProgress(name) {
    return this.driver.executeScript((name) => {
      const said = (window.progressSaid = []);
      const look = () => {
        const bar = document.querySelector(`[role=progressbar][aria-label="${name}"]`);
        if (bar) said.push(Number(bar.getAttribute("aria-valuenow")));
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    }, name);
  }
  progressSaid() {
    return this.driver.executeScript("return window.progressSaid");
  }

  /** What a download holds, by the name under which the browser saved it. */
  async downloaded(name) {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      const saved = await readdir(this.downloads);
      if (saved.length === 1 && saved[0] === name) return readFile(join(this.downloads, name), "utf8");
      await sleep(60);
    }
    throw new Error(`${name} was not saved, but ${await readdir(this.downloads)}`);
  }

  /** What the page says, for when something is missing. */
  async text() {
    const shown = await this.driver.executeScript("return location.href + '\\n' + document.body.innerText.slice(0, 4000)").catch(String);
    return `The page shows: ${shown}`;
  }

  async path() {
    return new URL(await this.driver.getCurrentUrl()).pathname;
  }

  /** WCAG 2.1 A and AA: what axe finds. */
  async problems() {
    await this.driver.executeScript(axe);
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
    return this.driver.executeAsyncScript((tags, done) => {
      window.axe.run(document, { runOnly: { type: "tag", values: tags } }).then(
        (found) => done(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`)),
        (error) => done([String(error)]),
      );
    }, tags);
  }
}
