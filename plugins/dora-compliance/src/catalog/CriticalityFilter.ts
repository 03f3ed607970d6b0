import type {
  DefaultEntityFilters,
  EntityFilter,
} from '@backstage/plugin-catalog-react';
import { LABEL_CRITICALITY } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The field of an entity with the effective criticality. */
export const CRITICALITY_FIELD = `metadata.labels.${LABEL_CRITICALITY}`;

export type CriticalityFilters = DefaultEntityFilters & {
  criticality?: CriticalityFilter;
};

/** Filters entities of the catalog by effective criticality. */
export class CriticalityFilter implements EntityFilter {
  readonly values: string[];

  constructor(values: string[]) {
    this.values = values;
  }

  getCatalogFilters(): Record<string, string[]> {
    return { [CRITICALITY_FIELD]: this.values };
  }

  toQueryValue(): string[] {
    return this.values;
  }
}
