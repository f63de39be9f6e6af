import { Calendar, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Dialog, DialogTrigger, Popover, Button as PressButton } from 'react-aria-components';
import { daySchema } from '../../../../shared/unit-schemas.ts';
import { Button } from '../../../components/button.tsx';
import { cx } from '../../../components/cx.ts';
import { DayField } from '../../../components/form/day-field.tsx';
import { useFormats } from '../../../live/clinic-time.ts';
import { DEFAULT_RANGE, type Period, periodText, RANGE_LABEL, RANGES } from '../period.ts';
import type { Address } from '../use-address.ts';
import styles from './filters.module.css';

interface PeriodFilterProps {
  readonly address: Address;
  readonly period: Period;
}

/** Which days: one of the usual ranges, or two days of one's own. The button always says the days themselves. */
export function PeriodFilter({ address: { search, change }, period }: PeriodFilterProps) {
  const { date } = useFormats();
  const isOwn = search.from !== undefined || search.to !== undefined;
  const range = isOwn ? undefined : (search.range ?? DEFAULT_RANGE);
  return (
    <DialogTrigger>
      <PressButton className={cx(styles.filter, range !== DEFAULT_RANGE && styles.set)}>
        <Calendar size={16} aria-hidden="true" className={styles.calendar} />
        <span className="vh">Period</span> <b>{periodText(period, date)}</b>
        <ChevronDown size={16} aria-hidden="true" />
      </PressButton>
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={4}>
        <Dialog className={styles.period ?? ''} aria-label="Period">
          {({ close }) => (
            <>
              <div className={styles.ranges}>
                {RANGES.map((one) => (
                  <button
                    key={one}
                    type="button"
                    className={styles.item}
                    aria-pressed={one === range}
                    onClick={() => {
                      change({ range: one === DEFAULT_RANGE ? undefined : one, from: undefined, to: undefined });
                      close();
                    }}
                  >
                    {RANGE_LABEL[one]}
                  </button>
                ))}
              </div>
              <OwnDays
                period={period}
                onChoose={({ from, to }) => {
                  change({ range: undefined, from, to });
                  close();
                }}
              />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const isDay = (typed: string) => daySchema.safeParse(typed).success;

function OwnDays({ period, onChoose }: { readonly period: Period; readonly onChoose: (period: Required<Period>) => void }) {
  const [from, setFrom] = useState(period.from ?? '');
  const [to, setTo] = useState(period.to ?? '');
  const [error, setError] = useState<string>();
  return (
    <form
      className={styles.days}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isDay(from) || !isDay(to)) setError('Both days are needed');
        else if (to < from) setError('The last day is before the first');
        else onChoose({ from, to });
      }}
    >
      <DayField label="From" value={from} onChange={setFrom} />
      <DayField label="To" value={to} onChange={setTo} error={error} />
      <Button type="submit" size="pointer">
        Show these days
      </Button>
    </form>
  );
}
