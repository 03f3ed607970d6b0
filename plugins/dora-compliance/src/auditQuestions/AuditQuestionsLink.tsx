import { Link } from '@backstage/ui';
import { useRouteOrNone } from '../page/useRouteOrNone';
import { useTranslation } from '../translation/useTranslation';
import { auditQuestionsRouteRef } from './auditQuestionsRouteRef';

/** The way to the questions of auditors; nothing if that page is switched off. */
export function AuditQuestionsLink() {
  const { t } = useTranslation();
  const route = useRouteOrNone(auditQuestionsRouteRef);
  return route ? <Link href={route()}>{t('auditQuestions.link')}</Link> : null;
}
