import type { Entity } from '@backstage/catalog-model';
import type { TableColumn } from '@backstage/core-components';
import {
  compareCriticality,
  Criticality,
  LABEL_CRITICALITY,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { CriticalityBadge } from '@ict-assurance/backstage-plugin-dora-compliance-react';

/**
 * A column with the effective criticality, for the table of the catalog;
 * empty for what is no ICT asset.
 *
 * @public
 */
export function createCriticalityColumn<
  T extends { entity: Entity },
>(): TableColumn<T> {
  return {
    title: 'ICT criticality',
    field: `entity.metadata.labels.${LABEL_CRITICALITY}`,
    width: 'auto',
    render: ({ entity }) => {
      const level = levelOf(entity);
      return level && <CriticalityBadge level={level} />;
    },
    customSort: (a, b) =>
      compareCriticality(levelOf(a.entity), levelOf(b.entity)),
  };
}

function levelOf(entity: Entity): Criticality | undefined {
  return Criticality.safeParse(entity.metadata.labels?.[LABEL_CRITICALITY])
    .data;
}
