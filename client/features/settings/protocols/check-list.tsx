import formStyles from '../../../components/form/form.module.css';
import styles from './protocols.module.css';

interface CheckListProps<V extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: readonly V[];
  readonly onChange: (value: V[]) => void;
}

/** Some of several, kept in their own order. */
export function CheckList<V extends string>({ legend, options, value, onChange }: CheckListProps<V>) {
  const put = (one: V, checked: boolean) =>
    onChange(options.flatMap((option) => ((option.value === one ? checked : value.includes(option.value)) ? option.value : [])));
  return (
    <fieldset className={styles.signs}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={formStyles.check}>
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            onChange={({ target }) => put(option.value, target.checked)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
