import { z } from 'zod';
import { recordOf } from '../record-of.ts';
import { LIMITED_SIGNS } from './alarm-sign.ts';
import type { LimitPurpose, OwnBound } from './own-limits.ts';

const PURPOSES: readonly LimitPurpose[] = ['medium', 'high', 'hold', 'resume', 'discharge'];
const BOUNDS = PURPOSES.flatMap((purpose): OwnBound[] => [`${purpose}Low`, `${purpose}High`]);

const bounds = z.strictObject(recordOf(BOUNDS, () => z.number().exactOptional()));

/** Limits of one patient, by sign; an empty object says that the protocol's apply again. */
export const ownLimitsSchema = z.strictObject(recordOf(LIMITED_SIGNS, () => bounds.exactOptional()));
