import { Pause, Play } from 'lucide-react';
import type { CSSProperties } from 'react';
import { MINUTE_MS } from '../../../../shared/units.ts';
import styles from './drawer.module.css';
import own from './scrubber.module.css';
import type { Playback } from './use-playback.ts';

interface ScrubberProps {
  readonly playback: Playback;
  readonly fromMs: number;
  readonly toMs: number;
  /** The moment in words, for a screen reader. */
  readonly said: string;
}

/** Moves through a visit: by hand minute by minute, or by itself. */
export function Scrubber({ playback: { atMs, playing, speed, seek, toggle, faster }, fromMs, toMs, said }: ScrubberProps) {
  const done = toMs > fromMs ? ((atMs - fromMs) / (toMs - fromMs)) * 100 : 0;
  return (
    <div className={own.scrub}>
      <button type="button" className={styles.play} aria-label={playing ? 'Pause the replay' : 'Play the visit'} onClick={toggle}>
        {playing ? <Pause size={20} aria-hidden="true" /> : <Play size={20} aria-hidden="true" />}
      </button>
      <input
        type="range"
        className={own.slider}
        aria-label="Moment of the visit"
        aria-valuetext={said}
        min={fromMs}
        max={toMs}
        step={MINUTE_MS}
        value={atMs}
        style={{ '--done': `${done}%` } as CSSProperties}
        onChange={(event) => seek(Number(event.target.value))}
      />
      <button type="button" className={styles.speed} aria-label={`Speed ${speed} times`} onClick={faster}>
        {speed}×
      </button>
    </div>
  );
}
