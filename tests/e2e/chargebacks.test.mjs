// A client's bank wants money back, and a card network warns: frozen, told on both sides, decided; an admin lets a payout go.
import assert from "node:assert/strict";
import { story } from "./lib/browser.mjs";
import { handedIn } from "./lib/deals.mjs";
import { openAs } from "./lib/demo-pages.mjs";
import { api, password } from "./lib/server.mjs";
import { show } from "./lib/shots.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage({ demo: true });

const deal = (client, freelancer, tag) => handedIn(server, { client, freelancer, tag, milestone: "All signs" });
const logIn = (who, options) => openAs(browser, server.base, who.email, options, password);
const phone = { viewport: { width: 390, height: 844 } };
const desk = { viewport: { width: 1440, height: 900 } };

async function control(what, body) {
  const answer = await fetch(`${server.base}/_stripe/_control/${what}`, {
    method: body ? "POST" : "GET",
    headers: { "content-type": "application/json" },
    body: body && JSON.stringify(body),
  });
  if (!body) return answer.json();
  assert.equal(answer.status, 204);
  return server.drain();
}

/** The charge that has funded a milestone. */
async function chargeOf(milestone) {
  const charges = await control("objects/charge");
  return charges.find((charge) => charge.metadata.milestone_id === milestone).id;
}

async function chargeBack(milestone) {
  await control("charge_back", { charge: await chargeOf(milestone) });
  const [dispute] = (await control("objects/dispute")).filter((found) => found.status === "needs_response");
  return dispute.id;
}

story("a bank wants money back, and both see that nothing moves until it has decided", async () => {
  const { client, freelancer, contract, milestone } = await deal("Cleo Mast", "Finn Keel", "bank-won");
  const dispute = await chargeBack(milestone);
  const hers = await logIn(client, phone);
  await hers.goto(`/contracts/${contract.id}`);
  await hers.getByText("Your bank wants $500.00 back").first().waitFor();
  assert.equal(await hers.getByRole("button", { name: "Approve" }).count(), 0, "nothing can be approved now");
  await show(hers, "a-chargeback-for-the-client");
  const his = await logIn(freelancer, desk);
  await his.goto(`/contracts/${contract.id}`);
  await his.getByText("Do no more work for this milestone now.").waitFor();
  await show(his, "a-chargeback-for-the-freelancer");
  const admin = await openAs(browser, server.base, "admin@demo.example", desk);
  await admin.goto("/admin/disputes");
  await admin.getByText("Cleo Mast’s bank wants $500.00 back").waitFor();
  await admin.getByText("Send the evidence in Stripe’s dashboard by").waitFor();
  await show(admin, "a-chargeback-for-admins");

  await control("dispute", { dispute, turn: "win" });
  await hers.reload();
  await hers.getByText("The bank has decided: $500.00 stays where it was").waitFor();
  await hers.getByRole("button", { name: "Approve" }).first().waitFor();
  await show(hers, "a-chargeback-won");
});

story("a bank takes the money back, and both read what that means", async () => {
  const { client, freelancer, contract, milestone } = await deal("Cora Mole", "Fay Reef", "bank-lost");
  await control("dispute", { dispute: await chargeBack(milestone), turn: "lose" });
  const his = await logIn(freelancer, phone);
  await his.goto(`/contracts/${contract.id}`);
  await his.getByText("Nothing is left of this money, so nothing more is to be done for it.").waitFor();
  await his.getByText("Ended by the bank").waitFor();
  await show(his, "a-chargeback-lost");
  const lines = await api(server.base, client.token, "GET", "/v1/payments");
  assert.equal(lines.items.find((line) => line.milestoneId === milestone).status, "charged_back");
});

story("a payout that a network warns of waits until an admin lets it go", async () => {
  const { client, freelancer, milestone } = await deal("Celia Sand", "Fred Dune", "warned");
  await control("warn", { charge: await chargeOf(milestone) });
  await api(server.base, client.token, "POST", `/v1/milestones/${milestone}/approve`, {});
  await server.drain();
  const admin = await openAs(browser, server.base, "admin@demo.example", phone);
  await admin.goto("/admin/disputes");
  await admin.getByText("A card network warns that Celia Sand’s payment of $500.00 is fraud").waitFor();
  await show(admin, "a-warning-of-fraud");
  await admin.getByRole("button", { name: "Let the payout go" }).click();
  await admin.getByLabel("Why you are sure that the payment is no fraud").fill("She confirmed it on the phone.");
  await show(admin, "a-payout-let-go");
  await admin.getByRole("dialog").getByRole("button", { name: "Let the payout go" }).click();
  await admin.getByText("$500.00 goes on as usual.").waitFor();
  await server.drain();
  const lines = await api(server.base, freelancer.token, "GET", "/v1/payments");
  assert.equal(lines.items.find((line) => line.milestoneId === milestone).status, "paid");
});
