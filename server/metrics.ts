import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AlarmPriority } from '../shared/session/alarm-kinds.ts';
import type { Alarm } from '../shared/session/state.ts';
import type { Hub } from './live/hub.ts';

/** Why a command was answered as it was. */
export type CommandOutcome = 'stored' | 'repeated' | 'refused' | 'malformed' | 'not-allowed' | 'not-recorded' | 'failed';

/** What operations may know of a server: counts and times, never who. */
export interface Metrics {
  readonly contentType: string;
  /** Prometheus text. */
  text(): Promise<string>;
  commandAnswered(type: string, outcome: CommandOutcome, seconds: number): void;
  tooSlow(door: 'feed' | 'socket-io'): void;
  alarmNotStored(): void;
  writeAnswered(seconds: number): void;
  /** Events that shared one commit. */
  committed(events: number): void;
  /** Shows who watches and which alarms are up. Called once, when both are there. */
  watches(parts: { readonly hub: Hub; readonly alarms: () => readonly Alarm[] }): void;
}

const PRIORITIES: readonly AlarmPriority[] = ['high', 'medium', 'low'];
/** Seconds: a sync to disk takes from a tenth of a millisecond to a tenth of a second. */
const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const EVENTS = [1, 2, 4, 8, 16, 32, 64, 128, 256];

export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const metric = (name: string, help: string) => ({ name: `chairside_${name}`, help, registers });

  const commands = new Counter({ ...metric('commands_total', 'Commands answered'), labelNames: ['type', 'outcome'] });
  const answered = new Histogram({ ...metric('command_seconds', 'From a command to its answer'), buckets: SECONDS });
  const durable = new Histogram({ ...metric('write_seconds', 'From a write to its commit'), buckets: SECONDS });
  const batch = new Histogram({ ...metric('commit_events', 'Events that shared one commit'), buckets: EVENTS });
  const slow = new Counter({ ...metric('screens_too_slow_total', 'Screens closed as too slow'), labelNames: ['door'] });
  const lost = new Counter(metric('alarms_not_stored_total', 'Times the watch could not do its work for a visit'));

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    commandAnswered(type, outcome, seconds) {
      commands.inc({ type, outcome });
      answered.observe(seconds);
    },
    tooSlow: (door) => slow.inc({ door }),
    alarmNotStored: () => lost.inc(),
    writeAnswered: (seconds) => durable.observe(seconds),
    committed: (events) => batch.observe(events),
    watches({ hub, alarms: activeAlarms }) {
      new Gauge({
        ...metric('screens', 'Screens connected'),
        labelNames: ['door'],
        collect() {
          const { feed, 'socket-io': socketIo } = hub.counts();
          this.set({ door: 'feed' }, feed);
          this.set({ door: 'socket-io' }, socketIo);
        },
      });
      new Gauge({
        ...metric('screens_backlog_bytes', 'Bytes that screens have not taken yet'),
        collect() {
          this.set(hub.counts().backlogBytes);
        },
      });
      new Gauge({
        ...metric('alarms_active', 'Alarms that are up'),
        labelNames: ['priority', 'acknowledged'],
        collect() {
          const alarms = activeAlarms();
          for (const priority of PRIORITIES)
            for (const acknowledged of [true, false]) {
              const count = alarms.filter(
                (alarm) => alarm.priority === priority && (alarm.acknowledged !== undefined) === acknowledged,
              );
              this.set({ priority, acknowledged: String(acknowledged) }, count.length);
            }
        },
      });
    },
  };
}
