import { useApi } from '@backstage/core-plugin-api';
import { Flex, Link, Skeleton, Text } from '@backstage/ui';
import type {
  ComplianceView,
  ControlResultView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  formatTime,
  StatusBadge,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import styles from './tab.module.css';

/** All controls of an asset, by area and worst first. */
export function ControlList({ entityRef }: { entityRef: string }) {
  const api = useApi(doraComplianceApiRef);
  const { value, error, reload } = useLoaded(
    entityRef,
    () => api.readCompliance(entityRef),
    view => view.pending,
  );
  if (error) {
    return <Failure error={error} onRetry={reload} />;
  }
  if (!value) {
    return (
      <Flex direction="column" gap="3" role="status" aria-label="Loading">
        <Skeleton height={32} width="40%" />
        <Skeleton height={72} />
        <Skeleton height={72} />
      </Flex>
    );
  }
  return (
    <>
      <Summary view={value} />
      {value.areas.length === 0 && (
        <Text>No control is installed; ask those who run this Backstage.</Text>
      )}
      {value.areas.map(({ area, title, controls }) => (
        <section key={area} aria-label={title}>
          <Flex direction="column" gap="2">
            <Text as="h3" variant="title-x-small" weight="bold">
              {title}
            </Text>
            <ul className={styles.list}>
              {controls.map(result => (
                <Item key={result.control.id} result={result} />
              ))}
            </ul>
          </Flex>
        </section>
      ))}
    </>
  );
}

function Summary({ view }: { view: ComplianceView }) {
  const { summary, lastEvidenceAt, pending } = view;
  return (
    <Flex direction="column" gap="1">
      <Flex align="center" gap="3">
        <Text as="h2" variant="title-small" weight="bold">
          Compliance
        </Text>
        <StatusBadge status={summary.status} />
      </Flex>
      <Text>
        {summary.assessed} of {summary.applicable} applicable controls could be
        assessed; {summary.satisfied} of {summary.assessed} assessed are
        satisfied.
      </Text>
      <Text variant="body-small" color="secondary">
        {lastEvidenceAt
          ? `Last evidence recorded ${formatTime(lastEvidenceAt)}.`
          : 'No evidence was ever recorded.'}
        {pending && ' New evidence is being assessed…'}
      </Text>
    </Flex>
  );
}

function Item({ result }: { result: ControlResultView }) {
  const { control, status, reason } = result;
  return (
    <li className={styles.item}>
      <StatusBadge status={status} />
      <Flex direction="column" gap="1">
        <Link href={`?control=${encodeURIComponent(control.id)}`} weight="bold">
          {control.code} {control.title}
        </Link>
        <Text>{reason.sentence}</Text>
      </Flex>
    </li>
  );
}
