import { Alert } from '@backstage/ui';
import type { DiscoveryView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { RelativeTime } from '@ict-assurance/backstage-plugin-dora-compliance-react';

const STALE_MS = 24 * 60 * 60 * 1000;

/** One warning for each CI system whose pipelines can't be discovered. */
export function DiscoveryBanners(props: {
  discoveries: readonly DiscoveryView[];
}) {
  return (
    <>
      {props.discoveries.map(discovery => {
        const isFailed = discovery.state === 'failed';
        return isFailed || isStale(discovery) ? (
          <Alert
            key={discovery.source}
            status="warning"
            icon
            title={
              isFailed ? (
                <>
                  Reading the pipelines of {discovery.source} failed{' '}
                  <RelativeTime instant={discovery.at} />
                </>
              ) : (
                `The pipelines of ${discovery.source} were not read completely for more than a day`
              )
            }
            description={
              <>
                {sentence(discovery.failure)}
                <LastComplete discovery={discovery} /> Known pipelines stay in
                the inventory. New ones are found when reading works again.
              </>
            }
          />
        ) : null;
      })}
    </>
  );
}

function isStale({ lastComplete, at, state }: DiscoveryView): boolean {
  const since = lastComplete ?? (state === 'running' ? at : undefined);
  return !since || Date.now() - new Date(since).getTime() > STALE_MS;
}

function LastComplete({ discovery }: { discovery: DiscoveryView }) {
  const { lastComplete, pipelines } = discovery;
  if (!lastComplete) {
    return <>They were never read completely.</>;
  }
  return (
    <>
      They were last read completely <RelativeTime instant={lastComplete} />
      {pipelines !== undefined && ` (${pipelines} pipelines)`}.
    </>
  );
}

function sentence(text: string | undefined): string {
  return text ? `${text.replace(/(?<![.\s])[.\s]+$/, '')}. ` : '';
}
