import { Alert } from '@backstage/ui';
import type { DiscoveryView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { RelativeTime } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../translation/useTranslation';

const STALE_MS = 24 * 60 * 60 * 1000;

/** One warning for each CI system whose pipelines can't be discovered. */
export function DiscoveryBanners(props: {
  discoveries: readonly DiscoveryView[];
}) {
  return (
    <>
      {props.discoveries
        .filter(discovery => isFailed(discovery) || isStale(discovery))
        .map(discovery => (
          <Banner key={discovery.source} discovery={discovery} />
        ))}
    </>
  );
}

function Banner({ discovery }: { discovery: DiscoveryView }) {
  const { source, at, failure } = discovery;
  const { t } = useTranslation();
  return (
    <Alert
      status="warning"
      icon
      title={
        isFailed(discovery)
          ? t('pipelines.discoveryFailed', {
              source,
              time: <RelativeTime instant={at} />,
            })
          : t('pipelines.discoveryStale', { source })
      }
      description={
        <>
          {failure && `${endSentence(failure)} `}
          <LastComplete discovery={discovery} />{' '}
          {t('pipelines.discoveryConsequence')}
        </>
      }
    />
  );
}

function isFailed({ state }: DiscoveryView): boolean {
  return state === 'failed';
}

function isStale({ lastComplete, at, state }: DiscoveryView): boolean {
  const since = lastComplete ?? (state === 'running' ? at : undefined);
  return !since || Date.now() - new Date(since).getTime() > STALE_MS;
}

function LastComplete({ discovery }: { discovery: DiscoveryView }) {
  const { lastComplete, pipelines } = discovery;
  const { t } = useTranslation();
  if (!lastComplete) {
    return <>{t('pipelines.neverComplete')}</>;
  }
  const time = <RelativeTime instant={lastComplete} />;
  return pipelines === undefined
    ? t('pipelines.lastComplete', { time })
    : t('pipelines.lastCompleteCount', { time, count: pipelines });
}

function endSentence(text: string): string {
  return `${text.replace(/(?<![.\s])[.\s]+$/, '')}.`;
}
