import type { ComponentProps } from 'react';
import { Sheet } from '../../components/sheet.tsx';
import { useWholeName } from '../../live/patient-name.ts';
import { useVisit } from './visit.ts';

/** A sheet over a visit: its title names the patient. */
export function VisitSheet({
  title,
  children,
  ...sheet
}: Omit<ComponentProps<typeof Sheet>, 'title'> & { readonly title?: string }) {
  const { session } = useVisit();
  const name = useWholeName(session.patientId);
  return (
    <Sheet title={title === undefined ? name : `${title} · ${name}`} {...sheet}>
      {children}
    </Sheet>
  );
}
