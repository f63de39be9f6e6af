import { expect, it } from 'vitest';
import { idOf, minute, PATIENT } from '../../tests/support/given-visit.ts';
import type { Outcome } from '../clinic/records.ts';
import { alertingNow, changeText, outcomeLines } from './outcomes.ts';

const result = (n: number, scale: Outcome['scale'], total: number, items?: number[]): Outcome => ({
  id: idOf(500 + n),
  patientId: PATIENT,
  scale,
  total,
  takenAt: minute(n),
  ...(items === undefined ? {} : { items }),
});

it('[DUE12] results stand newest first with band and change from the first of their scale', () => {
  const lines = outcomeLines([result(5, 'phq9', 9), result(1, 'phq9', 20), result(3, 'pcl5', 40), result(9, 'pcl5', 28)]);
  expect(lines.map(({ label, total, band }) => [label, total, band])).toEqual([
    ['PCL-5', 28, 'below the cut'],
    ['PHQ-9', 9, 'mild'],
    ['PCL-5', 40, 'provisional PTSD'],
    ['PHQ-9', 20, 'severe'],
  ]);
  expect(lines.map(({ change }) => (change === undefined ? '' : changeText(change)))).toEqual([
    '12 lower than at first (40), 30 % · meaningful change',
    '11 lower than at first (20), 55 % · responder',
    '',
    '',
  ]);
});

it('[DUE12] a change for the worse, none at all, and a remission are said as such', () => {
  const said = (first: number, last: number) => {
    const change = outcomeLines([result(1, 'madrs', first), result(2, 'madrs', last)])[0]?.change;
    return change === undefined ? undefined : changeText(change);
  };
  expect(said(20, 25)).toBe('5 higher than at first (20), 25 %');
  expect(said(20, 20)).toBe('as at first (20)');
  expect(said(30, 9)).toBe('21 lower than at first (30), 70 % · remitter');
  expect(said(0, 3)).toBe('3 higher than at first (0)');
});

it('[DUE13] item 9 and a high C-SSRS alert in words; without the items it is not known', () => {
  const [alerting] = outcomeLines([result(1, 'phq9', 3, [0, 0, 0, 0, 1, 0, 0, 0, 2])]);
  expect(alerting?.alertWords).toMatch(/^PHQ-9 item 9 is 2, thoughts of death/);
  const [unknown] = outcomeLines([result(1, 'phq9', 3)]);
  expect(unknown).toMatchObject({ alert: 'not-known', alertWords: expect.stringContaining('not known') });
  const [behaviour] = outcomeLines([result(1, 'cssrs', 1, [1, 0, 0, 0, 0, 1])]);
  expect(behaviour?.alertWords).toContain('C-SSRS high risk, behaviour within 3 months');
  const [none] = outcomeLines([result(1, 'cssrs', 0, [0, 0, 0, 0, 0, 0])]);
  expect(none?.alertWords).toBeUndefined();
});

it('[DUE13] what must not be overlooked is the newest result of each scale', () => {
  const lines = outcomeLines([
    result(1, 'phq9', 1, [0, 0, 0, 0, 0, 0, 0, 0, 1]),
    result(2, 'phq9', 0, [0, 0, 0, 0, 0, 0, 0, 0, 0]),
    result(3, 'cssrs', 4),
  ]);
  expect(alertingNow(lines).map(({ scale }) => scale)).toEqual(['cssrs']);
});
