import type { Formats } from '../../../../shared/clinic/formats.ts';
import { shownLimits } from '../../../../shared/clinic/shown-limit.ts';
import { cx } from '../../../components/cx.ts';
import type { Form } from '../../../components/form/use-form.ts';
import settings from '../settings.module.css';
import { LIMIT_KINDS, LIMIT_LABEL, limitPath, type Typed } from './protocol-fields.ts';
import styles from './protocols.module.css';

/** All limits in one table: below the first number or above the second something happens; an empty field does nothing. */
export function LimitsEditor({ form, formats }: { readonly form: Form<Typed>; readonly formats: Formats }) {
  return (
    <section className={settings.card} aria-label="Limits">
      <h2>Limits</h2>
      <p className={styles.under}>Below the first number or above the second. An empty field means no limit on that side.</p>
      <div className={styles.scroll}>
        <table className={cx(styles.limits, styles.editing)}>
          <thead>
            <tr>
              <th scope="col">Sign</th>
              {LIMIT_KINDS.map((kind) => (
                <th key={kind} scope="col">
                  {LIMIT_LABEL[kind]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shownLimits(formats).map(({ name, label, unit }) => (
              <tr key={name}>
                <th scope="row">
                  {label} <small>{unit}</small>
                </th>
                {LIMIT_KINDS.map((kind) => (
                  <td key={kind}>
                    <span className={styles.bounds}>
                      {(['low', 'high'] as const).map((side) => {
                        const { name: path, value, error, onChange } = form.field(limitPath(name, kind, side));
                        return (
                          <input
                            key={side}
                            name={path}
                            value={value}
                            inputMode="decimal"
                            autoComplete="off"
                            aria-label={`${label}, ${LIMIT_LABEL[kind].replaceAll('*', '').trim()}, ${side === 'low' ? 'below' : 'above'}${error === undefined ? '' : `: ${error}`}`}
                            aria-invalid={error !== undefined}
                            onChange={(event) => onChange(event.target.value)}
                          />
                        );
                      })}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
