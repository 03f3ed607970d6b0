import { Button, Flex } from '@backstage/ui';
import type { InventorySummary } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { RiCloseLine, RiFilter3Line } from '@remixicon/react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from '../translation/useTranslation';
import { FilterSelect } from './FilterSelect';
import styles from './inventory.module.css';
import { SearchBox } from './SearchBox';
import { filterNames } from './useFilterTexts';
import {
  type FilterName,
  firstPage,
  type InventoryAddress,
  isFiltered,
  type useInventoryAddress,
} from './useInventoryAddress';

type Change = ReturnType<typeof useInventoryAddress>['change'];

/** A bar with search and filters. Filters are shown on demand, or when in use. */
export function Filters(props: {
  address: InventoryAddress;
  change: Change;
  summary: InventorySummary | undefined;
  /** What else the bar has. */
  children: ReactNode;
}) {
  const { address, change, summary, children } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { filter, search } = address;
  const inUse = filterNames.filter(name => filter[name]?.length);
  // A filter that was in use stays: its list of options may be open.
  const used = useRef(new Set<FilterName>());
  inUse.forEach(name => used.current.add(name));
  const shown = filterNames.filter(name => open || used.current.has(name));
  const clear = () => {
    used.current.clear();
    change({ filter: {}, search: '', ...firstPage });
  };
  return (
    <section aria-label={t('inventory.filters')} className={styles.filters}>
      <Flex align="center" gap="3" className={styles.filterBar}>
        <div className={styles.search}>
          <SearchBox
            value={search}
            onChange={text =>
              change({ search: text, ...firstPage }, { replace: true })
            }
          />
        </div>
        <Button
          variant="secondary"
          aria-expanded={open}
          iconStart={<RiFilter3Line aria-hidden />}
          onPress={() => setOpen(!open)}
        >
          {inUse.length > 0
            ? t('inventory.filtersInUse', { amount: inUse.length })
            : t('inventory.filters')}
        </Button>
        {isFiltered(address) && <ClearButton onPress={clear} />}
        <div className={styles.filterEnd}>{children}</div>
      </Flex>
      <FilterSelects
        names={shown}
        filter={filter}
        summary={summary}
        change={change}
      />
    </section>
  );
}

function ClearButton(props: { onPress: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      variant="tertiary"
      iconStart={<RiCloseLine aria-hidden />}
      onPress={props.onPress}
    >
      {t('inventory.clearFilters')}
    </Button>
  );
}

function FilterSelects(props: {
  names: readonly FilterName[];
  filter: InventoryAddress['filter'];
  change: Change;
  summary: InventorySummary | undefined;
}) {
  const { names, filter, change, summary } = props;
  if (names.length === 0) {
    return null;
  }
  return (
    <div className={styles.filterGrid}>
      {names.map(name => (
        <FilterSelect
          key={name}
          name={name}
          summary={summary}
          selected={filter[name] ?? []}
          onChange={values =>
            change({ filter: { ...filter, [name]: values }, ...firstPage })
          }
        />
      ))}
    </div>
  );
}
