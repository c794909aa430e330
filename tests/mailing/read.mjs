// What postal-mime makes of e-mails, as JSON: a list, one a file.
import { readFileSync } from "node:fs";
import PostalMime from "postal-mime";

const base64 = (content) => Buffer.from(content).toString("base64");

async function read(path) {
  const mail = await PostalMime.parse(readFileSync(path));
  return {
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    id: mail.messageId,
    date: mail.date,
    text: mail.text,
    html: mail.html,
    headers: mail.headers.map((header) => header.key),
    attachments: mail.attachments.map((one) => [one.filename, one.mimeType, base64(one.content)]),
  };
}

console.log(JSON.stringify(await Promise.all(process.argv.slice(2).map(read))));
