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
import { DeploymentDetail } from './production/DeploymentDetail';
import { useTabAddress } from './useTabAddress';

/**
 * The compliance of the entity at hand: all controls, the selected one, a deployment, or
 * the evidence behind them.
 */
export function ComplianceTab() {
  const { t } = useTranslation();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { view, controlId, deployment } = useTabAddress();
  const { hasMoved, cameFrom } = useMove(controlId);
  const opened = useMove(deployment && JSON.stringify(deployment));
  return (
    <Container className={surface.surface}>
      <Flex direction="column" gap="4" py="4">
        <PrintNote />
        {view === 'evidence' && <AssetEvidence entityRef={entityRef} />}
        {view === 'deployment' && deployment && (
          <DeploymentDetail
            entityRef={entityRef}
            deployment={deployment}
            hasFocus={opened.hasMoved}
          />
        )}
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
