import type { Protocol } from '../../../../shared/clinic/protocol.ts';
import { TextField } from '../../../components/form/text-field.tsx';
import type { Form } from '../../../components/form/use-form.ts';
import { type NumberRow, sourceKey, type Typed } from './protocol-fields.ts';

interface NumberRowsProps {
  readonly form: Form<Typed>;
  readonly rows: readonly NumberRow[];
  /** Where each number of the last version comes from. */
  readonly source: Protocol['source'];
}

/** Numbers of a protocol, each with where it comes from. */
export function NumberRows({ form, rows, source }: NumberRowsProps) {
  return rows.map(({ path, label, unit }) => (
    <TextField
      key={path}
      label={unit === '' ? label : `${label}, ${unit}`}
      {...form.field(path)}
      inputMode="decimal"
      hint={source[sourceKey(path)]}
    />
  ));
}
