import type { Participant } from '../../db/store.ts';

/** A state machine that counts events; `now` hears how many a decision sees. */
export function countingEvents(now: (count: number) => void): Participant {
  let durable = 0;
  let ahead = 0;
  const tell = () => now(durable + ahead);
  return {
    apply(events) {
      ahead += events.length;
      tell();
    },
    commit() {
      durable += ahead;
      ahead = 0;
      tell();
    },
    rollback() {
      ahead = 0;
      tell();
    },
  };
}
