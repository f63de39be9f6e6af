import { useEffect } from 'react';

let screen = '';
let unanswered = 0;

const write = () => {
  document.title = `${unanswered === 0 ? '' : `(${unanswered}) `}${screen === '' ? '' : `${screen} · `}Chairside`;
};

/** What the window is called, as the tabs of a browser and a screen reader say it: the screen, a place; never a patient. */
export function useTitle(shown: string): void {
  useEffect(() => {
    screen = shown;
    write();
  }, [shown]);
}

/** How many alarms nobody answered: before the title, and as another icon, where the window itself is not in sight. */
export function countInTitle(count: number): void {
  unanswered = count;
  write();
  document.querySelector('link[rel="icon"]')?.setAttribute('href', count === 0 ? '/icon.svg' : '/icon-alarm.svg');
}
