import { Alert, Flex } from '@backstage/ui';
import { useTranslation } from '../translation/useTranslation';
import { AllSourcesLink } from './AllSourcesLink';

/** Shown for a source that is not installed, or not any more. */
export function NoSuchSource({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Flex direction="column" gap="3">
      <AllSourcesLink />
      <Alert
        status="info"
        icon
        title={t('source.unknown')}
        description={t('source.unknownExplanation', { id })}
      />
    </Flex>
  );
}
