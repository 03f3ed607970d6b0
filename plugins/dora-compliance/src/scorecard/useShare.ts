import { useTranslation } from '../translation/useTranslation';

/**
 * Says a share in percent. It is cut and not rounded up, so that 100% means all and
 * nothing is left.
 */
export function useShare(): (share: number | undefined) => string {
  const { t } = useTranslation();
  return share =>
    share === undefined
      ? t('scorecard.noPercent')
      : t('scorecard.percent', { value: Math.floor(share * 100) / 100 });
}
