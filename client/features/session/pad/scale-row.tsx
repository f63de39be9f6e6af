import { type AnchoredScale, anchorOf } from '../../../../shared/scores/anchored-scale.ts';
import { DISSOCIATION } from '../../../../shared/scores/dissociation.ts';
import { MOAAS } from '../../../../shared/scores/moaas.ts';
import { NAUSEA } from '../../../../shared/scores/nausea.ts';
import { PAIN_NRS } from '../../../../shared/scores/pain-nrs.ts';
import { RASS } from '../../../../shared/scores/rass.ts';
import { ALARM_MARK } from '../../../../shared/session/alarm-text.ts';
import { SCALES, type Scale } from '../../../../shared/session/signs.ts';
import { toMs } from '../../../../shared/units.ts';
import { latestScaleOf } from '../../../../shared/vitals/latest.ts';
import { cx } from '../../../components/cx.ts';
import { ageText } from '../../../components/duration.ts';
import { Segmented } from '../../../components/segmented.tsx';
import { useNow } from '../../../live/live.ts';
import { useVisit } from '../visit.ts';
import styles from './entry-pad.module.css';
import type { Raises } from './raised-by.ts';

const ANCHORS: Readonly<Partial<Record<Scale, AnchoredScale>>> = {
  moaas: MOAAS,
  dissociation: DISSOCIATION,
  nausea: NAUSEA,
  rass: RASS,
  pain: PAIN_NRS,
};
/** The end of the scale that is well, beside its name. */
const BEST: Readonly<Record<Scale, string>> = {
  moaas: '5 = alert',
  dissociation: '0 = none',
  nausea: '0 = none',
  pain: '0 = none',
  rass: '0 = calm',
};

interface ScaleRowProps {
  readonly scale: Scale;
  readonly value: number | undefined;
  readonly raises: Raises | undefined;
  readonly onChoose: (value: number) => void;
}

/** One scale, all its values in sight. What a value means stands in words once it is chosen. */
export function ScaleRow({ scale, value, raises, onChoose }: ScaleRowProps) {
  const { session } = useVisit();
  const last = latestScaleOf(session, scale);
  const age = useNow((now) => (last === undefined ? undefined : ageText(now - toMs(last.at))));
  const { label, min, max } = SCALES[scale];
  const anchors = ANCHORS[scale];
  const word = value === undefined || anchors === undefined ? undefined : anchorOf(anchors, value);
  const values = anchors?.anchors.map((anchor) => anchor.value) ?? Array.from({ length: max - min + 1 }, (_, step) => min + step);
  const shown = (one: number) => (scale === 'rass' && one > 0 ? `+${one}` : String(one).replace('-', '−'));
  return (
    <div className={cx(styles.scale, values.length > 6 && styles.long)} data-scale={scale}>
      <span className={styles.words}>
        <span>
          <b>{label}</b> <span className={styles.last}>{BEST[scale]}</span>
        </span>
        {raises !== undefined && raises.priority !== 'hold' ? (
          <span className={styles[raises.priority]}>
            {ALARM_MARK[raises.priority]} {word ?? raises.limit}
          </span>
        ) : (
          <span className={word === undefined ? styles.last : styles.anchor}>
            {word ?? (last === undefined ? 'not observed yet' : `last ${shown(last.value)} · ${age}`)}
          </span>
        )}
      </span>
      <Segmented
        label={`${label}, ${BEST[scale]}`}
        segments={values.map((one) => ({
          value: one,
          label: shown(one),
          said: `${label} ${shown(one)}${anchors === undefined ? '' : `, ${anchorOf(anchors, one) ?? ''}`}`,
        }))}
        value={value}
        onChoose={onChoose}
        onClear={() => value !== undefined && onChoose(value)}
      />
    </div>
  );
}
