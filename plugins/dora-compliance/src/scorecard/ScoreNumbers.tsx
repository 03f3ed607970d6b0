import { Text } from '@backstage/ui';
import type { Score } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';
import { useShare } from './useShare';
import styles from './scorecard.module.css';

/** Coverage and compliance, side by side and never merged. */
export function ScoreNumbers({ score }: { score: Score }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.numbers}>
      <ScoreNumber
        name={t('scorecard.coverage')}
        meaning={t('scorecard.coverageMeaning')}
        share={score.coverage}
      />
      <ScoreNumber
        name={t('scorecard.compliance')}
        meaning={t('scorecard.complianceMeaning')}
        share={score.compliance}
      />
    </dl>
  );
}

function ScoreNumber(props: {
  name: string;
  meaning: string;
  share: number | undefined;
}) {
  const { name, meaning, share } = props;
  const describe = useShare();
  return (
    <div className={styles.number}>
      <dt>
        <Text weight="bold">{name}</Text>
      </dt>
      <dd>
        <Text variant="title-medium">{describe(share)}</Text>
        <span className={styles.bar} aria-hidden>
          <span style={{ width: `${100 * (share ?? 0)}%` }} />
        </span>
        <Text variant="body-small" color="secondary">
          {meaning}
        </Text>
      </dd>
    </div>
  );
}
