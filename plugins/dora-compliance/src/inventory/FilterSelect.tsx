import { Select } from '@backstage/ui';
import type { InventorySummary } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  filterOrder,
  filterTitles,
  missingWords,
  valueWords,
} from './filterWords';
import type { FilterName } from './useInventoryAddress';

const SEARCH_FROM = 8;

/** Chooses values of one filter; each says how many assets it would find. */
export function FilterSelect(props: {
  name: FilterName;
  summary: InventorySummary | undefined;
  selected: readonly string[];
  onChange: (values: string[]) => void;
}) {
  const { name, summary, selected, onChange } = props;
  const options = optionsOf(name, summary, selected);
  return (
    <Select
      selectionMode="multiple"
      size="small"
      label={filterTitles[name]}
      placeholder="Any"
      isDisabled={options.length === 0}
      options={options}
      search={options.length >= SEARCH_FROM ? true : undefined}
      value={[...selected]}
      onChange={values => onChange(values.map(String))}
    />
  );
}

function optionsOf(
  name: FilterName,
  summary: InventorySummary | undefined,
  selected: readonly string[],
) {
  const offered =
    name === 'missing'
      ? Object.entries(missingWords).map(([id, label]) => ({ id, label }))
      : (summary?.facets[name] ?? []).map(({ value, title, count }) => ({
          id: value,
          label: `${valueWords(name, value, title)} (${count})`,
        }));
  const order = filterOrder[name];
  const sorted = order
    ? offered.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    : offered;
  // What is chosen stays on offer even when it finds nothing.
  const gone = selected
    .filter(value => !offered.some(({ id }) => id === value))
    .map(value => ({ id: value, label: valueWords(name, value) }));
  return [...sorted, ...gone];
}
