import { FORMAT_CHOICES } from '../../../shared/clinic/format-choices.ts';
import type { Formats } from '../../../shared/clinic/formats.ts';
import { keysOf } from '../../../shared/record-of.ts';
import { SelectField } from './select-field.tsx';

interface FormatsFieldsProps {
  readonly value: Formats;
  readonly onChange: (formats: Formats) => void;
}

/** The clinic's units and forms, each by an example of what will be shown. */
export function FormatsFields({ value, onChange }: FormatsFieldsProps) {
  return keysOf(FORMAT_CHOICES).map((name) => <FormatField key={name} {...{ name, value, onChange }} />);
}

function FormatField<K extends keyof Formats>({ name, value, onChange }: FormatsFieldsProps & { readonly name: K }) {
  const { label, options } = FORMAT_CHOICES[name];
  return (
    <SelectField<Formats[K]>
      label={label}
      name={`formats.${name}`}
      value={value[name]}
      onChange={(chosen) => onChange({ ...value, [name]: chosen })}
      options={keysOf<Readonly<Record<Formats[K], string>>>(options).map((one) => ({ value: one, label: options[one] }))}
    />
  );
}
