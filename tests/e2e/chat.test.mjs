// Two people talk, on a phone and on a desk, and a third sees nothing of it.
import assert from "node:assert/strict";
import { checkPage, openPage, story } from "./lib/browser.mjs";
import { overflow } from "./lib/layout.mjs";
import { api, password, person } from "./lib/server.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage();

const desk = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function openAs(who, options) {
  const page = await openPage(browser, server.base, options);
  await page.request.post("/v1/auth/login", { data: { email: who.email, password } });
  await page.addInitScript(() => localStorage.setItem("proconnect.session", "1"));
  return page;
}

/** A client with a task, a freelancer who asks, and another one who has nothing to do with it. */
async function people(name) {
  const clara = await person(server, `clara@${name}.example`, "Clara Berg", "client");
  const fiona = await person(server, `fiona@${name}.example`, "Fiona Marsh", "freelancer");
  const felix = await person(server, `felix@${name}.example`, "Felix Okoro", "freelancer");
  const task = await api(server.base, clara.token, "POST", "/v1/tasks", {
    title: "Design a logo for a bakery",
    description: "<p>A friendly logo, in two colours.</p>",
    category: "design",
    skills: ["Logo design"],
    budget: { type: "fixed", min: 20_000, max: 50_000, currency: "usd" },
    deadline: new Date(Date.now() + 9 * 24 * 3600 * 1000).toISOString(),
  });
  return { clara, fiona, felix, task };
}

const log = (page) => page.getByRole("log");
const field = (page, name) => page.getByRole("textbox", { name: `Message to ${name}` });
/** How far the last message has come that says so. */
const state = (page, name) => page.locator(`[data-state="${name}"]`);

async function say(page, to, text) {
  await field(page, to).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
}

async function actOn(page, text, action) {
  const message = log(page).getByRole("article").filter({ hasText: text });
  await message.getByRole("button", { name: "What to do with this message" }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

/** The texts of a history, in their order. */
const texts = (page) => log(page).getByRole("article").locator("p[dir]").allInnerTexts();

story("two people talk beside a task and on a phone", async () => {
  const { clara, fiona, felix, task } = await people("talk");
  const stranger = await openAs(felix, desk);
  const heard = [];
  stranger.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => heard.push(JSON.parse(payload).type)));
  await stranger.goto("/messages");
  await stranger.getByText("No messages yet").waitFor();
  await checkPage(stranger, "no conversations");

  const freelancer = await openAs(fiona, desk);
  await freelancer.goto(`/tasks/${task.id}`);
  await freelancer.getByRole("button", { name: "Ask the client" }).click();
  await field(freelancer, "Clara Berg").waitFor();
  assert.equal(new URL(freelancer.url()).pathname, `/tasks/${task.id}`, "the task stays beside the conversation");
  await freelancer.getByText("Say hello").waitFor();
  await checkPage(freelancer, "a conversation beside a task");
  await field(freelancer, "Clara Berg").fill("Which colours do you like?");
  await field(freelancer, "Clara Berg").press("Enter");
  await state(freelancer, "sent").waitFor();

  const client = await openAs(clara, phone);
  await client.goto("/dashboard");
  await client.waitForFunction(() => document.title.startsWith("(1) "));
  await client.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^Messages/ }).click();
  await client.getByRole("link", { name: /Fiona Marsh/ }).waitFor();
  await checkPage(client, "conversations on a phone");
  await client.getByRole("link", { name: /Fiona Marsh/ }).click();
  await log(client).getByText("Which colours do you like?").waitFor();
  await log(client).getByText("New messages").waitFor();
  await state(freelancer, "seen").waitFor();
  await client.waitForFunction(() => !document.title.startsWith("("));
  const roomId = new URL(client.url()).pathname.split("/")[2];

  await field(client, "Fiona Marsh").pressSequentially("Warm ones");
  await freelancer.getByText("Clara Berg is writing …").waitFor();
  await say(client, "Fiona Marsh", "Warm ones, see https://example.com/palette.\nNo blue.");
  await log(freelancer).getByText("No blue.").waitFor();
  await freelancer.getByText("Clara Berg is writing …").waitFor({ state: "detached" });
  const link = log(freelancer).getByRole("link", { name: "https://example.com/palette" });
  assert.match(await link.getAttribute("rel"), /noopener.*nofollow.*ugc/);

  // Beside another room or none, what is delivered says so without having been seen.
  await client.getByRole("link", { name: "All conversations" }).click();
  await say(freelancer, "Clara Berg", "Orange, then. Call me on +44 20 7946 0958?");
  await state(freelancer, "delivered").waitFor();
  await client.getByRole("link", { name: /1 new message/ }).click();
  await client.getByText("This message mentions a phone number.").waitFor();

  await client.locator("input[type=file]").setInputFiles({ name: "palette.txt", mimeType: "text/plain", buffer: Buffer.from("orange, brown") });
  await client.getByRole("list", { name: "Files", exact: true }).getByText("Attached", { exact: true }).waitFor({ timeout: 60_000 });
  await say(client, "Fiona Marsh", "Here are all of them.");
  await log(freelancer).getByRole("button", { name: /Download palette\.txt/ }).waitFor();

  await actOn(freelancer, "Orange, then.", "Edit");
  await freelancer.getByRole("textbox", { name: "Edit your message" }).fill("Orange and brown, then.");
  await say(freelancer, "Clara Berg", "And a loaf?");
  await freelancer.getByRole("button", { name: "Save the change" }).click();
  await log(client).getByText("Orange and brown, then.").waitFor();
  await log(client).getByText("Edited", { exact: true }).waitFor();
  await log(client).getByText("And a loaf?").waitFor();

  await say(freelancer, "Clara Berg", "Never mind this.");
  await log(client).getByText("Never mind this.").waitFor();
  await actOn(freelancer, "Never mind this.", "Delete");
  await checkPage(freelancer, "deleting a message");
  await freelancer.getByRole("button", { name: "Delete the message" }).click();
  await log(client).getByText("Never mind this.").waitFor({ state: "detached" });
  await log(client).getByText("This message was deleted.").waitFor();

  await client.getByRole("button", { name: "Search this conversation" }).click();
  await client.getByRole("searchbox", { name: "Words in this conversation" }).fill("brow");
  await client.getByText("1 message found").first().waitFor();
  await checkPage(client, "searching a conversation");
  await client.getByRole("button", { name: /Go to this message/ }).click();
  await log(client).locator("mark", { hasText: "brown" }).waitFor();

  assert.deepEqual(await overflow(client), [], "nothing reaches out of a phone");
  await checkPage(client, "a conversation on a phone");
  await freelancer.goto(`/messages/${roomId}`);
  await log(freelancer).getByText("And a loaf?").waitFor();
  await checkPage(freelancer, "a conversation on a desk");
  assert.deepEqual(await texts(freelancer), await texts(client), "the same for both");

  await stranger.goto(`/messages/${roomId}`);
  await stranger.getByText("This doesn’t exist, or it isn’t yours to see.").waitFor();
  const chatter = ["message", "ack", "receipt", "typing", "message-changed", "presence"];
  assert.deepEqual(heard.filter((type) => chatter.includes(type)), [], "and nothing for anybody else");
});

story("what is written while the server is away goes out once, in its order", async () => {
  const { clara, fiona, task } = await people("away");
  const room = await api(server.base, fiona.token, "POST", `/v1/tasks/${task.id}/room`, {});
  const freelancer = await openAs(fiona, desk);
  const client = await openAs(clara, phone);
  await freelancer.goto(`/messages/${room.id}`);
  await client.goto(`/messages/${room.id}`);
  await field(client, "Fiona Marsh").waitFor();
  await say(freelancer, "Clara Berg", "One");
  await log(client).getByText("One", { exact: true }).waitFor();

  // Killed while they are on their way: whether one of them was stored, nobody knows.
  const dying = server.crash();
  for (const text of ["Two", "Three"]) await say(freelancer, "Clara Berg", text);
  await dying;
  await say(freelancer, "Clara Berg", "Four");
  await state(freelancer, "waits").last().waitFor();
  await say(client, "Fiona Marsh", "Five, from the other side");
  await state(client, "waits").waitFor();
  await server.restart();

  for (const page of [freelancer, client]) {
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await log(page).getByText("Four", { exact: true }).waitFor({ timeout: 60_000 });
    await log(page).getByText("Five, from the other side").waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => !document.querySelector('[data-state="waits"], [data-state="sending"]'), undefined, { timeout: 60_000 });
  }
  const said = await texts(freelancer);
  assert.deepEqual(said.filter((text) => /^(One|Two|Three|Four)$/.test(text)), ["One", "Two", "Three", "Four"]);
  assert.deepEqual(await texts(client), said, "the same for both, nothing twice");
  await freelancer.reload();
  await log(freelancer).getByText("Four", { exact: true }).waitFor();
  assert.deepEqual(await texts(freelancer), said, "and after a reload");
});

story("a draft and what waits survive a reload, and a block ends the talk", async () => {
  const { clara, fiona, task } = await people("block");
  const room = await api(server.base, fiona.token, "POST", `/v1/tasks/${task.id}/room`, {});
  const freelancer = await openAs(fiona, desk);
  await freelancer.goto(`/messages/${room.id}`);
  await field(freelancer, "Clara Berg").fill("Half a thought");
  await freelancer.reload();
  assert.equal(await field(freelancer, "Clara Berg").inputValue(), "Half a thought");

  const client = await openAs(clara, desk);
  await client.goto(`/messages/${room.id}`);
  await client.getByRole("button", { name: "More", exact: true }).click();
  await client.getByRole("menuitem", { name: "Block Fiona Marsh" }).click();
  await checkPage(client, "blocking somebody");
  await client.getByRole("button", { name: "Block Fiona Marsh" }).click();
  await client.getByText("You have blocked Fiona Marsh.").waitFor();

  await field(freelancer, "Clara Berg").press("Enter");
  await log(freelancer).getByText(/^Not sent\./).waitFor();
  await checkPage(freelancer, "a refused message");
  await client.getByRole("button", { name: "Unblock Fiona Marsh" }).click();
  await field(client, "Fiona Marsh").waitFor();
  await log(freelancer).getByRole("button", { name: "Send again" }).click();
  await log(client).getByText("Half a thought").waitFor();
  await client.goto("/settings");
  await client.getByText("You have blocked nobody.").waitFor();
});

story("each sees whether the other is there, and finds what was said in any conversation", async () => {
  const { clara, fiona, task } = await people("there");
  const room = await api(server.base, fiona.token, "POST", `/v1/tasks/${task.id}/room`, {});
  const freelancer = await openAs(fiona, desk);
  await freelancer.goto(`/messages/${room.id}`);
  await say(freelancer, "Clara Berg", "A loaf of bread, in orange");
  await state(freelancer, "sent").waitFor();
  const client = await openAs(clara, desk);
  await client.goto("/messages");
  const there = freelancer.getByRole("region", { name: "Conversation with Clara Berg" }).getByText("Online", { exact: true });
  await there.last().waitFor();
  await checkPage(freelancer, "somebody who is there");

  await client.getByRole("searchbox", { name: "Search all conversations" }).fill("loa");
  const hit = client.getByRole("link", { name: /Go to this message/ });
  await hit.waitFor();
  await checkPage(client, "searching all conversations");
  await hit.click();
  await log(client).locator("mark", { hasText: "loa" }).waitFor();
  await client.close();
  await freelancer.getByText(/^Last seen/).waitFor({ timeout: 30_000 });
});

story("a file goes on while its room is left, and lies there when one is back", async () => {
  const { clara, fiona, task } = await people("upload");
  const room = await api(server.base, fiona.token, "POST", `/v1/tasks/${task.id}/room`, {});
  const freelancer = await openAs(fiona, phone);
  const client = await openAs(clara, desk);
  await client.goto(`/messages/${room.id}`);
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  let sent = 0;
  await freelancer.route(
    (url) => url.pathname.includes("fil_") && !url.pathname.startsWith("/v1/"),
    async (route) => {
      if (route.request().method() === "PUT") {
        sent += 1;
        await held;
      }
      await route.continue();
    },
  );
  await freelancer.goto(`/messages/${room.id}`);
  await field(freelancer, "Clara Berg").fill("Here is the plan.");
  await freelancer.locator("input[type=file]").setInputFiles({ name: "plan.txt", mimeType: "text/plain", buffer: Buffer.from("x".repeat(200_000)) });
  await freelancer.getByRole("progressbar", { name: "Sending plan.txt" }).waitFor();
  await checkPage(freelancer, "a file on its way");

  await freelancer.getByRole("link", { name: "All conversations" }).click();
  await freelancer.getByRole("link", { name: /Clara Berg/ }).waitFor();
  await freelancer.getByRole("link", { name: /Clara Berg/ }).click();
  await freelancer.getByRole("progressbar", { name: "Sending plan.txt" }).waitFor();
  await freelancer.getByRole("link", { name: "Find work" }).first().click();
  await field(freelancer, "Clara Berg").waitFor({ state: "detached" });
  letGo();
  await freelancer.goBack();
  await freelancer.getByRole("list", { name: "Files", exact: true }).getByText("Attached", { exact: true }).waitFor({ timeout: 60_000 });
  assert.equal(sent, 1, "it was sent once");
  await freelancer.getByRole("button", { name: "Send", exact: true }).click();
  await log(client).getByText("Here is the plan.").waitFor();
  await log(client).getByRole("button", { name: /Download plan\.txt/ }).waitFor();
});

story("joined emoji are one letter, before they are sent and after", async () => {
  const { clara, fiona, task } = await people("emoji");
  const room = await api(server.base, fiona.token, "POST", `/v1/tasks/${task.id}/room`, {});
  const freelancer = await openAs(fiona, desk);
  await freelancer.goto(`/messages/${room.id}`);
  const write = field(freelancer, "Clara Berg");
  for (const letter of ["👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇩🇪"]) {
    await write.fill(`a${letter}`);
    await write.press("End");
    await write.press("Backspace");
    assert.equal(await write.inputValue(), "a", `one key takes ${letter} away`);
  }
  const said = "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 1️⃣ 🇩🇪 é";
  await freelancer.context().setOffline(true);
  await say(freelancer, "Clara Berg", said.normalize("NFD"));
  const box = () => log(freelancer).getByRole("article").last().locator("p[dir]").boundingBox();
  await log(freelancer).getByText(said).waitFor();
  const before = await box();
  await freelancer.context().setOffline(false);
  await state(freelancer, "sent").waitFor({ timeout: 60_000 });
  const after = await box();
  assert.deepEqual([after.width, after.height], [before.width, before.height], "it looks the same");
  const [stored] = (await api(server.base, clara.token, "GET", `/v1/rooms/${room.id}/messages`)).items;
  assert.equal(stored.text, said);
});
