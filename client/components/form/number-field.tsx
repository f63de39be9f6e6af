import styles from './field.module.css';
import { Field, type FieldWords } from './field.tsx';

interface NumberFieldProps extends FieldWords {
  readonly name?: string;
  readonly unit?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A number with its unit. Typed as text, so that what was typed stays even when it is no number. */
export function NumberField({ name, unit = '', value, onChange, ...words }: NumberFieldProps) {
  return (
    <Field {...words}>
      {(tied) => (
        <div className={styles.number}>
          <input
            {...tied}
            name={name}
            className={styles.input}
            value={value}
            inputMode="decimal"
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
          />
          <span>{unit}</span>
        </div>
      )}
    </Field>
  );
}
