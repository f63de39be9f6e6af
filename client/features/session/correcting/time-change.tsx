import { type Instant, MINUTE_MS, toInstant, toMs } from '../../../../shared/units.ts';
import { Button } from '../../../components/button.tsx';
import { ButtonsField } from '../../../components/form/field.tsx';
import type { FieldProps } from '../../../components/form/use-form.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
import times from '../entry/time-choice.module.css';

/** Steps back and forth, in minutes. */
const STEPS = [-60, -10, -1, 1, 10] as const;

/** When the entry really happened: by steps from the time that stands in the record, and back to it. */
export function TimeChange({ was, ...field }: FieldProps<Instant> & { readonly was: Instant }) {
  const { time, date } = useClinicTime();
  const isMoved = field.value !== was;
  // Another day is never just a time.
  const said = date(field.value) === date(was) ? time(field.value) : `${date(field.value)} ${time(field.value)}`;
  const move = (minutes: number) => field.onChange(toInstant(toMs(field.value) + minutes * MINUTE_MS));
  return (
    <ButtonsField name={field.name} error={field.error}>
      <div className={times.row}>
        <span role="status">
          Happened at <b>{said}</b>
          {isMoved && <> · was {time(was)}</>}
        </span>
        <fieldset className={times.steps}>
          <legend className="vh">Time {said}</legend>
          {STEPS.map((minutes) => (
            <Button
              key={minutes}
              aria-label={minutes < 0 ? `${-minutes} minutes earlier` : `${minutes} minutes later`}
              onClick={() => move(minutes)}
            >
              {minutes < 0 ? `−${-minutes}` : `+${minutes}`}
            </Button>
          ))}
          {isMoved && <Button onClick={() => field.onChange(was)}>As it was</Button>}
        </fieldset>
      </div>
    </ButtonsField>
  );
}
