/** A condition of a patient that matters while ketamine or esketamine is given. */
interface ConditionRow {
  readonly id: string;
  readonly label: string;
  /** What to look out for. */
  readonly why: string;
}

/**
 * What is asked of a patient beside allergies. Source: clinical tables "Limits (defaults)" for hypertension (the blood pressure rises
 * more); the others are precautions of the labels of ketamine and esketamine, to be confirmed by a clinician before use.
 */
export const CONDITIONS = [
  { id: 'hypertension', label: 'Hypertension', why: 'the blood pressure rises more' },
  { id: 'heart-disease', label: 'Heart disease', why: 'blood pressure and heart rate rise' },
  { id: 'stroke-or-aneurysm', label: 'Stroke or aneurysm', why: 'a rise of the blood pressure is dangerous' },
  { id: 'sleep-apnoea', label: 'Sleep apnoea', why: 'the airway may close when drowsy' },
  { id: 'lung-disease', label: 'Lung disease', why: 'SpO₂ may be low to begin with' },
  { id: 'epilepsy', label: 'Epilepsy', why: 'seizures are possible' },
  { id: 'glaucoma', label: 'Glaucoma', why: 'the pressure in the eye rises' },
  { id: 'liver-disease', label: 'Liver disease', why: 'the drug stays longer' },
  { id: 'bladder-symptoms', label: 'Bladder symptoms', why: 'ketamine may make them worse' },
  { id: 'psychosis', label: 'Psychosis or mania', why: 'dissociation may make it worse' },
  { id: 'substance-use', label: 'Substance use', why: 'other sedatives add up' },
] as const satisfies readonly ConditionRow[];

export type Condition = (typeof CONDITIONS)[number]['id'];
export const CONDITION_IDS = CONDITIONS.map(({ id }) => id);

/** The rows of these conditions, those that a protocol watches first (UI166), each group in the order of the table. */
export function conditionRows(conditions: readonly Condition[], watched: readonly Condition[] = []) {
  const rows = CONDITIONS.filter(({ id }) => conditions.includes(id));
  return [...rows.filter(({ id }) => watched.includes(id)), ...rows.filter(({ id }) => !watched.includes(id))];
}

/** `Epilepsy, Hypertension`: in words, the watched ones first. */
export const conditionsText = (conditions: readonly Condition[], watched: readonly Condition[] = []): string =>
  conditionRows(conditions, watched)
    .map(({ label }) => label)
    .join(', ');
