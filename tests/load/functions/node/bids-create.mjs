// POST /v1/tasks/{taskId}/bids
import { BatchGetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { ulid } from "ulid";
import { z } from "zod";
import { answer, callerOf, client, person, run, table } from "./runtime.mjs";

const Money = z.object({ amount: z.number().int().min(100).max(100_000_000), currency: z.enum(["usd", "eur", "gbp"]) });
const Bid = z.object({
  coverLetter: z.string().trim().min(20).max(5000),
  amount: Money,
  timelineDays: z.number().int().min(1).max(365),
  milestones: z
    .array(z.object({ title: z.string().min(3).max(120), description: z.string().max(2000), amount: Money, dueDate: z.string().date(), criteria: z.array(z.string()).max(10) }))
    .max(20)
    .default([]),
  questions: z.array(z.string().min(1).max(500)).max(5).default([]),
});

run(async (event) => {
  const caller = await callerOf(event);
  if (!caller) return answer(401, { code: "unauthenticated" });
  const taskId = event.pathParameters.taskId;
  const Keys = [{ pk: `TASK#${taskId}`, sk: "#TASK" }, { pk: `USER#${caller.sub}`, sk: "#USER" }];
  const found = await client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } }));
  const task = found.Responses[table].find((item) => item.sk === "#TASK");
  const user = found.Responses[table].find((item) => item.sk === "#USER");
  if (!task) return answer(404, { code: "not_found" });
  const parsed = Bid.safeParse(JSON.parse(event.body));
  if (!parsed.success) return answer(422, { code: "invalid_fields", errors: parsed.error.issues });
  const body = parsed.data;
  if (!caller.roles.includes("freelancer")) return answer(403, { code: "forbidden" });
  if (task.clientId === caller.sub) return answer(409, { code: "own_task" });
  const now = new Date().toISOString();
  if (task.status !== "open" || task.deadline <= now) return answer(409, { code: "task_not_open" });
  const id = `bid_${ulid()}`;
  const freelancer = { id: user.id, name: user.name };
  const bid = {
    id, taskId, taskTitle: task.title, freelancer, ...body, attachments: [], status: "submitted", declineReason: null,
    declineNote: null, createdAt: now, contractId: null,
  };
  const mail = JSON.stringify({ id: `out_${ulid()}`, queue: "email", body: { to: task.clientId, template: { kind: "bidReceived", taskTitle: task.title } } });
  const outbox = `OUTBOX#out_${ulid()}`;
  await client.send(
    new TransactWriteCommand({
      TransactItems: [
        {
          Put: {
            TableName: table,
            Item: {
              ...bid, clientId: task.clientId, clientName: task.client.name, pk: `TASK#${taskId}`, sk: `BID#${caller.sub}`, version: 1,
              gsi1pk: `BID#${id}`, gsi1sk: "BID", gsi3pk: `FREELANCER#${caller.sub}#BIDS`, gsi3sk: id, card: bid,
            },
            ConditionExpression: "attribute_not_exists(pk)",
          },
        },
        {
          Update: {
            TableName: table,
            Key: { pk: `TASK#${taskId}`, sk: "#TASK" },
            UpdateExpression: "ADD bidCount :one, card.bidCount :one, version :one",
            ConditionExpression: "#status = :open AND deadline > :now",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: { ":one": 1, ":open": "open", ":now": now },
          },
        },
        { Put: { TableName: table, Item: { pk: outbox, sk: "OUTBOX", envelope: mail, duepk: "DUE#outbox#00", duesk: `${now}#${outbox}`, card: mail } } },
      ],
    }),
  );
  return answer(201, { ...bid, freelancer: person(user) });
});
