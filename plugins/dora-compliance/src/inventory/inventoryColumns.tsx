import { Cell, type ColumnConfig } from '@backstage/ui';
import type { InventoryItemView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  CriticalityFact,
  ExposureFact,
  FunctionsFact,
  OwnerFact,
  RecoveryFact,
  ReviewFact,
  TitleFact,
} from './itemFacts';
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

/** The columns of the inventory; `wide` of them need a wide screen. */
export const inventoryColumns: ReadonlyArray<Column & { wide?: true }> = [
  column('title', 'Asset', TitleFact, { ...sorted, isRowHeader: true }),
  column('criticality', 'Criticality', CriticalityFact, sorted),
  column('owner', 'Owner', OwnerFact, sorted),
  { ...column('functions', 'Functions', FunctionsFact), wide: true },
  { ...column('exposure', 'Exposure', ExposureFact), wide: true },
  { ...column('recovery', 'Recovery', RecoveryFact), wide: true },
  column('missing', 'Record', MissingFields, sorted),
  column('review', 'Review', ReviewFact, sorted),
];
