import { X } from 'lucide-react';
import { useMemo } from 'react';
import { planSchema } from '../../../../shared/clinic/records.ts';
import type { ClinicState } from '../../../../shared/clinic/state.ts';
import { HISTORY_FLAGS, HISTORY_STATUSES } from '../../../../shared/wire/history.ts';
import { useClinic } from '../../../live/live.ts';
import { DEFAULT_STATUS, type HistorySearch, NARROWING } from '../history-search.ts';
import type { Period } from '../period.ts';
import type { Address } from '../use-address.ts';
import { ChoiceFilter, type FilterChoice } from './choice-filter.tsx';
import styles from './filters.module.css';
import { NameSearch } from './name-search.tsx';
import { PeriodFilter } from './period-filter.tsx';

const ALL: FilterChoice = { id: 'all', label: 'all' };

const STATUSES: readonly FilterChoice[] = [
  { id: 'finished', label: 'finished' },
  { id: 'all', label: 'all' },
  { id: 'open', label: 'not over' },
  { id: 'discharged', label: 'discharged' },
  { id: 'aborted', label: 'aborted' },
  { id: 'cancelled', label: 'cancelled' },
];

const SHOWN_STATUSES = ['all', ...HISTORY_STATUSES] as const;

const FLAGS: readonly FilterChoice[] = [
  { id: 'any', label: 'any' },
  { id: 'alarm-high', label: '*** alarm' },
  { id: 'alarm-medium', label: '** alarm' },
  { id: 'overdue', label: 'vitals overdue' },
  { id: 'stopped-early', label: 'stopped early' },
  { id: 'override', label: 'overridden' },
  { id: 'corrected', label: 'corrected' },
  { id: 'adverse-event', label: 'adverse event' },
  { id: 'unanswered', label: 'alarm not answered' },
  { id: 'unsigned', label: 'not signed' },
];

/** All filters in one row; each changes the address, and the address is the only place where they are kept. */
export function FilterBar({ address, period }: { readonly address: Address; readonly period: Period }) {
  const { search, words, change, lookFor, clear } = address;
  const clinic = useClinic((state) => state);
  const choices = useMemo(() => choicesOf(clinic), [clinic]);
  const one = (name: ChoiceName, label: string) => (
    <ChoiceFilter
      label={label}
      choices={choices[name]}
      value={search[name] ?? ALL.id}
      usual={ALL.id}
      onChoose={(id) => change({ [name]: id === ALL.id ? undefined : id })}
    />
  );
  const isNarrow = words !== '' || isNarrowed(search);
  return (
    <>
      <PeriodFilter address={address} period={period} />
      {one('staff', 'Staff')}
      {one('chartedBy', 'Charted by')}
      {one('reviewedBy', 'Reviewed by')}
      {one('chair', 'Chair')}
      {one('indication', 'Indication')}
      {choices.protocol.length > 2 && (
        <span className={search.protocol === undefined ? styles.second : styles.always}>{one('protocol', 'Protocol')}</span>
      )}
      <ChoiceFilter
        label="Status"
        choices={STATUSES}
        value={search.status ?? DEFAULT_STATUS}
        usual={DEFAULT_STATUS}
        onChoose={(id) => change({ status: SHOWN_STATUSES.find((status) => status === id && status !== DEFAULT_STATUS) })}
      />
      <ChoiceFilter
        label="Flag"
        choices={FLAGS}
        value={search.flag ?? 'any'}
        usual="any"
        onChoose={(id) => change({ flag: HISTORY_FLAGS.find((flag) => flag === id) })}
      />
      <NameSearch words={words} onLook={lookFor} />
      {search.patient !== undefined && (
        <button type="button" className={styles.filter} onClick={() => change({ patient: undefined })}>
          One patient <X size={16} aria-label="Show all patients" />
        </button>
      )}
      {isNarrow && (
        <button type="button" className={styles.clear} onClick={clear}>
          Clear filters
        </button>
      )}
    </>
  );
}

/** Whether the list shows less, or other, than when it is opened. */
export function isNarrowed(search: HistorySearch): boolean {
  const { range, from, to, status } = search;
  return [range, from, to, status, ...NARROWING.map((name) => search[name])].some((value) => value !== undefined);
}

type ChoiceName = 'staff' | 'chartedBy' | 'reviewedBy' | 'chair' | 'indication' | 'protocol';

function choicesOf({ staff, chairs, protocols }: ClinicState): Record<ChoiceName, FilterChoice[]> {
  const inCare = [...staff.values()]
    .filter(({ role }) => role === 'nurse' || role === 'physician')
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const care = inCare.map(({ id, name }) => ({ id, label: name }));
  const physicians = care.filter(({ id }) => staff.get(id)?.role === 'physician');
  const inOrder = [...chairs.values()].sort((a, b) => a.order - b.order);
  return {
    staff: [ALL, ...care],
    chartedBy: [ALL, ...care],
    reviewedBy: [ALL, ...physicians],
    chair: [ALL, ...inOrder.map(({ id, label, state }) => ({ id, label: state === 'retired' ? `${label} (retired)` : label }))],
    indication: [ALL, ...planSchema.shape.indication.options.map((name) => ({ id: name, label: name }))],
    protocol: [
      ALL,
      ...[...protocols.values()].flatMap((versions) => versions.slice(-1)).map(({ id, name }) => ({ id, label: name })),
    ],
  };
}
