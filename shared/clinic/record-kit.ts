import type { RecordKit } from './changes.ts';
import * as protocol from './protocol.ts';
import * as records from './records.ts';

export const recordKit: RecordKit = { ...records, ...protocol };
