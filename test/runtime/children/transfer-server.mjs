// Counts what it receives, and sends as much on GET.
import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const block = Buffer.alloc(65_536, 1);
const server = createServer((request, response) => {
  if (request.method === 'GET') {
    let sent = 0;
    const more = () => {
      while (sent < workerData) {
        sent += block.length;
        if (!response.write(block)) return void response.once('drain', more);
      }
      response.end();
    };
    return more();
  }
  let received = 0;
  request.on('data', (chunk) => (received += chunk.length));
  request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(String(received)));
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
