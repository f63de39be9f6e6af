import { Button } from '../../../components/button.tsx';
import foot from './pad-foot.module.css';
import { CHAIR_SET, countEntered } from './pad-state.ts';
import type { Pad } from './use-pad.ts';

const SET_SIZE = CHAIR_SET.signs.length + CHAIR_SET.scales.length;

/** One save for the whole set. */
export function PadFoot({ pad, submission, busy, dirty, clear, restore, save }: Pad) {
  const entered = countEntered(pad);
  return (
    <footer className={foot.foot}>
      <Button size="large" className={foot.clear} onClick={restore ?? clear} disabled={busy || (!dirty && restore === undefined)}>
        {restore === undefined ? 'Clear' : 'Undo clear'}
      </Button>
      <Button size="large" look="primary" className={foot.save} busy={busy} disabled={entered === 0} onClick={() => void save()}>
        {submission.state === 'waiting'
          ? 'Waiting to send …'
          : `Save vitals · ${entered} of ${Math.max(SET_SIZE, entered)} entered`}
      </Button>
    </footer>
  );
}
