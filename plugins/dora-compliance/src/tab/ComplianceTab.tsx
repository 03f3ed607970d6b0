import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Container, Flex, Text } from '@backstage/ui';
import { useMove } from '../focus/useMove';
import { PrintNote } from '../page/PrintNote';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import { AssetEvidence } from './evidence/AssetEvidence';
import { ControlDetail } from './ControlDetail';
import { ControlList } from './ControlList';
import { useTabAddress } from './useTabAddress';

/**
 * The compliance of the entity at hand: all controls, the selected one, or the evidence
 * behind them.
 */
export function ComplianceTab() {
  const { t } = useTranslation();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { view, controlId } = useTabAddress();
  const { hasMoved, cameFrom } = useMove(controlId);
  return (
    <Container className={surface.surface}>
      <Flex direction="column" gap="4" py="4">
        <PrintNote />
        {view === 'evidence' && <AssetEvidence entityRef={entityRef} />}
        {view === 'control' && controlId && (
          <ControlDetail
            entityRef={entityRef}
            controlId={controlId}
            hasFocus={hasMoved}
          />
        )}
        {view === 'controls' && (
          <ControlList entityRef={entityRef} cameFrom={cameFrom} />
        )}
        <Text variant="body-small" color="secondary">
          {t('compliance.disclaimer')}
        </Text>
      </Flex>
    </Container>
  );
}
