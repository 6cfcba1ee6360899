// Files: attached in every way, sent with progress, scanned by a real clamd, shown and downloaded; pictures of people.
import assert from "node:assert/strict";
import { readFile, writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { deflateSync, crc32 } from "node:zlib";
import { checkPage, listen, openPage, story } from "./lib/browser.mjs";
import { startClamd, testString } from "./lib/clamd.mjs";
import { pdf } from "./lib/pdf.mjs";
import { api, password, person, visit } from "./lib/server.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

let clamd;
let folder;

stage(async () => {
  clamd = await startClamd();
  folder = await mkdtemp(join(tmpdir(), "proconnect-files-"));
  return { clamd: clamd.address };
});

after(async () => {
  await clamd?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function signIn(page, email) {
  await page.goto("/login");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("heading", { name: /^Hello/ }).waitFor();
}

/** Files that come with an event, as a browser makes them. */
const transfer = (page, files) =>
  page.evaluateHandle((files) => {
    const data = new DataTransfer();
    for (const { name, type, text } of files) data.items.add(new File([text], name, { type }));
    return data;
  }, files);

/** A PNG of one colour. */
function png(size, [red, green, blue]) {
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(size * 3, Buffer.from([red, green, blue]))]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: size }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

const files = (page) => page.getByRole("list", { name: "Files", exact: true });

async function fillTask(page) {
  await page.getByLabel("Title").fill("Retouch fifty photos");
  await page.getByRole("textbox", { name: "Description" }).fill("Fifty photos of bread, to be made brighter.");
  await page.getByLabel("Category").selectOption("design");
  await page.getByLabel("Budget from").fill("200");
  await page.getByLabel("Budget to").fill("500");
  await page.getByRole("button", { name: /Decide by/ }).click();
  await page.getByRole("button", { name: "Next month" }).click();
  await page.getByRole("grid").getByRole("button", { name: /\b15\b/ }).first().click();
}

story("a client attaches files, and a virus is turned away", async () => {
  await person(server, "clara@example.com", "Clara Berg", "client");
  const page = await openPage(browser, server.base);
  await signIn(page, "clara@example.com");
  const frames = listen(page);
  const asked = [];
  page.on("request", (request) => /GET .*\/v1\/files\//.test(`${request.method()} ${request.url()}`) && asked.push(request.url()));
  const connected = page.waitForEvent("websocket");
  await page.goto("/tasks/new");
  await page.getByRole("button", { name: "Choose files" }).waitFor();
  await connected;

  // 50 MB, to the byte, over a connection slow enough to see it go.
  const large = join(folder, "photos.bin");
  await writeFile(large, Buffer.alloc(52_428_800, "photographs of bread "));
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 25 * 1024 * 1024 };
  await network.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: 1024 * 1024 });
  await page.locator("input[type=file]").setInputFiles(large);
  await page.getByRole("progressbar", { name: "Sending photos.bin" }).waitFor();
  const stopped = page.waitForEvent("requestfailed", (request) => request.method() === "PUT");
  const deleted = page.waitForResponse((answer) => answer.request().method() === "DELETE" && answer.url().includes("/v1/files/"));
  await page.getByRole("button", { name: "Cancel photos.bin" }).click();
  await files(page).waitFor({ state: "detached" });
  await stopped;
  assert.equal((await deleted).status(), 204, "nothing of it is left behind");
  await network.send("Network.emulateNetworkConditions", slow);
  await page.locator("input[type=file]").setInputFiles(large);
  const bar = page.getByRole("progressbar", { name: "Sending photos.bin" });
  await bar.waitFor();
  await page.getByText(/MB\/s/).waitFor();
  const seen = Number(await bar.getAttribute("aria-valuenow"));
  assert.ok(seen < 100, `${seen} % were sent when the bar was first looked at`);
  await page.getByRole("button", { name: "Post the task" }).click();
  await files(page).getByText("Attached", { exact: true }).waitFor({ timeout: 60_000 });
  await network.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 });

  const dropped = await transfer(page, [{ name: "brief.txt", type: "text/plain", text: "As bright as day." }]);
  const form = page.locator("form").filter({ has: page.getByLabel("Title") });
  await form.dispatchEvent("drop", { dataTransfer: dropped });
  const pasted = await transfer(page, [{ name: "colours.csv", type: "text/csv", text: "name;hex\nbread;c96" }]);
  await page.locator("body").evaluate((element, clipboardData) => {
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, pasted);
  await files(page).getByText("Attached", { exact: true }).nth(2).waitFor();

  await page.locator("input[type=file]").setInputFiles([
    { name: "invoice.txt", mimeType: "text/plain", buffer: Buffer.from(testString) },
    { name: "logo.png", mimeType: "image/png", buffer: Buffer.from("no picture at all") },
    { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) },
  ]);
  await page.getByText("“empty.txt”: The file is empty.").waitFor();
  await files(page).getByText("A virus was found in this file, so it was deleted.").waitFor();
  await files(page).getByText("This file is not what its name or type says").waitFor();
  const looked = frames.filter(({ type }) => type === "file");
  const outcomes = looked.map(({ type, file }) => `${type} ${file.name} ${file.status}`).sort();
  assert.deepEqual(outcomes, [
    "file brief.txt clean",
    "file colours.csv clean",
    "file invoice.txt infected",
    "file logo.png rejected",
    "file photos.bin clean",
  ]);
  assert.deepEqual(asked, [], "what the connection tells is not asked for");
  await checkPage(page, "a task's files, two of them refused");
  await fillTask(page);
  await page.getByRole("button", { name: "Post the task" }).click();
  await page.getByText("Send the files that failed again, or remove them.").first().waitFor();
  await checkPage(page, "a form that waits for its files");
  await page.getByRole("button", { name: "Remove invoice.txt" }).click();
  await page.getByRole("button", { name: "Remove logo.png" }).click();

  await page.reload();
  await files(page).getByText("Attached", { exact: true }).nth(2).waitFor();
  await page.getByRole("button", { name: "Post the task" }).click();
  await page.getByRole("heading", { name: "Retouch fifty photos" }).waitFor();
  await checkPage(page, "a task with files");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download brief.txt" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "brief.txt");
  assert.equal(await readFile(await download.path(), "utf8"), "As bright as day.");
});

story("a freelancer shows themselves, and hands in files", async () => {
  const client = await person(server, "oscar@example.com", "Oscar Lind", "client");
  const fiona = await person(server, "fiona@example.com", "Fiona Marsh", "freelancer");
  const task = await api(server.base, client.token, "POST", "/v1/tasks", {
    title: "Draw a map of the valley",
    description: "<p>A map for walkers, with every bridge on it.</p>",
    category: "design",
    budget: { type: "fixed", min: 20000, max: 60000, currency: "usd" },
    deadline: new Date(Date.now() + 9 * 24 * 3600 * 1000).toISOString(),
  });
  const page = await openPage(browser, server.base, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  await signIn(page, "fiona@example.com");

  await page.goto("/settings/profile");
  await page.getByLabel("Headline").fill("Maps, drawn by hand");
  await page.getByRole("button", { name: "Save the profile" }).click();
  await page.getByText("Saved.", { exact: true }).waitFor();
  const picture = { name: "me.png", mimeType: "image/png", buffer: png(300, [201, 120, 60]) };
  await page.locator("input[type=file]").setInputFiles(picture);
  await page.getByRole("button", { name: "Remove the picture" }).waitFor();
  await checkPage(page, "a profile with its picture");
  await page.getByRole("button", { name: "Add a piece of work" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Title").fill("A map of the coast");
  await dialog.locator("input[type=file]").setInputFiles({ ...picture, name: "coast.png", buffer: png(640, [60, 120, 90]) });
  await dialog.getByText("Attached", { exact: true }).waitFor();
  await checkPage(page, "a piece of work with its picture");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Add a piece of work" }).click();
  await dialog.getByLabel("Title").fill("A booklet of walks");
  const booklet = { name: "walks.pdf", mimeType: "application/pdf", buffer: pdf("Walks by the sea") };
  await dialog.locator("input[type=file]").setInputFiles({ ...booklet, name: "empty.pdf", buffer: Buffer.alloc(0) });
  await dialog.getByText("“empty.pdf”: The file is empty.").waitFor();
  await dialog.locator("input[type=file]").setInputFiles(booklet);
  await dialog.getByText("Attached", { exact: true }).waitFor();
  await checkPage(page, "a piece of work with a PDF");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });

  const visitor = await openPage(browser, server.base);
  await visitor.goto(`/people/${fiona.id}`);
  await visitor.getByRole("heading", { name: "A map of the coast" }).waitFor();
  const shown = visitor.locator("main img");
  await visitor.waitForFunction(() => [...document.querySelectorAll("main img")].every((image) => image.naturalWidth > 0));
  assert.equal(await shown.count(), 3, "avatar, a picture and a first page are shown");
  await checkPage(visitor, "a public profile with pictures");
  await visitor.getByRole("button", { name: "Look at A booklet of walks" }).press("Enter");
  const viewer = visitor.getByRole("dialog", { name: "A booklet of walks" });
  const first = viewer.getByRole("img", { name: "First page of A booklet of walks" });
  assert.equal(await first.evaluate((image) => image.decode().then(() => image.naturalWidth)), 1280);
  await checkPage(visitor, "a piece of work that is a PDF");
  const [walks] = await Promise.all([
    visitor.waitForEvent("download"),
    viewer.getByRole("button", { name: /^Download walks\.pdf/ }).click(),
  ]);
  assert.deepEqual(await readFile(await walks.path()), booklet.buffer);
  await visitor.keyboard.press("Escape");
  await viewer.waitFor({ state: "detached" });

  await page.goto(`/tasks/${task.id}/bid`);
  await page.getByLabel("Cover letter").fill("I walk with a pencil, and would begin at the bridges.");
  await page.getByLabel("Price").fill("400");
  await page.getByLabel("Days you need").fill("10");
  await page.locator("input[type=file]").setInputFiles({ name: "sketch.png", mimeType: "image/png", buffer: png(64, [9, 9, 9]) });
  await files(page).getByText("Attached", { exact: true }).waitFor();
  await page.getByRole("checkbox", { name: "A map of the coast" }).check();
  await checkPage(page, "a bid with a file and a piece of work");
  await page.getByRole("button", { name: "Bid $400.00" }).click();
  await page.getByRole("heading", { name: "My bids" }).waitFor();

  const bids = await api(server.base, client.token, "GET", `/v1/tasks/${task.id}/bids`);
  assert.equal(bids.items[0].attachments[0].name, "sketch.png");
  await signIn(visitor, client.email);
  await visitor.goto(`/tasks/${task.id}/bids`);
  await visitor.getByRole("button", { name: "Read the bid of Fiona Marsh" }).click();
  const piece = visitor.getByRole("table").getByRole("img", { name: "Picture of A map of the coast" });
  await piece.waitFor();
  assert.ok(await piece.evaluate((image) => image.decode().then(() => image.naturalWidth > 0)), "the client sees the work");
  await checkPage(visitor, "a comparison with a piece of work");
  const contract = await api(server.base, client.token, "POST", `/v1/bids/${bids.items[0].id}/accept`, {});
  const milestone = contract.milestones[0].id;
  const { url } = await api(server.base, fiona.token, "POST", "/v1/payments/onboarding", {});
  await visit(url, "complete");
  const funding = await api(server.base, client.token, "POST", `/v1/milestones/${milestone}/fund`, {});
  await visit(funding.checkoutUrl, "paid");
  await server.drain();
  await page.goto(`/contracts/${contract.id}`);
  await page.getByRole("button", { name: "Submit work" }).click();
  await page.getByLabel("What you did").fill("Every bridge, and the ford.");
  await dialog.locator("input[type=file]").setInputFiles({ name: "map.pdf", mimeType: "application/pdf", buffer: pdf("The valley") });
  await dialog.getByText("Attached", { exact: true }).waitFor();
  await checkPage(page, "work to be handed in with a file");
  await dialog.getByRole("button", { name: "Submit work" }).click();
  const map = page.getByRole("button", { name: "Download map.pdf" }).locator("img");
  await map.waitFor();
  assert.equal(await map.evaluate((image) => image.decode().then(() => image.naturalWidth)), 480, "its first page");
  await checkPage(page, "a submission with a file");
});
