import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Container, Flex, Text } from '@backstage/ui';
import { useMove } from '../focus/useMove';
import surface from '../page/surface.module.css';
import { ControlDetail } from './ControlDetail';
import { ControlList } from './ControlList';
import { useSelectedControl } from './useSelectedControl';

/** How the entity at hand stands: all controls, or the one chosen. */
export function ComplianceTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const controlId = useSelectedControl();
  const { hasMoved, cameFrom } = useMove(controlId);
  return (
    <Container className={surface.surface}>
      <Flex direction="column" gap="4" py="4">
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
          Indications and evidence on Regulation (EU) 2022/2554; not legal
          advice.
        </Text>
      </Flex>
    </Container>
  );
}
