import { expect, it } from 'vitest';
import { isAllergen } from './drug-classes.ts';

it.each([
  ['Ketamine', 'Ketamine'],
  ['ketamine', 'Esketamine'],
  ['Spravato', 'Ketamine'],
  ['Penicillin', 'Penicillin G'],
  ['Penicillins', 'Amoxicillin'],
  ['PENICILLIN', 'Cefazolin'],
  ['Sulfa', 'Bactrim'],
  ['Aspirin', 'Ketorolac'],
  ['NSAIDs', 'Ibuprofen'],
  ['Acetaminophen', 'Paracetamol'],
  ['Codeine', 'Morphine'],
  ['Valium', 'Lorazepam'],
  ['benzodiazepines', 'Midazolam'],
  ['Zofran', 'Ondansetron'],
  ['Beta blockers', 'Labetalol'],
  ['Clonidine patch', 'Clonidine'],
  ['Lidocaïne', 'Xylocaine'],
  ['Eggs', 'Propofol'],
])('[DOSE28] an allergy to %s speaks against %s', (substance, drug) => {
  expect(isAllergen(substance, drug)).toBe(true);
});

it.each([
  ['Penicillin', 'Ketamine'],
  ['Latex', 'Ketamine'],
  ['Sulfonamides', 'Magnesium sulfate'],
  ['Bee venom', 'Ondansetron'],
  ['Codeine', 'Clonidine'],
  ['Adhesive tape', 'Oxygen'],
  ['', 'Ketamine'],
])('[DOSE28] an allergy to %s does not speak against %s', (substance, drug) => {
  expect(isAllergen(substance, drug)).toBe(false);
});
