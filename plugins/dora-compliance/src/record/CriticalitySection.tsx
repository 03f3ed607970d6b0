import { Alert, Flex, Text } from '@backstage/ui';
import {
  type AssetRecordView,
  isDeclaredBelowComputed,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  BecausePath,
  CriticalityBadge,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useSharedTranslation } from '../translation/useSharedTranslation';
import { useTranslation } from '../translation/useTranslation';

/** How critical the asset is, and why. */
export function CriticalitySection({ record }: { record: AssetRecordView }) {
  const { criticality, because } = record;
  const { t } = useTranslation();
  return (
    <Flex direction="column" gap="2">
      <Flex align="center" gap="2">
        <CriticalityBadge level={criticality.level} />
      </Flex>
      {!criticality.level && <Text>{t('record.unclassified')}</Text>}
      {because.length === 1 && <Text>{t('record.ownCriticality')}</Text>}
      {because.length > 1 && <BecausePath steps={because} />}
      <DeclaredTooLow criticality={criticality} />
    </Flex>
  );
}

function DeclaredTooLow({ criticality }: Pick<AssetRecordView, 'criticality'>) {
  const { declared, computed } = criticality;
  const { t } = useTranslation();
  const { t: shared } = useSharedTranslation();
  return isDeclaredBelowComputed(criticality) && declared && computed ? (
    <Alert
      status="warning"
      icon
      title={t('record.declaredTooLow')}
      description={t('record.declaredTooLowExplanation', {
        declared: shared(`criticality.${declared}`),
        computed: shared(`criticality.${computed}`),
      })}
    />
  ) : null;
}
