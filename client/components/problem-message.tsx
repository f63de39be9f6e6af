import type { Problem } from '../../shared/wire/problem.ts';
import styles from './notice.module.css';

/** Why something was refused, as the server said it. Announced when it appears. */
export function ProblemMessage({ problem }: { readonly problem: Problem }) {
  return (
    <div className={styles.problem} role="alert" data-code={problem.code}>
      <b>{problem.title}</b>
      {problem.detail !== problem.title && <p>{problem.detail}</p>}
    </div>
  );
}
