import type { Entity } from '@backstage/catalog-model';
import type { TableColumn } from '@backstage/core-components';
import {
  compareCriticality,
  Criticality,
  LABEL_CRITICALITY,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { CriticalityBadge } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../translation/useTranslation';

/**
 * A column with the effective criticality, for the table of the catalog;
 * empty for entities that are not ICT assets.
 *
 * @public
 */
export function createCriticalityColumn<
  T extends { entity: Entity },
>(): TableColumn<T> {
  return {
    title: <Title />,
    field: `entity.metadata.labels.${LABEL_CRITICALITY}`,
    width: 'auto',
    render: ({ entity }) => {
      const level = readLevel(entity);
      return level && <CriticalityBadge level={level} />;
    },
    customSort: (a, b) =>
      compareCriticality(readLevel(a.entity), readLevel(b.entity)),
  };
}

function Title() {
  const { t } = useTranslation();
  return <>{t('inventory.catalogCriticality')}</>;
}

function readLevel(entity: Entity): Criticality | undefined {
  return Criticality.safeParse(entity.metadata.labels?.[LABEL_CRITICALITY])
    .data;
}
