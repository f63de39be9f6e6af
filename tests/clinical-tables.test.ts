import { expect, it } from 'vitest';
import { defaultProtocols } from '../shared/clinic/default-protocols.ts';
import type { Bounds, Protocol } from '../shared/clinic/protocol.ts';
import { observationSchema, vitalsSchema } from '../shared/session/reading-data.ts';
import { textOf } from './support/project-files.ts';

const [protocol] = defaultProtocols({ iv: '', im: '', nasal: '' });
const table = textOf('shared/spec/clinical.md').split('## Limits (defaults)')[1]?.split('\n## ')[0] ?? '';
const rows = [...table.matchAll(/^\| `(\w+)`[^|]* \|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)].map(
  ([, sign = '', plausible = '', medium = '', high = '', hold = '', resume = '', discharge = '']) => ({
    sign,
    plausible: /(\d+)–(\d+)/.exec(plausible)?.slice(1).map(Number),
    limits: { medium, high, hold, resume, discharge },
  }),
);

it('[OPS18] the limits that the clinical tables name are those of the default protocols', () => {
  const named = Object.fromEntries(
    rows.map(({ sign, limits }) => {
      const bounds = Object.entries(limits).map(([name, text]) => [name, boundsOf(text)] as const);
      return [sign, Object.fromEntries(bounds.filter(([, { low, high }]) => low !== undefined || high !== undefined))];
    }),
  );
  expect(named satisfies Record<string, Partial<Protocol['limits']['systolic']>>).toEqual(protocol?.limits);
});

it('[OPS18] what the clinical tables call plausible is what can be entered', () => {
  const signs = rows.filter(({ plausible }) => plausible !== undefined);
  expect(signs.length).toBe(7);
  for (const { sign, plausible: [least = 0, most = 0] = [] } of signs) {
    const isTaken = (value: number) => vitalsSchema.safeParse({ ...OTHER_NUMBER[sign], [sign]: value }).success;
    expect([least - 1, least, most, most + 1].map(isTaken), sign).toEqual([false, true, true, false]);
  }
  for (const [scale, least, most] of [
    ['moaas', 0, 5],
    ['dissociation', 0, 4],
    ['nausea', 0, 4],
    ['pain', 0, 10],
  ] as const) {
    expect(table).toContain(`| \`${scale}\` ${least}–${most} |`);
    const isTaken = (value: number) => observationSchema.safeParse({ [scale]: value }).success;
    expect([least - 1, least, most, most + 1].map(isTaken), scale).toEqual([false, true, true, false]);
  }
});

/** A blood pressure has two numbers. */
const OTHER_NUMBER: Readonly<Record<string, object>> = { systolic: { diastolic: 30 }, diastolic: { systolic: 200 } };

/** `< 90 or > 160` */
function boundsOf(text: string): Bounds {
  const low = /< (-?[\d.]+)/.exec(text)?.[1];
  const high = /> (-?[\d.]+)/.exec(text)?.[1];
  return { ...(low === undefined ? {} : { low: Number(low) }), ...(high === undefined ? {} : { high: Number(high) }) };
}
