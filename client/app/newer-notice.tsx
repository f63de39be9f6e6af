import { Button } from '../components/button.tsx';
import { useClinicData } from '../live/live.ts';
import styles from './frame.module.css';

/** Something in the clinic's log is beyond this version of the screens: it says so where it stands, and here how to get it. */
export function NewerNotice() {
  const beyondUs = useClinicData((data) => data.beyondUs);
  if (!beyondUs) return null;
  return (
    <div className={styles.stopped} role="status">
      <span>Something was recorded that this version cannot show. Reload to get the newest; nothing you saved is lost.</span>
      <Button look="primary" onClick={() => location.reload()}>
        Reload
      </Button>
    </div>
  );
}
