import { expect, it } from 'vitest';
import { toMs } from '../../shared/units.ts';
import { createServerClock } from './server-clock.ts';

const NOON = '2026-11-24T12:00:00.000Z';

function device(wallMs: number) {
  const clock = { wallMs, monotonicMs: 5_000 };
  return {
    clock,
    pass: (ms: number) => {
      clock.wallMs += ms;
      clock.monotonicMs += ms;
    },
    server: createServerClock({ wall: () => clock.wallMs, monotonic: () => clock.monotonicMs }),
  };
}

it.each([-24, 0, 24])('[UI11] a device whose clock is %i min wrong knows the server’s time', (minutes) => {
  const { server, pass } = device(toMs(NOON) + minutes * 60_000);
  server.heard(NOON, 1);
  pass(3_000);
  expect(server.now()).toBe('2026-11-24T12:00:03.000Z');
});

it('[UI11] a clock set back or forward meanwhile never makes a reading younger than it is', () => {
  const { server, pass, clock } = device(toMs(NOON));
  server.heard(NOON, 1);
  pass(4_000);
  clock.wallMs -= 3_600_000;
  expect(server.silentForMs()).toBe(4_000);
  expect(server.now()).toBe('2026-11-24T12:00:04.000Z');
});

it('[UI10] a device that slept knows how long: its monotonic clock stood still, the wall clock did not', () => {
  const { server, clock } = device(toMs(NOON));
  server.heard(NOON, 1);
  clock.wallMs += 60_000;
  expect(server.silentForMs()).toBe(60_000);
});

it('[UI11] between beats the clock runs at the server’s speed', () => {
  const { server, pass } = device(toMs(NOON));
  server.heard(NOON, 60);
  pass(1_000);
  expect(server.now()).toBe('2026-11-24T12:01:00.000Z');
  expect(server.silentForMs()).toBe(1_000);
});

it('[UI9] before anything was heard there is no age of a beat', () => {
  expect(device(toMs(NOON)).server.silentForMs()).toBeUndefined();
});

it.each([-24, 0, 24])('[OUT14] after a reload without the server, a device %i min wrong still knows the time', (minutes) => {
  const { server, clock } = device(toMs(NOON) + minutes * 60_000);
  const wall = clock.wallMs;
  clock.wallMs += 7_000;
  clock.monotonicMs = 0;
  server.resume({ server: NOON, wall, speed: 1 });
  expect(server.now()).toBe('2026-11-24T12:00:07.000Z');
  expect(server.aheadMs()).toBe(minutes * 60_000);
});

it('[OUT12] what was read from the disk is never young, whatever the clocks say, until the server is heard', () => {
  const { server, clock } = device(toMs(NOON));
  server.resume({ server: NOON, wall: clock.wallMs, speed: 1 });
  expect(server.silentForMs()).toBe(20_000);
  server.heard(NOON, 1);
  expect(server.silentForMs()).toBe(0);
  server.resume({ server: '2026-11-24T08:00:00.000Z', wall: clock.wallMs, speed: 1 });
  expect(server.now()).toBe(NOON);
});

it('[OUT18] after a silence the server’s time says how far the device’s had gone wrong, and since when; a beat in time says nothing', () => {
  const { server, pass, clock } = device(toMs(NOON));
  const heard: unknown[] = [];
  server.onCorrected((correction) => heard.push(correction));
  server.heard(NOON, 1);
  pass(5_000);
  server.heard('2026-11-24T12:00:05.000Z', 1);
  expect(heard).toEqual([]);
  pass(60_000);
  clock.wallMs += 720_000;
  server.heard('2026-11-24T12:01:05.000Z', 1);
  expect(heard).toEqual([{ aheadMs: 720_000, heardUntil: '2026-11-24T12:00:05.000Z' }]);
});

it('[OUT18] a time left behind by another page is one that nobody has confirmed', () => {
  const { server, clock } = device(toMs(NOON));
  server.resume({ server: NOON, wall: clock.wallMs, speed: 1 });
  expect(server.isResumed()).toBe(true);
  server.heard(NOON, 1);
  expect(server.isResumed()).toBe(false);
});
