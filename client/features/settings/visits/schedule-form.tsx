import { useEffect, useRef, useState } from 'react';
import { clockAt, dayAt, instantAt } from '../../../../shared/clinic/calendar-day.ts';
import { wholeName } from '../../../../shared/clinic/patient-names.ts';
import type { Patient } from '../../../../shared/clinic/records.ts';
import { chairsInOrder } from '../../../../shared/clinic/state.ts';
import { scheduleSessionSchema } from '../../../../shared/session/commands.ts';
import { MINUTE_MS, toInstant, toMs } from '../../../../shared/units.ts';
import { Button } from '../../../components/button.tsx';
import { ClockField, DayField } from '../../../components/form/day-field.tsx';
import formStyles from '../../../components/form/form.module.css';
import { FormBody } from '../../../components/form/form-body.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { ProblemMessage } from '../../../components/problem-message.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { linkStore, serverClock, useClinic } from '../../../live/live.ts';
import { newId } from '../../../live/new-id.ts';
import { sendUntilAnswered } from '../../../live/send-command.ts';
import { usePlans } from '../patients/patient-questions.ts';
import { planText } from '../patients/patient-screen.tsx';
import { PatientChoice } from './patient-choice.tsx';

export interface Scheduled {
  readonly patient: string;
  readonly when: string;
}

interface ScheduleFormProps {
  readonly patient?: Patient;
  readonly onDone: (scheduled: Scheduled) => void;
}

const QUARTER_MS = 15 * MINUTE_MS;

/** Who, by which plan or protocol, when, and perhaps in which chair. */
export function ScheduleForm({ patient: given, onDone }: ScheduleFormProps) {
  const clinic = useClinic((state) => state);
  const timeZone = clinic.clinic?.timeZone ?? 'UTC';
  const time = useClinicTime();
  const [patient, setPatient] = useState(given);
  const { data: plans } = usePlans(patient?.id);
  const ids = useRef({ content: '', id: '', sessionId: '', at: '' });
  const soon = useRef(Math.ceil((serverClock.nowMs() + MINUTE_MS) / QUARTER_MS) * QUARTER_MS).current;
  const active = plans?.filter(({ state }) => state === 'active') ?? [];
  const form = useForm({
    initial: {
      patientId: given?.id ?? '',
      planId: '',
      protocolId: '',
      day: dayAt(soon, timeZone),
      time: clockAt(soon, timeZone),
      chairId: '',
    },
    read: ({ planId, chairId, day, time: clock, ...typed }) => {
      const plan = active.find(({ id }) => id === planId);
      return {
        patientId: typed.patientId,
        protocolId: plan?.protocolId ?? typed.protocolId,
        plannedStart: startOf(day, clock, timeZone),
        ...(plan === undefined ? {} : { planId: plan.id }),
        ...(chairId === '' ? {} : { chairId }),
      };
    },
    schema: scheduleSessionSchema.shape.data,
    says: {
      patientId: 'Choose a patient',
      planId: 'Choose a plan',
      protocolId: 'Choose a protocol',
      day: 'A day and a time are needed',
      time: 'A time such as 09:30',
      chairId: 'Choose a chair, or none yet',
    },
    fieldOf: ([head]) => (head === 'plannedStart' ? 'day' : String(head ?? '')),
    refusals: {
      'unknown-patient': 'patientId',
      'unknown-plan': 'planId',
      'unknown-protocol': 'protocolId',
      'unknown-chair': 'chairId',
      'chair-not-available': 'chairId',
    },
    send: (data, signal) => {
      const content = JSON.stringify(data);
      if (ids.current.content !== content) ids.current = { content, id: newId(), sessionId: newId(), at: serverClock.now() };
      const { id, sessionId, at } = ids.current;
      return sendUntilAnswered('/api/sessions', { id, sessionId, at, data }, linkStore, signal);
    },
    onDone: ({ plannedStart }) =>
      onDone({
        patient: patient === undefined ? 'The patient' : wholeName(patient),
        when: `${time.day(toMs(plannedStart))}, ${time.time(plannedStart)}`,
      }),
  });

  // A patient with one active plan is here for it; it stands there to be seen and changed.
  const only = active.length === 1 ? active[0]?.id : undefined;
  const { set } = form;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per patient and their plans
  useEffect(() => set({ planId: only ?? '' }), [patient?.id, only]);

  const protocols = [...clinic.protocols.values()].flatMap((versions) => versions.slice(-1));
  const plan = active.find(({ id }) => id === form.values.planId);
  return (
    <FormBody form={form} className={formStyles.form}>
      <PatientChoice
        patient={patient}
        error={form.field('patientId').error}
        onChoose={(chosen) => {
          setPatient(chosen);
          form.set({ patientId: chosen?.id ?? '' });
        }}
      />
      {active.length > 0 && (
        <SelectField
          label="Plan"
          {...form.field('planId')}
          none="No plan: a single visit"
          options={active.map((one) => ({
            value: one.id,
            label: `${one.indication} · ${planText(one, clinic.protocols.get(one.protocolId)?.at(-1)?.name)}`,
          }))}
        />
      )}
      {plan === undefined && (
        <SelectField
          label="Protocol"
          {...form.field('protocolId')}
          none="Choose …"
          options={protocols.map(({ id, name }) => ({ value: id, label: name }))}
          hint={
            patient !== undefined && plans !== undefined && active.length === 0 ? 'This patient has no active plan' : undefined
          }
        />
      )}
      <div className={formStyles.pair}>
        <DayField label="Day" {...form.field('day')} />
        <ClockField label="Time" {...form.field('time')} hint={`Clinic time, ${timeZone}`} />
      </div>
      <SelectField
        label="Chair"
        {...form.field('chairId')}
        none="Not yet: at the check-in"
        options={chairsInOrder(clinic)
          .filter(({ state }) => state !== 'out-of-use')
          .map(({ id, label }) => ({ value: id, label: `Chair ${label}` }))}
        hint="Planned only; it is held from the check-in on"
      />
      {form.problem !== undefined && <ProblemMessage problem={form.problem} />}
      <div className={formStyles.actions}>
        <Button type="submit" look="primary" size="large" busy={form.busy}>
          {form.busy ? 'Storing …' : 'Schedule the visit'}
        </Button>
      </div>
    </FormBody>
  );
}

/** Undefined where a part is missing: the schema asks for it. */
function startOf(day: string, clock: string, timeZone: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && /^\d{2}:\d{2}/.test(clock)
    ? toInstant(instantAt(day, clock.slice(0, 5), timeZone))
    : undefined;
}
