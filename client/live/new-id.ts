import { v7 } from 'uuid';
import type { Id } from '../../shared/units.ts';

/** A UUID version 7 of this moment. Made on the device at the first touch, so that the same tap sent twice is one entry. */
export const newId = (): Id => v7();
