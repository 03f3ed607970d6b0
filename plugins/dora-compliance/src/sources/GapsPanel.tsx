import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import type { GapView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  formatMilliseconds,
  RelativeTime,
  ToneBadge,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Fact } from './Fact';
import { Nothing } from './Nothing';
import { PagedList } from './PagedList';
import type { PanelProps } from './PanelProps';
import styles from './sources.module.css';
import { causeWords } from './sourceWords';

/** Times in which something may have been missed. */
export function GapsPanel({ source }: PanelProps) {
  const api = useApi(doraComplianceApiRef);
  const gaps = usePages(source.id, cursor =>
    api.listGaps(source.id, { cursor }),
  );
  return (
    <div className={styles.panel}>
      <PagedList
        of="Gaps"
        pages={gaps}
        keyOf={({ id }) => id}
        empty={
          <Nothing title="No known gap">
            A gap is a period in which events may be missing: the backend could
            not be reached, deliveries were refused or missed, or collecting
            from the source failed.
          </Nothing>
        }
      >
        {gap => <Gap gap={gap} />}
      </PagedList>
    </div>
  );
}

function Gap({ gap }: { gap: GapView }) {
  return (
    <div className={styles.said}>
      <div className={styles.title}>
        <Text as="h3" variant="body-large" weight="bold">
          {causeWords[gap.cause]}
        </Text>
        <GapBadge gap={gap} />
      </div>
      <Text>{gap.reason.sentence}</Text>
      {gap.advice && <Text>{gap.advice}</Text>}
      <dl className={styles.facts}>
        <Fact title="Began">
          <Interval gap={gap} />
        </Fact>
        <Fact title="Affects">{gap.target ?? 'the whole source'}</Fact>
        <Fact title="Closed">
          {gap.madeGoodAt ? (
            <RelativeTime instant={gap.madeGoodAt} />
          ) : (
            'not yet'
          )}
        </Fact>
      </dl>
    </div>
  );
}

function GapBadge({ gap }: { gap: GapView }) {
  if (gap.madeGoodAt) {
    return <ToneBadge tone="success">Closed</ToneBadge>;
  }
  return gap.to ? (
    <ToneBadge tone="warning">Not covered</ToneBadge>
  ) : (
    <ToneBadge tone="danger">Ongoing</ToneBadge>
  );
}

/** When the gap began, and how long it was. */
function Interval({ gap: { from, to } }: { gap: GapView }) {
  const length = to
    ? new Date(to).getTime() - new Date(from).getTime()
    : undefined;
  return (
    <>
      <RelativeTime instant={from} />
      {length === undefined
        ? ', and it is ongoing'
        : `, and lasted ${formatMilliseconds(length)}`}
    </>
  );
}
