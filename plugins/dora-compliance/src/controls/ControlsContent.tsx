import { Container, Flex, Text } from '@backstage/ui';
import { Route, Routes } from 'react-router-dom';
import { Lens } from '../lens/Lens';
import { LENS_PATH } from '../lens/useLensAddress';
import { PrintNote } from '../page/PrintNote';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import { ControlCatalog } from './ControlCatalog';
import { ControlOverview } from './ControlOverview';

/** All controls, or the one in the address. */
export function ControlsContent() {
  const { t } = useTranslation();
  return (
    <Container className={surface.surface}>
      <Flex direction="column" gap="4" py="4">
        <PrintNote />
        <Routes>
          <Route path="/" element={<ControlCatalog />} />
          <Route path={LENS_PATH} element={<Lens />} />
          <Route path=":controlId" element={<ControlOverview />} />
        </Routes>
        <Text variant="body-small" color="secondary">
          {t('compliance.disclaimer')}
        </Text>
      </Flex>
    </Container>
  );
}
