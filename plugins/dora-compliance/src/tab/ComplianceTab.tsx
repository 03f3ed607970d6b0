import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Container, Flex, Text } from '@backstage/ui';
import { useMove } from '../focus/useMove';
import { PrintNote } from '../page/PrintNote';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import { ControlDetail } from './ControlDetail';
import { ControlList } from './ControlList';
import { useTabAddress } from './useTabAddress';

/** The compliance of the entity at hand: all controls, or the selected one. */
export function ComplianceTab() {
  const { t } = useTranslation();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { controlId } = useTabAddress();
  const { hasMoved, cameFrom } = useMove(controlId);
  return (
    <Container className={surface.surface}>
      <Flex direction="column" gap="4" py="4">
        <PrintNote />
        {controlId ? (
          <ControlDetail
            entityRef={entityRef}
            controlId={controlId}
            hasFocus={hasMoved}
          />
        ) : (
          <ControlList entityRef={entityRef} cameFrom={cameFrom} />
        )}
        <Text variant="body-small" color="secondary">
          {t('compliance.disclaimer')}
        </Text>
      </Flex>
    </Container>
  );
}
