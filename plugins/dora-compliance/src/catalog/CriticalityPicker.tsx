import { EntityAutocompletePicker } from '@backstage/plugin-catalog-react';
import { criticalityWords } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import {
  CRITICALITY_FIELD,
  CriticalityFilter,
  type CriticalityFilters,
} from './CriticalityFilter';

/**
 * The filter of the catalog page; not there before an asset is labelled.
 *
 * @public
 */
export function CriticalityPicker() {
  return (
    <EntityAutocompletePicker<CriticalityFilters, 'criticality'>
      label="ICT criticality"
      name="criticality"
      path={CRITICALITY_FIELD}
      Filter={CriticalityFilter}
      getOptionLabel={wordsOf}
      renderOption={wordsOf}
    />
  );
}

function wordsOf(level: string): string {
  return Object.hasOwn(criticalityWords, level)
    ? criticalityWords[level as keyof typeof criticalityWords]
    : level;
}
