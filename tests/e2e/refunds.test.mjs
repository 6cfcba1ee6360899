// A refund that is asked for and answered: a part goes back, the rest is approved. And one that nobody answers.
import assert from "node:assert/strict";
import { story } from "./lib/browser.mjs";
import { handedIn } from "./lib/deals.mjs";
import { openAs } from "./lib/demo-pages.mjs";
import { api, password } from "./lib/server.mjs";
import { show } from "./lib/shots.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage({ demo: true });

const usd = (amount) => ({ amount, currency: "usd" });

/** A contract of one milestone of $500.00, funded and handed in. */
const deal = (client, freelancer, tag) => handedIn(server, { client, freelancer, tag, milestone: "The window" });
const logIn = (who, options) => openAs(browser, server.base, who.email, options, password);

story("a part is asked for and given back, and the rest is approved", async () => {
  const { client, freelancer, contract } = await deal("Clara Crumb", "Fiona Brush", "refund");
  const hers = await logIn(client, { viewport: { width: 1440, height: 900 } });
  await hers.goto(`/contracts/${contract.id}`);
  await hers.getByRole("button", { name: "Ask for a refund" }).click();
  await hers.getByLabel("How much").fill("120");
  await hers.getByText("$380.00").waitFor();
  await hers.getByLabel("Why, in a few words").fill("One of the two colours is missing");
  await show(hers, "ask-for-a-refund");
  await hers.getByRole("button", { name: "Ask for $120.00 back" }).click();
  await hers.getByText("You asked for $120.00 back", { exact: true }).waitFor();
  await hers.getByText("nothing moves by itself, and you may call an admin").waitFor();
  await show(hers, "a-refund-asked-for");
  await server.drain();

  const theirs = await logIn(freelancer, { viewport: { width: 390, height: 844 } });
  await theirs.goto("/dashboard");
  await theirs.getByText("You are asked to give money back.").first().waitFor();
  await show(theirs, "a-dashboard-with-a-refund");
  await theirs.goto(`/contracts/${contract.id}`);
  await theirs.getByText("One of the two colours is missing").waitFor();
  await theirs.getByText("$380.00 would stay held for you.").waitFor();
  await show(theirs, "a-refund-to-answer");
  await theirs.getByRole("button", { name: "Decline" }).click();
  await theirs.getByRole("button", { name: "Decline the refund" }).click();
  await theirs.getByText("Say why.").waitFor();
  await show(theirs, "decline-a-refund");
  await theirs.getByRole("button", { name: "Cancel" }).click();
  await theirs.getByRole("button", { name: "Give $120.00 back to Clara Crumb" }).click();
  await theirs.getByRole("heading", { name: "Give $120.00 back to Clara Crumb?" }).waitFor();
  await show(theirs, "accept-a-refund");
  await theirs.getByRole("dialog").getByRole("button", { name: "Give $120.00 back to Clara Crumb" }).click();
  await theirs.getByText("$380.00 is still held.").waitFor();
  await server.drain();

  await hers.reload();
  await hers.getByText("$120.00 went back to").waitFor();
  await show(hers, "a-part-went-back");
  await hers.getByRole("button", { name: "Approve and pay" }).click();
  await hers.getByText("You pay $380.00, and Fiona Brush gets $342.00 at once").waitFor();
  await hers.getByRole("button", { name: "Pay $380.00 to Fiona Brush" }).click();
  await hers.getByRole("dialog").waitFor({ state: "detached" });
  await server.drain();
  await hers.goto(`/contracts/${contract.id}/money`);
  await hers.getByText("is to go back to").waitFor();
  await show(hers, "the-money-of-a-refund");
  const seen = await api(server.base, freelancer.token, "GET", `/v1/contracts/${contract.id}`);
  assert.equal(seen.milestones[0].payment.status, "released");
  assert.equal(seen.milestones[0].refunds[0].state, "refunded");
  assert.equal(seen.status, "completed");
});

story("what the freelancer gives back unasked ends the milestone", async () => {
  const { client, freelancer, contract } = await deal("Carl Crust", "Frida Roller", "offer");
  const theirs = await logIn(freelancer, { viewport: { width: 390, height: 844 } });
  await theirs.goto(`/contracts/${contract.id}`);
  await theirs.getByRole("button", { name: "Give money back" }).click();
  await theirs.getByRole("heading", { name: "Give money back to Carl Crust?" }).waitFor();
  await show(theirs, "give-money-back");
  await theirs.getByRole("button", { name: "Give $500.00 back to Carl Crust" }).click();
  await theirs.getByText("Ended by a refund").waitFor();
  await server.drain();
  const his = await logIn(client, { viewport: { width: 1440, height: 900 } });
  await his.goto(`/contracts/${contract.id}`);
  await his.getByText("Ended by a refund").waitFor();
  assert.equal(await his.getByText("In review").count(), 0, "nothing waits for a review");
  await show(his, "a-milestone-given-back");
  const seen = await api(server.base, client.token, "GET", `/v1/contracts/${contract.id}`);
  assert.equal(seen.milestones[0].payment.status, "refunded");
});

/** Lets the bank argue about every charge, or stop: what it argues about cannot be refunded. */
async function argue(value) {
  const control = (what, body) =>
    fetch(`${server.base}/_stripe/_control/${what}`, {
      method: body ? "POST" : "GET",
      headers: { "content-type": "application/json" },
      body: body && JSON.stringify(body),
    });
  for (const charge of await (await control("objects/charge")).json()) {
    const answer = await control("change", { kind: "charge", id: charge.id, field: "/disputed", value });
    assert.equal(answer.status, 204);
  }
}

story("an admin has a refund that was refused tried again", async () => {
  const { client, freelancer, contract, milestone } = await deal("Cora Loaf", "Fay Bristle", "stuck");
  await argue(true);
  await api(server.base, freelancer.token, "POST", `/v1/milestones/${milestone}/refunds`, { amount: usd(12000) });
  await server.drain();
  await argue(false);
  const his = await logIn(client, { viewport: { width: 390, height: 844 } });
  await his.goto(`/contracts/${contract.id}`);
  await his.getByText("could not be sent back to").waitFor();
  await show(his, "a-refund-that-is-stuck");

  const admin = await openAs(browser, server.base, "admin@demo.example", { viewport: { width: 1440, height: 900 } });
  await admin.goto("/disputes");
  await admin.getByRole("link", { name: "Disputes to decide" }).click();
  await admin.getByRole("heading", { name: "Money that is stuck" }).waitFor();
  await admin.getByRole("heading", { name: "$120.00 could not be given back to Cora Loaf" }).waitFor();
  await show(admin, "money-that-is-stuck");
  await admin.getByRole("button", { name: "Try again" }).click();
  await admin.getByLabel("Why it may go through now").fill("The bank has decided for the client.");
  await show(admin, "try-again");
  await admin.getByRole("button", { name: "Send $120.00 to Cora Loaf again" }).click();
  await admin.getByText("Nothing is stuck").waitFor();
  await server.drain();
  const seen = await api(server.base, client.token, "GET", `/v1/contracts/${contract.id}`);
  assert.equal(seen.milestones[0].refunds[0].state, "refunded");
});
