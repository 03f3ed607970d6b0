import { useTranslation } from '../translation/useTranslation';
import { cutPercent } from './compareShares';

/** Says a share in percent. */
export function useShare(): (share: number | undefined) => string {
  const { t } = useTranslation();
  return share =>
    share === undefined
      ? t('scorecard.noPercent')
      : t('scorecard.percent', { value: cutPercent(share) / 100 });
}
