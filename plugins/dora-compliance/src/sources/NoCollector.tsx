import type { SourceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';
import { Nothing } from './Nothing';
import { isOff, nameSource } from './useSourceTexts';

/** Why a source is not polled, and what to do. */
export function NoCollector(props: { source: SourceView }) {
  const { kinds, reason } = props.source;
  const { t } = useTranslation();
  const source = nameSource(props.source, t);
  if (isOff(props.source)) {
    return (
      <Nothing title={t('source.noCollector.off', { source })}>
        {reason.sentence}
      </Nothing>
    );
  }
  if (!kinds.receives) {
    return (
      <Nothing title={t('source.noCollector.internal', { source })}>
        {t('source.noCollector.internalExplanation')}
      </Nothing>
    );
  }
  if (!kinds.askedWith) {
    return (
      <Nothing title={t('source.noCollector.eventsOnly', { source })}>
        {t('source.noCollector.eventsOnlyExplanation')}
      </Nothing>
    );
  }
  return (
    <Nothing title={t('source.noCollector.notConfigured', { source })}>
      {t('source.noCollector.notConfiguredExplanation', {
        settings: kinds.askedWith,
      })}
    </Nothing>
  );
}
