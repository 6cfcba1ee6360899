// Reads a PDF as its reader's program does: what it says, in the order in which it is read aloud.
import { getDocumentProxy } from "unpdf";

/** Title, text, and the roles of the document's structure, each with how often it is there. */
export async function readPdf(bytes) {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = await document.getMetadata();
  const roles = new Map();
  const count = (node) => {
    if (node.role) roles.set(node.role, (roles.get(node.role) ?? 0) + 1);
    (node.children ?? []).forEach(count);
  };
  let text = "";
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    text += items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("");
    count((await page.getStructTree()) ?? {});
  }
  const { markInfo } = { markInfo: await document.getMarkInfo() };
  return { title: info.Title, language: info.Language, isTagged: markInfo?.Marked ?? false, pages: document.numPages, text, roles };
}
