// What people are told: live, in every tab of theirs, as they have chosen, and no longer once they say so.
import assert from "node:assert/strict";
import { checkPage, openPage, story } from "./lib/browser.mjs";
import { api, password, person, visit } from "./lib/server.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage();

const usd = (amount) => ({ amount, currency: "usd" });
const inDays = (days) => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString();

const post = (client, title) =>
  api(server.base, client.token, "POST", "/v1/tasks", {
    title,
    description: "<p>As the title says, in two colours.</p>",
    category: "design",
    skills: ["Illustration"],
    budget: { type: "fixed", min: 20000, max: 60000, currency: "usd" },
    deadline: inDays(9),
  });

async function bid(freelancer, task) {
  const milestones = [{ title: "Drafts", description: "Three", amount: usd(30000), dueDate: inDays(60).slice(0, 10), criteria: [] }];
  const given = { coverLetter: "I have drawn forty of them.", amount: usd(30000), timelineDays: 10, milestones };
  const { id } = await api(server.base, freelancer.token, "POST", `/v1/tasks/${task.id}/bids`, given);
  await server.drain();
  return id;
}

/** A client and a freelancer of their own for each story, who can be paid. */
async function two(name) {
  const client = await person(server, `${name}-client@example.com`, "Clara Berg", "client");
  const freelancer = await person(server, `${name}-freelancer@example.com`, "Fiona Marsh", "freelancer");
  const link = await api(server.base, freelancer.token, "POST", "/v1/payments/onboarding", {});
  await visit(link.url, "complete");
  return { client, freelancer };
}

/** What is told from now on is heard: its live connection is open. */
const connected = (page) => page.waitForFunction(() => window.opened > 0);

function countConnections() {
  const Real = window.WebSocket;
  window.opened = 0;
  window.WebSocket = class extends Real {
    constructor(address) {
      super(address);
      this.addEventListener("open", () => (window.opened += 1));
    }
  };
}

async function openAs({ email }, options) {
  const page = await openPage(browser, server.base, options);
  await page.context().addInitScript(countConnections);
  await page.goto("/login");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("heading", { name: /^Hello/ }).waitFor();
  await connected(page);
  return page;
}

const bell = (page, name) => page.getByRole("banner").getByRole("link", { name, exact: true });

async function mailsTo({ email }) {
  await server.drain();
  return (await (await fetch(`${server.base}/_local/mail?to=${encodeURIComponent(email)}`)).json()).items;
}

story("a bid is told at once, in every tab, and read in all of them", async () => {
  const { client, freelancer } = await two("bid");
  const page = await openAs(client, { viewport: { width: 1440, height: 900 } });
  const other = await page.context().newPage();
  await other.goto("/contracts");
  await connected(other);
  const task = await post(client, "Draw icons for a weather app");

  await bid(freelancer, task);
  await bell(page, "Notifications, 1 unread").waitFor();
  await bell(other, "Notifications, 1 unread").waitFor();
  assert.match(await page.title(), /^\(1\) Hello, Clara/);
  await page.getByText(/^New notification: Fiona Marsh/).waitFor();
  assert.equal(await page.getByRole("alert").count(), 0, "no note lies over the page");

  await bell(page, "Notifications, 1 unread").click();
  const panel = page.getByRole("dialog", { name: "Notifications" });
  const entry = panel.getByRole("link", { name: /^Unread: Fiona Marsh offers.*\$300\.00/ });
  await entry.waitFor();
  await checkPage(page, "what is new, under the bell");
  await entry.click();
  await page.getByRole("heading", { name: task.title }).waitFor();
  await bell(page, "Notifications").waitFor();
  await bell(other, "Notifications").waitFor();
  assert.doesNotMatch(await other.title(), /^\(/);
  assert.equal(await panel.count(), 0);
  await page.context().close();
});

story("money that is held is told on a phone; all is read with one button, and stays so", async () => {
  const { client, freelancer } = await two("money");
  const page = await openAs(freelancer, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  await bell(page, "Notifications").click();
  await page.getByRole("heading", { name: "Notifications" }).waitFor();
  await page.getByText("No notifications yet").waitFor();
  await checkPage(page, "no notifications");

  const task = await post(client, "Draw a map of the harbour");
  const bidId = await bid(freelancer, task);
  const { id: contractId, milestones } = await api(server.base, client.token, "POST", `/v1/bids/${bidId}/accept`, {});
  const checkout = await api(server.base, client.token, "POST", `/v1/milestones/${milestones[0].id}/fund`, {});
  await visit(checkout.checkoutUrl, "paid");
  await server.drain();
  const held = page.getByRole("link", { name: /^Unread: \$300\.00 is held for/ });
  await held.waitFor();
  await page.getByRole("link", { name: /accepted your bid/ }).or(page.getByRole("button", { name: /earlier about this/ })).first().waitFor();
  await checkPage(page, "notifications");
  await page.getByLabel("About", { exact: true }).selectOption("Your files");
  await page.getByText("Nothing of this kind").waitFor();
  await page.getByLabel("About", { exact: true }).selectOption("Everything");

  await page.getByRole("button", { name: "Mark all as read" }).click();
  await bell(page, "Notifications").waitFor();
  await page.reload();
  await page.getByRole("link", { name: /^\$300\.00 is held for/ }).waitFor();
  assert.equal(await page.getByText("Unread:").count(), 0);
  await page.getByText("Unread", { exact: true }).click();
  await page.getByText("Nothing unread").waitFor();
  await page.getByText("All", { exact: true }).click();
  await page.getByRole("link", { name: /^\$300\.00 is held for/ }).click();
  await page.waitForURL(`**/contracts/${contractId}`);
  await page.context().close();
});

story("what is not to be mailed is not, and is there all the same", async () => {
  const { client, freelancer } = await two("choice");
  const page = await openAs(client, { viewport: { width: 1440, height: 900 }, timezoneId: "Europe/Berlin" });
  // Three clicks.
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Account" }).click();
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Notifications" }).click();
  const bids = page.getByRole("group", { name: "New bids and shortlists" });
  await bids.waitFor();
  await checkPage(page, "notification settings");
  assert.equal(await page.getByLabel("Time zone").inputValue(), "Europe/Berlin");
  await bids.getByLabel("By mail").selectOption("Not by mail");
  await page.getByRole("group", { name: "Work under contracts" }).getByLabel("By mail").selectOption("In the daily digest");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Your notification settings are saved.").waitFor();
  await page.reload();
  assert.equal(await bids.getByLabel("By mail").inputValue(), "off");
  assert.ok(await page.getByRole("radio", { name: "Every day" }).isChecked());

  await bid(freelancer, await post(client, "Draw a bicycle"));
  await bell(page, "Notifications, 1 unread").waitFor();
  const subjects = (await mailsTo(client)).map(({ subject }) => subject);
  assert.ok(!subjects.some((subject) => subject.includes("Draw a bicycle")), subjects.join("\n"));
  await page.context().close();
});

story("the link of a mail turns off its kind alone, on a click alone, and on again", async () => {
  const { client, freelancer } = await two("link");
  await bid(freelancer, await post(client, "Draw a lighthouse"));
  const mail = (await mailsTo(client)).find(({ subject }) => subject.includes("Draw a lighthouse"));
  const [link] = mail.text.match(/https?:\S+\/unsubscribe\?token=\S+/);
  const page = await openPage(browser, server.base, { viewport: { width: 390, height: 844 }, isMobile: true });

  // A scanner opens it, and nothing happens.
  await page.goto(link);
  await page.getByRole("button", { name: "Stop these mails" }).waitFor();
  await checkPage(page, "the link of a mail");
  await bid(freelancer, await post(client, "Draw a second lighthouse"));
  const told = async (title) => (await mailsTo(client)).some(({ subject }) => subject.includes(title));
  assert.ok(await told("Draw a second lighthouse"));

  await page.getByRole("button", { name: "Stop these mails" }).click();
  await page.getByText("These mails are off").waitFor();
  await checkPage(page, "mails that were turned off");
  await bid(freelancer, await post(client, "Draw a third lighthouse"));
  assert.equal(await told("Draw a third lighthouse"), false);
  await page.reload();
  await page.getByText("These mails are off").waitFor();
  await page.getByRole("button", { name: "Turn them on again" }).click();
  await page.getByText("These mails are on again").waitFor();
  await bid(freelancer, await post(client, "Draw a fourth lighthouse"));
  assert.ok(await told("Draw a fourth lighthouse"));

  await page.goto("/unsubscribe?token=nonsense");
  await page.getByText("This link doesn’t work").waitFor();
  await checkPage(page, "a link that doesn’t work");
  await page.context().close();
});

/** The browser's own notifications, as far as a page can tell: what was shown, and a click on it. */
function fakeNotifications() {
  window.shown = [];
  window.Notification = class {
    static permission = "default";
    static requestPermission() {
      this.permission = "granted";
      return Promise.resolve("granted");
    }
    constructor(title, options) {
      Object.assign(this, { title, ...options });
      window.shown.push(this);
      if (options.tag !== "proof") window.tellShown(options.body);
    }
    close() {}
  };
}

story("the browser shows it when it is asked to, in one tab, and a click leads there", async () => {
  const { client, freelancer } = await two("browser");
  const page = await openAs(client, { viewport: { width: 1440, height: 900 } });
  const shown = [];
  const first = new Promise((resolve) => {
    void page.context().exposeBinding("tellShown", ({ page: tab }, body) => {
      shown.push(body);
      resolve(tab);
    });
  });
  await page.context().addInitScript(fakeNotifications);
  const other = await page.context().newPage();
  await other.goto("/settings/notifications");
  const task = await post(client, "Draw a kite");
  await page.goto("/settings/notifications");
  await page.getByRole("button", { name: "Turn on in this browser" }).click();
  await page.getByText("They are on in this browser, until you log out.").waitFor();
  await other.getByRole("button", { name: "Turn on in this browser" }).click();
  await other.getByText("They are on in this browser, until you log out.").waitFor();
  await connected(page);
  await connected(other);
  // A page's function that answers later passes for true where it is waited for, so the page itself looks again.
  await page.evaluate(async () => {
    const isLed = async () => (await navigator.locks.query()).held.some(({ name }) => name.startsWith("proconnect.notifies"));
    while (!(await isLed())) await new Promise(requestAnimationFrame);
  });
  await bid(freelancer, task);
  const leader = await first;
  await bell(page, "Notifications, 1 unread").waitFor();
  await bell(other, "Notifications, 1 unread").waitFor();
  assert.equal(shown.length, 1, "one of the tabs shows it");
  assert.match(shown[0], /Fiona Marsh/);
  await leader.evaluate(() => window.shown.at(-1).onclick());
  await leader.getByRole("heading", { name: "Draw a kite" }).waitFor();
  await bell(other, "Notifications").waitFor();
  await page.context().close();
});
