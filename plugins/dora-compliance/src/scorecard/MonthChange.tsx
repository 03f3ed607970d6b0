import type { DayScore } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTimeFormat } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../translation/useTranslation';
import { compareShares } from './compareShares';
import { useShare } from './useShare';

/** Which of the two numbers. */
export type ShareName = 'coverage' | 'compliance';

/** One of the two numbers compared with that of a month ago, as a sentence. */
export function MonthChange(props: {
  name: ShareName;
  share: number | undefined;
  earlier: DayScore | undefined;
}) {
  const { name, share, earlier } = props;
  const { t } = useTranslation();
  const describe = useShare();
  const { formatDay } = useTimeFormat();
  if (!earlier) {
    return <>{t('organization.month.unknown')}</>;
  }
  const before = earlier.score[name];
  const { direction, points } = compareShares(share, before);
  const params = { day: formatDay(earlier.day), share: describe(before) };
  if (direction === 'higher' || direction === 'lower') {
    return (
      <>
        {points > 0
          ? t(`organization.month.${direction}`, { count: points, ...params })
          : t(`organization.month.${direction}Slightly`, params)}
      </>
    );
  }
  return <>{t(`organization.month.${direction}`, params)}</>;
}

/** The same for a cell of a table. */
export function MonthChangeShort(props: {
  name: ShareName;
  share: number | undefined;
  earlier: DayScore | undefined;
}) {
  const { name, share, earlier } = props;
  const { t } = useTranslation();
  if (!earlier) {
    return null;
  }
  const { direction, points } = compareShares(share, earlier.score[name]);
  switch (direction) {
    case 'higher':
    case 'lower':
      return <>{t(`organization.short.${direction}`, { points })}</>;
    case 'same':
      return <>{t('organization.short.same')}</>;
    default:
      return null;
  }
}
