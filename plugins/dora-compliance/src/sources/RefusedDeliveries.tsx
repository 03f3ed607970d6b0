import {
  type ErrorCode,
  errorCodes,
  type SourceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';
import styles from './sources.module.css';

/** The deliveries that were refused, with the reason that the sender got. */
export function RefusedDeliveries({ refused }: Pick<SourceView, 'refused'>) {
  const { t } = useTranslation();
  if (!refused || refused.length === 0) {
    return <>{refused ? t('source.none') : t('source.hidden')}</>;
  }
  return (
    <>
      {refused.map(({ code, count }) => (
        <div key={code}>
          {t('source.refusedCount', {
            amount: (
              <span className={styles.doubtful}>
                {t('number', { value: count })}
              </span>
            ),
            meaning: explainCode(code),
          })}
        </div>
      ))}
    </>
  );
}

/** A newer backend may know more codes. */
function explainCode(code: string): string {
  return code in errorCodes ? errorCodes[code as ErrorCode].meaning : code;
}
