import { useApi } from '@backstage/core-plugin-api';
import { Alert, Flex, Link, Text } from '@backstage/ui';
import type {
  Control,
  ControlDetailView,
  ControlResultView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  RelativeTime,
  StatusBadge,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Helmet } from 'react-helmet';
import { Failure } from '../failure/Failure';
import { useFocus } from '../focus/useFocus';
import { Loading } from '../loading/Loading';
import { MemberRow } from './MemberRow';
import { assetWords, scopeWords } from './scopeWords';
import styles from './tab.module.css';

/** One control: what it asks, how it stands, what to do, and on what basis. */
export function ControlDetail(props: {
  entityRef: string;
  controlId: string;
  /** Whether the reader opened it just now: its heading takes the focus. */
  hasFocus: boolean;
}) {
  const { entityRef, controlId, hasFocus } = props;
  const api = useApi(doraComplianceApiRef);
  const { value, error, reload } = useLoaded(`${entityRef} ${controlId}`, () =>
    api.readControl(entityRef, controlId),
  );
  return (
    <Flex direction="column" gap="4">
      <Link href="?">← All controls</Link>
      {error && <Failure error={error} onRetry={reload} />}
      {!value && !error && <Loading hasHeading blocks={[120, 240]} />}
      {value && (
        <Detail
          key={controlId}
          view={value}
          entityRef={entityRef}
          hasFocus={hasFocus}
        />
      )}
    </Flex>
  );
}

function Detail(props: {
  view: ControlDetailView;
  entityRef: string;
  hasFocus: boolean;
}) {
  const { entityRef, view, hasFocus } = props;
  const { advice, control, result } = view;
  const heading = useFocus<HTMLHeadingElement>(hasFocus);
  const name = `${control.code} ${control.title}`;
  return (
    <>
      <Helmet title={name} />
      <Flex direction="column" gap="2">
        <Flex>
          <StatusBadge status={result.status} />
        </Flex>
        <Text
          as="h2"
          variant="title-small"
          weight="bold"
          ref={heading}
          tabIndex={-1}
        >
          {name}
        </Text>
        <Text>{result.reason.sentence}</Text>
        <Text color="secondary">{control.objective}</Text>
        <Text variant="body-small" color="secondary">
          <Freshness result={result} />
        </Text>
      </Flex>
      {advice && (
        <Alert status="info" icon title="What to do" description={advice} />
      )}
      {result.reason.code === 'does-not-apply' && (
        <Text>
          This asset is {assetWords(view.asset)}. The control applies where{' '}
          {scopeWords(control.appliesTo)}.
        </Text>
      )}
      <Members view={view} entityRef={entityRef} />
      <Provisions control={control} />
    </>
  );
}

function Members(props: { view: ControlDetailView; entityRef: string }) {
  const { entityRef, view } = props;
  const { rows, omittedRows } = view;
  if (rows.length === 0) {
    return null;
  }
  return (
    <Flex direction="column" gap="2">
      <Text as="h3" variant="title-x-small" weight="bold">
        What was assessed
      </Text>
      <ul className={styles.list}>
        {rows.map(row => (
          <MemberRow
            key={`${row.member.title} ${row.member.at}`}
            row={row}
            entityRef={entityRef}
          />
        ))}
      </ul>
      {omittedRows > 0 && (
        <Text variant="body-small" color="secondary">
          {omittedRows} more are counted but not listed.
        </Text>
      )}
    </Flex>
  );
}

/** When it was assessed, and when the passing of time may change the result. */
function Freshness({ result }: { result: ControlResultView }) {
  const { assessedAt, validUntil } = result;
  if (!assessedAt) {
    return <>Not assessed yet.</>;
  }
  return (
    <>
      Assessed <RelativeTime instant={assessedAt} />.
      {validUntil && (
        <>
          {' '}
          The next assessment is due <RelativeTime instant={validUntil} />, or
          earlier when the evidence changes.
        </>
      )}
    </>
  );
}

function Provisions({ control }: { control: Control }) {
  const named = (relation: 'requires' | 'supports') =>
    control.provisions
      .filter(provision => provision.relation === relation)
      .map(({ act, ref }) => `${act.replace('-', ' ')} Art ${ref}`)
      .join(', ');
  const required = named('requires');
  const supported = named('supports');
  return (
    <Flex direction="column" gap="1">
      <Text as="h3" variant="title-x-small" weight="bold">
        Law
      </Text>
      {required && <Text>Required by {required}.</Text>}
      {supported && <Text>Supports {supported}.</Text>}
    </Flex>
  );
}
