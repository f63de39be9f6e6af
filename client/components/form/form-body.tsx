import type { ReactNode } from 'react';
import type { FormFrame } from './use-form.ts';

interface FormBodyProps {
  readonly form: FormFrame;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The form element: Enter submits, and the form itself says what is wrong instead of the browser. */
export function FormBody({ form, className, children }: FormBodyProps) {
  return (
    <form ref={form.ref} className={className} onSubmit={form.submit} noValidate>
      {children}
    </form>
  );
}
