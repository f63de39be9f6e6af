import styles from './field.module.css';
import { Field, type FieldWords } from './field.tsx';

export interface SelectOption<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface SelectFieldProps<V extends string> extends FieldWords {
  readonly name?: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly options: readonly SelectOption<NoInfer<V>>[];
  /** Stands first and counts as nothing chosen: the value is then empty. */
  readonly none?: '' extends V ? string : never;
  readonly disabled?: boolean;
  readonly className?: string;
}

/** One of a list. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { label, hint, error, className, name, value, onChange, options, none, disabled } = props;
  // A list without `none` never gives an empty value, and one with it has an empty value among its own.
  const optionOf = (chosen: string) => options.find((option) => option.value === chosen)?.value ?? ('' as V);
  return (
    <Field {...{ label, hint, error, className }}>
      {(tied) => (
        <select
          {...tied}
          {...{ name, value, disabled }}
          className={styles.select}
          onChange={(event) => onChange(optionOf(event.target.value))}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
