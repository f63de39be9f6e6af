import { Download } from 'lucide-react';
import { Dialog, DialogTrigger, Popover, Button as PressButton } from 'react-aria-components';
import styles from './history.module.css';

interface ExportMenuProps {
  /** The filters, as `/api/history` takes them, sort included. */
  readonly query: string;
  readonly total: number | undefined;
}

/** The filtered rows to take away. */
export function ExportMenu({ query, total }: ExportMenuProps) {
  const rows =
    total === undefined ? 'as filtered' : `${total.toLocaleString('en-US')} ${total === 1 ? 'row' : 'rows'}, as filtered`;
  return (
    <DialogTrigger>
      <PressButton className={styles.export ?? ''} isDisabled={total === 0}>
        <Download size={16} aria-hidden="true" />
        Export
      </PressButton>
      <Popover className={styles.menu ?? ''} placement="bottom end" offset={8}>
        <Dialog className={styles.menuBody ?? ''} aria-label="Export">
          {({ close }) => (
            <>
              <a href={`/api/history/export.csv?${query}`} download onClick={close}>
                <b>CSV table</b>
                <span>{rows}</span>
              </a>
              <p>Names and record numbers are in it, and the export is logged. Keep the file safe.</p>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
