// GET /v1/tasks/{taskId}
import { BatchGetCommand } from "@aws-sdk/lib-dynamodb";
import { answer, callerOf, client, person, run, shown, table } from "./runtime.mjs";

run(async (event) => {
  const caller = await callerOf(event);
  const id = event.pathParameters.taskId;
  if (!/^tsk_[0-9A-HJKMNP-TV-Z]{26}$/.test(id)) return answer(404, { code: "not_found" });
  const Keys = [{ pk: `TASK#${id}`, sk: "#TASK" }];
  if (caller) Keys.push({ pk: `TASK#${id}`, sk: `BID#${caller.sub}` });
  const found = await client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } }));
  const items = found.Responses[table];
  const task = items.find((item) => item.sk === "#TASK");
  if (!task) return answer(404, { code: "not_found" });
  const bid = items.find((item) => item.sk !== "#TASK");
  const isSide = caller && (caller.sub === task.clientId || caller.sub === task.freelancerId);
  const people = await client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys: [{ pk: `USER#${task.clientId}`, sk: "#USER" }], ...shown } } }));
  const { title, description, category, skills, budget, deadline, location, status, bidCount, createdAt, attachments } = task;
  return answer(200, {
    id, title, description, category, skills, budget, deadline, location, status, client: person(people.Responses[table][0]), bidCount, createdAt,
    attachments, viewerBidId: bid?.id ?? null, contractId: isSide ? task.contractId : null,
    clock: status === "open" ? { actor: "client", dueAt: deadline, onSilence: "expire_task" } : null,
  });
});
