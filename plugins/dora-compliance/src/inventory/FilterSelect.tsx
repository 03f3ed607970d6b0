import { Select } from '@backstage/ui';
import type { InventorySummary } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';
import { filterOrder, useFilterTexts } from './useFilterTexts';
import type { FilterName } from './useInventoryAddress';

const SEARCH_FROM = 8;

/** Selects values of one filter, each with the number of assets it finds. */
export function FilterSelect(props: {
  name: FilterName;
  summary: InventorySummary | undefined;
  selected: readonly string[];
  onChange: (values: string[]) => void;
}) {
  const { name, summary, selected, onChange } = props;
  const { t } = useTranslation();
  const options = useOptions(name, summary, selected);
  return (
    <Select
      selectionMode="multiple"
      size="small"
      label={t(`inventory.filter.${name}`)}
      placeholder={t('inventory.any')}
      isDisabled={options.length === 0}
      options={options}
      search={options.length >= SEARCH_FROM ? true : undefined}
      value={[...selected]}
      onChange={values => onChange(values.map(String))}
    />
  );
}

function useOptions(
  name: FilterName,
  summary: InventorySummary | undefined,
  selected: readonly string[],
) {
  const { t } = useTranslation();
  const texts = useFilterTexts()[name] ?? {};
  const offered =
    name === 'missing'
      ? // The facets of the summary do not count missing fields.
        Object.entries(texts).map(([id, label]) => ({ id, label }))
      : (summary?.facets[name] ?? []).map(({ value, title, count }) => ({
          id: value,
          label: t('inventory.option', {
            label: texts[value] ?? title,
            amount: count,
          }),
        }));
  const order = filterOrder[name];
  const sorted = order
    ? offered.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    : offered;
  // A selected value stays in the list even if it finds nothing.
  const gone = selected
    .filter(value => !offered.some(({ id }) => id === value))
    .map(value => ({ id: value, label: texts[value] ?? value }));
  return [...sorted, ...gone];
}
