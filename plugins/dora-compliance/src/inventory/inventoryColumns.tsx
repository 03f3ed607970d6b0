import { Cell, type ColumnConfig } from '@backstage/ui';
import type { InventoryItemView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { ComplianceFact } from './ComplianceFact';
import {
  CriticalityFact,
  ExposureFact,
  FunctionsFact,
  OwnerFact,
  RecoveryFact,
  ReviewFact,
  TitleFact,
} from './itemFacts';
import type { Translate } from '../translation/useTranslation';
import { MissingFields } from './MissingFields';
import styles from './inventory.module.css';

type Column = ColumnConfig<InventoryItemView>;

const column = (
  id: string,
  label: string,
  Fact: (props: { item: InventoryItemView }) => JSX.Element,
  options: Partial<Column> = {},
): Column => ({
  id,
  label,
  cell: item => (
    <Cell className={styles.cell}>
      <Fact item={item} />
    </Cell>
  ),
  ...options,
});

const sorted = { isSortable: true };

/** The columns of the inventory. Columns marked `wide` need a wide screen. */
export const inventoryColumns = (
  t: Translate,
): ReadonlyArray<Column & { wide?: true }> => [
  column('title', t('inventory.column.title'), TitleFact, {
    ...sorted,
    isRowHeader: true,
  }),
  column(
    'criticality',
    t('inventory.column.criticality'),
    CriticalityFact,
    sorted,
  ),
  // Risk is what the column is about: its worst comes first.
  column('risk', t('inventory.column.compliance'), ComplianceFact, sorted),
  column('owner', t('inventory.column.owner'), OwnerFact, sorted),
  {
    ...column('functions', t('inventory.column.functions'), FunctionsFact),
    wide: true,
  },
  {
    ...column('exposure', t('inventory.column.exposure'), ExposureFact),
    wide: true,
  },
  {
    ...column('recovery', t('inventory.column.recovery'), RecoveryFact),
    wide: true,
  },
  column('missing', t('inventory.column.missing'), MissingFields, sorted),
  column('review', t('inventory.column.review'), ReviewFact, sorted),
];
