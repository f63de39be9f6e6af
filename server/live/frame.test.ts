import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { sendFrame, textFrame } from './frame.ts';

/** On either side of the lengths at which a frame is spelled otherwise, with letters of several bytes. */
const TEXTS = [
  '',
  'a',
  'ö'.repeat(62),
  'a'.repeat(125),
  'a'.repeat(126),
  'a'.repeat(65_535),
  'ж'.repeat(32_768),
  '🙂'.repeat(20_000),
];

it('[LIVE3] a frame spelled once arrives whole at every screen, whatever its length', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(server, 'listening');
  const open = async () => {
    const met = once(server, 'connection') as Promise<[WebSocket]>;
    const screen = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const heard: string[] = [];
    screen.on('message', (data, isBinary) => heard.push(isBinary ? 'binary' : data.toString()));
    const [socket] = await met;
    return { screen, heard, socket };
  };
  const screens = [await open(), await open()];
  for (const frame of TEXTS.map(textFrame))
    await Promise.all(screens.map(({ socket }) => new Promise((taken) => sendFrame(socket, frame, taken))));
  for (const { socket, screen } of screens) {
    const closed = once(screen, 'close');
    socket.close();
    await closed;
  }
  expect(screens.map(({ heard }) => heard)).toEqual([TEXTS, TEXTS]);

  const [gone] = screens;
  const said = gone && (await new Promise((taken) => sendFrame(gone.socket, textFrame('too late'), taken)));
  expect(said).toBeInstanceOf(Error);
  server.close();
});
