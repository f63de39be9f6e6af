import { ALARM_MARK } from '../../../../shared/session/alarm-text.ts';
import { shownSign, shownValue } from '../../../../shared/session/shown-sign.ts';
import type { Sign } from '../../../../shared/session/signs.ts';
import { toMs } from '../../../../shared/units.ts';
import { latestOf } from '../../../../shared/vitals/latest.ts';
import { cx } from '../../../components/cx.ts';
import { ageText } from '../../../components/duration.ts';
import { useFormats } from '../../../live/clinic-time.ts';
import { useNow } from '../../../live/live.ts';
import { useVisit } from '../visit.ts';
import styles from './entry-pad.module.css';
import type { Raises } from './raised-by.ts';
import { type Digits, spell } from './typed-value.ts';

interface PadFieldProps {
  readonly sign: Sign;
  readonly digits: Digits;
  readonly notMeasured: boolean;
  /** How a sign is called that is left without a value. */
  readonly leftOut?: string;
  /** What stands beside it instead of the last value of the visit. */
  readonly before?: string;
  readonly active: boolean;
  readonly fault: string | undefined;
  readonly raises: Raises | undefined;
  readonly onFocus: () => void;
}

/** One number of the set: empty until typed, the last value small beside it, what is wrong or what it will raise in its place. */
export function PadField(props: PadFieldProps) {
  const { sign, digits, notMeasured, leftOut = 'not measured', active, fault, raises, onFocus } = props;
  const { session } = useVisit();
  const last = latestOf(session, sign);
  const age = useNow((now) => (last === undefined ? undefined : ageText(now - toMs(last.at))));
  const formats = useFormats();
  const row = shownSign(sign, formats);
  const { label, unit, min, max } = row;
  const lastValue = last === undefined ? undefined : shownValue(sign, last.value, formats);
  const before = props.before ?? (last === undefined ? 'last not measured' : `last ${lastValue} · ${age}`);
  const typed = digits === '' ? (notMeasured ? leftOut : 'empty') : `${spell(row, digits)} ${unit}`;
  const said = `${label}, ${typed}, ${before}${fault === undefined ? '' : `, ${fault}`}${raises === undefined ? '' : `, ${raises.words}`}`;
  return (
    <button
      type="button"
      className={cx(styles.field, active && styles.active, fault !== undefined && styles.faulty)}
      aria-current={active || undefined}
      data-sign={sign}
      onClick={onFocus}
    >
      <span className="vh">{said}</span>
      <span className={styles.words} aria-hidden="true">
        <b>{unit === '%' || unit === '°F' ? `${label} ${unit}` : label}</b>
        {fault !== undefined ? (
          <span className={styles.wrong}>
            {fault.includes('must be below') || fault.includes('both')
              ? fault.replace('Diastolic ', '')
              : `must be ${min} to ${max}`}
          </span>
        ) : raises !== undefined ? (
          <span className={styles[raises.priority]}>
            {raises.priority === 'hold' ? raises.limit : `${ALARM_MARK[raises.priority]} ${raises.limit}`}
          </span>
        ) : (
          <span className={styles.last}>
            {props.before !== undefined ? (
              props.before
            ) : last === undefined ? (
              <>
                <i>last </i>not measured
              </>
            ) : (
              <>
                <i>last </i>
                {lastValue} · {age?.replace(' ago', '')}
                <i>{age === 'now' ? '' : ' ago'}</i>
              </>
            )}
          </span>
        )}
      </span>
      <span className={styles.entry} aria-hidden="true">
        {notMeasured ? <small>{leftOut}</small> : spell(row, digits)}
        {active && !notMeasured && <i className={styles.caret} />}
      </span>
    </button>
  );
}
