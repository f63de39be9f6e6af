import type { Observation, Vitals } from './reading-data.ts';

/** A reading in one line: `138/84 · HR 78 · SpO₂ 97 %`. What was not measured is left out, never shown as zero. */
export function vitalsText(data: Vitals): string {
  const parts: string[] = [];
  if (data.systolic !== undefined && data.diastolic !== undefined) parts.push(`${data.systolic}/${data.diastolic}`);
  if (data.heartRate !== undefined) parts.push(`HR ${data.heartRate}`);
  if (data.spo2 !== undefined) parts.push(`SpO₂ ${data.spo2} %`);
  if (data.respiratoryRate !== undefined) parts.push(`RR ${data.respiratoryRate}`);
  if (data.temperatureC !== undefined) parts.push(`${data.temperatureC.toFixed(1)} °C`);
  if (data.etco2 !== undefined) parts.push(`EtCO₂ ${data.etco2}`);
  if (data.onOxygen === true) parts.push('on oxygen');
  return parts.join(' · ');
}

/** Observations in one line: `MOAA/S 4 · Diss. 3 · Nausea 1`. */
export function observationText(data: Observation): string {
  const parts: string[] = [];
  if (data.moaas !== undefined) parts.push(`MOAA/S ${data.moaas}`);
  if (data.rass !== undefined) parts.push(`RASS ${data.rass > 0 ? '+' : ''}${data.rass}`);
  if (data.dissociation !== undefined) parts.push(`Diss. ${data.dissociation}`);
  if (data.nausea !== undefined) parts.push(`Nausea ${data.nausea}`);
  if (data.pain !== undefined) parts.push(`Pain ${data.pain}`);
  if (data.cadss6 !== undefined) parts.push(`CADSS-6 ${data.cadss6.reduce((sum, item) => sum + item, 0)}`);
  return parts.join(' · ');
}
