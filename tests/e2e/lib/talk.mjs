// Says something over a live connection, as a browser does.
import WebSocket from "ws";
import { api } from "./server.mjs";

/** Says each of these texts in a room, one after the other, and answers once all are stored. */
export async function sayAll(base, token, roomId, texts) {
  const { url, ticket } = await api(base, token, "POST", "/v1/chat/ticket", {});
  const socket = new WebSocket(`${url}?ticket=${encodeURIComponent(ticket)}`);
  const heard = (wanted) =>
    new Promise((resolve, reject) => {
      socket.onmessage = ({ data }) => {
        const frame = JSON.parse(data);
        if (frame.type === "error") reject(new Error(`${frame.code}: ${frame.detail}`));
        if (frame.type === "ack" && frame.clientId === wanted) resolve();
      };
    });
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error("The connection was not opened."));
  });
  for (const [place, text] of texts.entries()) {
    const clientId = `${roomId}-${place}`;
    const stored = heard(clientId);
    socket.send(JSON.stringify({ action: "send", clientId, roomId, text }));
    await stored;
  }
  socket.close();
}
