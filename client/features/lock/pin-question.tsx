import { Sheet } from '../../components/sheet.tsx';
import { post } from '../../live/api.ts';
import type { Asked } from '../../live/confirmation.ts';
import { linkStore, useMe } from '../../live/live.ts';
import { askDevice } from '../../live/tablet.ts';
import { PinPad } from './pin-pad.tsx';
import { refusedPin } from './tries-left.ts';
import styles from './unlock-panel.module.css';

const WHAT: Readonly<Record<string, string>> = {
  'give-dose': 'Giving the dose',
  'override-check': 'Going on against a check',
  discharge: 'Sending the patient home',
};

/** DEV7: the PIN once more, for one command. */
export function PinQuestion({ asked: { what, answer } }: { readonly asked: Asked }) {
  const me = useMe();
  const confirm = async (pin: string) => {
    const confirmed = await post<{ readonly confirmation: string }>('/api/confirm', { pin });
    if (confirmed.ok) {
      answer(confirmed.value.confirmation);
      return undefined;
    }
    const words = await refusedPin(confirmed.problem, me?.id ?? '');
    const left = (await askDevice())?.people.some(({ staffId }) => staffId === me?.id);
    if (confirmed.status === 401 || left === false) {
      answer(undefined);
      linkStore.setState({ stopped: 'signed-out' });
    }
    return words;
  };
  return (
    <Sheet title="Confirm with your PIN" open onClose={() => answer(undefined)}>
      <div className={styles.question}>
        <p>
          {WHAT[what ?? ''] ?? 'This'} needs your PIN again{me === undefined || me === null ? '' : `, ${me.name}`}.
        </p>
        <PinPad onPin={confirm} />
      </div>
    </Sheet>
  );
}
