import {
  InventoryFilter,
  type InventoryParams,
  InventorySort,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Filters that take several values. */
export type FilterName = Exclude<keyof InventoryFilter, 'search'>;

/** What the page shows. All of it is in its address. */
export type InventoryAddress = {
  tab: 'assets' | 'pipelines';
  filter: Partial<Record<FilterName, string[]>>;
  search: string;
  sort: InventorySort;
  limit: number;
  /** The place in the list, and the number of that page. */
  cursor?: string;
  page: number;
};

export const PAGE_SIZES = [25, 50, 100];

const FILTERS = Object.keys(InventoryFilter.shape).filter(
  (name): name is FilterName => name !== 'search',
);

/** Reads the address of the page, and changes it. */
export function useInventoryAddress() {
  const [params, setParams] = useSearchParams();
  const address = useMemo(() => read(params), [params]);
  /** `replace`: no new entry in the history of the browser. */
  const change = useCallback(
    (to: Partial<InventoryAddress>, options?: { replace: boolean }) =>
      setParams(former => write({ ...read(former), ...to }), options),
    [setParams],
  );
  return { address, change };
}

/** Changes the filter and goes back to the first page. */
export const firstPage = { cursor: undefined, page: 1 } as const;

export function isFiltered({ filter, search }: InventoryAddress): boolean {
  return search !== '' || Object.values(filter).some(values => values.length);
}

/** The parameters of a request for the filter alone. */
export function filterParams(address: InventoryAddress): InventoryParams {
  const { filter, search } = address;
  return {
    ...Object.fromEntries(
      FILTERS.flatMap(name =>
        filter[name]?.length ? [[name, filter[name].join(',')]] : [],
      ),
    ),
    ...(search && { search }),
  };
}

/** The parameters of a request for a page of the list. */
export function pageParams(address: InventoryAddress): InventoryParams {
  const { sort, limit, cursor } = address;
  return { ...filterParams(address), sort, limit, cursor };
}

function read(params: URLSearchParams): InventoryAddress {
  const sort = InventorySort.safeParse(params.get('sort'));
  const limit = Number(params.get('limit'));
  return {
    tab: params.get('tab') === 'pipelines' ? 'pipelines' : 'assets',
    filter: Object.fromEntries(
      FILTERS.map(name => [
        name,
        params.getAll(name).flatMap(text => text.split(',').filter(Boolean)),
      ]),
    ),
    search: params.get('search') ?? '',
    sort: sort.success ? sort.data : 'criticality',
    limit: PAGE_SIZES.includes(limit) ? limit : 25,
    cursor: params.get('cursor') ?? undefined,
    page: Math.max(1, Number(params.get('page')) || 1),
  };
}

/** Omits defaults, so that addresses stay short. */
function write(address: InventoryAddress): URLSearchParams {
  const { tab, sort, limit, cursor, page } = address;
  const entries: Record<string, string | number | undefined> = {
    tab: tab === 'assets' ? undefined : tab,
    ...filterParams(address),
    sort: sort === 'criticality' ? undefined : sort,
    limit: limit === 25 ? undefined : limit,
    cursor,
    page: cursor && page > 1 ? page : undefined,
  };
  return new URLSearchParams(
    Object.entries(entries).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
}
