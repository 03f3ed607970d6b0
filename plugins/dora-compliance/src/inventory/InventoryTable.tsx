import { type SortDescriptor, Table, useBreakpoint } from '@backstage/ui';
import type {
  InventoryPage,
  InventorySort,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type ReactNode, useMemo } from 'react';
import { type Translate, useTranslation } from '../translation/useTranslation';
import styles from './inventory.module.css';
import { InventoryCards } from './InventoryCards';
import { inventoryColumns } from './inventoryColumns';
import {
  firstPage,
  type InventoryAddress,
  PAGE_SIZES,
  type useInventoryAddress,
} from './useInventoryAddress';

/** A page of the inventory: a table, or cards on narrow screens. */
export function InventoryTable(props: {
  page: InventoryPage | undefined;
  /** Assets on all pages, once it is known. */
  total: number | undefined;
  isStale: boolean;
  address: InventoryAddress;
  change: ReturnType<typeof useInventoryAddress>['change'];
  emptyState: ReactNode;
}) {
  const { page, total, isStale, address, change, emptyState } = props;
  const { t } = useTranslation();
  const { up } = useBreakpoint();
  const isWide = up('lg');
  const columns = useMemo(
    () => inventoryColumns(t).filter(({ wide }) => isWide || !wide),
    [isWide, t],
  );
  const rows = useMemo(
    () => page?.items.map(item => ({ ...item, id: item.entityRef })),
    [page],
  );
  const pagination = describePagination(page, total, address, change, t);
  const setSort = (sort: InventorySort) => change({ sort, ...firstPage });
  if (!up('md')) {
    return (
      <InventoryCards
        page={page}
        isStale={isStale}
        sort={address.sort}
        onSort={setSort}
        pagination={pagination}
        emptyState={emptyState}
      />
    );
  }
  return (
    <Table
      className={isWide ? styles.wideTable : styles.table}
      columnConfig={columns}
      data={rows}
      isPending={!page}
      isStale={isStale}
      pagination={{ type: 'page', ...pagination }}
      sort={{
        descriptor: toDescriptor(address.sort),
        onSortChange: descriptor => setSort(toSort(descriptor)),
      }}
      emptyState={emptyState}
    />
  );
}

function describePagination(
  page: InventoryPage | undefined,
  total: number | undefined,
  { limit, page: number }: InventoryAddress,
  change: ReturnType<typeof useInventoryAddress>['change'],
  t: Translate,
) {
  const { nextCursor, previousCursor } = page ?? {};
  return {
    pageSize: limit,
    pageSizeOptions: PAGE_SIZES,
    totalCount: total,
    hasNextPage: nextCursor !== undefined,
    hasPreviousPage: previousCursor !== undefined,
    onNextPage: () => change({ cursor: nextCursor, page: number + 1 }),
    onPreviousPage: () => change({ cursor: previousCursor, page: number - 1 }),
    onPageSizeChange: (size: number) => change({ limit: size, ...firstPage }),
    getLabel: () =>
      t('inventory.page', {
        page: number,
        pages: Math.max(1, Math.ceil((total ?? 0) / limit)),
      }),
  };
}

function toDescriptor(sort: InventorySort): SortDescriptor {
  return sort.startsWith('-')
    ? { column: sort.slice(1), direction: 'descending' }
    : { column: sort, direction: 'ascending' };
}

function toSort({ column, direction }: SortDescriptor): InventorySort {
  return `${direction === 'descending' ? '-' : ''}${column}` as InventorySort;
}
