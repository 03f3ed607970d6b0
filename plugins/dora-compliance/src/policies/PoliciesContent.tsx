import { useApi } from '@backstage/core-plugin-api';
import { Container, Flex, Text } from '@backstage/ui';
import {
  doraComplianceApiRef,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Route, Routes } from 'react-router-dom';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { PrintNote } from '../page/PrintNote';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import { PolicyDetail } from './PolicyDetail';
import { PolicyList } from './PolicyList';

/** All policies of the organization, or the one in the address. */
export function PoliciesContent() {
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const { value, error, reload } = useLoaded('policies', () =>
    api.listPolicies(),
  );
  return (
    <Container className={surface.surface}>
      <Flex direction="column" gap="4" py="4">
        <PrintNote />
        {error && (
          <Failure
            what={{ title: t('policies.notLoaded') }}
            error={error}
            onRetry={reload}
          />
        )}
        {!value && !error && <Loading hasHeading blocks={[120, 120]} />}
        {value && (
          <Routes>
            <Route path="/" element={<PolicyList policies={value.items} />} />
            <Route
              path=":policyId"
              element={<PolicyDetail policies={value.items} />}
            />
          </Routes>
        )}
        <Text variant="body-small" color="secondary">
          {t('compliance.disclaimer')}
        </Text>
      </Flex>
    </Container>
  );
}
