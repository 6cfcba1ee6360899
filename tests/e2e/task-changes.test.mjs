// A task that does not stay as it was posted: changed under its bids, in two windows at once, put off, and taken back.
import assert from "node:assert/strict";
import { story } from "./lib/browser.mjs";
import { openAs } from "./lib/demo-pages.mjs";
import { api, password, person } from "./lib/server.mjs";
import { show } from "./lib/shots.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage();

const phone = { viewport: { width: 390, height: 844 } };
const desk = { viewport: { width: 1440, height: 900 } };
const usd = (amount) => ({ amount, currency: "usd" });
const inDays = (days) => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString();
const logIn = (who, options) => openAs(browser, server.base, who.email, options, password);
const call = (who, method, path, body) => api(server.base, who.token, method, path, body);

/** A client's task, and somebody's bid of $300.00 on it for each name. `tag` keeps the stories' people apart. */
async function posted(tag, ...names) {
  const client = await person(server, `client-${tag}@example.com`, "Clara Berg", "client");
  const task = await call(client, "POST", "/v1/tasks", {
    title: "Paint the shop window",
    description: "<p>A friendly loaf of bread, in two colours, to be read from across the street.</p>",
    category: "design",
    skills: ["Illustration"],
    budget: { type: "fixed", min: 20000, max: 60000, currency: "usd" },
    deadline: inDays(9),
  });
  const bidders = [];
  for (const [place, name] of names.entries()) {
    const who = await person(server, `bidder-${tag}-${place}@example.com`, name, "freelancer");
    await call(who, "POST", `/v1/tasks/${task.id}/bids`, {
      coverLetter: "I have painted forty of them.",
      amount: usd(30000),
      timelineDays: 10,
      milestones: [{ title: "The window", description: "Ready", amount: usd(30000), dueDate: inDays(60).slice(0, 10) }],
    });
    bidders.push(who);
  }
  await server.drain();
  return { client, task, bidders };
}

/** One of the things that its client can do with a task, from its page. */
async function manage(page, task, what) {
  await page.goto(`/tasks/${task.id}`);
  await page.getByRole("button", { name: "Manage" }).click();
  await page.getByRole("menuitem", { name: what }).click();
}

async function edit(page, task) {
  await manage(page, task, "Edit the task");
  await page.getByRole("textbox", { name: "Description" }).waitFor();
}

/** Another window of the same browser. */
async function another(first) {
  const page = await first.context().newPage();
  page.errors = [];
  page.on("pageerror", (error) => page.errors.push(String(error)));
  return page;
}

const save = (page) => page.getByRole("button", { name: "Save the changes" }).click();

story("a task changes under its bids: one bidder keeps the bid, another withdraws", async () => {
  const { client, task, bidders } = await posted("edit", "Fiona Marsh", "Felix Okoro");
  const hers = await logIn(client, desk);
  await hers.goto(`/tasks/${task.id}`);
  await hers.getByRole("button", { name: "Manage" }).click();
  await hers.getByRole("menuitem", { name: "Cancel the task" }).waitFor();
  await show(hers, "manage-a-task");
  await hers.getByRole("menuitem", { name: "Edit the task" }).click();
  await hers.getByText("There are 2 bids.").waitFor();
  await hers.getByText("15 words").waitFor();
  assert.equal(await hers.getByLabel("Currency").isDisabled(), true, "bids are made in a currency");
  assert.equal(await hers.getByLabel("Category").isDisabled(), true);
  await hers.getByRole("textbox", { name: "Description" }).fill("Two loaves and a pretzel, in three colours, on both windows of the shop.");
  await hers.getByLabel("Budget to").fill("100");
  await save(hers);
  await hers.getByText("has to be at least").first().waitFor();
  await hers.getByLabel("Budget to").fill("450");
  await show(hers, "edit-a-task-with-bids");
  await save(hers);
  await hers.getByRole("heading", { name: "What has changed" }).waitFor();
  await hers.getByText("The budget is $200–$450 now; it was $200–$600.").waitFor();
  await hers.getByText("Two loaves and a pretzel").waitFor();
  await show(hers, "a-changed-task");
  await server.drain();
  await hers.getByRole("link", { name: "Compare 2 bids" }).click();
  await hers.getByText("Hasn’t said yet whether this stands").first().waitFor();
  await show(hers, "bids-not-kept-yet");

  const [fiona, felix] = bidders;
  const theirs = await logIn(fiona, phone);
  await theirs.goto("/notifications");
  await theirs.getByText("Paint the shop window").first().waitFor();
  await show(theirs, "told-of-a-change");
  await theirs.goto("/bids");
  await theirs.getByText("The task has changed since you bid.").waitFor();
  await show(theirs, "my-bids-with-a-question");
  await theirs.getByRole("link", { name: "See what has changed" }).click();
  const question = theirs.getByRole("heading", { name: "This task has changed since you bid" });
  await question.waitFor();
  await theirs.getByText("The budget is $200–$450 now; it was $200–$600.").first().waitFor();
  await theirs.getByText("The description was rewritten.").first().waitFor();
  await show(theirs, "does-the-bid-stand");
  await theirs.getByRole("button", { name: "Keep my bid" }).click();
  await question.waitFor({ state: "detached" });
  await show(theirs, "a-bid-that-was-kept");

  const his = await logIn(felix, phone);
  await his.goto(`/tasks/${task.id}`);
  await his.getByRole("heading", { name: "This task has changed since you bid" }).waitFor();
  await his.getByRole("link", { name: "See my bids" }).first().click();
  await his.getByRole("button", { name: "Withdraw" }).click();
  await his.getByRole("button", { name: "Withdraw $300.00" }).click();
  await his.getByText("Withdrawn", { exact: true }).waitFor();
  assert.equal(await his.getByText("The task has changed since you bid.").count(), 0, "nothing is asked any more");
  await server.drain();

  await hers.reload();
  await hers.getByText("Fiona Marsh").first().waitFor();
  assert.equal(await hers.getByText("Hasn’t said yet").count(), 0, "both have answered");
  const { items } = await call(client, "GET", `/v1/tasks/${task.id}/bids`);
  assert.deepEqual(items.map(({ status, isAsked }) => [status, isAsked]).sort(), [["submitted", false], ["withdrawn", false]]);
});

story("of two windows with one task, the later is told what changed, and loses nothing", async () => {
  const { client, task } = await posted("tabs");
  const first = await logIn(client, desk);
  const second = await another(first);
  await edit(first, task);
  await edit(second, task);
  await first.getByLabel("Title").fill("Paint both shop windows");
  await first.getByLabel("Location").fill("Bremen");
  await first.getByLabel("Category").selectOption("marketing");
  await save(first);
  await first.getByRole("heading", { name: "Paint both shop windows" }).waitFor();

  await second.getByLabel("Title").fill("Paint the shop window by June");
  await second.getByLabel("Budget to").fill("700");
  await second.getByRole("textbox", { name: "Description" }).fill("A friendly loaf of bread and a pretzel, in three colours.");
  await save(second);
  await second.getByText("This task was changed in another window meanwhile").waitFor();
  await second.getByText("Paint both shop windows").waitFor();
  assert.equal(await second.getByRole("textbox", { name: "Title" }).inputValue(), "Paint the shop window by June", "what was typed stays");
  assert.equal(await second.getByLabel("Budget to").inputValue(), "700");
  assert.equal(await second.getByLabel("Location").inputValue(), "Bremen", "what only the other has changed is taken");
  assert.equal(await second.getByLabel("Category").inputValue(), "marketing");
  await show(second, "two-windows");
  await second.getByRole("button", { name: "Take that: Title" }).click();
  assert.equal(await second.getByRole("textbox", { name: "Title" }).inputValue(), "Paint both shop windows");
  await save(second);
  await second.getByRole("heading", { name: "Paint both shop windows" }).waitFor();
  await second.getByText("and a pretzel, in three colours").waitFor();
  const { title, location, budget, category } = await call(client, "GET", `/v1/tasks/${task.id}`);
  assert.deepEqual([title, location, budget.max, category], ["Paint both shop windows", "Bremen", 70000, "marketing"]);
});

story("different fields in two windows both count, and neither is told to look again", async () => {
  const { client, task } = await posted("fields");
  const first = await logIn(client, desk);
  const second = await another(first);
  await edit(first, task);
  await edit(second, task);
  await first.getByLabel("Budget from").fill("250");
  await save(first);
  await first.getByRole("heading", { name: "What has changed" }).waitFor();
  await second.getByLabel("Location").fill("Bremen");
  await save(second);
  await second.getByRole("heading", { name: "What has changed" }).waitFor();
  await second.getByText("The place is Bremen now.").waitFor();
  const { location, budget } = await call(client, "GET", `/v1/tasks/${task.id}`);
  assert.deepEqual([location, budget.min], ["Bremen", 25000]);
});

story("a deadline is put off, and whoever has bid reads the new one", async () => {
  const { client, task, bidders } = await posted("late", "Fiona Marsh");
  const hers = await logIn(client, phone);
  await manage(hers, task, "Put off the deadline");
  const dialog = hers.getByRole("dialog", { name: "Put off the deadline" });
  await dialog.getByRole("button", { name: "Put it off" }).click();
  await dialog.getByText("Choose a date.").waitFor();
  await dialog.getByRole("button", { name: /Decide by/ }).click();
  const month = hers.getByRole("grid");
  await month.waitFor();
  await hers.getByRole("button", { name: "Next month" }).click();
  await month.getByRole("button", { name: /\b28\b/ }).first().click();
  await show(hers, "put-off-a-deadline");
  await dialog.getByRole("button", { name: "Put it off" }).click();
  await dialog.waitFor({ state: "detached" });
  await hers.getByText(/^The client decides by .+ now; it was/).waitFor();
  const { deadline } = await call(client, "GET", `/v1/tasks/${task.id}`);
  assert.ok(deadline > task.deadline, `${deadline} is later than ${task.deadline}`);
  await server.drain();

  const theirs = await logIn(bidders[0], phone);
  await theirs.goto(`/tasks/${task.id}`);
  await theirs.getByRole("heading", { name: "This task has changed since you bid" }).waitFor();
  await theirs.getByText(/^The client decides by .+ now; it was/).first().waitFor();
  await show(theirs, "a-deadline-put-off");
});

story("a task is cancelled with a reason, which its bidder reads", async () => {
  const { client, task, bidders } = await posted("cancel", "Fiona Marsh");
  const hers = await logIn(client, desk);
  await manage(hers, task, "Cancel the task");
  const dialog = hers.getByRole("dialog", { name: "Cancel this task?" });
  await dialog.getByRole("button", { name: "Cancel the task" }).click();
  await dialog.getByText("Say why, in a sentence.").waitFor();
  await dialog.getByLabel("Why?").fill("We found somebody in our own house.");
  await show(hers, "cancel-a-task");
  await dialog.getByRole("button", { name: "Cancel the task" }).click();
  await hers.getByText("You took this task back").waitFor();
  await hers.getByText("Cancelled", { exact: true }).waitFor();
  assert.equal(await hers.getByRole("button", { name: "Manage" }).count(), 0, "nothing is left to manage");
  await show(hers, "a-cancelled-task");
  await server.drain();

  const theirs = await logIn(bidders[0], phone);
  await theirs.goto("/bids");
  await theirs.getByText("The client took the task back.").waitFor();
  await theirs.getByText("We found somebody in our own house.").waitFor();
  await show(theirs, "my-bids-with-a-cancelled-task");
  await theirs.goto(`/tasks/${task.id}`);
  await theirs.getByText("The client took this task back").waitFor();
  await theirs.getByText("Declined", { exact: true }).waitFor();
  assert.equal(await theirs.getByText("in our own house").count(), 1, "once is enough");
  await show(theirs, "a-cancelled-task-one-bid-on");
  await theirs.goto("/notifications");
  await theirs.getByText("Paint the shop window").first().waitFor();
  await show(theirs, "told-of-a-cancelled-task");

  await hers.goto(`/tasks/${task.id}/edit`);
  await hers.getByText("This task takes no more bids").waitFor();
  await show(hers, "edit-a-cancelled-task");
});
