import { Link, Text } from '@backstage/ui';
import type {
  PolicyClauseView,
  PolicyView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { WebLink } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiArrowLeftLine } from '@remixicon/react';
import { Helmet } from 'react-helmet';
import { useParams } from 'react-router-dom';
import { useStatuses } from '../controls/useStatuses';
import list from '../page/list.module.css';
import { useRouteOrNone } from '../page/useRouteOrNone';
import tab from '../tab/tab.module.css';
import { useTranslation } from '../translation/useTranslation';
import { ClauseItem } from './ClauseItem';
import { policiesRouteRef } from './policiesRouteRef';
import { PolicyFacts } from './PolicyFacts';
import { splitClauses } from './splitClauses';
import styles from './policies.module.css';

/** The page of the policy in the address. */
export function PolicyDetail({
  policies,
}: {
  policies: readonly PolicyView[];
}) {
  const { policyId = '' } = useParams();
  const { t } = useTranslation();
  const toAll = useRouteOrNone(policiesRouteRef);
  const policy = policies.find(({ id }) => id === policyId);
  return (
    <>
      {toAll && (
        <Link href={toAll()} className={tab.back}>
          <RiArrowLeftLine size={16} aria-hidden />
          {t('policies.all')}
        </Link>
      )}
      {policy ? (
        <Detail policy={policy} />
      ) : (
        <Text>{t('policies.unknown', { id: policyId })}</Text>
      )}
    </>
  );
}

function Detail({ policy }: { policy: PolicyView }) {
  const { title, link, digest } = policy;
  const { t } = useTranslation();
  const { unenforced, enforced } = splitClauses(policy);
  return (
    <>
      <Helmet title={title} />
      <Text as="h2" variant="title-small" weight="bold">
        {title}
      </Text>
      <PolicyFacts policy={policy} />
      {link && <WebLink href={link}>{t('policies.document')}</WebLink>}
      {digest && (
        <Text variant="body-small" color="secondary" className={styles.digest}>
          {t('policies.digest')} <code>{digest}</code>
        </Text>
      )}
      {unenforced.length > 0 ? (
        <Clauses
          title={t('policies.unenforced', { count: unenforced.length })}
          note={t('policies.unenforcedNote')}
          clauses={unenforced}
        />
      ) : (
        <Text>{t('policies.everyEnforced')}</Text>
      )}
      {enforced.length > 0 && (
        <Clauses title={t('policies.others')} clauses={enforced} />
      )}
    </>
  );
}

function Clauses(props: {
  title: string;
  note?: string;
  clauses: readonly PolicyClauseView[];
}) {
  const { title, note, clauses } = props;
  const { t } = useTranslation();
  const statuses = useStatuses();
  const asksForCounts = clauses.some(({ controls }) => controls.length > 0);
  return (
    <section aria-label={title} className={styles.section}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {title}
      </Text>
      {note && <Text color="secondary">{note}</Text>}
      {asksForCounts && !statuses.isPending && !statuses.byControl && (
        <Text>{t('policies.noCounts')}</Text>
      )}
      {asksForCounts && statuses.isPartial && (
        <Text color="secondary">{t('organization.partial')}</Text>
      )}
      <ul className={list.items} aria-label={title}>
        {clauses.map(clause => (
          <ClauseItem
            key={clause.id}
            clause={clause}
            statuses={statuses.byControl}
          />
        ))}
      </ul>
    </section>
  );
}
