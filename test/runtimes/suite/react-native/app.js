/** Calls as an app makes them: one, pages in a loop, a body, a typed error, a call that is given up. */
import Smithery, { NotFoundError, isErrorOf } from '@smithery/api';
async function app() {
  const told = [];
  const client = new Smithery({ apiKey: 'secret', baseURL: 'https://api.example.com', dangerouslyAllowBrowser: true, maxRetries: 0 });
  told.push((await client.servers.get('a/b')).qualifiedName);
  for await (const server of client.servers.list({ pageSize: 1, q: 'ä b' })) told.push(server.qualifiedName);
  told.push((await client.organizations.apiKeys.create('org', { name: 'one' })).key);
  const error = await client.servers.get('missing').catch((one) => one);
  told.push(error instanceof NotFoundError, isErrorOf(client.servers.get, error, 404) && error.error.error);
  const controller = new AbortController();
  const never = client.servers.get('never', { signal: controller.signal }).catch((one) => one.name);
  while (!sent.some((one) => one.includes('never'))) await null;
  controller.abort();
  told.push(await never);
  return told;
}
app().then((told) => print(JSON.stringify({ told, sent })), (error) => print(JSON.stringify({ error: String(error), stack: error && error.stack })));
