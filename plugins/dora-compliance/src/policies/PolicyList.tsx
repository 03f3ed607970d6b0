import { Link, Text } from '@backstage/ui';
import type { PolicyView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { ToneBadge } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import list from '../page/list.module.css';
import { useTranslation } from '../translation/useTranslation';
import { PolicyFacts } from './PolicyFacts';
import { splitClauses } from './splitClauses';

/** Each policy: who owns it, when it is due, and how many clauses nothing enforces. */
export function PolicyList({ policies }: { policies: readonly PolicyView[] }) {
  const { t } = useTranslation();
  if (policies.length === 0) {
    return <Text>{t('policies.none')}</Text>;
  }
  return (
    <>
      <Text color="secondary">{t('policies.intro')}</Text>
      <ul className={list.items} aria-label={t('policies.title')}>
        {policies.map(policy => (
          <PolicyItem key={policy.id} policy={policy} />
        ))}
      </ul>
    </>
  );
}

function PolicyItem({ policy }: { policy: PolicyView }) {
  const { t } = useTranslation();
  const { unenforced, enforced } = splitClauses(policy);
  return (
    <li className={list.item}>
      <Link href={policy.id} weight="bold">
        {policy.title}
      </Link>
      <PolicyFacts policy={policy} />
      <span className={list.line}>
        {unenforced.length > 0 ? (
          <ToneBadge tone="warning">
            {t('policies.unenforced', { count: unenforced.length })}
          </ToneBadge>
        ) : (
          <ToneBadge tone="success">{t('policies.everyEnforced')}</ToneBadge>
        )}
        <Text>
          {t('policies.enforced', {
            enforced: enforced.length,
            all: policy.clauses.length,
          })}
        </Text>
      </span>
    </li>
  );
}
