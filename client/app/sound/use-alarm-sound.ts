import { useEffect, useRef } from 'react';
import type { BoardAlarm } from '../../../shared/views/board.ts';
import { useMe, useNow } from '../../live/live.ts';
import { BURSTS } from './bursts.ts';
import { endPause, isMeantToSound, speaker, useSound } from './sound-store.ts';

const LOUDNESS = 0.6;
const LOUDER = 1;

/** Sounds for what nobody answered, the most urgent of it, until somebody does. */
export function useAlarmSound(open: readonly BoardAlarm[]): void {
  const role = useMe()?.role;
  const meant = useSound((sound) => isMeantToSound(sound, role));
  const audio = useSound((sound) => sound.audio);
  const paused = useSound((sound) => sound.pausedUntilMs);
  const isPaused = useNow((now) => paused !== undefined && now < paused);
  useWaking(meant);
  useBreakingThrough(open, isPaused);

  const first = open.find(({ alarm }) => alarm.priority !== 'low')?.alarm;
  const priority = first?.priority;
  const unanswered = (first?.step ?? 0) > 0;
  const sounds = meant && audio === 'running' && !isPaused;
  useEffect(() => {
    const burst = priority === undefined ? undefined : BURSTS[priority];
    if (!sounds || burst === undefined) return;
    const play = () => speaker.play(burst, unanswered ? LOUDER : LOUDNESS);
    play();
    const timer = setInterval(play, 1_000 * (unanswered ? burst.everyUnanswered : burst.every));
    return () => {
      clearInterval(timer);
      speaker.hush();
    };
  }, [sounds, priority, unanswered]);
}

/** A browser lets nothing sound before somebody has touched the page, and may stop it any time: each touch asks again. */
function useWaking(meant: boolean): void {
  const audio = useSound((sound) => sound.audio);
  useEffect(() => {
    if (meant && audio === 'off') speaker.wake();
    if (!meant || audio !== 'blocked') return;
    const wake = () => speaker.wake();
    for (const touch of ['pointerup', 'keydown'] as const) document.addEventListener(touch, wake, { capture: true });
    return () => {
      for (const touch of ['pointerup', 'keydown'] as const) document.removeEventListener(touch, wake, { capture: true });
    };
  }, [meant, audio]);
}

/** A high alarm that was not there when the sound was paused, or that asks again, ends the pause. */
function useBreakingThrough(open: readonly BoardAlarm[], isPaused: boolean): void {
  const high = open.flatMap(({ alarm, also }) =>
    [alarm, ...also].filter(({ priority }) => priority === 'high').map(({ alarmId, position }) => `${alarmId} ${position}`),
  );
  const known = useRef<readonly string[]>([]);
  useEffect(() => {
    if (isPaused && high.some((one) => !known.current.includes(one))) endPause();
    known.current = high;
  });
}
