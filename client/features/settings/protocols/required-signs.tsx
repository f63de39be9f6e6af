import { SIGN_NAMES, SIGNS } from '../../../../shared/session/signs.ts';
import formStyles from '../../../components/form/form.module.css';
import type { Questions } from './protocol-fields.ts';
import styles from './protocols.module.css';

interface RequiredSignsProps {
  readonly required: Questions['required'];
  readonly onChange: (required: Questions['required']) => void;
}

/** What a reading of this protocol holds. */
export function RequiredSigns({ required, onChange }: RequiredSignsProps) {
  return (
    <fieldset className={styles.signs}>
      <legend>A reading holds</legend>
      {SIGN_NAMES.map((sign) => (
        <label key={sign} className={formStyles.check}>
          <input
            type="checkbox"
            checked={required.includes(sign)}
            onChange={({ target }) =>
              onChange(SIGN_NAMES.filter((one) => (one === sign ? target.checked : required.includes(one))))
            }
          />
          {SIGNS[sign].label}
        </label>
      ))}
    </fieldset>
  );
}
