import { Button } from '../../../components/button.tsx';
import type { FormFrame } from '../../../components/form/use-form.ts';
import { Said } from '../entry/form-dialog.tsx';
import styles from './precheck.module.css';

/** The foot of a form that stands in the screen: what is in the way, and the button. */
export function SubmitBar({ form, children }: { readonly form: FormFrame; readonly children: string }) {
  return (
    <div className={styles.submit}>
      <Said submission={form} fault={form.doubt} />
      <Button size="large" look="primary" type="submit" busy={form.busy}>
        {form.state === 'waiting' ? 'Waiting to send …' : children}
      </Button>
    </div>
  );
}
