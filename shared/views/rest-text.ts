import type { Alarm } from '../session/state.ts';

/** How many more alarms of a visit there are behind the one that stands in its foot: `+1 open, 2 answered`; `undefined` without any. */
export function restText(rest: readonly Pick<Alarm, 'acknowledged'>[]): string | undefined {
  const answered = rest.filter(({ acknowledged }) => acknowledged !== undefined).length;
  const open = rest.length - answered;
  const counts = [...(open > 0 ? [`${open} open`] : []), ...(answered > 0 ? [`${answered} answered`] : [])];
  return counts.length === 0 ? undefined : `+${counts.join(', ')}`;
}
