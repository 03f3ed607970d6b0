import { Text } from '@backstage/ui';
import styles from './completeness.module.css';

/** A field of the record, and how many records have it. */
export type TileFacts = {
  field: string;
  title: string;
  point?: string;
  complete: number;
};

/** One tile: it filters by the records that lack the field. */
export function CompletenessTile(
  props: TileFacts & {
    total: number;
    isSelected: boolean;
    onPress: () => void;
  },
) {
  const { field, title, point, complete, total, isSelected, onPress } = props;
  const share = total === 0 ? 0 : complete / total;
  return (
    <button
      type="button"
      className={styles.tile}
      aria-pressed={isSelected}
      title={
        field === 'none'
          ? 'Show complete records only'
          : `Show records without this field, ${point} of RTS 2024/1774 Art 4(2)(b)`
      }
      onClick={onPress}
    >
      <Text variant="body-small" color="secondary" className={styles.title}>
        {title}
      </Text>
      <span>
        <Text weight="bold">{complete.toLocaleString('en-US')}</Text>{' '}
        <Text variant="body-small" color="secondary">
          of {total.toLocaleString('en-US')}
        </Text>
      </span>
      <span className={styles.bar} aria-hidden>
        <span
          className={share === 1 ? styles.full : styles.part}
          style={{ width: `${100 * share}%` }}
        />
      </span>
    </button>
  );
}
