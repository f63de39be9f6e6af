import { describe, expect, it } from 'vitest';
import { historyQuery, readSearch } from './history-search.ts';
import { periodOf } from './period.ts';

const STAFF = '01930000-0000-7000-8000-00000000000b';

describe('the address of the history', () => {
  it('[UI90] reads back every filter that it can hold', () => {
    const search = {
      from: '2026-11-01',
      to: '2026-11-24',
      staff: STAFF,
      chartedBy: STAFF,
      reviewedBy: STAFF,
      chair: STAFF,
      patient: STAFF,
      indication: 'PTSD',
      protocol: STAFF,
      status: 'all',
      flag: 'alarm-high',
      sort: '-maxSystolic',
      session: STAFF,
    };
    expect(readSearch(search)).toEqual(search);
  });

  it('[UI90] leaves out what makes no sense and keeps the rest', () => {
    expect(
      readSearch({
        range: 'yesterday',
        from: '2026-13-01',
        staff: 'somebody',
        sort: 'colour',
        flag: ['overdue'],
        status: 'open',
        more: 1,
      }),
    ).toEqual({ status: 'open' });
  });

  it('[UI90] asks the server for finished visits of the last 30 days unless it says otherwise', () => {
    const ask = (search: Parameters<typeof readSearch>[0], words = '') => {
      const read = readSearch(search);
      return Object.fromEntries(historyQuery(read, periodOf(read, '2026-11-24'), words));
    };
    expect(ask({})).toEqual({ from: '2026-10-26', to: '2026-11-24', status: 'finished' });
    expect(ask({ range: 'all', status: 'all' })).toEqual({});
    expect(ask({ range: '7d', status: 'aborted', flag: 'overdue', staff: STAFF }, '  reyes ')).toEqual({
      from: '2026-11-18',
      to: '2026-11-24',
      status: 'aborted',
      flag: 'overdue',
      staff: STAFF,
      q: 'reyes',
    });
  });

  it('[UI91] has no place for a name', () => {
    expect(readSearch({ q: 'Reyes', words: 'Reyes', historyWords: 'Reyes' })).toEqual({});
  });
});
