import { expect, it } from 'vitest';
import { isLoopback, presentedToken } from './cookie.ts';
import { originAllowed } from './origin.ts';

it.each([
  [{ host: '127.0.0.1:3000' }, true],
  [{ host: 'clinic.example', origin: 'https://clinic.example' }, true],
  [{ host: 'clinic.example', origin: 'https://clinic.example', 'sec-fetch-site': 'same-origin' }, true],
  [{ host: 'clinic.example', origin: 'https://evil.example' }, false],
  [{ host: 'clinic.example', origin: 'https://clinic.example.evil.example' }, false],
  [{ host: 'clinic.example', origin: 'https://clinic.example:8443' }, false],
  [{ host: 'clinic.example', origin: 'null' }, false],
  [{ host: 'clinic.example', 'sec-fetch-site': 'cross-site' }, false],
  [{ host: 'clinic.example', 'sec-fetch-site': 'same-site' }, false],
  [{ origin: 'https://clinic.example' }, false],
])('[ACC6] %j may change something: %s', (headers, allowed) => expect(originAllowed(headers)).toBe(allowed));

const TOKEN = 'abcdefghijklmnopqrstuvwxyz0123456789-_ABCDE';

it.each([
  [{ authorization: `Bearer ${TOKEN}` }, { kind: 'bearer', token: TOKEN }],
  [
    { cookie: `theme=dim; __Host-chairside=${TOKEN}`, host: 'clinic.example' },
    { kind: 'cookie', token: TOKEN },
  ],
  [
    { cookie: `chairside=${TOKEN}`, host: 'localhost:3000' },
    { kind: 'cookie', token: TOKEN },
  ],
  // The plain name could have been set by another host of the same domain.
  [{ cookie: `chairside=${TOKEN}`, host: 'clinic.example' }, undefined],
  [{ cookie: 'chairside=<script>', host: 'localhost' }, undefined],
  [{ authorization: 'Basic bnVyc2U6cGFzcw==', cookie: `chairside=${TOKEN}`, host: 'localhost' }, undefined],
  [{}, undefined],
])('[ACC2] %j presents %j', (headers, token) => expect(presentedToken(headers)).toEqual(token));

it('[ACC2] only this machine is this machine', () => {
  for (const host of ['localhost', 'LOCALHOST:3000', '127.0.0.1:80', '127.9.9.9', '[::1]:3000', 'tablet.localhost'])
    expect(isLoopback(host)).toBe(true);
  for (const host of [undefined, '', '10.0.0.1', 'localhost.evil.example', '127.0.0.1.evil.example'])
    expect(isLoopback(host)).toBe(false);
});
