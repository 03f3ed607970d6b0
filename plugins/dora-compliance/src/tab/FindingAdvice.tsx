import { Alert } from '@backstage/ui';
import type { ControlDetailView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ReactNode } from 'react';
import { useTranslation } from '../translation/useTranslation';
import styles from './tab.module.css';

/** What ends a finding, who can do that, when it ends, and how to prevent it. */
export function FindingAdvice({
  advice,
  resolution,
}: Pick<ControlDetailView, 'advice' | 'resolution'>) {
  const { t } = useTranslation();
  const what = resolution?.what ?? advice;
  if (!what) {
    return null;
  }
  return (
    <Alert
      status="info"
      icon
      title={t('compliance.advice')}
      description={
        <div className={styles.advice}>
          <p>{what}</p>
          {resolution && (
            <dl>
              <Answer question={t('compliance.who')}>
                {resolution.who.map(({ role, sentence }) => (
                  <div key={role}>{sentence}</div>
                ))}
              </Answer>
              <Answer question={t('compliance.when')}>
                {resolution.when.sentence}
              </Answer>
              {advice && advice !== what && (
                <Answer question={t('compliance.prevention')}>{advice}</Answer>
              )}
            </dl>
          )}
        </div>
      }
    />
  );
}

function Answer(props: { question: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.question}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
