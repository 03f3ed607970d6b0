import { Skeleton, Text } from '@backstage/ui';
import type { InventorySummary } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import styles from './completeness.module.css';
import { missingWords } from './filterWords';

/**
 * How many records have each of the nine fields; each leads to the assets
 * that miss it.
 */
export function Completeness(props: {
  summary: InventorySummary | undefined;
  /** What `missing` is filtered by. */
  selected: readonly string[];
  onSelect: (missing: string[]) => void;
}) {
  const { summary, selected, onSelect } = props;
  if (!summary) {
    return (
      <div className={styles.grid} role="status" aria-label="Loading">
        {Object.keys(missingWords).map(field => (
          <Skeleton key={field} width="100%" height={60} />
        ))}
      </div>
    );
  }
  const { complete, fields, total } = summary;
  const tiles = [
    { field: 'none', title: 'Complete records', complete },
    ...fields,
  ];
  return (
    <section aria-label="Completeness of the records">
      <div className={styles.grid}>
        {tiles.map(tile => {
          const isSelected = selected.includes(tile.field);
          return (
            <Tile
              key={tile.field}
              {...tile}
              total={total}
              isSelected={isSelected}
              onPress={() => onSelect(isSelected ? [] : [tile.field])}
            />
          );
        })}
      </div>
    </section>
  );
}

function Tile(props: {
  field: string;
  title: string;
  point?: string;
  complete: number;
  total: number;
  isSelected: boolean;
  onPress: () => void;
}) {
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
        <Text weight="bold">{complete.toLocaleString('en-GB')}</Text>{' '}
        <Text variant="body-small" color="secondary">
          of {total.toLocaleString('en-GB')}
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
