import { Flex, Text } from '@backstage/ui';
import type { ScorecardView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { LensLink } from '../lens/LensLink';
import { useTranslation } from '../translation/useTranslation';
import { ScoreTable } from './ScoreTable';

/** The same controls in two groupings: areas of the regulation, and layers of delivery. */
export function Breakdown({
  view: { areas, layers },
}: {
  view: Pick<ScorecardView, 'areas' | 'layers'>;
}) {
  const { t } = useTranslation();
  return (
    <Flex direction="column" gap="3">
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('organization.breakdown')}
      </Text>
      <Text color="secondary">
        <LensLink />
      </Text>
      {areas.length > 0 && (
        <ScoreTable
          title={t('organization.areas')}
          heading={t('organization.area.heading')}
          rows={areas.map(({ area, score }) => ({
            key: area,
            name: t(`organization.area.${area}`),
            score,
          }))}
        />
      )}
      {layers.length > 0 && (
        <ScoreTable
          title={t('organization.layers')}
          heading={t('organization.layer.heading')}
          rows={layers.map(({ layer, score }) => ({
            key: layer,
            name: t(`organization.layer.${layer}`),
            score,
          }))}
        />
      )}
    </Flex>
  );
}
