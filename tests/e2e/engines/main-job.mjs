// The main job on its two sides, each in a window of its own: from an account to money in the history.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { password } from "../lib/server.mjs";

async function check(tab, name) {
  assert.deepEqual(await tab.problems(), [], name);
}

/** Signs up, from the page that is open, and confirms the address. */
async function signUp(tab, server, name, email) {
  await tab.fill("Name", name);
  await tab.fill("E-mail address", email);
  await tab.fill("Password", password);
  await tab.press("button", "Create account");
  await tab.role("heading", "Check your mail");
  await check(tab, "verify e-mail");
  await tab.fill("Code", await server.codeFor(email));
  await tab.press("button", "Verify");
}

async function pickADate(tab, label) {
  await tab.press("button", label);
  await tab.press("button", "Next month");
  await tab.press("button", /\b15\b/, await tab.role("grid"));
}

async function postATask(client) {
  await client.press("link", "Post a task");
  await client.fill("Title", "Design a logo for a bakery");
  await (await client.role("textbox", "Description")).sendKeys("A friendly logo for a bakery, in two colours.");
  await client.choose("Category", "design");
  await client.fill("Skills", "Logo design\n");
  await client.fill("Budget from", "200");
  await client.fill("Budget to", "500,00");
  await pickADate(client, /Decide by/);
  await check(client, "post a task");
  await client.press("button", "Post the task");
  await client.role("heading", "Design a logo for a bakery");
}

async function bid(freelancer) {
  await freelancer.goto("/tasks");
  await freelancer.press("link", "Design a logo for a bakery");
  await freelancer.press("link", /Bid on this task|Write a bid|Bid/);
  await freelancer.fill("Cover letter", "I have drawn forty logos for small shops like yours.");
  await freelancer.fill("Price", "400");
  await freelancer.fill("Days you need", "14");
  await freelancer.press("button", "Add a milestone");
  const milestone = await freelancer.role("group", "Milestone 1");
  await freelancer.fill("Title", "All of it", milestone);
  await freelancer.fill("Amount", "400", milestone);
  await pickADate(freelancer, /Due/);
  await check(freelancer, "bid form");
  await freelancer.press("button", "Bid $400.00");
  await freelancer.role("heading", "My bids");
}

/** Sends a file large enough to be seen on its way. */
async function sendLarge(freelancer, dialog, file) {
  await freelancer.watchProgress("Sending drawings.bin");
  await dialog.findElement({ css: "input[type=file]" }).sendKeys(file);
  await freelancer.shows("Attached", dialog);
  const said = await freelancer.progressSaid();
  assert.ok(said.some((percent) => percent > 0 && percent < 100), `its way was shown: ${said}`);
  assert.deepEqual(said, [...said].sort((a, b) => a - b), "it never goes back");
}

async function handIn(freelancer, { file, large }) {
  await freelancer.goto("/contracts");
  await freelancer.press("link", "Design a logo for a bakery");
  await freelancer.press("button", "Submit work");
  const dialog = await freelancer.role("dialog");
  await freelancer.fill("What you did", "The logo, as a text for now.", dialog);
  await sendLarge(freelancer, dialog, large);
  await dialog.findElement({ css: "input[type=file]" }).sendKeys(file);
  // What is still being checked cannot be handed in.
  await freelancer.shows("notes.txt: attached.");
  await check(freelancer, "submit work");
  await freelancer.press("button", "Submit work", dialog);
  await freelancer.shows("In review");
}

/** Tells it; `client` and `freelancer` share nothing but the server. */
export async function mainJob(server, client, freelancer) {
  const folder = await mkdtemp(join(tmpdir(), "proconnect-engines-"));
  const file = join(folder, "notes.txt");
  const note = "Two colours, and a round shape.\n";
  await writeFile(file, note);
  const large = join(folder, "drawings.bin");
  await writeFile(large, Buffer.alloc(40 * 1024 * 1024, "drawings of bread "));
  try {
    await client.goto("/");
    await check(client, "landing");
    await client.press("link", "Hire a freelancer");
    await signUp(client, server, "Clara Berg", "clara@example.com");
    await client.role("heading", "Hello, Clara");
    await check(client, "an empty dashboard");
    await postATask(client);

    await freelancer.goto("/register?role=freelancer");
    await signUp(freelancer, server, "Fiona Marsh", "fiona@example.com");
    await freelancer.role("heading", "Hello, Fiona");
    await freelancer.press("link", "Add your bank details");
    await freelancer.press("button", "Set up payouts");
    await freelancer.press("button", "Use test data and finish");
    await freelancer.shows("You can be paid");
    await bid(freelancer);

    await client.reload();
    await client.press("link", "See the bid");
    await check(client, "compare bids");
    await client.press("button", "Accept Fiona Marsh");
    await client.press("button", "Hire Fiona Marsh for $400.00");
    await client.press("button", "Fund $400.00");
    await client.press("button", "Pay by card or wallet");
    await client.shows("Held");
    await check(client, "a funded milestone");

    await handIn(freelancer, { file, large });
    await client.reload();
    await client.press("button", /Download notes\.txt/);
    assert.equal(await client.downloaded("notes.txt"), note);
    await client.press("button", "Approve and pay");
    await check(client, "approve");
    await client.press("button", "Pay $400.00 to Fiona Marsh");
    await client.shows("Paid");
    await check(client, "an approved milestone");

    await freelancer.goto("/payments");
    await freelancer.shows("$360.00");
    await check(freelancer, "payments of a freelancer");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
