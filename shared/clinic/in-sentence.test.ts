import { expect, it } from 'vitest';
import { inSentence } from './in-sentence.ts';

it.each([
  ['Fasted as the clinic asks', 'fasted as the clinic asks'],
  ['Medicines changed (lamotrigine, MAOI)', 'medicines changed (lamotrigine, MAOI)'],
  ['SpO₂ 91 %', 'SpO₂ 91 %'],
  ['C-SSRS answered', 'C-SSRS answered'],
  ['IV site looked at', 'IV site looked at'],
  ['Über uns', 'über uns'],
])('[UI167] a label within a sentence keeps its abbreviations: %s', (label, said) => {
  expect(inSentence(label)).toBe(said);
});
