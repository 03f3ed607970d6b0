import { Text } from '@backstage/ui';
import { GuideLink } from '../page/GuideLink';
import { useTranslation } from '../translation/useTranslation';
import styles from './sources.module.css';

/** Shown above the sources until the first CI system has sent evidence. */
export function NoCiEvidence() {
  const { t } = useTranslation();
  return (
    <section className={styles.card} aria-label={t('source.noCiEvidence')}>
      <Text as="h2" variant="title-x-small" weight="bold">
        {t('source.noCiEvidence')}
      </Text>
      <Text>{t('source.noCiEvidenceExplanation')}</Text>
      <GuideLink guide="sources" />
    </section>
  );
}
