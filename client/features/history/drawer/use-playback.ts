import { useCallback, useEffect, useState } from 'react';

/** How many times faster than the visit itself. */
const SPEEDS: readonly [number, number, number] = [60, 240, 600];
const TICK_MS = 100;

export interface Playback {
  readonly atMs: number;
  readonly playing: boolean;
  readonly speed: number;
  readonly seek: (atMs: number) => void;
  /** Plays or pauses; at the end it starts over. */
  readonly toggle: () => void;
  readonly faster: () => void;
}

/** Plays a stretch of time. Stops at its end. */
export function usePlayback({ fromMs, toMs, beginMs }: Readonly<Record<'fromMs' | 'toMs' | 'beginMs', number>>): Playback {
  const [atMs, setAtMs] = useState(beginMs);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(SPEEDS[1]);

  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setAtMs((before) => Math.min(toMs, before + speed * TICK_MS)), TICK_MS);
    return () => clearInterval(timer);
  }, [playing, speed, toMs]);

  useEffect(() => {
    if (atMs >= toMs) setPlaying(false);
  }, [atMs, toMs]);

  const seek = useCallback((to: number) => setAtMs(Math.min(toMs, Math.max(fromMs, to))), [fromMs, toMs]);
  const toggle = useCallback(() => {
    setAtMs((before) => (before >= toMs ? fromMs : before));
    setPlaying((before) => !before);
  }, [fromMs, toMs]);
  const faster = useCallback(() => setSpeed((before) => SPEEDS[(SPEEDS.indexOf(before) + 1) % SPEEDS.length] ?? SPEEDS[0]), []);
  return { atMs, playing, speed, seek, toggle, faster };
}
