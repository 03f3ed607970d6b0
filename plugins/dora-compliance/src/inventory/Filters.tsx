import { Button, Flex } from '@backstage/ui';
import type { InventorySummary } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { RiCloseLine, RiFilter3Line } from '@remixicon/react';
import { useState } from 'react';
import { FilterSelect } from './FilterSelect';
import { filterTitles } from './filterWords';
import styles from './inventory.module.css';
import { SearchBox } from './SearchBox';
import {
  type FilterName,
  firstPage,
  type InventoryAddress,
  isFiltered,
  type useInventoryAddress,
} from './useInventoryAddress';

/** Search and filters; on narrow screens the filters open on demand. */
export function Filters(props: {
  address: InventoryAddress;
  change: ReturnType<typeof useInventoryAddress>['change'];
  summary: InventorySummary | undefined;
}) {
  const { address, change, summary } = props;
  const [open, setOpen] = useState(false);
  const { filter, search } = address;
  const inUse = Object.values(filter).filter(values => values.length).length;
  return (
    <section aria-label="Filters" className={styles.filters}>
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
          className={styles.filterToggle}
          variant="secondary"
          aria-expanded={open}
          iconStart={<RiFilter3Line aria-hidden />}
          onPress={() => setOpen(!open)}
        >
          Filters{inUse > 0 && ` (${inUse})`}
        </Button>
        {isFiltered(address) && (
          <Button
            variant="tertiary"
            iconStart={<RiCloseLine aria-hidden />}
            onPress={() => change({ filter: {}, search: '', ...firstPage })}
          >
            Clear filters
          </Button>
        )}
      </Flex>
      <div className={styles.filterGrid} data-open={open}>
        {(Object.keys(filterTitles) as FilterName[]).map(name => (
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
    </section>
  );
}
