// GET /v1/tasks
import { BatchGetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { answer, callerOf, client, person, run, shown, table } from "./runtime.mjs";

const Filters = z.object({
  q: z.string().max(200).optional(),
  category: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().optional(),
});

run(async (event) => {
  await callerOf(event);
  const parsed = Filters.safeParse(Object.fromEntries(new URLSearchParams(event.rawQueryString)));
  if (!parsed.success) return answer(400, { code: "malformed" });
  const { q, category, limit, cursor } = parsed.data;
  const conditions = [];
  const values = {};
  for (const [place, word] of (q?.toLowerCase().split(/\s+/) ?? []).entries()) {
    conditions.push(`contains(card.words, :w${place})`);
    values[`:w${place}`] = word;
  }
  if (category) {
    conditions.push("card.category = :category");
    values[":category"] = category;
  }
  const after = cursor ? Buffer.from(cursor, "base64url").toString() : null;
  if (after) values[":after"] = after;
  // As the Rust peer does it: every partition at once, the newest of all, and their clients as they are now.
  const pages = await Promise.all(
    [0, 1, 2, 3].map((shard) =>
      client.send(
        new QueryCommand({
          TableName: table,
          IndexName: "gsi2",
          KeyConditionExpression: `gsi2pk = :pk${after ? " AND gsi2sk < :after" : ""}`,
          ExpressionAttributeValues: { ...values, ":pk": `TASKS#open#0${shard}` },
          FilterExpression: conditions.length > 0 ? conditions.join(" AND ") : undefined,
          ScanIndexForward: false,
          Limit: conditions.length > 0 ? 100 : limit,
        }),
      ),
    ),
  );
  const newestFirst = (one, next) => (one.gsi2sk < next.gsi2sk ? 1 : -1);
  const all = pages.flatMap((page) => page.Items).sort(newestFirst);
  const found = all.slice(0, limit);
  const ids = [...new Set(found.map((item) => item.card.client.id))];
  const Keys = ids.map((id) => ({ pk: `USER#${id}`, sk: "#USER" }));
  const clients = ids.length > 0 ? await client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys, ...shown } } })) : null;
  const people = new Map(clients?.Responses[table].map((user) => [user.id, person(user)]));
  const items = found.map(({ card: { words, skillWords, place, ...card } }) => ({ ...card, client: people.get(card.client.id) }));
  const isMore = all.length > limit || pages.some((page) => page.LastEvaluatedKey);
  return answer(200, { items, nextCursor: isMore ? Buffer.from(found.at(-1)?.gsi2sk ?? "").toString("base64url") : null });
});
