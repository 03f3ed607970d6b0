import { Alert } from '@backstage/ui';
import type { DiscoveryView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { formatTime } from '@ict-assurance/backstage-plugin-dora-compliance-react';

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
              isFailed
                ? `Pipelines of ${
                    discovery.source
                  } could not be read on ${formatTime(discovery.at)}`
                : `Pipelines of ${discovery.source} were not read in full for more than a day`
            }
            description={`${sentence(discovery.failure)}${lastWords(
              discovery,
            )} Known pipelines stay in place; new ones are not found until it works again.`}
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

function lastWords({ lastComplete, pipelines }: DiscoveryView): string {
  if (!lastComplete) {
    return 'All of it was never read yet.';
  }
  const found = pipelines === undefined ? '' : ` (${pipelines} pipelines)`;
  return `All of it was last read ${formatTime(lastComplete)}${found}.`;
}

function sentence(text: string | undefined): string {
  return text ? `${text.replace(/(?<![.\s])[.\s]+$/, '')}. ` : '';
}
