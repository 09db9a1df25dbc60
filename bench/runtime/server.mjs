// Answers every request with the same JSON, and counts its connections.
import { createServer } from 'node:http';

let sockets = 0;
const tools = Array.from({ length: 20 }, (_, index) => ({ name: `tool${index}` }));
const body = JSON.stringify({ id: 'srv_1', name: 'mail', tools });
const server = createServer((request, response) => {
  if (request.url === '/sockets') {
    response.end(String(sockets));
  } else {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
  }
});
server.keepAliveTimeout = 60_000;
server.on('connection', () => sockets++);
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
