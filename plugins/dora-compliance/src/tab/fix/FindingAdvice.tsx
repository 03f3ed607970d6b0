import { Alert } from '@backstage/ui';
import type { ControlDetailView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EntityTitleLink } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../../translation/useTranslation';
import styles from '../tab.module.css';
import { Answer } from './Answer';
import { FindingCause } from './FindingCause';
import { FindingSettings } from './FindingSettings';
import { useFinding } from './useFinding';

/**
 * What ends a finding, what caused it, where that is set, who can change it, when it
 * ends, and how to prevent it.
 */
export function FindingAdvice({ view }: { view: ControlDetailView }) {
  const { advice, resolution } = view;
  const { t } = useTranslation();
  const what = resolution?.what ?? advice;
  if (!what) {
    return null;
  }
  return (
    <Alert
      status="info"
      icon
      title={t('fix.title')}
      description={
        <div className={styles.advice}>
          <p>{what}</p>
          {resolution && <Answers view={view} />}
        </div>
      }
    />
  );
}

function Answers({ view }: { view: ControlDetailView }) {
  const { advice, asset, resolution } = view;
  const { t } = useTranslation();
  const finding = useFinding(view);
  if (!resolution) {
    return null;
  }
  const { what, who, when } = resolution;
  return (
    <dl>
      {finding && (
        <>
          <FindingCause finding={finding} />
          <FindingSettings
            reads={view.reads}
            types={finding.types}
            editUrl={asset.editUrl}
          />
        </>
      )}
      <Answer question={t('compliance.who')}>
        {who.map(({ role, sentence }) => (
          <div key={role}>
            {sentence}
            {role === 'asset-owner' && asset.ownerRef && (
              <>
                {' '}
                <EntityTitleLink
                  entityRef={asset.ownerRef}
                  title={t('fix.owner')}
                />
              </>
            )}
          </div>
        ))}
      </Answer>
      <Answer question={t('compliance.when')}>{when.sentence}</Answer>
      {advice && advice !== what && (
        <Answer question={t('compliance.prevention')}>{advice}</Answer>
      )}
    </dl>
  );
}
