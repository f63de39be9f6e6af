import { useState } from 'react';
import { Choice } from '../../../components/form/choice.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import type { FieldProps } from '../../../components/form/use-form.ts';

const OTHER = 'Other …';

/** Why: one tap for what is said often; only another reason is typed. */
export function ReasonField({
  label,
  reasons,
  ...field
}: FieldProps<string> & { readonly label: string; readonly reasons: readonly string[] }) {
  const [other, setOther] = useState(false);
  const choose = (chosen: string | undefined) => {
    setOther(chosen === OTHER);
    field.onChange(chosen === undefined || chosen === OTHER ? '' : chosen);
  };
  return (
    <>
      <Choice
        label={label}
        name={other ? '' : field.name}
        error={other ? undefined : field.error}
        options={[...reasons, OTHER].map((value) => ({ value, label: value }))}
        value={other ? OTHER : reasons.find((reason) => reason === field.value)}
        onChange={choose}
      />
      {other && <TextField label="In your own words" {...field} />}
    </>
  );
}
