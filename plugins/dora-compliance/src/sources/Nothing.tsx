import { Text } from '@backstage/ui';
import styles from './sources.module.css';

/** That a list is empty, and what that means or what to do. */
export function Nothing(props: { title: string; children: string }) {
  return (
    <div className={styles.empty}>
      <Text weight="bold">{props.title}</Text>
      <Text>{props.children}</Text>
    </div>
  );
}
