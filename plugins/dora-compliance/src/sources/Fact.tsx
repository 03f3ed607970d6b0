import type { ReactNode } from 'react';
import styles from './sources.module.css';

/** A name and its value, in a list of facts. */
export function Fact(props: {
  title: string;
  /** Takes a whole row, for long values. */
  isSpanning?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={props.isSpanning ? styles.spanning : undefined}>
      <dt>{props.title}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
