import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeAldrete } from './aldrete.ts';
import { DISCHARGE_SCALES, proposeDischargeScore } from './discharge-scales.ts';
import { proposePadss } from './padss.ts';

const SEED = { seed: 20261122 };
const BASELINE = { systolic: 120, heartRate: 70 };

describe('discharge scores', () => {
  it.each(Object.values(DISCHARGE_SCALES))(
    '[SCORE1] $label has five rows of 2, 1 and 0 in words, 0 to 10, ready from 9',
    (scale) => {
      expect(scale.items).toHaveLength(5);
      expect(scale.maximum).toBe(10);
      expect(scale.ready).toBe(9);
      for (const item of scale.items) {
        expect(item.anchors.map(({ value }) => value)).toEqual([2, 1, 0]);
        for (const { label } of item.anchors) expect(label.length).toBeGreaterThan(3);
      }
    },
  );

  it('[SCORE1] the rows carry the names the contract sends', () => {
    expect(DISCHARGE_SCALES.padss.items.map(({ id }) => id)).toEqual(['vitalSigns', 'activity', 'nausea', 'pain', 'bleeding']);
    expect(DISCHARGE_SCALES.aldrete.items.map(({ id }) => id)).toEqual([
      'activity',
      'respiration',
      'circulation',
      'consciousness',
      'spo2',
    ]);
  });

  it('[SCORE2] the total of a finished score is the sum of its rows, from 0 to 10', () => {
    const row = fc.constantFrom(0, 1, 2);
    for (const scale of Object.values(DISCHARGE_SCALES)) {
      fc.assert(
        fc.property(fc.tuple(row, row, row, row, row), (values) => {
          const answers = Object.fromEntries(scale.items.map(({ id }, index) => [id, values[index]]));
          expect(scale.validate(answers)).toBeUndefined();
          expect(scale.total(answers)).toBe(values.reduce<number>((sum, value) => sum + value, 0));
        }),
        SEED,
      );
    }
  });

  it('[SCORE2] an open row is not a 0: there is no total, and the row is named', () => {
    const open = { vitalSigns: 2, activity: 2, nausea: 2, pain: 2 };
    expect(DISCHARGE_SCALES.padss.total(open)).toBeUndefined();
    expect(DISCHARGE_SCALES.padss.validate(open)).toBe('PADSS is not complete: bleeding at the iv site not scored');
    expect(DISCHARGE_SCALES.padss.total({ ...open, bleeding: 0 })).toBe(8);
    expect(DISCHARGE_SCALES.padss.total({})).toBeUndefined();
  });

  it('[SCORE2] a row of another score, or a value without words, is refused', () => {
    const whole = { vitalSigns: 2, activity: 2, nausea: 2, pain: 2, bleeding: 2 };
    expect(DISCHARGE_SCALES.padss.validate({ ...whole, spo2: 2 })).toBe('PADSS has no row of that name');
    expect(DISCHARGE_SCALES.padss.validate({ ...whole, pain: 3 })).toBe('Pain must be 0, 1 or 2');
    expect(DISCHARGE_SCALES.aldrete.validate(whole)).toBeDefined();
    expect(DISCHARGE_SCALES.padss.validate({ ...whole, toString: 2 })).toBeDefined();
  });
});

describe('proposals', () => {
  it.each([
    [120, 70, 2],
    [144, 70, 2],
    [96, 70, 2],
    [145, 70, 1],
    [95, 70, 1],
    [168, 70, 1],
    [72, 70, 1],
    [169, 70, 0],
    [71, 70, 0],
    [120, 84, 2],
    [120, 85, 1],
    [120, 98, 1],
    [120, 99, 0],
  ] as const)('[SCORE3] PADSS vital signs at %d mmHg and %d /min, from 120 and 70, are %d', (systolic, heartRate, row) => {
    expect(proposePadss({ systolic, heartRate }, BASELINE)).toEqual({ vitalSigns: row });
  });

  it('[SCORE3] PADSS nausea and pain follow the last observation', () => {
    expect([0, 1, 2, 3, 4].map((nausea) => proposePadss({ nausea }, undefined).nausea)).toEqual([2, 2, 1, 0, 0]);
    expect([0, 3, 4, 6, 7, 10].map((pain) => proposePadss({ pain }, undefined).pain)).toEqual([2, 2, 1, 1, 0, 0]);
  });

  it.each([
    [144, 2],
    [96, 2],
    [145, 1],
    [179, 1],
    [61, 1],
    [180, 0],
    [60, 0],
  ] as const)('[SCORE3] Aldrete circulation at %d mmHg, from 120, is %d', (systolic, row) => {
    expect(proposeAldrete({ systolic }, BASELINE)).toEqual({ circulation: row });
  });

  it.each([
    [93, false, 2],
    [92, false, undefined],
    [98, true, 1],
    [91, true, 1],
    [90, true, undefined],
    [89, true, 0],
    [98, undefined, undefined],
  ] as const)('[SCORE3] Aldrete SpO₂ of %d %% with oxygen %s is %s', (spo2, onOxygen, row) => {
    expect(proposeAldrete({ spo2, onOxygen }, BASELINE).spo2).toBe(row);
  });

  it('[SCORE4] what was not measured proposes nothing', () => {
    expect(proposePadss({}, BASELINE)).toEqual({});
    expect(proposePadss({ systolic: 120 }, BASELINE)).toEqual({});
    expect(proposePadss({ systolic: 120, heartRate: 70 }, undefined)).toEqual({});
    expect(proposePadss({ systolic: 120, heartRate: 70 }, { systolic: 120 })).toEqual({});
    expect(proposeAldrete({}, BASELINE)).toEqual({});
    expect(proposeAldrete({ systolic: 120, spo2: 98 }, undefined)).toEqual({});
  });

  it('[SCORE4] a proposal is never a whole score, and always made of rows of its scale', () => {
    const measured = fc.record({
      systolic: fc.option(fc.integer({ min: 50, max: 260 }), { nil: undefined }),
      heartRate: fc.option(fc.integer({ min: 20, max: 250 }), { nil: undefined }),
      spo2: fc.option(fc.integer({ min: 50, max: 100 }), { nil: undefined }),
      onOxygen: fc.option(fc.boolean(), { nil: undefined }),
      nausea: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
      pain: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(measured, fc.constantFrom('padss', 'aldrete'), (last, id) => {
        const scale = DISCHARGE_SCALES[id];
        const proposal = proposeDischargeScore(id, last, BASELINE);
        expect(scale.total(proposal)).toBeUndefined();
        for (const row of Object.keys(proposal)) expect(scale.items.map((item) => item.id)).toContain(row);
      }),
      SEED,
    );
  });
});
