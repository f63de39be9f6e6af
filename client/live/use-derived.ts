import { useRef } from 'react';
import type { ClinicData } from './clinic-store.ts';
import { useClinicData } from './live.ts';

/** Selects something that is rebuilt each time, and keeps the old one while it says the same. */
export function useDerived<T>(derive: (data: ClinicData) => T): T {
  const kept = useRef<{ readonly value: T; readonly text: string }>(undefined);
  return useClinicData((data) => {
    const value = derive(data);
    const text = JSON.stringify(value);
    if (kept.current?.text !== text) kept.current = { value, text };
    return kept.current.value;
  });
}
