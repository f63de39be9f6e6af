import { createServer } from 'node:http';
import { argv } from 'node:process';
import Database from 'better-sqlite3';
import { type WebSocket, WebSocketServer } from 'ws';

/**
 * The shortest honest path: POST → one INSERT with synchronous=FULL → the same JSON to every screen → answer.
 * Runs as a process of its own, like the server that is measured against it. Prints its port when it listens.
 */
const db = new Database(argv[2] ?? ':memory:');
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE entries (position INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
const insert = db.prepare('INSERT INTO entries (body) VALUES (?)');

const screens = new Set<WebSocket>();
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { id, type, at, data } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
    const position = Number(insert.run(JSON.stringify({ id, type, at, data })).lastInsertRowid);
    const event = { position, commandId: id, type, happenedAt: at, data };
    const frame = JSON.stringify({ type: 'events', from: position - 1, events: [event] });
    for (const screen of screens) screen.send(frame);
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ position, events: [event] }));
  });
});
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket) => {
  screens.add(socket);
  socket.on('close', () => screens.delete(socket));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`listening ${typeof address === 'object' ? address?.port : ''}`);
});
process.on('SIGTERM', () => process.exit(0));
