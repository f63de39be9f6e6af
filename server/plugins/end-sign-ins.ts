import fp from 'fastify-plugin';
import { isClinicEvent } from '../../shared/clinic/events.ts';
import type { Staff } from '../../shared/clinic/records.ts';

/** Ends all sign-ins of a person whose role has changed or who no longer works here, as soon as that is in the log. */
export const endSignIns = fp(
  async (app) => {
    const { store, model, signIns } = app.services;
    const roles = new Map([...model.clinic.staff.values()].map((staff) => [staff.id, standing(staff)]));
    const stopListening = store.onCommit(({ events }) => {
      for (const event of events) {
        if (!isClinicEvent(event) || event.type !== 'staff-put') continue;
        const before = roles.get(event.data.id);
        roles.set(event.data.id, standing(event.data));
        if (before === undefined || before === standing(event.data)) continue;
        signIns.endAllOf(event.data.id).catch((error: unknown) => app.log.error({ err: error }, 'sign-ins not ended'));
      }
    });
    app.addHook('onClose', async () => {
      stopListening();
      signIns[Symbol.dispose]();
    });
  },
  { name: 'end-sign-ins' },
);

function standing({ role, active }: Staff): string {
  return active ? role : 'inactive';
}
