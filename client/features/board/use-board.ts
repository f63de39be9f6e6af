import { addDays, dayAt, startOfDay } from '../../../shared/clinic/calendar-day.ts';
import { type Id, toInstant } from '../../../shared/units.ts';
import { type BoardLayout, boardLayout } from '../../../shared/views/board.ts';
import { useClinic, useNow } from '../../live/live.ts';
import { useDerived } from '../../live/use-derived.ts';

/** What stands where. Made of ids: the board renders when somebody moves, a card when its own visit changed. */
export function useBoardLayout(): BoardLayout {
  const timeZone = useClinic(({ clinic }) => clinic?.timeZone ?? 'UTC');
  const dayStart = useNow((now) => startOfDay(dayAt(now, timeZone), timeZone));
  const dayEnd = useNow((now) => startOfDay(addDays(dayAt(now, timeZone), 1), timeZone));
  return useDerived(({ clinic, sessions }) => boardLayout(clinic, sessions.values(), toInstant(dayStart), toInstant(dayEnd)));
}

/** Who is in charge of somebody now, by initials. */
export function useNursesOnDuty(): readonly { readonly id: Id; readonly initials: string; readonly name: string }[] {
  return useDerived(({ clinic, sessions }) => {
    const ids = new Set<Id>();
    for (const { phase, nurseId } of sessions.values())
      if (nurseId !== undefined && !['scheduled', 'discharged', 'aborted', 'cancelled'].includes(phase)) ids.add(nurseId);
    return [...ids]
      .flatMap((id) => clinic.staff.get(id) ?? [])
      .map(({ id, initials, name }) => ({ id, initials, name }))
      .sort((a, b) => (a.initials < b.initials ? -1 : 1));
  });
}
