// The freelancer's story, on a phone: from finding a task to money in the history.
import assert from "node:assert/strict";
import { checkPage, openPage, story } from "./lib/browser.mjs";
import { api, password, person, visit } from "./lib/server.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage();

async function postTask(client) {
  return api(server.base, client.token, "POST", "/v1/tasks", {
    title: "Draw icons for a weather app",
    description: "<p>Twelve icons, as vector files, in the style of the ones we have.</p>",
    category: "design",
    skills: ["Illustration"],
    budget: { type: "fixed", min: 20000, max: 60000, currency: "usd" },
    deadline: new Date(Date.now() + 9 * 24 * 3600 * 1000).toISOString(),
  });
}

story("a freelancer finds a task, bids, works, and is paid", async () => {
  const page = await openPage(browser, server.base, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const client = await person(server, "oscar@example.com", "Oscar Lind", "client");
  const task = await postTask(client);

  await page.goto("/tasks");
  await page.getByRole("link", { name: task.title }).waitFor();
  await checkPage(page, "browse");
  await page.getByLabel("Search tasks").fill("nothing like it");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByText("No task matches").waitFor();
  await checkPage(page, "an empty search");
  await page.getByLabel("Search tasks").fill("weather icons");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("link", { name: task.title }).click();
  await page.getByRole("heading", { name: task.title }).waitFor();
  await checkPage(page, "a task, seen by anybody");
  await page.getByRole("link", { name: "Sign up to bid" }).click();

  await page.getByLabel("Name").fill("Fiona Marsh");
  await page.getByLabel("E-mail address").fill("fiona@example.com");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("heading", { name: "Check your mail" }).waitFor();
  await page.getByLabel("Code").fill(await server.codeFor("fiona@example.com"));
  await page.getByRole("button", { name: "Verify" }).click();

  await page.getByRole("heading", { name: "Your bid" }).waitFor();
  await page.getByLabel("Cover letter").fill("I draw icons for a living, and would begin with three of them.");
  await page.getByRole("link", { name: "Add to your portfolio" }).click();
  await page.getByRole("button", { name: "Add a piece of work" }).click();
  await page.getByLabel("Title").fill("Signs for a harbour");
  await page.getByRole("dialog").getByLabel("Address").fill("https://example.com/harbour");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "Signs for a harbour" }).waitFor();
  await page.goto(`/tasks/${task.id}/bid`);
  await page.getByRole("checkbox", { name: "Signs for a harbour" }).check();
  await page.getByLabel("Price").fill("400");
  await page.getByLabel("Days you need").fill("10");
  await page.getByRole("button", { name: "Add a milestone" }).click();
  const milestone = page.getByRole("group", { name: "Milestone 1" });
  await milestone.getByLabel("Title").fill("All icons");
  await milestone.getByLabel("Amount").fill("300");
  await milestone.getByRole("button", { name: /Due/ }).click();
  await page.getByRole("button", { name: "Next month" }).click();
  await page.getByRole("grid").getByRole("button", { name: /\b15\b/ }).first().click();
  await checkPage(page, "bid form");
  await page.getByRole("button", { name: "Bid $400.00" }).click();
  await page.getByText("The milestones must add up to $400.00.").first().waitFor();
  await page.reload();
  assert.equal(await page.getByLabel("Price").inputValue(), "400", "what was typed survives a reload");
  assert.ok(await page.getByRole("checkbox", { name: "Signs for a harbour" }).isChecked(), "so does what was chosen");
  await page.getByRole("group", { name: "Milestone 1" }).getByLabel("Amount").fill("400");
  await page.getByRole("button", { name: "Bid $400.00" }).click();

  await page.getByRole("heading", { name: "My bids" }).waitFor();
  await page.getByText("Submitted", { exact: true }).waitFor();
  await checkPage(page, "my bids");
  await page.getByRole("link", { name: task.title }).click();
  await page.getByRole("link", { name: /See it.*Signs for a harbour/ }).waitFor();
  await checkPage(page, "a task with one's own bid");
  await page.getByRole("link", { name: "Dashboard" }).click();
  await page.getByRole("heading", { name: "Your first steps" }).waitFor();
  assert.equal(await page.getByText("Set up payouts").count(), 1, "asked once");
  await page.getByRole("link", { name: "Add your bank details" }).click();
  await page.getByRole("button", { name: "Set up payouts" }).click();
  await page.getByRole("button", { name: "Use test data and finish" }).click();
  await page.getByText("You can be paid").waitFor();
  await checkPage(page, "payouts");

  const bids = await api(server.base, client.token, "GET", `/v1/tasks/${task.id}/bids`);
  const contract = await api(server.base, client.token, "POST", `/v1/bids/${bids.items[0].id}/accept`, {});
  const milestoneId = contract.milestones[0].id;
  const funding = await api(server.base, client.token, "POST", `/v1/milestones/${milestoneId}/fund`, {});
  await visit(funding.checkoutUrl, "paid");
  await server.drain();

  await page.getByRole("link", { name: "Contracts" }).click();
  await page.getByRole("link", { name: task.title }).click();
  await page.getByText("Held", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Submit work" }).click();
  await page.getByLabel("What you did").fill("All twelve, with their sources.");
  await checkPage(page, "submit work");
  await page.getByRole("dialog").getByRole("button", { name: "Submit work" }).click();
  await page.getByText("In review", { exact: true }).waitFor();
  await page.getByText("$360.00 goes to you").waitFor();
  await checkPage(page, "a contract in review");

  await api(server.base, client.token, "POST", `/v1/milestones/${milestoneId}/approve`, {});
  await server.drain();
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Payments" }).click();
  await page.getByText("Paid", { exact: true }).and(page.locator(":not(option)")).waitFor();
  await page.getByText("$360.00").first().waitFor();
  await checkPage(page, "payments of a freelancer");
  await page.getByRole("link", { name: "Dashboard" }).click();
  await page.getByText("Average per milestone").waitFor();
  await checkPage(page, "a freelancer's dashboard");
  await page.goto("/nowhere");
  await page.getByRole("heading", { name: "There is no such page" }).waitFor();
  await checkPage(page, "not found");
});
