import { useApi } from '@backstage/core-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import type { ScorecardView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  useEntityAddress,
  useLive,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { useShare } from '../scorecard/useShare';
import { describeCounts } from '../summary/describeCounts';
import { useTranslation } from '../translation/useTranslation';
import styles from './home.module.css';

/** Coverage and compliance of a group and the groups below it. */
export function TeamScore({ groupRef }: { groupRef: string }) {
  const toAddress = useEntityAddress();
  const { primaryTitle } = useEntityPresentation(groupRef);
  const api = useApi(doraComplianceApiRef);
  const { value, error, reload } = useLive(
    useLoaded(groupRef, () =>
      api.readScorecard({ of: 'group', ref: groupRef, limit: 1 }),
    ),
  );
  return (
    <li className={styles.item}>
      <Link href={`${toAddress(groupRef)}/scorecard`} weight="bold">
        {primaryTitle}
      </Link>
      {error && <Failure what="scorecard" error={error} onRetry={reload} />}
      {!value && !error && <Loading blocks={[24]} />}
      {value && <Numbers view={value} />}
    </li>
  );
}

function Numbers({ view }: { view: ScorecardView }) {
  const { t } = useTranslation();
  const describe = useShare();
  const { score, assets, isPartial } = view;
  if (assets === 0) {
    return <Text>{t('home.teams.nothing')}</Text>;
  }
  return (
    <>
      <dl className={styles.numbers}>
        {(['coverage', 'compliance'] as const).map(name => (
          <div key={name}>
            <dt>{t(`scorecard.${name}`)}</dt>
            <dd>{describe(score[name])}</dd>
          </div>
        ))}
      </dl>
      <Text variant="body-small" color="secondary">
        {describeCounts(score.statuses, t)}
        {isPartial && ` ${t('scorecard.readable')}`}
      </Text>
    </>
  );
}
