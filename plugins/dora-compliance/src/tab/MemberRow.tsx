import { Flex, Link, Text } from '@backstage/ui';
import type {
  CheckView,
  RowView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type EvidenceDocument,
  EvidenceList,
  RelativeTime,
  StatusBadge,
  useEvidence,
  WebLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { useTranslation } from '../translation/useTranslation';
import styles from './tab.module.css';
import { useTabAddress } from './useTabAddress';

/** One member of the population; opens to its checks and their evidence. */
export function MemberRow(props: { row: RowView; entityRef: string }) {
  const { row, entityRef } = props;
  const { member } = row;
  const [open, setOpen] = useState(false);
  const { t } = useTranslation();
  const { toDeployment } = useTabAddress();
  const { deployment } = member;
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
            <RelativeTime instant={member.at} isStatic />
          </Text>
          <br />
          <Text>{row.reason.sentence}</Text>
        </span>
      </button>
      {deployment && (
        <Link
          className={styles.member}
          href={toDeployment({ deployment, at: member.at })}
          aria-label={t('production.openOf', { title: member.title })}
        >
          {t('production.open')}
        </Link>
      )}
      {open && <Checks row={row} entityRef={entityRef} />}
    </li>
  );
}

/** The checks of a member, and under them the evidence of all of them. */
function Checks({ row, entityRef }: { row: RowView; entityRef: string }) {
  const ids = [...new Set(row.checks.flatMap(({ evidence }) => evidence))];
  const { t } = useTranslation();
  const loaded = useEvidence(entityRef, ids);
  return (
    <div className={styles.checks}>
      {row.member.uri && <WebLink href={row.member.uri} />}
      <Text color="secondary">
        {t('compliance.happened', {
          time: <RelativeTime instant={row.member.at} />,
        })}
      </Text>
      <ul className={styles.plain}>
        {row.checks.map(check => (
          <CheckItem
            key={check.check}
            check={check}
            numbers={findDocuments(check, loaded?.documents ?? [])}
          />
        ))}
      </ul>
      {ids.length > 0 && (
        <div className={styles.evidence}>
          <Text weight="bold">{t('compliance.evidence')}</Text>
          <EvidenceList entityRef={entityRef} ids={ids} />
        </div>
      )}
      {row.checks.some(({ withheld }) => withheld) && (
        <Text color="secondary">{t('compliance.withheld')}</Text>
      )}
    </div>
  );
}

function CheckItem(props: { check: CheckView; numbers: readonly number[] }) {
  const { check, numbers } = props;
  const { t } = useTranslation();
  return (
    <li>
      <Flex direction="column" gap="1">
        <Text weight="bold">
          {t('compliance.check', {
            question: check.title,
            answer: t(`compliance.answer.${toAnswer(check)}`),
          })}
        </Text>
        <Text>{check.cause.sentence}</Text>
        {numbers.length > 0 && (
          <Text variant="body-small" color="secondary">
            {t('compliance.evidenceNumbers', { numbers: numbers.map(String) })}
          </Text>
        )}
      </Flex>
    </li>
  );
}

/** The numbers of the listed documents that a check is based on, from 1. */
function findDocuments(
  { evidence }: CheckView,
  documents: readonly EvidenceDocument[],
): number[] {
  return documents.flatMap((document, index) =>
    document.evidence.some(({ id }) => evidence.includes(id))
      ? [index + 1]
      : [],
  );
}

function toAnswer({ passed }: CheckView): 'yes' | 'no' | 'none' {
  if (passed === null) {
    return 'none';
  }
  return passed ? 'yes' : 'no';
}
