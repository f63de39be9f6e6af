import { lastDoseOf } from '../../../../shared/dosing/last-dose.ts';
import { workOutOrder } from '../../../../shared/dosing/order.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { numberToSend, parseNumber } from '../../../components/form/parse-number.ts';
import { useClinicTime, useFormats } from '../../../live/clinic-time.ts';
import { entryNumberSays } from '../entry/entry-schema.ts';
import { type EntryForm, useEntryForm } from '../entry/use-entry-form.ts';
import { useVisit } from '../visit.ts';
import { orderSteps, stepFromLastText, tenfoldOf } from './order-words.ts';

export interface OrderValues {
  readonly per: 'kg' | 'dose';
  readonly dose: string;
  readonly concentrationMgPerMl: number | undefined;
  readonly durationMin: string;
}

interface OrderForm {
  readonly form: EntryForm<OrderValues>;
  /** The arithmetic in words, as far as the form goes. */
  readonly steps: readonly string[];
  /** More per kilogram than one person should order. */
  readonly isHigh: boolean;
  /** Slipped points, most likely, in a sentence each: ten-fold from the last dose, or from the plan. */
  readonly slips: readonly string[];
}

const SAYS = {
  kg: entryNumberSays('write-order', 'doseMgPerKg', { name: 'Dose', unit: 'mg/kg', isNeeded: true }),
  dose: entryNumberSays('write-order', 'doseMg', { name: 'Dose', unit: 'mg', isNeeded: true }),
};

/** An order as it is being written: exactly one of the two doses counts, and the numbers that follow from it. */
export function useOrderForm(onDone: () => void): OrderForm {
  const { session, protocol, clinic } = useVisit();
  const { drug, route, device } = protocol;
  const plan = session.planId === undefined ? undefined : clinic.plans.get(session.planId);
  // A device has its strength in it, and a dose given at once lasts as long as the protocol says.
  const fixed = {
    ...(device === undefined ? {} : { concentrationMgPerMl: protocol.concentrationsMgPerMl[0] }),
    ...(route === 'iv' ? {} : { durationMin: protocol.durationMin }),
  };
  const form = useEntryForm<'write-order', OrderValues>({
    command: 'write-order',
    initial: { per: route === 'iv' ? 'kg' : 'dose', dose: '', concentrationMgPerMl: undefined, durationMin: '' },
    read: ({ per, dose, concentrationMgPerMl, durationMin }) => {
      const amount = numberToSend(dose) ?? Number.NaN;
      return {
        ...{ drug, route, concentrationMgPerMl, durationMin: numberToSend(durationMin) },
        ...fixed,
        ...(per === 'kg' ? { doseMgPerKg: amount } : { doseMg: amount }),
      };
    },
    fieldOf: ([head]) => (head === 'doseMgPerKg' || head === 'doseMg' ? 'dose' : String(head)),
    says: {
      dose: (typed, { per }) => SAYS[per](typed),
      concentrationMgPerMl: 'Choose the strength that is on the vial.',
      durationMin: entryNumberSays('write-order', 'durationMin', { name: 'Time', unit: 'min' }),
    },
    onDone,
  });
  const { per, dose, concentrationMgPerMl, durationMin } = form.values;
  const weightKg = entriesOf(session, 'checked-in').at(-1)?.data.weightKg;
  const amount = parseNumber(dose);
  const amounts = per === 'kg' ? { doseMgPerKg: amount } : { doseMg: amount };
  const said = { ...amounts, concentrationMgPerMl, durationMin: parseNumber(durationMin), ...fixed };
  const formats = useFormats();
  const steps = orderSteps(said, weightKg, route, formats);
  const mg =
    amount === undefined ? undefined : workOutOrder({ ...amounts, concentrationMgPerMl: 1, durationMin: 60 }, weightKg)?.doseMg;
  const perKg = mg === undefined || weightKg === undefined ? undefined : mg / weightKg;
  const { date } = useClinicTime();
  const slips =
    mg === undefined
      ? []
      : [stepFromLastText(mg, weightKg, lastDoseOf(session, protocol), date), tenfoldOf(mg, weightKg, plan)].filter(
          (one) => one !== undefined,
        );
  return { form, steps, slips, isHigh: perKg !== undefined && perKg > protocol.maxMgPerKgWithoutSecondPerson };
}
