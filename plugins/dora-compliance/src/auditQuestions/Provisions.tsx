import { Text } from '@backstage/ui';
import { useTranslation } from '../translation/useTranslation';
import type { AuditQuestion, Cited } from './questions';

/** What the law requires about a question, and what an answer supports. */
export function Provisions({
  requires,
  supports,
}: Pick<AuditQuestion, 'requires' | 'supports'>) {
  const { t } = useTranslation();
  const name = ({ act, ref }: Cited) =>
    t('compliance.provision', { act: act.replace('-', ' '), article: ref });
  return (
    <Text variant="body-small" color="secondary">
      {t('compliance.required', { provisions: requires.map(name) })}{' '}
      {supports.length > 0 &&
        t('compliance.supported', { provisions: supports.map(name) })}
    </Text>
  );
}
