import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { yearsBetween } from '../../../../shared/clinic/calendar-day.ts';
import { wholeName } from '../../../../shared/clinic/patient-names.ts';
import { watchOf } from '../../../../shared/clinic/watch.ts';
import { weightText } from '../../../../shared/clinic/weight-text.ts';
import { deliveredMg, orderOf } from '../../../../shared/dosing/delivered.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { isPresent } from '../../../../shared/session/occupancy.ts';
import { routeText } from '../../../../shared/session/route-text.ts';
import type { SessionState } from '../../../../shared/session/state.ts';
import { Disc } from '../../../components/disc.tsx';
import { useClinicTime, useFormats } from '../../../live/clinic-time.ts';
import { useNow } from '../../../live/live.ts';
import { HandOverForm } from '../entry/hand-over-form.tsx';
import { OwnLimitsChip } from '../own-limits/own-limits-chip.tsx';
import { useVisit } from '../visit.ts';
import { AllergiesForm } from './allergies-form.tsx';
import { ConditionsChip } from './conditions-chip.tsx';
import styles from './identity-bar.module.css';
import chips from './identity-chip.module.css';
import place from './identity-place.module.css';
import { ageFlag, allergyWords, seriesWords } from './identity-words.ts';

/** Who it is, always in sight, with the biggest name on the screen: weight, allergies, order, place. */
export function IdentityBar() {
  const { session, patient, clinic, protocol } = useVisit();
  const { calendarDate, dayKey, time } = useClinicTime();
  const today = useNow((now) => dayKey(now));
  const checkedIn = entriesOf(session, 'checked-in').at(-1);
  const formats = useFormats();
  const allergies = allergyWords(patient);
  const allergiesAsked = entriesOf(session, 'checklist-answered').findLast(({ data }) => data.item === 'allergies');
  const bay = session.bayId === undefined ? undefined : clinic.bays.get(session.bayId)?.label;
  const chair = session.chairId === undefined ? undefined : clinic.chairs.get(session.chairId)?.label;
  const planned = session.plannedChairId === undefined ? undefined : clinic.chairs.get(session.plannedChairId)?.label;
  const series = seriesWords(session);
  const years = yearsBetween(patient.dateOfBirth, today);
  const flag = ageFlag(years, watchOf(protocol).olderFromYears);
  return (
    <section className={styles.identity} aria-label="Patient">
      <div className={styles.who}>
        <span className={styles.face} aria-hidden="true">
          {[...patient.givenName][0]}
          {[...patient.familyName][0]}
        </span>
        <div className={styles.name}>
          <h1 dir="auto" data-long={lengthOf(wholeName(patient))}>
            {wholeName(patient)}
          </h1>
          <p>
            <b>{calendarDate(patient.dateOfBirth)}</b> · {years} y
            {flag !== undefined && (
              <b className={styles.flag} title={flag.why}>
                {flag.short}
                <span className="vh">, {flag.why}</span>
              </b>
            )}{' '}
            <span className={styles.mrn}>
              <i>· </i>MRN {patient.mrn}
            </span>{' '}
            <span className={chips.row}>
              <ConditionsChip />
              <OwnLimitsChip />
            </span>
          </p>
        </div>
        <NurseInCharge />
        <div className={place.place}>
          <span>{bay === undefined ? 'Chair' : 'Bay'}</span>
          {bay === undefined && chair === undefined ? (
            <em>{planned === undefined ? 'not assigned' : `${planned} planned`}</em>
          ) : (
            <b>{bay ?? chair}</b>
          )}
        </div>
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>Weight</dt>
          {checkedIn === undefined ? (
            <dd className={styles.missing}>not measured today</dd>
          ) : (
            <>
              <dd>{weightText(checkedIn.data.weightKg, formats)}</dd>
              <dd className={styles.sub}>measured {time(checkedIn.happenedAt)}</dd>
            </>
          )}
        </div>
        <div className={allergies.known ? styles.allergy : undefined}>
          <dt>
            Allergies
            <ChangeAllergies />
          </dt>
          <dd title={allergies.substances} data-many={(patient.allergies ?? []).length > 2 || undefined}>
            {allergies.substances}
          </dd>
          <dd className={styles.sub}>
            {allergies.reactions ??
              (allergiesAsked === undefined ? 'ask today' : `asked today ${time(allergiesAsked.happenedAt)}`)}
          </dd>
        </div>
        <div className={styles.order}>
          <OrderFact session={session} series={series} />
        </div>
      </dl>
    </section>
  );
}

/** How much room a name wants. */
const lengthOf = (name: string) => (name.length > 44 ? 'very' : name.length > 24 ? 'long' : undefined);

/** Whoever charts records what the patient says while they are here. */
function ChangeAllergies() {
  const { session, mayChart } = useVisit();
  const [open, setOpen] = useState(false);
  if (!mayChart || !isPresent(session)) return null;
  return (
    <>
      <button type="button" className={styles.change} aria-label="Change allergies" onClick={() => setOpen(true)}>
        <Pencil size={16} aria-hidden="true" />
      </button>
      {open && <AllergiesForm onClose={() => setOpen(false)} />}
    </>
  );
}

/** Who has the visit; a tap hands it over while the patient is here. */
function NurseInCharge() {
  const { session, clinic, mayChart } = useVisit();
  const [handing, setHanding] = useState(false);
  const nurse = session.nurseId === undefined ? undefined : clinic.staff.get(session.nurseId);
  if (!isPresent(session)) return null;
  const initials = nurse?.initials ?? '?';
  const name = nurse?.name ?? 'nobody yet';
  if (!mayChart) return <Disc initials={initials} label={`Nurse ${name}`} />;
  return (
    <>
      <button type="button" className={place.nurse} onClick={() => setHanding(true)}>
        <span className="vh">Nurse: {name}. </span>
        <span aria-hidden="true">
          <Disc initials={initials} />
        </span>
        <span>Hand over</span>
      </button>
      {handing && <HandOverForm onClose={() => setHanding(false)} />}
    </>
  );
}

/** What was ordered; once the drug has ended, what was given. */
function OrderFact({ session, series }: { readonly session: SessionState; readonly series: string }) {
  const { protocol } = useVisit();
  const { time } = useClinicTime();
  const order = orderOf(session);
  const started = session.entries.find(({ type }) => type === 'infusion-started' || type === 'dose-given');
  const ended = session.entries.find(({ type }) => type === 'infusion-ended' || type === 'session-aborted');
  if (order === undefined)
    return (
      <>
        <dt>Order</dt>
        <dd className={styles.missing}>no order yet</dd>
        <dd className={styles.sub}>
          {protocol.name}
          {series === '' ? '' : ` · ${series}`}
        </dd>
      </>
    );
  if (started !== undefined && ended !== undefined) {
    const endMs = Date.parse(ended.happenedAt);
    return (
      <>
        <dt>Given</dt>
        <dd>
          {order.drug} {deliveredMg(session, endMs).toFixed(1)} of {order.doseMg.toFixed(1)} mg
        </dd>
        <dd className={styles.sub}>
          {time(started.happenedAt)} to {time(ended.happenedAt)}
          {series === '' ? '' : ` · ${series}`}
        </dd>
      </>
    );
  }
  const route = routeText(order.route);
  return (
    <>
      <dt>Order</dt>
      <dd>
        {order.drug} {order.doseMg.toFixed(1)} mg {route}
        {order.route === 'iv' ? ` over ${order.durationMin} min` : ''}
      </dd>
      <dd className={styles.sub}>
        {[...(order.doseMgPerKg === undefined ? [] : [`${order.doseMgPerKg} mg/kg`]), ...(series === '' ? [] : [series])].join(
          ' · ',
        )}
      </dd>
    </>
  );
}
