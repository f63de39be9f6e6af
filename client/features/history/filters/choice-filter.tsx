import { Check, ChevronDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select } from 'react-aria-components';
import { cx } from '../../../components/cx.ts';
import styles from './filters.module.css';

export interface FilterChoice {
  readonly id: string;
  readonly label: string;
}

interface ChoiceFilterProps {
  readonly label: string;
  readonly choices: readonly FilterChoice[];
  readonly value: string;
  /** The choice that filters nothing, or what the list opens with. */
  readonly usual: string;
  readonly onChoose: (id: string) => void;
}

/** One filter: what it is, what it is set to, and the choices beneath. Set to another than the usual it has a strong edge. */
export function ChoiceFilter({ label, choices, value, usual, onChoose }: ChoiceFilterProps) {
  const chosen = choices.find(({ id }) => id === value);
  return (
    <Select
      aria-label={label}
      className={styles.choice ?? ''}
      selectedKey={value}
      onSelectionChange={(key) => {
        if (key !== null && key !== value) onChoose(String(key));
      }}
    >
      <Button className={cx(styles.filter, value === usual ? styles.usual : styles.set)}>
        <span className={styles.name}>{label}</span> <b>{chosen?.label ?? 'one not listed'}</b>
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={4}>
        <ListBox className={styles.list ?? ''} items={choices}>
          {({ id, label: text }) => (
            <ListBoxItem id={id} textValue={text} className={styles.item ?? ''}>
              {({ isSelected }) => (
                <>
                  <span>{text}</span>
                  {isSelected && <Check size={16} aria-hidden="true" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
