import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import {
  type ComplianceSummary,
  ControlStatus,
  type Score,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  useLive,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { ScoreFormula } from '../scorecard/ScoreFormula';
import { ScoreNumbers } from '../scorecard/ScoreNumbers';
import { useTranslation } from '../translation/useTranslation';

/** Coverage and compliance of an asset. They follow its statuses within moments. */
export function AssetScore(props: {
  entityRef: string;
  /** The controls by status, as the tab lists them. */
  statuses: ComplianceSummary['statuses'];
}) {
  const { entityRef, statuses } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const { value, error, reload } = useLive(
    useLoaded(
      entityRef,
      () => api.readScorecard({ of: 'asset', ref: entityRef, limit: 1 }),
      ({ score }) => isBehind(score, statuses),
    ),
  );
  if (error) {
    return (
      <Failure
        what={{ title: t('service.scoreNotLoaded') }}
        error={error}
        onRetry={reload}
      />
    );
  }
  if (!value) {
    return <Loading blocks={[96]} />;
  }
  return (
    <>
      <ScoreNumbers score={value.score} earlier={value.earlier} />
      {isBehind(value.score, statuses) && (
        <Text color="secondary">{t('service.behind')}</Text>
      )}
      <ScoreFormula version={value.formula} />
    </>
  );
}

function isBehind(
  score: Score,
  statuses: ComplianceSummary['statuses'],
): boolean {
  return ControlStatus.options.some(
    status => score.statuses[status] !== statuses[status],
  );
}
