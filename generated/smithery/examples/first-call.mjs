// npm run build && node examples/first-call.mjs
import Smithery from '@smithery/api';

const client = new Smithery({
  apiKey: process.env['SMITHERY_API_KEY'], // can be left out: this is where it is read from
});

const server = await client.servers.get('smithery-ai/github');

console.log(server.connections);
