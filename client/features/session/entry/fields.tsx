import { type ReactNode, useId } from 'react';
import styles from './fields.module.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly fault?: string | undefined;
}

/** A short text. What is wrong stands beneath, and the field is marked. */
export function TextField({
  label,
  hint,
  fault,
  value,
  onChange,
  long = false,
  autoFocus = false,
  type = 'text',
  maxLength,
  autoComplete = 'off',
}: FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly long?: boolean;
  readonly autoFocus?: boolean;
  readonly type?: 'text' | 'password' | 'tel';
  readonly maxLength?: number;
  readonly autoComplete?: string;
}) {
  const id = useId();
  const shared = {
    id,
    value,
    maxLength,
    'aria-invalid': fault !== undefined,
    'aria-describedby': `${id}-hint`,
    className: styles.input,
    ...(autoFocus ? { 'data-autofocus': '' } : {}),
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {long ? (
        <textarea {...shared} rows={4} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} type={type} autoComplete={autoComplete} onChange={(event) => onChange(event.target.value)} />
      )}
      <p id={`${id}-hint`} className={fault === undefined ? styles.hint : styles.fault}>
        {fault ??
          (maxLength !== undefined && value.length >= maxLength ? `No more than ${maxLength} characters: check the end.` : hint)}
      </p>
    </div>
  );
}

/** A number with its unit. Typed as text, so that what was typed stays even when it is no number. */
export function NumberField({
  label,
  unit,
  hint,
  fault,
  value,
  onChange,
  autoFocus = false,
}: FieldProps & {
  readonly unit: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.number}>
        <input
          id={id}
          className={styles.input}
          value={value}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onChange(event.target.value)}
          {...(autoFocus ? { 'data-autofocus': '' } : {})}
        />
        <span>{unit}</span>
      </div>
      <p id={`${id}-hint`} className={fault === undefined ? styles.hint : styles.fault}>
        {fault ?? hint}
      </p>
    </div>
  );
}

/** One of several, as chips that wrap. Pressing the chosen one again takes it back. */
export function Choice<V extends string>({
  label,
  options,
  value,
  onChange,
  fault,
}: FieldProps & {
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V | undefined;
  readonly onChange: (value: V | undefined) => void;
}) {
  return (
    <fieldset className={styles.field}>
      <legend>{label}</legend>
      <div className={styles.chips}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className={styles.chip}
            aria-pressed={value === option.value}
            onClick={() => onChange(value === option.value ? undefined : option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
      {fault !== undefined && <p className={styles.fault}>{fault}</p>}
    </fieldset>
  );
}
