import { Text } from '@backstage/ui';
import type {
  ControlStatus,
  DayScore,
  Score,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ReactNode } from 'react';
import { useSharedTranslation } from '../translation/useSharedTranslation';
import { useTranslation } from '../translation/useTranslation';
import { MonthChangeShort, type ShareName } from './MonthChange';
import { useShare } from './useShare';
import styles from './scorecard.module.css';

/** The statuses that are counted in columns, worst first. */
const COUNTED: readonly ControlStatus[] = [
  'not-satisfied',
  'not-assessed',
  'risk-accepted',
  'satisfied',
  'not-applicable',
];

/** A line of the table. */
type ScoreRow = {
  key: string;
  name: ReactNode;
  assets?: number;
  score: Score;
  earlier?: DayScore | undefined;
};

/** Scores side by side: the two numbers, and the statuses they come from. */
export function ScoreTable(props: {
  /** What the table is about. */
  title: string;
  /** What a line is. */
  heading: string;
  rows: readonly ScoreRow[];
}) {
  const { title, heading, rows } = props;
  const { t } = useTranslation();
  const { t: shared } = useSharedTranslation();
  const hasAssets = rows.some(({ assets }) => assets !== undefined);
  return (
    <div
      className={styles.scroll}
      // Keyboard users can scroll it only if it takes the focus.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={title}
    >
      <table className={`${styles.matrix} ${styles.lines}`} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {hasAssets && <th scope="col">{t('organization.assets')}</th>}
            <th scope="col">{t('scorecard.coverage')}</th>
            <th scope="col">{t('scorecard.compliance')}</th>
            {COUNTED.map(status => (
              <th key={status} scope="col">
                {shared(`status.${status}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, assets, score, earlier }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {hasAssets && <td>{t('number', { value: assets ?? 0 })}</td>}
              <ShareCell name="coverage" score={score} earlier={earlier} />
              <ShareCell name="compliance" score={score} earlier={earlier} />
              {COUNTED.map(status => (
                <td key={status}>
                  {t('number', { value: score.statuses[status] })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ShareCell(props: {
  name: ShareName;
  score: Score;
  earlier: DayScore | undefined;
}) {
  const { name, score, earlier } = props;
  const describe = useShare();
  const share = score[name];
  return (
    <td className={styles.share}>
      {describe(share)}
      <Text as="p" variant="body-x-small" color="secondary">
        <MonthChangeShort name={name} share={share} earlier={earlier} />
      </Text>
    </td>
  );
}
