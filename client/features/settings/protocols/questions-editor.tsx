import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { protocolSchema } from '../../../../shared/clinic/protocol.ts';
import { Button } from '../../../components/button.tsx';
import { limitsOf } from '../../../components/form/limits.ts';
import settings from '../settings.module.css';
import styles from './protocols.module.css';

interface Question {
  readonly id: string;
  readonly label: string;
}

interface QuestionsEditorProps<Q extends Question> {
  readonly title: string;
  readonly add: string;
  readonly questions: readonly Q[];
  readonly onChange: (questions: readonly Q[]) => void;
  readonly make: (id: string) => Q;
  /** What else can be said of a question. */
  readonly more?: (question: Q, change: (question: Q) => void) => ReactNode;
}

const { maxLength } = limitsOf(protocolSchema.shape.criteria.element.shape.label);

/** A list of questions: their words, one more, one less. */
export function QuestionsEditor<Q extends Question>({ title, add, questions, onChange, make, more }: QuestionsEditorProps<Q>) {
  const change = (next: Q) => onChange(questions.map((one) => (one.id === next.id ? next : one)));
  return (
    <section className={settings.card} aria-label={title}>
      <header className={settings.cardHead}>
        <h2>{title}</h2>
        <Button size="pointer" onClick={() => onChange([...questions, make(freshId(questions))])}>
          {add}
        </Button>
      </header>
      <ol className={settings.list}>
        {questions.map((question, index) => (
          <li key={question.id}>
            <input
              className={styles.words}
              value={question.label}
              maxLength={maxLength}
              aria-label={`${title}, ${index + 1}`}
              onChange={(event) => change({ ...question, label: event.target.value })}
            />
            {more?.(question, change)}
            <button
              type="button"
              className={settings.icon}
              aria-label={`Remove: ${question.label}`}
              onClick={() => onChange(questions.filter(({ id }) => id !== question.id))}
            >
              <Trash2 size={20} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A name of its own within the list: answers are kept under it. */
function freshId(questions: readonly Question[]): string {
  const taken = new Set(questions.map(({ id }) => id));
  let number = questions.length + 1;
  while (taken.has(`question-${number}`)) number += 1;
  return `question-${number}`;
}
