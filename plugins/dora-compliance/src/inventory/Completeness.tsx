import { Button, Skeleton } from '@backstage/ui';
import type { InventorySummary } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useState } from 'react';
import { useTranslation } from '../translation/useTranslation';
import styles from './completeness.module.css';
import { CompletenessTile, type TileFacts } from './CompletenessTile';

const SKELETONS = 5;

/**
 * How many records have each of the nine fields, incomplete fields first. Each
 * tile filters by the assets without the field. Complete fields are collapsed.
 */
export function Completeness(props: {
  summary: InventorySummary | undefined;
  /** What `missing` is filtered by. */
  selected: readonly string[];
  onSelect: (missing: string[]) => void;
}) {
  const { summary, selected, onSelect } = props;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (!summary) {
    return (
      <div className={styles.grid} role="status" aria-label={t('loading')}>
        {Array.from({ length: SKELETONS }, (_, index) => (
          <Skeleton key={index} width="100%" height={60} />
        ))}
      </div>
    );
  }
  const { total } = summary;
  const { gaps, whole } = splitFields(summary, selected);
  const tiles = [
    { field: 'none' as const, complete: summary.complete },
    ...gaps,
    ...(isOpen ? whole : []),
  ];
  return (
    <section aria-label={t('inventory.completeness')}>
      <div className={styles.grid}>
        {tiles.map(tile => {
          const isSelected = selected.includes(tile.field);
          return (
            <CompletenessTile
              key={tile.field}
              {...tile}
              total={total}
              isSelected={isSelected}
              onPress={() => onSelect(isSelected ? [] : [tile.field])}
            />
          );
        })}
        {whole.length > 0 && (
          <Button
            variant="tertiary"
            size="small"
            className={styles.fold}
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen
              ? t('inventory.hideFields', { count: whole.length })
              : t('inventory.showFields', { count: whole.length })}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Fields that some records lack, the emptiest first, and all others. */
function splitFields(
  { fields, total }: InventorySummary,
  selected: readonly string[],
): Record<'gaps' | 'whole', TileFacts[]> {
  const isShown = ({ field, complete }: TileFacts) =>
    complete < total || selected.includes(field);
  return {
    gaps: fields.filter(isShown).sort((a, b) => a.complete - b.complete),
    whole: fields.filter(field => !isShown(field)),
  };
}
