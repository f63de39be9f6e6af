import { Volume2, VolumeX } from 'lucide-react';
import { stopwatch } from '../../components/duration.ts';
import { useMe, useNow } from '../../live/live.ts';
import styles from './sound-button.module.css';
import { chooseSound, endPause, isMeantToSound, pauseSound, speaker, useSound } from './sound-store.ts';

/** What can be heard here, as the audio itself says it: on, paused with an end, blocked by the browser, or quiet by choice. */
export function SoundButton() {
  const role = useMe()?.role;
  const meant = useSound((sound) => isMeantToSound(sound, role));
  const audio = useSound((sound) => sound.audio);
  const paused = useSound((sound) => sound.pausedUntilMs);
  const left = useNow((now) => (paused !== undefined && now < paused ? stopwatch(paused - now) : undefined));
  if (!meant)
    return (
      <button
        type="button"
        className={styles.quiet}
        onClick={() => chooseSound('on')}
        aria-label="Sound is off on this device. Turn on"
      >
        <VolumeX size={20} aria-hidden="true" />
      </button>
    );
  if (audio !== 'running')
    return (
      <span className={styles.off} data-sound="blocked">
        <VolumeX size={20} aria-hidden="true" />
        <span role="status">
          <b>No sound</b>
          <small>blocked by the browser</small>
        </span>
        <button type="button" onClick={() => speaker.wake()}>
          Turn on<span className="vh"> the sound</span>
        </button>
      </span>
    );
  if (left !== undefined)
    return (
      <span className={styles.off} data-sound="paused">
        <VolumeX size={20} aria-hidden="true" />
        <span>
          <b>Sound off</b>
          <small>on again in {left}</small>
        </span>
        {role !== 'physician' && (
          <button type="button" onClick={() => chooseSound('quiet')}>
            Keep off
          </button>
        )}
        <button type="button" onClick={endPause}>
          Turn on<span className="vh"> the sound</span>
        </button>
      </span>
    );
  return (
    <button type="button" className={styles.on} onClick={pauseSound} aria-label="Pause the sound for 2 minutes" data-sound="on">
      <Volume2 size={20} aria-hidden="true" />
    </button>
  );
}
