// npm run build && node examples/first-call.mjs
import Smithery from '@smithery/api';

const client = new Smithery({
  apiKey: process.env['SMITHERY_API_KEY'], // This is the default and can be omitted
});

const server = await client.servers.get('smithery-ai/github');

console.log(server.connections);
