import type { Protocol, QuickEvent } from './protocol.ts';

/** What is said most often at the chair, for protocols that name nothing of their own. To be confirmed by a clinician before use. */
export const USUAL_EVENTS: readonly QuickEvent[] = [
  { id: 'nausea', label: 'Nausea', kind: 'symptom' },
  { id: 'headache', label: 'Headache', kind: 'symptom' },
  { id: 'dizziness', label: 'Dizziness', kind: 'symptom' },
  { id: 'anxiety', label: 'Anxiety', kind: 'symptom' },
  { id: 'restlessness', label: 'Restlessness', kind: 'symptom' },
  { id: 'blurred-vision', label: 'Blurred vision', kind: 'symptom' },
  { id: 'vomiting', label: 'Vomiting', kind: 'symptom' },
  { id: 'chest-discomfort', label: 'Chest discomfort', kind: 'symptom' },
  { id: 'line-pain', label: 'Pain at the IV site', kind: 'symptom' },
  { id: 'resting-calmly', label: 'Resting calmly, eyes closed', kind: 'note' },
  { id: 'talking', label: 'Talking, oriented', kind: 'note' },
  { id: 'tearful', label: 'Tearful, wants company', kind: 'note' },
  { id: 'toilet', label: 'To the toilet, with help', kind: 'note' },
  { id: 'drink', label: 'Drank water', kind: 'note' },
  { id: 'reassured', label: 'Reassured, feels safe', kind: 'note' },
];

/** The quick events of a protocol, of one kind, in its order. */
export function quickEventsOf({ quickEvents }: Pick<Protocol, 'quickEvents'>, kind: QuickEvent['kind']): QuickEvent[] {
  return (quickEvents ?? USUAL_EVENTS).filter((event) => event.kind === kind);
}

/** Quick events from their labels, as somebody lists them: ids are made of the words, the same words once. */
export function quickEventsFrom(labels: readonly string[], kind: QuickEvent['kind']): QuickEvent[] {
  const byId = new Map<string, QuickEvent>();
  for (const label of labels.map((text) => text.trim()).filter((text) => text !== '')) {
    const slug = label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
    const id = `${kind}-${slug}`.slice(0, 60);
    if (!byId.has(id)) byId.set(id, { id, label, kind });
  }
  return [...byId.values()];
}
