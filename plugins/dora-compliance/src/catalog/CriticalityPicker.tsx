import { EntityAutocompletePicker } from '@backstage/plugin-catalog-react';
import { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useSharedTranslation } from '../translation/useSharedTranslation';
import { useTranslation } from '../translation/useTranslation';
import {
  CRITICALITY_FIELD,
  CriticalityFilter,
  type CriticalityFilters,
} from './CriticalityFilter';

/**
 * The filter of the catalog page. It is hidden while no entity has the label.
 *
 * @public
 */
export function CriticalityPicker() {
  const { t } = useTranslation();
  const { t: shared } = useSharedTranslation();
  const describeLevel = (label: string) => {
    const level = Criticality.safeParse(label).data;
    return level ? shared(`criticality.${level}`) : label;
  };
  return (
    <EntityAutocompletePicker<CriticalityFilters, 'criticality'>
      label={t('inventory.catalogCriticality')}
      name="criticality"
      path={CRITICALITY_FIELD}
      Filter={CriticalityFilter}
      getOptionLabel={describeLevel}
      renderOption={describeLevel}
    />
  );
}
