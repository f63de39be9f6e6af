import type { ChecklistItem, Criterion, Protocol } from './protocol.ts';

const item = (
  id: string,
  label: string,
  more: Partial<Pick<ChecklistItem, 'expected' | 'mayNotApply' | 'asks'>> = {},
): ChecklistItem => ({
  id,
  label,
  hard: true,
  expected: 'yes',
  mayNotApply: false,
  ...more,
});

/** The id of the pregnancy test, and what its answers want said further. */
export const PREGNANCY_ITEM = 'pregnancy';
export const PREGNANCY_ASKS: NonNullable<ChecklistItem['asks']> = {
  yes: { label: 'When it was tested', quick: ['Today', 'Yesterday'] },
  'not-applicable': {
    label: 'Why it does not apply',
    quick: ['Cannot become pregnant', 'After the menopause', 'Declined, physician told'],
  },
};

/**
 * What is asked before the start. Any failed item blocks; a physician may override it with a reason. The baseline and the
 * second person's check of dose and pump are not asked: they follow from the record.
 * Source: clinical tables "Before the start, and before going home".
 */
export function defaultChecklist(route: Protocol['route']): ChecklistItem[] {
  return [
    item('identifiers', 'Two identifiers checked'),
    item('consent', 'Consent is current'),
    item('escort', 'Escort named'),
    item('fasting', 'Fasted as the clinic asks', { mayNotApply: true }),
    item('weight', 'Weighed today'),
    item('medicines', 'Medicines changed since last time? (benzodiazepine, lamotrigine, MAOI, stimulant)', { expected: 'no' }),
    item(PREGNANCY_ITEM, 'Pregnancy test negative', {
      mayNotApply: true,
      asks: PREGNANCY_ASKS,
    }),
    item('psychosis-screen', 'Psychosis and mania screened, no sign'),
    item('cssrs', 'C-SSRS asked, risk not high'),
    item('substance-use', 'Substance use asked, nothing against the start'),
    item('allergies', 'Allergies asked'),
    item('equipment', 'Oxygen, suction and crash kit checked'),
    ...(route === 'iv' ? [item('iv-site', 'IV site looked at, line patent')] : []),
    item('call-button', 'Call button shown'),
  ];
}

/** The id of the C-SSRS re-check. */
export const RECHECK_CRITERION = 'cssrs-rechecked';

/** The id of the escort, who is named with how somebody knows that it is them. */
export const ESCORT_CRITERION = 'escort-here';

/** What a person confirms before going home; minutes, readings, score and limits follow from the record, the C-SSRS from its result. */
export function defaultCriteria(): Criterion[] {
  return [
    { id: ESCORT_CRITERION, label: 'Escort is here', missing: 'escort not here' },
    { id: RECHECK_CRITERION, label: 'C-SSRS re-checked', missing: 'C-SSRS not re-checked', result: 'cssrs' },
    { id: 'instructions-given', label: 'Written instructions given', missing: 'instructions not given' },
    { id: 'no-driving', label: 'No driving until the next day after sleep, understood', missing: 'driving not discussed' },
  ];
}
