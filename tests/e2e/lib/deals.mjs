// Two people who have agreed on a contract of one milestone, as far along as a story wants it.
import { api, person, visit } from "./server.mjs";

const inDays = (days) => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString();

/** A contract that nobody has paid yet. `client` and `freelancer` are names, `tag` keeps their addresses apart. */
export async function agreed(server, { client: clientName, freelancer: freelancerName, tag, amount = 50000, milestone: title }) {
  const call = (who, method, path, body) => api(server.base, who.token, method, path, body);
  const client = await person(server, `client-${tag}@example.com`, clientName, "client");
  const freelancer = await person(server, `freelancer-${tag}@example.com`, freelancerName, "freelancer");
  const { url } = await call(freelancer, "POST", "/v1/payments/onboarding", {});
  await visit(url, "complete");
  const task = await call(client, "POST", "/v1/tasks", {
    title: `Draw what is wanted (${tag})`,
    description: "<p>Nine drawings, as vector files, readable from afar.</p>",
    category: "design",
    skills: ["Illustration"],
    budget: { type: "fixed", min: 20000, max: 60000, currency: "usd" },
    deadline: inDays(9),
  });
  const money = { amount, currency: "usd" };
  const bid = await call(freelancer, "POST", `/v1/tasks/${task.id}/bids`, {
    coverLetter: "I draw for a living.",
    amount: money,
    timelineDays: 10,
    milestones: [{ title, description: "Nine files", amount: money, dueDate: inDays(20).slice(0, 10) }],
  });
  const contract = await call(client, "POST", `/v1/bids/${bid.id}/accept`, {});
  return { client, freelancer, contract, milestone: contract.milestones[0].id };
}

/** The client pays, and the freelancer hands the work in. */
export async function handIn(server, { client, freelancer, milestone }) {
  const { checkoutUrl } = await api(server.base, client.token, "POST", `/v1/milestones/${milestone}/fund`, {});
  await visit(checkoutUrl, "paid");
  await server.drain();
  await api(server.base, freelancer.token, "POST", `/v1/milestones/${milestone}/submissions`, { note: "Here they are." });
  await server.drain();
}

/** A contract whose milestone is funded and handed in. */
export async function handedIn(server, options) {
  const deal = await agreed(server, options);
  await handIn(server, deal);
  return deal;
}
