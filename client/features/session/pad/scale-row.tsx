import { ALARM_MARK } from '../../../../shared/session/alarm-text.ts';
import { anchorOf, SCALES, type Scale, signed } from '../../../../shared/session/scales.ts';
import { toMs } from '../../../../shared/units.ts';
import { latestOf } from '../../../../shared/vitals/latest.ts';
import { cx } from '../../../components/cx.ts';
import { ageText } from '../../../components/duration.ts';
import { Segmented } from '../../../components/segmented.tsx';
import { useNow } from '../../../live/live.ts';
import { useVisit } from '../visit.ts';
import styles from './entry-pad.module.css';
import type { Raises } from './raised-by.ts';

interface ScaleRowProps {
  readonly scale: Scale;
  readonly value: number | undefined;
  readonly raises: Raises | undefined;
  readonly onChoose: (value: number) => void;
}

/** One scale, all its values in sight. What a value means stands in words once it is chosen. */
export function ScaleRow({ scale, value, raises, onChoose }: ScaleRowProps) {
  const { session } = useVisit();
  const last = latestOf(session, scale);
  const age = useNow((now) => (last === undefined ? undefined : ageText(now - toMs(last.at))));
  const row = SCALES[scale];
  const { label, best, anchors } = row;
  const word = value === undefined ? undefined : anchorOf(row, value);
  const shown = (one: number) => signed(row, one, '−');
  return (
    <div className={cx(styles.scale, anchors.length > 6 && styles.long)} data-scale={scale}>
      <span className={styles.words}>
        <span>
          <b>{label}</b> <span className={styles.last}>{best}</span>
        </span>
        {raises !== undefined ? (
          <span className={styles[raises.priority]}>
            {raises.priority === 'hold' ? raises.limit : `${ALARM_MARK[raises.priority]} ${word ?? raises.limit}`}
          </span>
        ) : (
          <span className={word === undefined ? styles.last : styles.anchor}>
            {word ?? (last === undefined ? 'not observed yet' : `last ${shown(last.value)} · ${age}`)}
          </span>
        )}
      </span>
      <Segmented
        label={`${label}, ${best}`}
        segments={anchors.map(({ value: one, label: means }) => ({
          value: one,
          label: shown(one),
          said: `${label} ${shown(one)}, ${means}`,
        }))}
        value={value}
        onChoose={onChoose}
        onClear={() => value !== undefined && onChoose(value)}
      />
    </div>
  );
}
