import { describe, expect, it } from 'vitest';
import { CLINIC, codeOf, idOf, NINE, PATIENT } from '../../tests/support/given-visit.ts';
import type { ClinicCommandType } from '../clinic/changes.ts';
import type { ClinicCommand } from '../clinic/commands.ts';
import { type Condition, conditionsText } from '../clinic/conditions.ts';
import type { ClinicEvent } from '../clinic/events.ts';
import { evolveClinic } from '../clinic/evolve.ts';
import type { ClinicState } from '../clinic/state.ts';
import { decideClinic } from './decide-clinic.ts';

type Data<T extends ClinicCommandType> = Extract<ClinicCommand, { type: T }>['data'];

const said = <T extends ClinicCommandType>(type: T, data: Data<T>, state: ClinicState = CLINIC) =>
  decideClinic(state, { id: idOf(9), type, at: NINE, data } as ClinicCommand, { now: NINE });

/** The clinic after a command that must be accepted. */
function having<T extends ClinicCommandType>(type: T, data: Data<T>, state: ClinicState = CLINIC): ClinicState {
  const decision = said(type, data, state);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return (decision.events as ClinicEvent[]).reduce(evolveClinic, state);
}

const patient = CLINIC.patients.get(PATIENT)!;
const LATEX = [{ substance: 'Latex', reaction: 'rash' }];
const TWO: Condition[] = ['hypertension', 'epilepsy'];

describe('allergies', () => {
  it('[CLIN21] are recorded without touching the rest of the record', () => {
    const tall = having('put-patient', { ...patient, heightCm: 170 });
    const state = having('record-allergies', { id: PATIENT, allergies: LATEX, was: [] }, tall);
    expect(state.patients.get(PATIENT)).toEqual({ ...patient, heightCm: 170, allergies: LATEX });
    expect(codeOf(said('record-allergies', { id: idOf(99), allergies: [] }))).toBe('unknown-patient CLIN21');
  });

  it('[CLIN21] are never written over what somebody else recorded meanwhile', () => {
    const state = having('record-allergies', { id: PATIENT, allergies: LATEX, was: [] });
    const none = { id: PATIENT, allergies: [] };
    expect(codeOf(said('record-allergies', { ...none, was: [] }, state))).toBe('changed-meanwhile CLIN21');
    expect(codeOf(said('record-allergies', { ...none, was: LATEX }, state))).toBe('accepted');
  });
});

describe('conditions', () => {
  it('[CLIN22] are recorded without touching the rest of the record, and stay when a patient is registered anew', () => {
    const state = having('record-conditions', { id: PATIENT, conditions: TWO });
    expect(state.patients.get(PATIENT)).toEqual({ ...patient, conditions: TWO });
    const anew = having('put-patient', { ...patient, heightCm: 170 }, state);
    expect(anew.patients.get(PATIENT)).toEqual({ ...patient, heightCm: 170, conditions: TWO });
    expect(codeOf(said('record-conditions', { id: idOf(99), conditions: [] }))).toBe('unknown-patient CLIN22');
  });

  it('[CLIN22] are never written over what somebody else recorded meanwhile; none is not the same as never asked', () => {
    const state = having('record-conditions', { id: PATIENT, conditions: TWO });
    const none = { id: PATIENT, conditions: [] };
    expect(codeOf(said('record-conditions', none, state))).toBe('changed-meanwhile CLIN22');
    expect(codeOf(said('record-conditions', { ...none, was: [] }, state))).toBe('changed-meanwhile CLIN22');
    expect(codeOf(said('record-conditions', { ...none, was: TWO }, state))).toBe('accepted');
    expect(patient.conditions).toBeUndefined();
  });
});

it('[UI166] conditions stand in the order of the table, those that the protocol watches before them', () => {
  expect(conditionsText(['epilepsy', 'glaucoma', 'hypertension'])).toBe('Hypertension, Epilepsy, Glaucoma');
  expect(conditionsText(['epilepsy', 'glaucoma', 'hypertension'], ['glaucoma', 'psychosis', 'epilepsy'])).toBe(
    'Epilepsy, Glaucoma, Hypertension',
  );
});
