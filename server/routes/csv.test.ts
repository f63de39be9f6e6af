import { expect, it } from 'vitest';
import { csvLine } from './csv.ts';

it.each(['=1+1', '+49 151', '-2', '@sum', '\tx', '\rx'])('[API9] a spreadsheet does not take %j for a formula', (text) => {
  expect(csvLine([text])).toMatch(/^"?'/);
});

it('[API9] numbers stay numbers, commas and quotes are quoted, what is missing is empty', () => {
  expect(csvLine([-1, 36.6, 0, true, null, undefined, '', 'say "ah", please', 'two\nlines'])).toBe(
    '-1,36.6,0,true,,,,"say ""ah"", please","two\nlines"\r\n',
  );
});
