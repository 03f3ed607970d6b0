import { Text } from '@backstage/ui';
import type { RecordField } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';
import styles from './completeness.module.css';

/** A field of the record, or `none` for all, and how many records have it. */
export type TileFacts = {
  field: RecordField | 'none';
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
  const { field, point = '', complete, total, isSelected, onPress } = props;
  const { t } = useTranslation();
  const share = total === 0 ? 0 : complete / total;
  return (
    <button
      type="button"
      className={styles.tile}
      aria-pressed={isSelected}
      title={
        field === 'none'
          ? t('inventory.showComplete')
          : t('inventory.showIncomplete', { point })
      }
      onClick={onPress}
    >
      <Text variant="body-small" color="secondary" className={styles.title}>
        {field === 'none'
          ? t('inventory.completeRecords')
          : t(`record.field.${field}`)}
      </Text>
      <span>
        <Text weight="bold">{t('number', { value: complete })}</Text>{' '}
        <Text variant="body-small" color="secondary">
          {t('inventory.ofTotal', { total })}
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
