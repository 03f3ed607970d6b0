import {
  Select,
  TablePagination,
  type TablePaginationProps,
} from '@backstage/ui';
import type {
  InventoryItemView,
  InventoryPage,
  InventorySort,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ReactNode } from 'react';
import { Loading } from '../loading/Loading';
import styles from './inventory.module.css';
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

const sorts: Record<InventorySort, string> = {
  criticality: 'Most critical first',
  '-criticality': 'Least critical first',
  title: 'Title, A to Z',
  '-title': 'Title, Z to A',
  owner: 'Owner, A to Z',
  '-owner': 'Owner, Z to A',
  '-missing': 'Most fields missing first',
  missing: 'Fewest fields missing first',
  review: 'Review due first',
  '-review': 'Review due last',
};

/** A page of the inventory on a narrow screen. */
export function InventoryCards(props: {
  page: InventoryPage | undefined;
  isStale: boolean;
  sort: InventorySort;
  onSort: (sort: InventorySort) => void;
  pagination: TablePaginationProps;
  emptyState: ReactNode;
}) {
  const { page, isStale, sort, onSort, pagination, emptyState } = props;
  return (
    <div className={styles.cards}>
      <Select
        label="Sort by"
        size="small"
        options={Object.entries(sorts).map(([id, label]) => ({ id, label }))}
        value={sort}
        onChange={key => onSort(key as InventorySort)}
      />
      {!page && <Loading blocks={[160, 160, 160]} />}
      {page?.items.length === 0 && emptyState}
      <ul aria-label="ICT assets" data-stale={isStale}>
        {page?.items.map(item => (
          <Card key={item.entityRef} item={item} />
        ))}
      </ul>
      <TablePagination {...pagination} />
    </div>
  );
}

/** Three facts; the others on demand. */
function Card({ item }: { item: InventoryItemView }) {
  return (
    <li className={styles.card}>
      <TitleFact item={item} />
      <dl>
        <dt>Criticality</dt>
        <dd>
          <CriticalityFact item={item} />
        </dd>
        <dt>Record</dt>
        <dd>
          <MissingFields item={item} />
        </dd>
        <dt>Review</dt>
        <dd>
          <ReviewFact item={item} />
        </dd>
      </dl>
      <details>
        <summary>More about {item.title}</summary>
        <dl>
          <dt>Owner</dt>
          <dd>
            <OwnerFact item={item} />
          </dd>
          <dt>Functions</dt>
          <dd>
            <FunctionsFact item={item} />
          </dd>
          <dt>Exposure</dt>
          <dd>
            <ExposureFact item={item} />
          </dd>
          <dt>Recovery</dt>
          <dd>
            <RecoveryFact item={item} />
          </dd>
        </dl>
      </details>
    </li>
  );
}
