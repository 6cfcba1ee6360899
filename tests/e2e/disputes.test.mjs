// Two people who do not agree: split in two rounds, and decided by an admin.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { story } from "./lib/browser.mjs";
import { handedIn } from "./lib/deals.mjs";
import { openAs } from "./lib/demo-pages.mjs";
import { api, password } from "./lib/server.mjs";
import { show } from "./lib/shots.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage({ demo: true });


/** A contract of one milestone of $500.00, funded and handed in. */
const deal = (client, freelancer, tag) => handedIn(server, { client, freelancer, tag, milestone: "All signs" });
const logIn = (who, options) => openAs(browser, server.base, who.email, options, password);

/** Downloads the evidence pack as a person does, and has the command verify it, and one that was changed. */
async function verifiedPack(page) {
  const folder = mkdtempSync(join(tmpdir(), "pack-"));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download the evidence pack" }).click(),
  ]);
  const file = join(folder, "pack.zip");
  await download.saveAs(file);
  const keys = await (await fetch(`${server.base}/v1/evidence-keys`)).text();
  writeFileSync(join(folder, "keys.json"), keys);
  const xtask = `${process.env.CARGO_TARGET_DIR ?? "../../target"}/debug/xtask`;
  const verify = () => spawnSync(xtask, ["verify-pack", file, "--keys", join(folder, "keys.json")], { encoding: "utf8" });
  const good = verify();
  assert.equal(good.status, 0, good.stderr);
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] ^= 1;
  writeFileSync(file, bytes);
  assert.notEqual(verify().status, 0, "a changed pack is found");
  rmSync(folder, { recursive: true });
}

story("two who do not agree split the money in the second round", async () => {
  const { client, freelancer, contract } = await deal("Clara Quay", "Fiona Pier", "split");
  const hers = await logIn(client, { viewport: { width: 1280, height: 900 } });
  await hers.goto(`/contracts/${contract.id}`);
  await hers.getByRole("button", { name: "Open a dispute" }).click();
  await hers.getByLabel("What it is about, in a few words").fill("Two of nine signs are missing");
  await hers.getByRole("button", { name: "Freeze $500.00 and open it" }).click();
  await hers.getByText("Say what happened.").waitFor();
  await hers.getByLabel("What happened").fill("Seven signs came, and none can be read from a boat.");
  await show(hers, "open-a-dispute");
  await hers.getByRole("button", { name: "Freeze $500.00 and open it" }).click();
  await hers.getByRole("heading", { name: "Dispute about “All signs”" }).waitFor();
  await show(hers, "a-dispute-just-opened");
  await server.drain();

  const theirs = await logIn(freelancer, { viewport: { width: 390, height: 844 } });
  await theirs.goto(`/contracts/${contract.id}`);
  assert.equal(await theirs.getByRole("button", { name: "Submit work" }).count(), 0, "nothing is handed in meanwhile");
  await show(theirs, "a-contract-in-dispute");
  await theirs.getByRole("link", { name: "Open the dispute" }).click();
  await theirs.getByText("Your turn").waitFor();
  await theirs.getByLabel("What you want to say or show").fill("Two of them were taken off the list on Monday.");
  await theirs.locator("input[type=file]").setInputFiles({ name: "list.txt", mimeType: "text/plain", buffer: Buffer.from("Seven signs.") });
  await server.drain();
  await theirs.getByText("Attached", { exact: true }).waitFor();
  await theirs.getByRole("button", { name: "Add it" }).click();
  await theirs.getByText("added ·").waitFor();

  await theirs.getByLabel("The least that you would take").fill("450");
  await theirs.getByText("$405.00").waitFor();
  await show(theirs, "what-one-would-accept");
  await theirs.getByRole("button", { name: "Say $450.00" }).click();
  await theirs.getByText("You said $450.00.").waitFor();
  await server.drain();

  await hers.reload();
  await hers.getByText("Fiona Pier has said what they would accept.").waitFor();
  assert.equal(await hers.getByText("450").count(), 0, "nobody sees the other’s amount");
  await hers.getByLabel("The most that may go to Fiona Pier").fill("300");
  await hers.getByRole("button", { name: "Say $300.00" }).click();
  await hers.getByRole("heading", { name: "Find an agreement: round 2 of 3" }).waitFor();
  await hers.getByLabel("The most that may go to Fiona Pier").fill("400");
  await hers.getByRole("button", { name: "Say $400.00" }).click();
  await hers.getByText("You said $400.00.").waitFor();
  await show(hers, "the-second-round");
  await verifiedPack(hers);

  await theirs.reload();
  await theirs.getByLabel("The least that you would take").fill("360");
  await theirs.getByRole("button", { name: "Say $360.00" }).click();
  await theirs.getByRole("heading", { name: "It is decided" }).waitFor();
  // The middle is $380.00: $342.00 after the fee, and $120.00 goes back.
  await theirs.getByText("$342.00").first().waitFor();
  await theirs.getByText("$120.00").first().waitFor();
  // Nothing is held any more, and nobody says so.
  await theirs.getByText("It was about $500.00.").waitFor();
  await show(theirs, "a-dispute-settled");
  await server.drain();

  await hers.goto(`/contracts/${contract.id}`);
  await hers.getByText("$120.00 goes back to").first().waitFor();
  await show(hers, "a-settled-contract");
  await hers.goto("/payments");
  // In the list, not among the filters.
  await hers.getByText("Refunded", { exact: true }).and(hers.locator(":not(option)")).first().waitFor();
  await show(hers, "payments-with-a-refund");
  await hers.goto("/disputes");
  await hers.getByRole("link", { name: "All signs" }).waitFor();
  await hers.getByText("about $500.00", { exact: true }).waitFor();
  await show(hers, "disputes");
});

story("an admin decides, and both read why", async () => {
  const { client, freelancer, contract, milestone } = await deal("Carl Dock", "Frida Buoy", "ruled");
  const dispute = await api(server.base, freelancer.token, "POST", `/v1/milestones/${milestone}/disputes`, {
    reason: "No answer for a week",
    statement: "All nine signs came, and the client says nothing.",
  });
  await server.drain();
  const admin = await openAs(browser, server.base, "admin@demo.example", { viewport: { width: 1280, height: 900 } });
  await admin.goto("/admin/disputes");
  await admin.getByText("No answer for a week").waitFor();
  await show(admin, "disputes-to-decide");
  await admin.locator(`a[href="/disputes/${dispute.id}"]`).click();
  await admin.getByLabel("Frida Buoy’s part, before the fee").fill("500.01");
  await admin.getByRole("button", { name: "Decide" }).click();
  await admin.getByText("Enter $500.00 at most").waitFor();
  await admin.getByLabel("Frida Buoy’s part, before the fee").fill("450");
  await admin.getByLabel("Reason").fill("All signs came; one cannot be read from a boat.");
  await show(admin, "a-ruling");
  await admin.getByRole("button", { name: "Give $405.00 to Frida Buoy and $50.00 back to Carl Dock" }).click();
  await admin.getByRole("heading", { name: "It is decided" }).waitFor();
  await server.drain();

  const his = await logIn(client, { viewport: { width: 390, height: 844 } });
  await his.goto(`/disputes/${dispute.id}`);
  await his.getByText("All signs came; one cannot be read from a boat.").waitFor();
  await show(his, "a-dispute-ruled");
  const seen = await api(server.base, freelancer.token, "GET", `/v1/contracts/${contract.id}`);
  assert.equal(seen.milestones[0].payment.status, "released");
  assert.equal(seen.milestones[0].settlement.refund, "refunded");
  assert.equal(seen.status, "completed");
});
