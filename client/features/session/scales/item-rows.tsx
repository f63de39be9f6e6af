import { Segmented } from '../../../components/segmented.tsx';
import styles from './scales.module.css';

interface ItemRowsProps {
  readonly rows: readonly string[];
  readonly values: readonly { readonly value: number; readonly label: string; readonly said: string }[];
  /** One per row; `undefined` is not answered. */
  readonly items: readonly (number | undefined)[];
  readonly onChange: (items: readonly (number | undefined)[]) => void;
}

/** The items of a scale, all their values in sight. Nothing is answered beforehand; a second tap takes an answer back. */
export function ItemRows({ rows, values, items, onChange }: ItemRowsProps) {
  const put = (index: number, value: number | undefined) =>
    onChange(items.map((item, place) => (place === index ? value : item)));
  return (
    <ol className={styles.items}>
      {rows.map((label, index) => {
        const value = items[index];
        const word = values.find((one) => one.value === value)?.said;
        return (
          <li key={label}>
            <span>
              <b>{label}</b>
              <span>{word ?? ''}</span>
            </span>
            <Segmented
              label={label}
              segments={values.map((one) => ({ ...one, said: `${label}: ${one.label}, ${one.said}` }))}
              value={value}
              onChoose={(chosen) => put(index, chosen)}
              onClear={() => put(index, undefined)}
            />
          </li>
        );
      })}
    </ol>
  );
}
