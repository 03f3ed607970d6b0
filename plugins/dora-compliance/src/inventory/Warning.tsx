import { RiErrorWarningLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** A short text with an icon that asks for attention. */
export function Warning(props: { children: ReactNode; title?: string }) {
  return (
    <span className={styles.warning} title={props.title}>
      <RiErrorWarningLine size={14} aria-hidden />
      {props.children}
    </span>
  );
}
