// A marketplace in which every text is of one kind: the longest that is taken, or of another script.
import { api, person, visit } from "./server.mjs";
import { sayAll } from "./talk.mjs";

const money = (amount) => ({ amount, currency: "usd" });
const day = (days) => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString();

/** Words without a place to break, of exactly so many characters; no two are the same. */
export function longest() {
  let turn = 0;
  return (most) => {
    turn += 1;
    return `Q${turn}${"Wmoðþ".repeat(Math.ceil(most / 5))}`.slice(0, most);
  };
}

/** Texts that are written from right to left, and end with a mark that shows on which side they end. */
export function hebrew() {
  let turn = 0;
  return (most) => {
    turn += 1;
    return most < 30 ? `שלום ${turn}!` : `שלום עולם, זה טקסט מספר ${turn}!`;
  };
}

/**
 * A client, a freelancer with everything that a profile can have, a task that was changed under its bid, one that was taken back,
 * and a contract with a submission and a request for changes, each text made by `text(most)`. The paths of its pages, by who looks at them.
 */
export async function worldOf(server, name, text) {
  const call = (who, method, path, body) => api(server.base, who?.token, method, path, body);
  const client = await person(server, `client@${name}.example`, text(80), "client");
  const freelancer = await person(server, `freelancer@${name}.example`, text(80), "freelancer");
  const link = await call(freelancer, "POST", "/v1/payments/onboarding", {});
  await visit(link.url, "complete");
  const skills = Array.from({ length: 15 }, () => text(40));
  const profile = { bio: text(5000), skills, location: text(100), country: "GB", links: [{ label: text(60), url: `https://example.com/${"a".repeat(180)}` }] };
  await call(freelancer, "PATCH", "/v1/users/me", { ...profile, headline: text(120), rate: { amount: 99_999_999, currency: "usd" } });
  await call(client, "PATCH", "/v1/users/me", { ...profile, headline: text(120) });
  const billing = { legalName: text(150), addressLines: [text(100), text(100), text(100)], postalCode: text(20), city: text(100), region: text(100), country: "GB", taxNumber: "12345678901234567890", reference: text(60) };
  for (const who of [client, freelancer]) await call(who, "PATCH", "/v1/users/me/billing", billing);
  const piece = await call(freelancer, "POST", "/v1/users/me/portfolio", { title: text(120), description: text(2000), skills, url: `https://example.com/${"b".repeat(180)}` });
  const pieceId = piece.id ?? piece.profile?.portfolio.at(-1).id;

  const words = () => ({
    title: text(120),
    description: `<h2>${text(120)}</h2><p>${text(2000)}</p><ul><li>${text(300)}</li></ul><ol start="3"><li>${text(300)}</li></ol><pre><code>${text(200)}</code></pre>`,
    location: text(100),
  });
  const post = () =>
    call(client, "POST", "/v1/tasks", {
      ...words(),
      category: "mobile-development",
      skills,
      budget: { type: "hourly", min: 99_999_900, max: 99_999_999, currency: "usd" },
      deadline: day(20),
    });
  const open = await post();
  const taken = await post();
  const ended = await post();
  const milestones = [300, 200].map((amount, place) => ({
    title: text(120),
    description: text(2000),
    amount: money(amount * 100_000),
    dueDate: day(30 + place).slice(0, 10),
    criteria: Array.from({ length: 10 }, () => text(200)),
  }));
  const bidOn = (task) =>
    call(freelancer, "POST", `/v1/tasks/${task.id}/bids`, {
      coverLetter: text(5000),
      amount: money(50_000_000),
      timelineDays: 365,
      questions: Array.from({ length: 5 }, () => text(500)),
      portfolioItemIds: pieceId ? [pieceId] : [],
      milestones,
    });
  await bidOn(open);
  await bidOn(ended);
  await server.drain();
  await call(client, "PATCH", `/v1/tasks/${open.id}`, { ...words(), skills: skills.toReversed() });
  await call(client, "POST", `/v1/tasks/${ended.id}/cancel`, { reason: text(500) });
  const bid = await bidOn(taken);
  const contract = await call(client, "POST", `/v1/bids/${bid.id}/accept`, {});
  const [first] = contract.milestones;
  const checkout = await call(client, "POST", `/v1/milestones/${first.id}/fund`, {});
  await visit(checkout.checkoutUrl, "success").catch(() => visit(checkout.checkoutUrl, "paid"));
  await server.drain();
  await call(freelancer, "POST", `/v1/milestones/${first.id}/submissions`, { note: text(5000) });
  await call(client, "POST", `/v1/milestones/${first.id}/revisions`, { comment: text(5000), criteria: [first.criteria[0]] });
  await server.drain();
  await call(client, "PUT", `/v1/users/me/saved/${freelancer.id}`, { saved: true });
  const room = await call(freelancer, "POST", `/v1/tasks/${open.id}/room`, {});
  await sayAll(server.base, freelancer.token, room.id, [text(8000), text(40)]);
  return {
    "": { browse: "/tasks", task: `/tasks/${open.id}`, freelancers: "/freelancers", profile: `/people/${freelancer.id}`, "profile of the client": `/people/${client.id}` },
    [client.email]: {
      "client's dashboard": "/dashboard",
      "client's tasks": "/tasks/mine",
      "client's task": `/tasks/${open.id}`,
      "client's form of a task": `/tasks/${open.id}/edit`,
      "client's cancelled task": `/tasks/${ended.id}`,
      "client's bids": `/tasks/${open.id}/bids`,
      "client's contracts": "/contracts",
      "client's contract": `/contracts/${contract.id}`,
      "client's messages": "/messages",
      "client's room": `/messages/${room.id}`,
      "client's payments": "/payments",
      "client's saved": "/freelancers/saved",
      "client's profile form": "/settings/profile",
      "client's account": "/settings",
    },
    [freelancer.email]: {
      "freelancer's dashboard": "/dashboard",
      "freelancer's bids": "/bids",
      "freelancer's task": `/tasks/${open.id}`,
      "freelancer's cancelled task": `/tasks/${ended.id}`,
      "freelancer's contract": `/contracts/${contract.id}`,
      "freelancer's contracts": "/contracts",
      "freelancer's room": `/messages/${room.id}`,
      "freelancer's payments": "/payments",
      "freelancer's profile form": "/settings/profile",
      "freelancer's security": "/settings/security",
    },
  };
}
