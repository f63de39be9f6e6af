import { useState } from 'react';
import { clockText, dateText, weekdayText } from '../../../shared/clinic/day-text.ts';
import type { Formats } from '../../../shared/clinic/formats.ts';
import { parseClock, parseDay } from '../../../shared/clinic/typed-day.ts';
import { useFormats } from '../../live/clinic-time.ts';
import type { FieldWords } from './field.tsx';
import { TextField } from './text-field.tsx';

interface DayFieldProps extends FieldWords {
  readonly name?: string;
  /** `2026-11-24`; what was typed where it is no day. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** How one kind of text is read, written and said back. */
interface Reading {
  readonly parse: (text: string, formats: Formats) => string | undefined;
  readonly write: (value: string, formats: Formats) => string;
  readonly sayBack: (value: string, formats: Formats) => string;
  readonly example: (formats: Formats) => string;
}

const DAY: Reading = {
  parse: (text, { date }) => parseDay(text, date),
  write: (value, { date }) => dateText(value, date),
  sayBack: (value, { date }) => `${weekdayText(value, date)} ${value.slice(0, 4)}`,
  example: ({ date }) => (date === 'day-month' ? 'Such as 12.3.1992 or 12 Mar 1992' : 'Such as 3/12/1992 or Mar 12, 1992'),
};

const CLOCK: Reading = {
  parse: (text, { clock }) => parseClock(text, clock),
  write: (value, { clock }) => clockText(value, clock),
  sayBack: (value, { clock }) => clockText(value, clock),
  example: ({ clock }) => (clock === '24-hour' ? 'Such as 14:30' : 'Such as 2:30 pm'),
};

/** A calendar day, typed in the clinic's order or with the month as a word; what was understood stands beneath, never to be guessed. */
export const DayField = (props: DayFieldProps) => <ReadField {...props} reading={DAY} />;

/** A time of day on the clinic's clock, `HH:MM` to the form; the same way. */
export const ClockField = (props: DayFieldProps) => <ReadField {...props} reading={CLOCK} />;

function ReadField({ reading, value, onChange, hint, ...rest }: DayFieldProps & { readonly reading: Reading }) {
  const formats = useFormats();
  const { parse, write, sayBack, example } = reading;
  const wordsOf = (one: string) => (parse(one, formats) === one ? write(one, formats) : one);
  const [typed, setTyped] = useState({ text: wordsOf(value), value });
  // The form has another value than the one that was typed here: it was set from elsewhere.
  const text = typed.value === value ? typed.text : wordsOf(value);
  const understood = parse(text, formats);
  return (
    <TextField
      {...rest}
      value={text}
      autoComplete="off"
      hint={
        understood === undefined
          ? (hint ?? example(formats))
          : `${sayBack(understood, formats)}${typeof hint === 'string' ? ` · ${hint}` : ''}`
      }
      onChange={(next) => {
        const read = parse(next, formats) ?? next;
        setTyped({ text: next, value: read });
        onChange(read);
      }}
    />
  );
}
