import type { ReactNode } from 'react';
import styles from './sources.module.css';

/** A name and what is known under it, in a list of facts. */
export function Fact(props: {
  title: string;
  /** It may be long, and takes a row of its own. */
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
