import { type Burst, HARMONICS, PITCH_HZ } from './bursts.ts';

/** Rise and fall of a pulse, in seconds: 20 % of the shortest one. */
const RAMP_S = 0.03;

/** Puts a burst into the graph of a context, from a moment of its clock on; returns what takes it out again. */
function playBurst(context: BaseAudioContext, { pulses }: Burst, from: number, loudness: number): () => void {
  const out = context.createGain();
  out.gain.value = loudness / HARMONICS.reduce((sum, { level }) => sum + level, 0);
  out.connect(context.destination);
  const oscillators = pulses.flatMap(({ at, lasts }) => {
    const start = from + at;
    const shape = context.createGain();
    shape.gain.setValueAtTime(0, start);
    shape.gain.linearRampToValueAtTime(1, start + RAMP_S);
    shape.gain.setValueAtTime(1, start + lasts - RAMP_S);
    shape.gain.linearRampToValueAtTime(0, start + lasts);
    shape.connect(out);
    return HARMONICS.map(({ times, level }) => {
      const oscillator = context.createOscillator();
      oscillator.frequency.value = PITCH_HZ * times;
      const part = context.createGain();
      part.gain.value = level;
      oscillator.connect(part).connect(shape);
      oscillator.start(start);
      oscillator.stop(start + lasts);
      return oscillator;
    });
  });
  return () => {
    for (const oscillator of oscillators) oscillator.stop();
    out.disconnect();
  };
}

/** Whether something can be heard: what the audio context itself says, not what somebody wished. */
export type Audio = 'off' | 'running' | 'blocked';

/** The loudspeaker of this page. */
export interface Speaker {
  /** Asks for sound; the first time within a tap the browser lets it through. A context that stopped is made anew. */
  readonly wake: () => void;
  readonly play: (burst: Burst, loudness: number) => void;
  readonly hush: () => void;
}

export function createSpeaker(tell: (audio: Audio) => void): Speaker {
  let context: AudioContext | undefined;
  let stop = () => {};
  const say = () => tell(context?.state === 'running' ? 'running' : 'blocked');
  const make = () => {
    if (typeof AudioContext === 'undefined') return undefined;
    const made = new AudioContext();
    made.onstatechange = () => made === context && say();
    return made;
  };
  return {
    wake: () => {
      if (context?.state !== 'running') {
        void context?.close().catch(() => undefined);
        context = make();
      }
      // One that the browser keeps waiting is let through at the next tap.
      void context?.resume().then(say, say);
      say();
    },
    play: (burst, loudness) => {
      if (context?.state !== 'running') return say();
      stop();
      stop = playBurst(context, burst, context.currentTime + RAMP_S, loudness);
    },
    hush: () => {
      stop();
      stop = () => {};
    },
  };
}
