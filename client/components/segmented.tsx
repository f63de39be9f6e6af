import { cx } from './cx.ts';
import styles from './segmented.module.css';

export interface Segment<V extends string | number> {
  readonly value: V;
  readonly label: string;
  /** Said instead of the label, e.g. `4, lethargic answer`. */
  readonly said?: string;
}

interface SegmentedProps<V extends string | number> {
  readonly label: string;
  readonly segments: readonly Segment<V>[];
  readonly value: V | undefined;
  /** Proposed by the app, waiting for a person: outlined, not filled. */
  readonly proposed?: V;
  /** Pressing the chosen one again takes it back when `onClear` is there. */
  readonly onChoose: (value: V) => void;
  readonly onClear?: () => void;
  readonly size?: 'pointer' | 'touch';
  readonly disabled?: boolean;
}

/** One of a few, all in sight. Buttons that say whether they are pressed; nothing is chosen beforehand. */
export function Segmented<V extends string | number>({
  label,
  segments,
  value,
  proposed,
  onChoose,
  onClear,
  size = 'touch',
  disabled = false,
}: SegmentedProps<V>) {
  return (
    <fieldset className={cx(styles.segments, styles[size])} disabled={disabled}>
      <legend className="vh">{label}</legend>
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          className={cx(styles.segment, segment.value === proposed && segment.value !== value && styles.proposed)}
          aria-pressed={segment.value === value}
          aria-label={
            segment.said === undefined || segment.said.includes(segment.label)
              ? segment.said
              : `${segment.label}, ${segment.said}`
          }
          onClick={() => (segment.value === value && onClear !== undefined ? onClear() : onChoose(segment.value))}
        >
          {segment.label}
        </button>
      ))}
    </fieldset>
  );
}
