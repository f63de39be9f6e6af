import { useId } from 'react';
import styles from './field.module.css';
import { FieldError } from './field-error.tsx';

export interface Option<V extends string | number> {
  readonly value: V;
  readonly label: string;
  /** Said instead of the label. */
  readonly said?: string;
}

interface ChipsProps<V extends string | number> {
  readonly label: string;
  readonly name?: string;
  readonly options: readonly Option<V>[];
  readonly error?: string | undefined;
  /** Stands beneath, once something is chosen. */
  readonly hint?: string | undefined;
}

/** One of several, as chips that wrap. Pressing the chosen one again takes it back. */
export function Choice<V extends string | number>({
  value,
  onChange,
  ...rest
}: ChipsProps<V> & { readonly value: V | undefined; readonly onChange: (value: V | undefined) => void }) {
  return <Chips {...rest} isChosen={(one) => one === value} onPress={(one) => onChange(one === value ? undefined : one)} />;
}

/** Some of several. */
export function Choices<V extends string | number>({
  value,
  onChange,
  ...rest
}: ChipsProps<V> & { readonly value: readonly V[]; readonly onChange: (value: readonly V[]) => void }) {
  const toggled = (one: V) => (value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
  return <Chips {...rest} isChosen={(one) => value.includes(one)} onPress={(one) => onChange(toggled(one))} />;
}

function Chips<V extends string | number>({
  label,
  name,
  options,
  error,
  hint,
  isChosen,
  onPress,
}: ChipsProps<V> & { readonly isChosen: (value: V) => boolean; readonly onPress: (value: V) => void }) {
  const id = useId();
  return (
    <fieldset className={styles.field} data-field={name}>
      <legend>{label}</legend>
      <div className={styles.chips}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className={styles.chip}
            aria-pressed={isChosen(option.value)}
            aria-label={option.said}
            onClick={() => onPress(option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
      {hint !== undefined && <p className={styles.spelled}>{hint}</p>}
      <FieldError id={`${id}-error`} aloud>
        {error}
      </FieldError>
    </fieldset>
  );
}
