// One's own account: a lost password, a second role, a profile that is found, two-step log-in, sessions, leaving.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { checkPage, openPage, story } from "./lib/browser.mjs";
import { api, password, person } from "./lib/server.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage();

const newPassword = "an even longer pass phrase";

/** What an authenticator app shows (RFC 6238) for a base32 secret, `ahead` steps from now. */
function authenticator(secret, ahead = 0) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const hash = createHmac("sha1", key).update(counter).digest();
  const offset = hash.at(-1) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function mailedLink(email) {
  await server.drain();
  const mails = await (await fetch(`${server.base}/_local/mail?to=${encodeURIComponent(email)}`)).json();
  const mail = mails.items.find(({ subject }) => subject === "Set a new password");
  return mail.text.match(/https?:\S+#token=\S+/)[0];
}

async function logIn(page, email, secret) {
  await page.goto("/login");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Log in" }).click();
}

story("somebody sets a new password by mail, and makes themselves found", async () => {
  const page = await openPage(browser, server.base, { viewport: { width: 1440, height: 900 } });
  const felix = await person(server, "felix@example.com", "Felix Okoro", "client");

  await page.goto("/login");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await page.getByRole("heading", { name: "Forgot your password?" }).waitFor();
  await page.getByLabel("E-mail address").fill(felix.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByText("Check your mail").waitFor();
  await checkPage(page, "forgot password");
  await page.goto(await mailedLink(felix.email));
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByText("Use at least 10 characters.").first().waitFor();
  await checkPage(page, "reset password");
  await page.getByLabel("New password").fill(newPassword);
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByRole("heading", { name: "Your new password is set" }).waitFor();
  await page.goto("/");
  await page.goto(await mailedLink(felix.email));
  await page.getByLabel("New password").fill(newPassword);
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByText("has expired or was used").first().waitFor();

  await logIn(page, felix.email, newPassword);
  await page.getByRole("heading", { name: "Hello, Felix" }).waitFor();
  await page.getByRole("button", { name: "Account of Felix Okoro" }).click();
  await page.getByRole("menuitem", { name: "Account" }).click();
  await page.getByRole("heading", { name: "Roles" }).waitFor();
  await checkPage(page, "account settings");
  await page.getByRole("button", { name: "Become a freelancer too" }).click();
  await page.getByText("You hire and you work.").waitFor();
  await page.getByRole("link", { name: "Dashboard" }).click();
  await page.getByText("Freelancer", { exact: true }).click();
  await page.getByText("Average per milestone").waitFor();
  await page.reload();
  await page.getByText("Nothing earned yet").waitFor();
  await checkPage(page, "the freelancer's side of a dashboard, still there after a reload");

  await page.goto("/settings/profile");
  await page.getByLabel("Headline").fill("Web developer for small shops");
  await page.getByLabel("About you").fill("I build shops that load fast.");
  await page.getByLabel("Skills").fill("Rust, CSS,");
  await page.getByLabel("Hourly rate").fill("62.50");
  await page.getByLabel("Country").selectOption({ label: "Germany" });
  await page.getByRole("button", { name: "Add a link" }).click();
  await page.getByLabel("Name of link 1").fill("Site");
  await page.getByLabel("Address of link 1").fill("nowhere");
  await page.getByRole("button", { name: "Save the profile" }).click();
  await page.getByText("Enter an address such as https://example.com.").first().waitFor();
  await page.getByLabel("Address of link 1").fill("https://example.com/felix");
  await page.getByRole("button", { name: "Save the profile" }).click();
  await page.getByText("Saved.", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Add a piece of work" }).click();
  await page.getByLabel("Title").fill("A bakery's shop");
  await checkPage(page, "a piece of work");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "A bakery's shop" }).waitFor();
  await checkPage(page, "profile editor");
  await page.context().close();

  const visitor = await openPage(browser, server.base, { viewport: { width: 390, height: 844 }, isMobile: true });
  const clara = await person(server, "clara@example.com", "Clara Berg", "client");
  await logIn(visitor, clara.email, password);
  await visitor.getByRole("link", { name: "Find talent" }).click();
  await visitor.getByLabel("Search freelancers").fill("shops");
  await visitor.getByRole("button", { name: "Search", exact: true }).click();
  await visitor.getByText("$62.50 per hour").waitFor();
  await checkPage(visitor, "freelancers");
  await visitor.getByRole("link", { name: "Felix Okoro" }).click();
  await visitor.getByRole("heading", { name: "A bakery's shop" }).waitFor();
  await visitor.getByRole("button", { name: "Save" }).click();
  await visitor.getByRole("button", { name: "Saved" }).waitFor();
  await visitor.getByText("Felix Okoro is saved.").waitFor();
  await checkPage(visitor, "a public profile");
  await visitor.goto("/freelancers/saved");
  await visitor.getByRole("link", { name: "Felix Okoro" }).waitFor();
  await checkPage(visitor, "saved freelancers");
  await visitor.context().close();
});

story("somebody signs up for both roles, and nobody learns whose address is known", async () => {
  const page = await openPage(browser, server.base, { viewport: { width: 390, height: 844 } });
  const signUp = async (name) => {
    await page.goto("/register");
    await page.getByText("Both", { exact: true }).click();
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("E-mail address").fill("bo@example.com");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Create account" }).click();
    await page.getByRole("heading", { name: "Check your mail" }).waitFor();
  };
  await page.goto("/register");
  await page.getByText("Both", { exact: true }).click();
  await checkPage(page, "register for both");
  await signUp("Bo Both");
  const code = await server.codeFor("bo@example.com");
  await page.getByLabel("Code").fill(code === "000000" ? "000001" : "000000");
  await page.getByRole("button", { name: "Verify" }).click();
  await page.getByText("has expired, was used up").first().waitFor();
  await checkPage(page, "a wrong code");
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Verify" }).click();
  await page.getByRole("heading", { name: "Hello, Bo" }).waitFor();
  await page.context().clearCookies();
  await signUp("Eve Other");
  await server.drain();
  const mails = await (await fetch(`${server.base}/_local/mail?to=bo@example.com`)).json();
  assert.equal(mails.items[0].subject, "You have an account already");
  await page.context().close();
});

story("somebody guards their account, and leaves", async () => {
  const page = await openPage(browser, server.base, { viewport: { width: 1440, height: 900 } });
  const ada = await person(server, "ada@example.com", "Ada Moss", "client");
  await logIn(page, ada.email, password);
  await page.getByRole("heading", { name: "Hello, Ada" }).waitFor();
  await page.goto("/settings/security");
  await page.getByText("This one").waitFor();
  await checkPage(page, "security");

  await page.getByRole("button", { name: "Turn it on" }).click();
  await page.getByRole("dialog").getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Go on" }).click();
  const secret = await page.locator("code").innerText();
  await checkPage(page, "a QR code");
  await page.getByLabel("Code").fill("000000");
  await page.getByRole("dialog").getByRole("button", { name: "Turn it on" }).click();
  await page.getByText("The code is wrong.").first().waitFor();
  await page.getByLabel("Code").fill(authenticator(secret));
  await page.getByRole("dialog").getByRole("button", { name: "Turn it on" }).click();
  const codes = page.getByRole("list", { name: "Recovery codes" });
  await codes.waitFor();
  const recovery = await codes.getByRole("listitem").allInnerTexts();
  assert.equal(recovery.length, 10);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").getByRole("alert").waitFor();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy" }).click();
  await page.getByText("Copied.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), recovery.join("\n"));
  const [kept] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click(),
  ]);
  assert.equal(kept.suggestedFilename(), "proconnect-recovery-codes.txt");
  assert.ok((await readFile(await kept.path(), "utf8")).includes(recovery.join("\n")));
  await checkPage(page, "recovery codes");
  await page.getByRole("button", { name: "I have saved them" }).click();
  await page.getByRole("button", { name: "Turn it off" }).waitFor();
  await page.getByText("Done. Two-step log-in is on.").waitFor();
  await checkPage(page, "a note of what was done");

  const elsewhere = await openPage(browser, server.base);
  await logIn(elsewhere, ada.email, password);
  await elsewhere.getByLabel("Code").fill("000000");
  await elsewhere.getByRole("button", { name: "Log in" }).click();
  await elsewhere.getByText("second factor's code is wrong").first().waitFor();
  await checkPage(elsewhere, "log in with a code");
  // The code of now is used up; the app's next one is taken as well, for clocks that go ahead.
  await elsewhere.getByLabel("Code").fill(authenticator(secret, 1));
  await elsewhere.getByRole("button", { name: "Log in" }).click();
  await elsewhere.getByRole("heading", { name: "Hello, Ada" }).waitFor();
  const connected = elsewhere.waitForEvent("websocket");
  await elsewhere.goto("/tasks/new");
  await elsewhere.getByLabel("Title").fill("A title that is not lost");
  await connected;

  await page.reload();
  const others = page.getByRole("button", { name: /^Log out / });
  await others.first().waitFor();
  const before = await others.count();
  await others.first().click();
  // Over the live connection: nothing was clicked there, and its access token would be good for minutes.
  await elsewhere.getByText("Your session has ended.").waitFor({ timeout: 5_000 });
  await checkPage(elsewhere, "signed out from elsewhere");
  await page.waitForFunction((count) => [...document.querySelectorAll("button")].filter((button) => button.innerText.startsWith("Log out")).length < count, before);
  await elsewhere.getByLabel("E-mail address").fill(ada.email);
  await elsewhere.getByLabel("Password", { exact: true }).fill(password);
  await elsewhere.getByRole("button", { name: "Log in" }).click();
  await elsewhere.getByLabel("Code").fill(recovery[0]);
  await elsewhere.getByRole("button", { name: "Log in" }).click();
  await elsewhere.getByRole("heading", { name: "Post a task" }).waitFor();
  assert.equal(await elsewhere.getByLabel("Title").inputValue(), "A title that is not lost");
  await elsewhere.context().close();

  const form = page.getByRole("heading", { name: "Password", exact: true }).locator("xpath=ancestor::section");
  await form.getByLabel("Current password").fill("not my password");
  await form.getByLabel("New password").fill(newPassword);
  await form.getByRole("button", { name: "Change the password" }).click();
  await page.getByText("This is not your password.").first().waitFor();
  await form.getByLabel("Current password").fill(password);
  await form.getByRole("button", { name: "Change the password" }).click();
  await page.getByText("Your password was changed.").waitFor();

  const download = page.waitForEvent("download");
  await page.goto("/settings");
  await page.getByRole("button", { name: "Download your data" }).click();
  assert.equal((await download).suggestedFilename(), "proconnect-data.json");
  await page.getByRole("button", { name: "Close the account" }).click();
  await checkPage(page, "closing the account");
  await page.getByRole("dialog").getByLabel("Password", { exact: true }).fill(newPassword);
  await page.getByRole("button", { name: "Close it for good" }).click();
  await page.getByRole("link", { name: "Sign up" }).first().waitFor();
  await assert.rejects(api(server.base, undefined, "POST", "/v1/auth/login", { email: ada.email, password: newPassword }), /401/);
});

story("a lost connection is said quietly, and comes back", async () => {
  const page = await openPage(browser, server.base, { viewport: { width: 390, height: 844 }, isMobile: true });
  const bea = await person(server, "bea@example.com", "Bea Holm", "client");
  await page.clock.install();
  await page.addInitScript(() => {
    window.opened = [];
    const Real = window.WebSocket;
    window.WebSocket = class extends Real {
      constructor(address) {
        super(address);
        this.addEventListener("open", () => window.opened.push(this));
      }
    };
  });
  await logIn(page, bea.email, password);
  await page.getByRole("heading", { name: "Hello, Bea" }).waitFor();
  await page.waitForFunction(() => window.opened.length === 1);
  const note = page.getByText("Reconnecting… What you see may be slightly out of date.");

  await page.route("**/v1/chat/ticket", (route) => route.abort());
  await page.route("**/v1/auth/refresh", (route) => route.abort());
  await page.evaluate(() => {
    const [socket] = window.opened;
    return new Promise((closed) => {
      socket.addEventListener("close", closed);
      socket.close();
    });
  });
  await page.clock.runFor(9_000);
  assert.equal(await note.count(), 0);
  await page.clock.runFor(2_000);
  await note.waitFor();
  await checkPage(page, "a lost connection");
  const again = page.waitForResponse("**/v1/contracts?*");
  await page.unroute("**/v1/chat/ticket");
  await page.unroute("**/v1/auth/refresh");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await note.waitFor({ state: "detached" });
  await again;
  assert.equal(await page.evaluate(() => window.opened.length), 2);
  await page.context().close();
});
