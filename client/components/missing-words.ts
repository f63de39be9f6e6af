import type { DischargeCheck } from '../../shared/session/discharge.ts';

/** What is missing before going home, in a few words each; what a person has to confirm comes last, together. */
export function missingWords(missing: readonly DischargeCheck[]): string[] {
  const isConfirmation = ({ label, why }: DischargeCheck) => why === label.toLowerCase();
  const confirmations = missing.filter(isConfirmation).map(({ label }) => label);
  const reasons = missing.filter((check) => !isConfirmation(check)).map(({ label, why }) => why ?? label);
  return confirmations.length === 0 ? reasons : [...reasons, `not confirmed: ${confirmations.join(', ')}`];
}
