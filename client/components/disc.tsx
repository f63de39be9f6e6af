import styles from './disc.module.css';

/** A person as initials in a circle. `label` says who, for those who don't see it. */
export function Disc({
  initials,
  label,
  large = false,
}: {
  readonly initials: string;
  readonly label?: string;
  readonly large?: boolean;
}) {
  return (
    <span className={large ? styles.face : styles.disc} title={label}>
      <span aria-hidden={label !== undefined}>{initials}</span>
      {label !== undefined && <span className="vh">{label}</span>}
    </span>
  );
}
