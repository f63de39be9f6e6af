import type { AnchoredScale } from './anchored-scale.ts';

/** Richmond Agitation-Sedation Scale, 0 = alert and calm. Source: clinical tables "Scores" (read in the source). */
export const RASS = {
  id: 'rass',
  label: 'RASS',
  anchors: [
    { value: 4, label: 'combative' },
    { value: 3, label: 'very agitated' },
    { value: 2, label: 'agitated' },
    { value: 1, label: 'restless' },
    { value: 0, label: 'alert and calm' },
    { value: -1, label: 'drowsy, eye contact more than 10 s' },
    { value: -2, label: 'eye contact less than 10 s' },
    { value: -3, label: 'moves to voice, no eye contact' },
    { value: -4, label: 'only to touch' },
    { value: -5, label: 'unrousable' },
  ],
} as const satisfies AnchoredScale;
