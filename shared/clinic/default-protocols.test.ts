import { describe, expect, it } from 'vitest';
import { SCALES } from '../session/scales.ts';
import { SIGNS } from '../session/signs.ts';
import { assess } from '../vitals/assess.ts';
import { defaultProtocols } from './default-protocols.ts';
import { protocolSchema } from './protocol.ts';

const IDS = {
  iv: '01930000-0000-7000-8000-0000000000a1',
  im: '01930000-0000-7000-8000-0000000000a2',
  nasal: '01930000-0000-7000-8000-0000000000a3',
};
const [iv, im, nasal] = defaultProtocols(IDS) as [
  ReturnType<typeof defaultProtocols>[0],
  ReturnType<typeof defaultProtocols>[0],
  ReturnType<typeof defaultProtocols>[0],
];

describe('default protocols', () => {
  it.each([iv, im, nasal])('[CLIN1] $name is a whole protocol, version 1', (protocol) => {
    expect(protocolSchema.parse(protocol)).toEqual(protocol);
    expect(protocol.version).toBe(1);
    expect(protocolSchema.parse(JSON.parse(JSON.stringify(protocol)))).toEqual(protocol);
  });

  it('[CLIN1] they carry the numbers of the clinical tables', () => {
    expect(iv).toMatchObject({
      id: IDS.iv,
      route: 'iv',
      doseMgPerKg: 0.5,
      durationMin: 40,
      pauseMaxMin: 10,
      maxMgPerKgWithoutSecondPerson: 1,
    });
    expect(iv.vitals).toMatchObject({ beforeWithinMin: 15, duringEveryMin: 10, recoveryEveryMin: 15, graceMin: 2 });
    expect(iv.recovery).toEqual({
      requiredMin: 60,
      evidenceWithinMin: 17,
      minReadings: 2,
      scale: 'padss',
      minScore: 9,
      consecutiveScores: 1,
      clockFrom: 'end',
    });
    expect(im).toMatchObject({
      id: IDS.im,
      route: 'im',
      vitals: { duringEveryMin: 10, recoveryEveryMin: 15 },
      recovery: { requiredMin: 60 },
    });
    expect(nasal).toMatchObject({
      id: IDS.nasal,
      route: 'nasal',
      doseChoicesMg: [56, 84],
      vitals: { duringEveryMin: 15, recoveryEveryMin: 15, fixed: [{ atMin: 40, fromMin: 35, toMin: 45 }] },
      recovery: { requiredMin: 120, clockFrom: 'first-dose' },
    });
  });

  it('[CLIN1] no dose stands where the source has none', () => {
    expect(im.doseMgPerKg).toBeUndefined();
    expect(im.doseChoicesMg).toBeUndefined();
  });

  it('[CLIN1] hold and discharge limits are those of the table', () => {
    const { limits } = iv;
    expect(limits.systolic.hold).toEqual({ low: 90, high: 140 });
    expect(limits.diastolic.hold).toEqual({ high: 90 });
    expect(limits.heartRate.hold).toEqual({ high: 110 });
    expect(limits.spo2.hold).toEqual({ low: 92 });
    expect(limits.systolic.resume).toEqual({ high: 159 });
    expect(limits.diastolic.resume).toEqual({ high: 99 });
    expect(limits.moaas.hold).toEqual({ low: 5 });
    expect(limits.systolic.discharge).toEqual({ high: 150 });
    expect(limits.diastolic.discharge).toEqual({ high: 95 });
    expect(limits.systolicChangePercent.discharge).toEqual({ low: -20, high: 20 });
    expect(limits.heartRate.discharge).toEqual({ low: 55, high: 110 });
    expect(limits.spo2.discharge).toEqual({ low: 94 });
    expect(limits.respiratoryRate.discharge).toEqual({ low: 10, high: 25 });
    expect(limits.moaas.discharge).toEqual({ low: 5 });
    expect(limits.dissociation.discharge).toEqual({ high: 1 });
    expect(limits.nausea.discharge).toEqual({ high: 1 });
    expect(limits.pain.discharge).toEqual({ high: 3 });
  });

  it.each([iv, im, nasal])('[CLIN2] $name: every number says where it comes from', (protocol) => {
    const wanted = [
      ...Object.keys(protocol.limits).map((sign) => `limits.${sign}`),
      ...Object.keys(protocol.vitals).map((name) => `vitals.${name}`),
      ...(['requiredMin', 'evidenceWithinMin', 'minReadings', 'scale', 'minScore', 'consecutiveScores'] as const).map(
        (name) => `recovery.${name}`,
      ),
      ...(['doseMgPerKg', 'doseChoicesMg', 'device', 'quickEvents'] as const).filter((name) => protocol[name] !== undefined),
      'durationMin',
      'concentrationsMgPerMl',
      'maxMgPerKgWithoutSecondPerson',
      'ceilingMgPerKg',
      'secondCheckWithinMin',
      'pauseMaxMin',
      'checklist',
      'criteria',
    ];
    expect(wanted.filter((name) => protocol.source[name] === undefined)).toEqual([]);
  });

  it('[CLIN1] every alarm limit lies in the plausible range, so a value can reach it', () => {
    const plausible: Record<string, { min: number; max: number }> = { ...SIGNS, ...SCALES };
    for (const [name, { min, max }] of Object.entries(plausible)) {
      if (!(name in iv.limits)) continue;
      const sign = name as keyof typeof iv.limits;
      for (const bounds of [iv.limits[sign].medium, iv.limits[sign].high]) {
        if (bounds?.low !== undefined) expect(assess(sign, min, iv.limits)).not.toBe('normal');
        if (bounds?.high !== undefined) expect(assess(sign, max, iv.limits)).not.toBe('normal');
      }
    }
  });

  it('[CLIN3] the checklist asks what the record cannot tell, each item once', () => {
    for (const protocol of [iv, im, nasal]) {
      const ids = protocol.checklist.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).not.toContain('baseline-vitals');
    }
    expect(iv.checklist.map(({ id }) => id)).toEqual([
      'identifiers',
      'consent',
      'escort',
      'fasting',
      'weight',
      'medicines',
      'pregnancy',
      'psychosis-screen',
      'cssrs',
      'substance-use',
      'allergies',
      'equipment',
      'iv-site',
      'call-button',
    ]);
    expect(nasal.checklist.map(({ id }) => id)).not.toContain('iv-site');
    expect(iv.checklist.every(({ hard }) => hard)).toBe(true);
    expect(iv.checklist.filter(({ expected }) => expected === 'no').map(({ id }) => id)).toEqual(['medicines']);
    expect(iv.checklist.filter(({ mayNotApply }) => mayNotApply).map(({ id }) => id)).toEqual(['fasting', 'pregnancy']);
  });

  it('[CLIN3] going home asks for escort, C-SSRS, instructions and no driving', () => {
    for (const protocol of [iv, im, nasal])
      expect(protocol.criteria.map(({ id }) => id)).toEqual([
        'escort-here',
        'cssrs-rechecked',
        'instructions-given',
        'no-driving',
      ]);
  });
});
