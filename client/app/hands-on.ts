import { useEffect } from 'react';
import { MINUTE_MS } from '../../shared/units.ts';
import { get } from '../live/api.ts';
import { linkStore, meStore, serverClock } from '../live/live.ts';
import { lockTablet, tabletStore } from '../live/tablet.ts';

/** A sign-in ends after 30 min without a request; watching sends none. A screen that is touched says so this often. */
const SAY_EVERY_MS = 4 * MINUTE_MS;
const LOOK_EVERY_MS = 1_000;
/** Without a sign of life for so long nobody could be let in again: an untouched tablet stays as it is. */
const CUT_OFF_AFTER_MS = 20_000;
const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;

/** Watches for hands: keeps the sign-in of a screen in use open, and locks an enrolled tablet that nobody touches. */
export function useHandsOn(): void {
  useEffect(() => {
    // The device's clock, which runs on while the tablet sleeps.
    let touchedAt = Date.now();
    let saidAt = touchedAt;
    const onTouch = () => {
      touchedAt = Date.now();
      if (touchedAt - saidAt < SAY_EVERY_MS || tabletStore.getState().locked) return;
      saidAt = touchedAt;
      void get('/api/me').then((answer) => {
        if (!answer.ok && answer.status === 401) linkStore.setState({ stopped: 'signed-out' });
      });
    };
    const look = () => {
      const { device, locked } = tabletStore.getState();
      const { me } = meStore.getState();
      if (locked || device?.enrolled !== true || me === undefined || me === null) return;
      const isCutOff = (serverClock.silentForMs() ?? 0) > CUT_OFF_AFTER_MS;
      if (!isCutOff && Date.now() - touchedAt >= device.lockAfterMs) lockTablet();
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    for (const touch of TOUCHES) addEventListener(touch, onTouch, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const touch of TOUCHES) removeEventListener(touch, onTouch, { capture: true });
    };
  }, []);
}
