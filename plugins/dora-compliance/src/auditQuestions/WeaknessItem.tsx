import { Link, Text } from '@backstage/ui';
import list from '../page/list.module.css';
import { useRouteOrNone } from '../page/useRouteOrNone';
import { policiesRouteRef } from '../policies/policiesRouteRef';
import { useTranslation } from '../translation/useTranslation';
import { ExportAnswer } from './ExportAnswer';
import { addressOfAnswer } from './useQuestionsAddress';
import type { Weakness } from './weaknesses';
import styles from './auditQuestions.module.css';

/** A weakness, which controls show it, and the way to their results. */
export function WeaknessItem({ weakness }: { weakness: Weakness }) {
  const { id, query } = weakness;
  const { t } = useTranslation();
  const toPolicies = useRouteOrNone(policiesRouteRef);
  const title = t(`auditQuestions.weakness.${id}`);
  return (
    <li className={list.item}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {title}
      </Text>
      <Text>{t(`auditQuestions.shownBy.${id}`)}</Text>
      <div className={styles.actions}>
        <Link
          href={addressOfAnswer(id, query)}
          weight="bold"
          aria-label={t('auditQuestions.showWeakness', { title })}
        >
          {t('auditQuestions.showResults')}
        </Link>
        <ExportAnswer name={id} answer={{ in: 'results', query }} />
        {id === 'unenforced-policy' && toPolicies && (
          <Link href={toPolicies()}>{t('auditQuestions.policies')}</Link>
        )}
      </div>
    </li>
  );
}
