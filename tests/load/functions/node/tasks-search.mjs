// GET /v1/tasks
import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { answer, callerOf, client, run, table } from "./runtime.mjs";

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
  const values = { ":pk": "TASKS#open" };
  for (const [place, word] of (q?.toLowerCase().split(/\s+/) ?? []).entries()) {
    conditions.push(`contains(card.words, :w${place})`);
    values[`:w${place}`] = word;
  }
  if (category) {
    conditions.push("card.category = :category");
    values[":category"] = category;
  }
  const found = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: "gsi2",
      KeyConditionExpression: "gsi2pk = :pk",
      ExpressionAttributeValues: values,
      FilterExpression: conditions.length > 0 ? conditions.join(" AND ") : undefined,
      ScanIndexForward: false,
      Limit: conditions.length > 0 ? 400 : limit,
      ExclusiveStartKey: cursor ? JSON.parse(Buffer.from(cursor, "base64url")) : undefined,
    }),
  );
  const items = found.Items.slice(0, limit).map(({ card: { words, skillWords, place, ...card } }) => card);
  const last = found.LastEvaluatedKey;
  return answer(200, { items, nextCursor: last ? Buffer.from(JSON.stringify(last)).toString("base64url") : null });
});
