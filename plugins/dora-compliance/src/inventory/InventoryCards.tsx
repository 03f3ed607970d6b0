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
import { useTranslation } from '../translation/useTranslation';
import { ComplianceFact } from './ComplianceFact';
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

const SORTS = [
  'criticality',
  '-criticality',
  'risk',
  '-risk',
  'title',
  '-title',
  'owner',
  '-owner',
  '-missing',
  'missing',
  'review',
  '-review',
] as const satisfies readonly InventorySort[];

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
  const { t } = useTranslation();
  return (
    <div className={styles.cards}>
      <Select
        label={t('inventory.sortBy')}
        size="small"
        options={SORTS.map(id => ({ id, label: t(`inventory.sort.${id}`) }))}
        value={sort}
        onChange={key => onSort(key as InventorySort)}
      />
      {!page && <Loading blocks={[160, 160, 160]} />}
      {page?.items.length === 0 && emptyState}
      <ul aria-label={t('inventory.assets')} data-stale={isStale}>
        {page?.items.map(item => (
          <Card key={item.entityRef} item={item} />
        ))}
      </ul>
      <TablePagination {...pagination} />
    </div>
  );
}

/** Four facts; the others on demand. */
function Card({ item }: { item: InventoryItemView }) {
  const { t } = useTranslation();
  return (
    <li className={styles.card}>
      <TitleFact item={item} />
      <dl>
        <dt>{t('inventory.column.criticality')}</dt>
        <dd>
          <CriticalityFact item={item} />
        </dd>
        <dt>{t('inventory.column.compliance')}</dt>
        <dd>
          <ComplianceFact item={item} />
        </dd>
        <dt>{t('inventory.column.missing')}</dt>
        <dd>
          <MissingFields item={item} />
        </dd>
        <dt>{t('inventory.column.review')}</dt>
        <dd>
          <ReviewFact item={item} />
        </dd>
      </dl>
      <details>
        <summary>{t('inventory.moreAbout', { title: item.title })}</summary>
        <dl>
          <dt>{t('inventory.column.owner')}</dt>
          <dd>
            <OwnerFact item={item} />
          </dd>
          <dt>{t('inventory.column.functions')}</dt>
          <dd>
            <FunctionsFact item={item} />
          </dd>
          <dt>{t('inventory.column.exposure')}</dt>
          <dd>
            <ExposureFact item={item} />
          </dd>
          <dt>{t('inventory.column.recovery')}</dt>
          <dd>
            <RecoveryFact item={item} />
          </dd>
        </dl>
      </details>
    </li>
  );
}
