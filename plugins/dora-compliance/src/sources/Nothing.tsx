import { Text } from '@backstage/ui';
import styles from './sources.module.css';

/** Shown instead of an empty list, with what that means and what to do. */
export function Nothing(props: { title: string; children: string }) {
  return (
    <div className={styles.empty}>
      <Text weight="bold">{props.title}</Text>
      <Text>{props.children}</Text>
    </div>
  );
}
