import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Container, Flex, Text } from '@backstage/ui';
import { PrintNote } from '../page/PrintNote';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import { Scorecard } from './Scorecard';

/** The scorecard of the group at hand. */
export function TeamScorecardTab() {
  const { t } = useTranslation();
  const { entity } = useEntity();
  return (
    <Container className={surface.surface}>
      <Flex direction="column" gap="4" py="4">
        <PrintNote />
        <Scorecard scope={{ of: 'group', ref: stringifyEntityRef(entity) }} />
        <Text variant="body-small" color="secondary">
          {t('compliance.disclaimer')}
        </Text>
      </Flex>
    </Container>
  );
}
