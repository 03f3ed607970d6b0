import { Container, Flex, Link, Text } from '@backstage/ui';
import { Helmet } from 'react-helmet';
import { AuditQuestionsLink } from '../auditQuestions/AuditQuestionsLink';
import { PrintNote } from '../page/PrintNote';
import surface from '../page/surface.module.css';
import { Scorecard } from '../scorecard/Scorecard';
import { useScopeName } from '../scorecard/useScopeName';
import { useTranslation } from '../translation/useTranslation';
import { ScorecardComparison } from './ScorecardComparison';
import { useOrganizationAddress } from './useOrganizationAddress';

/** The scorecard of the whole organization, or of the part in the address. */
export function OrganizationContent() {
  const { t } = useTranslation();
  const { scope, by, sort, change } = useOrganizationAddress();
  const isWhole = scope.of === 'organization';
  return (
    <Container className={surface.surface}>
      <Flex direction="column" gap="5" py="4">
        {!isWhole && <ScopeTitle scope={scope} />}
        <PrintNote />
        {isWhole && <AuditQuestionsLink />}
        {!isWhole && <Link href="?">{t('organization.whole')}</Link>}
        <Scorecard key={`${scope.of} ${scope.ref}`} scope={scope}>
          {isWhole && <ScorecardComparison {...{ by, sort, change }} />}
        </Scorecard>
        <Text variant="body-small" color="secondary">
          {t('compliance.disclaimer')}
        </Text>
      </Flex>
    </Container>
  );
}

/** The title of the browser tab. */
function ScopeTitle(props: Pick<Parameters<typeof Scorecard>[0], 'scope'>) {
  const nameScope = useScopeName();
  return <Helmet title={nameScope(props.scope)} />;
}
