import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Problem } from '../../../shared/wire/problem.ts';
import { faultsOfIssues, faultsOfProblem, firstFault } from './faults.ts';

const schema = z
  .strictObject({
    dose: z.number().positive().max(20),
    route: z.enum(['iv', 'im']),
    escort: z.strictObject({ name: z.string().min(1) }).optional(),
    items: z.array(z.int()),
  })
  .refine(({ dose, route }) => route !== 'im' || dose < 10, { message: 'Too much for one injection', path: ['dose'] });
const values = { dose: '', route: undefined, 'escort.name': '', items: [] as number[] };
const says = { dose: (typed: string) => `${typed === '' ? 'No' : typed} dose`, route: 'Choose a route', 'escort.name': 'Who?' };
const about = { values, says };

const issuesOf = (data: unknown) => schema.safeParse(data).error?.issues ?? [];
const problem = (more: Partial<Problem>): Problem => ({
  ...{ type: 'about:blank', title: 'Refused', status: 422, code: 'malformed', detail: 'Something is wrong.' },
  ...more,
});

describe('the faults of a form', () => {
  it('[UI116, UI127] what the schema refuses stands at its field, in the words of the form', () => {
    const faults = faultsOfIssues(about, issuesOf({ dose: Number.NaN, escort: { name: '' }, items: [1, 0.5] }));
    expect(faults).toMatchObject({ dose: 'No dose', route: 'Choose a route', 'escort.name': 'Who?' });
    expect(Object.keys(faults)).toContain('items');
    expect(firstFault(values, faults)).toBe('dose');
  });

  it('[UI127] a rule over several fields is said in its own words', () => {
    expect(faultsOfIssues(about, issuesOf({ dose: 12, route: 'im', items: [] }))).toEqual({
      dose: 'Too much for one injection.',
    });
  });

  it('[UI128] the server’s refusal stands at the part that it names, or that its code is about', () => {
    const named = problem({ errors: [{ path: 'data.escort.name', message: 'Too long' }] });
    expect(faultsOfProblem(about, named)).toEqual({ 'escort.name': 'Too long' });
    const coded = problem({ code: 'route-differs', detail: 'The plan is by mouth.' });
    expect(faultsOfProblem({ ...about, refusals: { 'route-differs': 'route' } }, coded)).toEqual({
      route: 'The plan is by mouth.',
    });
  });

  it('[UI128] what no field shows is nobody’s fault', () => {
    expect(faultsOfProblem(about, problem({ errors: [{ path: 'data.toString', message: 'Unknown' }] }))).toEqual({});
    expect(faultsOfProblem(about, problem({ code: 'wrong-phase' }))).toEqual({});
  });

  it('[UI128] a part under another name is shown where it was typed', () => {
    const parts = { ...about, fieldOf: ([head]: readonly PropertyKey[]) => (head === 'plannedStart' ? 'dose' : String(head)) };
    expect(faultsOfProblem(parts, problem({ errors: [{ path: 'data.plannedStart', message: 'No time' }] }))).toEqual({
      dose: 'No time',
    });
  });
});
