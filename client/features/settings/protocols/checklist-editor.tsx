import type { ChecklistItem } from '../../../../shared/clinic/protocol.ts';
import formStyles from '../../../components/form/form.module.css';
import settings from '../settings.module.css';
import styles from './protocols.module.css';
import { QuestionsEditor } from './questions-editor.tsx';

interface ChecklistEditorProps {
  readonly checklist: readonly ChecklistItem[];
  readonly onChange: (checklist: readonly ChecklistItem[]) => void;
}

/** The checks before the start: their words, which answer lets the visit go on, and whether the other one blocks it. */
export function ChecklistEditor({ checklist, onChange }: ChecklistEditorProps) {
  return (
    <QuestionsEditor
      title="Checklist before the start"
      add="Add a check"
      questions={checklist}
      onChange={onChange}
      make={(id): ChecklistItem => ({ id, label: '', hard: true, expected: 'yes', mayNotApply: false })}
      more={(item, put) => <WantedAnswer item={item} onChange={put} />}
    />
  );
}

function WantedAnswer({ item, onChange }: { readonly item: ChecklistItem; readonly onChange: (item: ChecklistItem) => void }) {
  return (
    <span className={settings.row}>
      <select
        className={styles.wants}
        aria-label={`Wanted answer: ${item.label}`}
        value={item.expected}
        onChange={(event) => onChange({ ...item, expected: event.target.value === 'no' ? 'no' : 'yes' })}
      >
        <option value="yes">wants yes</option>
        <option value="no">wants no</option>
      </select>
      <label className={formStyles.check}>
        <input
          type="checkbox"
          checked={item.mayNotApply}
          onChange={({ target }) => onChange({ ...item, mayNotApply: target.checked })}
        />
        may not apply
      </label>
      <label className={formStyles.check}>
        <input type="checkbox" checked={item.hard} onChange={({ target }) => onChange({ ...item, hard: target.checked })} />
        blocks
      </label>
    </span>
  );
}
