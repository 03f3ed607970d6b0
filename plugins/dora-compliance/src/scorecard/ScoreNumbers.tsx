import { Text } from '@backstage/ui';
import type {
  DayScore,
  Score,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTimeFormat } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../translation/useTranslation';
import { MonthChange, type ShareName } from './MonthChange';
import { useShare } from './useShare';
import styles from './scorecard.module.css';

/** Coverage and compliance, side by side and never merged, and a month ago. */
export function ScoreNumbers(props: {
  score: Score;
  earlier: DayScore | undefined;
}) {
  const { earlier } = props;
  const { t } = useTranslation();
  const { formatDay } = useTimeFormat();
  return (
    <>
      <dl className={styles.numbers}>
        <ScoreNumber name="coverage" {...props} />
        <ScoreNumber name="compliance" {...props} />
      </dl>
      {earlier?.isReconstructed && (
        <Text variant="body-small" color="secondary">
          {t('organization.month.reconstructed', {
            day: formatDay(earlier.day),
          })}
        </Text>
      )}
    </>
  );
}

function ScoreNumber(props: {
  name: ShareName;
  score: Score;
  earlier: DayScore | undefined;
}) {
  const { name, score, earlier } = props;
  const { t } = useTranslation();
  const describe = useShare();
  const share = score[name];
  return (
    <div className={styles.number}>
      <dt>
        <Text weight="bold">{t(`scorecard.${name}`)}</Text>
      </dt>
      <dd>
        <Text variant="title-medium">{describe(share)}</Text>
        <span className={styles.bar} aria-hidden>
          <span style={{ width: `${100 * (share ?? 0)}%` }} />
        </span>
        <Text variant="body-small">
          <MonthChange name={name} share={share} earlier={earlier} />
        </Text>
        <Text variant="body-small" color="secondary">
          {t(`scorecard.${name}Meaning`)}
        </Text>
      </dd>
    </div>
  );
}
