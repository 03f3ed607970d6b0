import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Alert, Flex } from '@backstage/ui';
import {
  type AssetRecordView,
  explainProblem,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import { CriticalitySection } from './CriticalitySection';
import { DeploysSection } from './DeploysSection';
import { RecordFields } from './RecordFields';
import { ReviewSection } from './ReviewSection';

/** The record of the ICT asset at hand: its criticality, fields and review. */
export function AssetCard() {
  const { t } = useTranslation();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const api = useApi(doraComplianceApiRef);
  const { value, error, reload } = useLoaded(entityRef, () =>
    api.readAssetRecord(entityRef),
  );
  return (
    <EntityInfoCard title={t('record.title')}>
      {error && <Failure what="record" error={error} onRetry={reload} />}
      {!value && !error && <Loading hasHeading blocks={[240]} />}
      {value && (
        <Record record={value} entityRef={entityRef} onChange={reload} />
      )}
    </EntityInfoCard>
  );
}

function Record(props: {
  record: AssetRecordView;
  entityRef: string;
  onChange: () => void;
}) {
  const { record, entityRef, onChange } = props;
  const { problems } = record.asset;
  const { t } = useTranslation();
  return (
    <Flex direction="column" gap="5" className={surface.surface}>
      <CriticalitySection record={record} />
      {problems.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('record.problems', { count: problems.length })}
          description={problems.map(problem => (
            <div key={problem.field}>{explainProblem(problem)}.</div>
          ))}
        />
      )}
      <RecordFields record={record} />
      {record.deploys && <DeploysSection deploys={record.deploys} />}
      <ReviewSection
        record={record}
        entityRef={entityRef}
        onChange={onChange}
      />
    </Flex>
  );
}
