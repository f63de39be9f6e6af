import type { Anchor } from '../session/scales.ts';

/** One row of a discharge score: three answers, 2 the best. */
export interface DischargeItem {
  readonly id: string;
  readonly label: string;
  /** 2 first, as the sources print them. */
  readonly anchors: readonly Anchor[];
}

/** A score that says whether a patient may go home. */
export interface DischargeScale<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly maximum: number;
  /** Total from which a patient is fit for home; a protocol may ask for more. */
  readonly ready: number;
  readonly items: readonly DischargeItem[];
  /** The total, or `undefined` while a row is open. */
  readonly total: (items: DischargeAnswers) => number | undefined;
  /** What is wrong with a finished score, in a sentence; `undefined` when each row has one of its values and there is no other row. */
  readonly validate: (items: DischargeAnswers) => string | undefined;
}

/** Answers by row id. A row without an answer is open: it counts as nothing, never as 0. */
export type DischargeAnswers = Readonly<Record<string, number | undefined>>;

/** The last reading and observation that a proposal may be made from; what was not measured is absent. */
export interface DischargeReading {
  readonly systolic?: number | undefined;
  readonly heartRate?: number | undefined;
  readonly spo2?: number | undefined;
  /** Absent: nobody said, which is not the same as on air. */
  readonly onOxygen?: boolean | undefined;
  readonly nausea?: number | undefined;
  readonly pain?: number | undefined;
}

/** Builds a discharge scale from its rows. */
export function dischargeScale<Id extends string>(scale: {
  readonly id: Id;
  readonly label: string;
  readonly ready: number;
  readonly items: readonly DischargeItem[];
}): DischargeScale<Id> {
  const { items } = scale;
  const validate = (answers: DischargeAnswers): string | undefined => {
    const unknown = Object.keys(answers).filter((id) => items.every((item) => item.id !== id));
    if (unknown.length > 0) return `${scale.label} has no row of that name`;
    const open = items.filter((item) => answers[item.id] === undefined);
    if (open.length > 0)
      return `${scale.label} is not complete: ${open.map(({ label }) => label.toLowerCase()).join(', ')} not scored`;
    const wrong = items.find((item) => item.anchors.every(({ value }) => value !== answers[item.id]));
    return wrong === undefined ? undefined : `${wrong.label} must be 0, 1 or 2`;
  };
  const total = (answers: DischargeAnswers): number | undefined =>
    validate(answers) === undefined ? items.reduce((sum, { id }) => sum + (answers[id] ?? 0), 0) : undefined;
  return { ...scale, maximum: items.length * 2, total, validate };
}

/** Three anchors in the order 2, 1, 0. */
export function threeAnchors(two: string, one: string, zero: string): readonly Anchor[] {
  return [
    { value: 2, label: two },
    { value: 1, label: one },
    { value: 0, label: zero },
  ];
}
