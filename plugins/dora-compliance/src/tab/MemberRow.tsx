import { Flex, Text } from '@backstage/ui';
import type {
  CheckView,
  RowView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  EvidenceDetail,
  RelativeTime,
  StatusBadge,
  WebLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import styles from './tab.module.css';

/** One member of the population; opens to its checks and their evidence. */
export function MemberRow(props: { row: RowView; entityRef: string }) {
  const { row, entityRef } = props;
  const { member } = row;
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden>{open ? '▾' : '▸'}</span>
        <StatusBadge status={row.status} />
        <span>
          <Text weight="bold">{member.title}</Text>{' '}
          <Text variant="body-small" color="secondary">
            <RelativeTime instant={member.at} />
          </Text>
          <br />
          <Text>{row.reason.sentence}</Text>
        </span>
      </button>
      {open && (
        <ul className={styles.checks}>
          {member.uri && (
            <li>
              <WebLink href={member.uri} />
            </li>
          )}
          {row.checks.map(check => (
            <CheckItem key={check.check} check={check} entityRef={entityRef} />
          ))}
        </ul>
      )}
    </li>
  );
}

function CheckItem(props: { check: CheckView; entityRef: string }) {
  const { check, entityRef } = props;
  return (
    <li>
      <Flex direction="column" gap="1">
        <Text weight="bold">
          {check.title} {answerOf(check)}
        </Text>
        <Text>{check.cause.sentence}</Text>
        <div className={styles.evidence}>
          {check.evidence.map(id => (
            <EvidenceDetail key={id} id={id} entityRef={entityRef} />
          ))}
        </div>
      </Flex>
    </li>
  );
}

function answerOf({ passed }: CheckView): string {
  if (passed === null) {
    return 'Not known';
  }
  return passed ? 'Yes' : 'No';
}
