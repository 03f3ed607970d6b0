import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import type { InventorySummary } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useInventorySummary } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import { Figure } from './Figure';
import { findPart, type Part } from './findPart';
import styles from './part.module.css';
import { PartChanges } from './PartChanges';
import { useGroupsBelow } from './useGroupsBelow';

/** Open findings and what else asks for work in a system, a domain or a group. */
export function PartCard() {
  const { t } = useTranslation();
  const { entity } = useEntity();
  const part = findPart(entity);
  if (!part) {
    return <></>;
  }
  return (
    <EntityInfoCard title={t('part.title')}>
      <Flex direction="column" gap="3" className={surface.surface}>
        {typeof part === 'string' ? (
          <Text>{t(`part.${part}`)}</Text>
        ) : (
          <WithGroupsBelow part={part} />
        )}
      </Flex>
    </EntityInfoCard>
  );
}

function WithGroupsBelow({ part }: { part: Part }) {
  const { value, error, reload } = useGroupsBelow(part);
  if (error) {
    return <Failure what="inventory" error={error} onRetry={reload} />;
  }
  return value ? <Figures part={value} /> : <Loading blocks={[96]} />;
}

function Figures({ part }: { part: Part }) {
  const { t } = useTranslation();
  const summary = useInventorySummary(part.filter);
  if (summary.error) {
    return (
      <Failure
        what="inventory"
        error={summary.error}
        onRetry={summary.reload}
      />
    );
  }
  if (!summary.value) {
    return <Loading blocks={[96]} />;
  }
  const { total, facets } = summary.value;
  if (total === 0) {
    return (
      <Text>{t(`part.nothing.${part.isAlone ? 'alone' : part.kind}`)}</Text>
    );
  }
  const unscored = count(facets.status, 'not-scored');
  return (
    <>
      <ul className={styles.figures}>
        <Figure
          name={t('part.findings')}
          amount={count(facets.status, 'not-satisfied')}
          filter={{ ...part.filter, status: 'not-satisfied' }}
        />
        <Figure
          name={t('part.notAssessed')}
          amount={count(facets.status, 'not-assessed')}
          filter={{ ...part.filter, status: 'not-assessed' }}
        />
        {unscored > 0 && (
          <Figure
            name={t('part.notScored')}
            amount={unscored}
            filter={{ ...part.filter, status: 'not-scored' }}
          />
        )}
        <Figure
          name={t('part.reviews')}
          amount={count(facets.review, 'overdue', 'never')}
          filter={{ ...part.filter, review: 'overdue,never' }}
        />
        <Figure name={t('part.assets')} amount={total} filter={part.filter} />
      </ul>
      {part.scope && <PartChanges scope={part.scope} />}
      <Text variant="body-small" color="secondary">
        {t(`part.counted.${part.isAlone ? 'alone' : part.kind}`)}
      </Text>
    </>
  );
}

function count(
  facet: InventorySummary['facets']['status'],
  ...values: string[]
): number {
  return facet
    .filter(({ value }) => values.includes(value))
    .reduce((sum, one) => sum + one.count, 0);
}
