import { describe, expect, it } from 'vitest';
import { METRIC } from '../../../../shared/clinic/formats.ts';
import { US_CUSTOMARY } from '../../../../shared/clinic/proposed-formats.ts';
import { protocolSchema } from '../../../../shared/clinic/protocol.ts';
import { watchOf } from '../../../../shared/clinic/watch.ts';
import { IM, IV, NASAL } from '../../../../tests/support/given-visit.ts';
import { boundsText, readProtocol, type Typed, typedProtocol } from './protocol-fields.ts';

const questionsOf = (protocol: typeof IV) => ({
  required: protocol.vitals.required,
  checklist: protocol.checklist,
  criteria: protocol.criteria,
  watched: watchOf(protocol).conditions,
});

describe('a protocol in the fields', () => {
  it.each([IV, IM, NASAL])('[UI113] $name read back unchanged is the same but for its version', (protocol) => {
    const read = protocolSchema.parse(readProtocol(typedProtocol(protocol, METRIC), questionsOf(protocol), protocol, METRIC));
    expect(read).toEqual({ ...protocol, version: 2 });
  });

  it('[UI114] a number that was changed comes from this clinic, the others keep their source', () => {
    const typed = { ...typedProtocol(IV, METRIC), 'vitals.duringEveryMin': '5', 'limits.systolic.medium.high': '150' };
    const read = protocolSchema.parse(readProtocol(typed, questionsOf(IV), IV, METRIC));
    expect(read.vitals.duringEveryMin).toBe(5);
    expect(read.limits.systolic.medium).toEqual({ low: 90, high: 150 });
    expect(read.source['vitals.duringEveryMin']).toBe('this clinic, version 2');
    expect(read.source['limits.systolic']).toBe('this clinic, version 2');
    expect(read.source['vitals.recoveryEveryMin']).toBe(IV.source['vitals.recoveryEveryMin']);
    expect(read.source['limits.diastolic']).toBe(IV.source['limits.diastolic']);
  });

  it('[UI116] what is no number is refused where it stands; an emptied limit is none', () => {
    const wrong = protocolSchema.safeParse(
      readProtocol(
        { ...typedProtocol(IV, METRIC), 'vitals.graceMin': 'soon', 'limits.spo2.high.low': '9o' },
        questionsOf(IV),
        IV,
        METRIC,
      ),
    );
    expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual(['vitals.graceMin', 'limits.spo2.high.low']);
    const emptied = { ...typedProtocol(IV, METRIC), 'limits.spo2.high.low': ' ', 'vitals.graceMin': '2,5' };
    const read = protocolSchema.parse(readProtocol(emptied, questionsOf(IV), IV, METRIC));
    expect(read.limits.spo2.high).toBeUndefined();
    expect(read.vitals.graceMin).toBe(2.5);
  });

  it('[CLIN23] whom to look at twice is the clinic’s to say; a protocol that says nothing watches from 50 on and hypertension', () => {
    const { watch: _, ...silent } = IV;
    expect(watchOf(silent)).toEqual({ olderFromYears: 50, conditions: ['hypertension'] });
    const typed = { ...typedProtocol(silent, METRIC), 'watch.olderFromYears': '65' };
    const read = readProtocol(typed, { ...questionsOf(IV), watched: ['epilepsy'] }, silent, METRIC);
    expect(watchOf(protocolSchema.parse(read))).toEqual({ olderFromYears: 65, conditions: ['epilepsy'] });
    const young = { ...typed, 'watch.olderFromYears': '12' };
    expect(protocolSchema.safeParse(readProtocol(young, questionsOf(IV), IV, METRIC)).success).toBe(false);
  });

  it('[UI113] a question without words is left out', () => {
    const questions = { ...questionsOf(IV), criteria: [...IV.criteria, { id: 'question-9', label: '  ' }] };
    expect(protocolSchema.parse(readProtocol(typedProtocol(IV, METRIC), questions, IV, METRIC)).criteria).toEqual(IV.criteria);
  });

  it('[UI161] limits of a temperature are read and typed in °F; one that nobody touched stays what it was', () => {
    const limits = { ...IV.limits, temperatureC: { medium: { low: 35.5, high: 38.3 }, high: { high: 39 } } };
    const last = { ...IV, limits };
    const typed = typedProtocol(last, US_CUSTOMARY);
    expect(typed['limits.temperatureC.medium.high']).toBe('100.9');
    const read = (changed: Typed) =>
      protocolSchema.parse(readProtocol({ ...typed, ...changed }, questionsOf(IV), last, US_CUSTOMARY));
    expect(read({}).limits).toEqual(limits);
    const changed = read({ 'limits.temperatureC.medium.high': '100.4', 'limits.temperatureC.high.high': '' });
    expect(changed.limits).toEqual({ ...limits, temperatureC: { medium: { low: 35.5, high: 38 } } });
    expect(changed.source['limits.temperatureC']).toBe('this clinic, version 2');
  });

  it('[UI114] limits are said as what acts', () => {
    expect(boundsText({ low: 90, high: 160 })).toBe('< 90 or > 160');
    expect(boundsText({ low: 0 })).toBe('< 0');
    expect(boundsText({ high: 20 })).toBe('> 20');
    expect(boundsText({ low: 1, high: 2 }, (bound) => bound * 10)).toBe('< 10 or > 20');
    expect(boundsText(undefined)).toBe('none');
  });
});
