import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { Skeleton, Text } from '@backstage/ui';
import type { DoraComplianceApi } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  useErrorMessage,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { ComplianceFact } from '../inventory/ComplianceFact';
import { isComplianceAvailable } from '../isComplianceAvailable';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import { ScoreBatches } from './ScoreBatches';

/** One for all rows of an app. */
const batches = new WeakMap<DoraComplianceApi, ScoreBatches>();

function findBatches(api: DoraComplianceApi): ScoreBatches {
  const known = batches.get(api) ?? new ScoreBatches(api);
  batches.set(api, known);
  return known;
}

/** The compliance of an entity in a table; empty if it is no ICT asset. */
export function ComplianceCell({ entity }: { entity: Entity }) {
  return isComplianceAvailable(entity) ? <AssetCell entity={entity} /> : null;
}

function AssetCell({ entity }: { entity: Entity }) {
  const entityRef = stringifyEntityRef(entity);
  const api = useApi(doraComplianceApiRef);
  const { t } = useTranslation();
  const explain = useErrorMessage();
  const { value, error } = useLoaded(entityRef, async () => ({
    asset: await findBatches(api).load(entityRef),
  }));
  if (error) {
    return (
      <span title={explain(error)}>
        <Text variant="body-small">{t('catalog.notLoaded')}</Text>
      </span>
    );
  }
  if (!value) {
    return <Skeleton width={80} height={20} />;
  }
  if (!value.asset) {
    return null;
  }
  const title = entity.metadata.title ?? entity.metadata.name;
  return (
    <div className={surface.surface}>
      <ComplianceFact item={{ ...value.asset, title }} />
    </div>
  );
}
