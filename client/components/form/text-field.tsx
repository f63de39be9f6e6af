import type { InputHTMLAttributes, Ref } from 'react';
import styles from './field.module.css';
import { Field, type FieldWords } from './field.tsx';

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'>, FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Several lines. */
  readonly long?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A labelled text that keeps what was typed and says what is wrong with it. */
export function TextField({ label, hint, error, value, onChange, long = false, className, ...rest }: TextFieldProps) {
  const { maxLength, name } = rest;
  const isFull = maxLength !== undefined && value.length >= maxLength;
  return (
    <Field {...{ label, error, className }} hint={isFull ? `No more than ${maxLength} characters: check the end.` : hint}>
      {(tied) =>
        long ? (
          <textarea
            {...tied}
            {...{ name, maxLength, value }}
            className={styles.input}
            rows={4}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <input
            autoComplete="off"
            {...rest}
            {...tied}
            className={styles.input}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
