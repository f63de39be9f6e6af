/** What a new password wants, by what was typed. */
export function passwordSays(typed: string): string {
  if (typed === '') return 'A password is needed: at least 12 characters.';
  return typed.length > 200 ? 'At most 200 characters.' : `At least 12 characters: there are ${typed.length}.`;
}
