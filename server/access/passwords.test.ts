import { expect, it } from 'vitest';
import { whyEasy } from './common-passwords.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

it('[ACC13] a password is kept as argon2id over 19 MiB in two passes, salted each time', async () => {
  const [one, two] = await Promise.all([hashPassword('a-quiet-room-42'), hashPassword('a-quiet-room-42')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(two).not.toBe(one);
  expect(await verifyPassword('a-quiet-room-42', one)).toBe(true);
  expect(await verifyPassword('a-quiet-room-43', one)).toBe(false);
});

it('[ACC13] agrees with the reference implementation of argon2id', async () => {
  // argon2 20190702: echo -n 'password' | argon2 somesalt -id -v 13 -t 2 -k 65536 -p 1 -l 32
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await verifyPassword('password', reference)).toBe(true);
});

it('[ACC3] without a hash the same work is done, and the answer is no', async () => {
  expect(await verifyPassword('a-quiet-room-42', undefined)).toBe(false);
});

it('[ACC13] the same word in another Unicode form is the same password', async () => {
  expect(await verifyPassword('caf\u0065\u0301-by-the-river', await hashPassword('caf\u00e9-by-the-river'))).toBe(true);
});

it.each([
  ['Password-1234', 'tried first'],
  ['qwertyuiop12', 'tried first'],
  ['Hospital 2026', 'tried first'],
  ['aaaaaaaaaaaa', 'tried first'],
  ['xyxyxyxyxyxy', 'few different letters'],
  ['121212121212', 'few different letters'],
  ['mreyes-mreyes', 'the user name'],
  ['MReyes123', 'the user name'],
])('[ACC5, UI165] %s is too easy to guess, and why is said', (password, why) =>
  expect(whyEasy(password, 'mreyes')).toContain(why),
);

it.each(['a-quiet-room-42', 'chairside-over-the-river', 'vier Stühle am Fenster'])('[ACC5] %s is not', (password) =>
  expect(whyEasy(password, 'mreyes')).toBeUndefined(),
);
