import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { announce } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import { Chip } from '../../../components/chip.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { useClinicCommand } from '../../../live/clinic-command.ts';
import { useClinic } from '../../../live/live.ts';
import { SettingsSection } from '../section.tsx';
import styles from '../settings.module.css';
import { inOrder, KINDS, lastOrder, moved, nextLabel, type Place, type PlaceKind } from './place.ts';
import { PlaceForm } from './place-form.tsx';

/** The chairs and the bays in the order in which they stand on the board. */
export function PlacesScreen() {
  const chairs = useClinic((clinic) => clinic.chairs);
  const bays = useClinic((clinic) => clinic.bays);
  return (
    <SettingsSection
      title="Chairs and bays"
      lead="They stand on the board in this order and keep their place. Out of use or retired, nobody is put there; past visits stay."
      right="put-bay"
    >
      <div className={styles.pairs}>
        <Places kind="chair" places={inOrder([...chairs.values()].map(({ since: _, ...chair }) => chair))} />
        <Places kind="bay" places={inOrder(bays.values())} />
      </div>
    </SettingsSection>
  );
}

function Places({ kind, places }: { readonly kind: PlaceKind; readonly places: readonly Place[] }) {
  const { one, many, add, states } = KINDS[kind];
  const change = useClinicCommand();
  const [open, setOpen] = useState<Place | 'new'>();
  const [moving, setMoving] = useState(false);
  const used = places.filter(({ state }) => state !== 'retired');

  const move = async (place: Place, step: -1 | 1) => {
    setMoving(true);
    for (const next of moved(places, place.id, step)) {
      const answer = await (kind === 'chair'
        ? change('put-chair', next)
        : change('put-bay', { ...next, state: next.state === 'retired' ? 'retired' : 'available' }));
      if (!answer.ok) {
        announce(answer.problem.detail, 'assertive');
        break;
      }
    }
    setMoving(false);
  };

  return (
    <section className={styles.card} aria-label={many}>
      <header className={styles.cardHead}>
        <h2>{many}</h2>
        <Button size="pointer" onClick={() => setOpen('new')}>
          {add}
        </Button>
      </header>
      {places.length === 0 ? (
        <EmptyState title={`No ${one} yet`}>
          <p>
            {kind === 'chair' ? 'A visit needs a chair: add the first one.' : 'Patients recover in a bay: add the first one.'}
          </p>
          <Button look="primary" onClick={() => setOpen('new')}>
            {add}
          </Button>
        </EmptyState>
      ) : (
        <ol className={styles.list}>
          {places.map((place) => (
            <li key={place.id} data-place={place.label}>
              <span className={styles.place}>{place.label}</span>
              <span className={styles.main}>
                {place.state === 'available' ? (
                  <span className={styles.quiet}>available</span>
                ) : (
                  <Chip>{states.find(({ value }) => value === place.state)?.label.split(':')[0]}</Chip>
                )}
              </span>
              <span className={styles.row}>
                {place.state !== 'retired' && (
                  <>
                    <button
                      type="button"
                      className={styles.icon}
                      aria-label={`Move ${one} ${place.label} up`}
                      disabled={moving || used[0]?.id === place.id}
                      onClick={() => void move(place, -1)}
                    >
                      <ChevronUp size={20} aria-hidden="true" />
                    </button>
                    <button
                      type="button"
                      className={styles.icon}
                      aria-label={`Move ${one} ${place.label} down`}
                      disabled={moving || used.at(-1)?.id === place.id}
                      onClick={() => void move(place, 1)}
                    >
                      <ChevronDown size={20} aria-hidden="true" />
                    </button>
                  </>
                )}
                <Button size="pointer" aria-label={`Change ${one} ${place.label}`} onClick={() => setOpen(place)}>
                  Change
                </Button>
              </span>
            </li>
          ))}
        </ol>
      )}
      {open !== undefined && (
        <PlaceForm
          kind={kind}
          {...(open === 'new' ? {} : { place: open })}
          label={open === 'new' ? nextLabel(places) : open.label}
          order={open === 'new' ? lastOrder(places) : open.order}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}
