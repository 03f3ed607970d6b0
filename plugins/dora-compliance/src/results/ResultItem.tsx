import { Link, Text } from '@backstage/ui';
import type {
  ResultMember,
  ResultView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  CriticalityBadge,
  EntityTitleLink,
  RelativeTime,
  StatusBadge,
  useEntityAddress,
  useTimeFormat,
  WebLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import list from '../page/list.module.css';
import { addressOfResult } from '../scorecard/addressOfResult';
import { addressOfDeployment } from '../tab/production/deploymentAddress';
import { useTranslation } from '../translation/useTranslation';
import styles from './results.module.css';

/**
 * The result of a control for an asset, with each member that is open.
 *
 * @param props.isControlNamed - the title of the control stands above
 */
export function ResultItem(props: {
  result: ResultView;
  isControlNamed: boolean;
}) {
  const { result, isControlNamed } = props;
  const { entityRef, title, criticality, control, members, open } = result;
  const { t } = useTranslation();
  const address = addressOfResult(useEntityAddress()(entityRef), control.id);
  return (
    <li className={list.item}>
      <div className={list.line}>
        <StatusBadge status={result.status} />
        {isControlNamed ? (
          <Link href={address} weight="bold">
            {title}
          </Link>
        ) : (
          <EntityTitleLink entityRef={entityRef} title={title} weight="bold" />
        )}
        <CriticalityBadge level={criticality} />
        {!isControlNamed && (
          <Link href={address}>{t('compliance.control', control)}</Link>
        )}
        {result.since && (
          <Text variant="body-small" color="secondary">
            <RelativeTime instant={result.since} />
          </Text>
        )}
      </div>
      <Text>{result.reason.sentence}</Text>
      {members.length > 0 && (
        <ul className={styles.members} aria-label={title}>
          {members.map((member, place) => (
            <Member
              key={`${member.at} ${place}`}
              member={member}
              entityRef={entityRef}
            />
          ))}
        </ul>
      )}
      <Unlisted open={open} listed={members.length} />
    </li>
  );
}

/** How many open members are not listed, if that is known. */
function Unlisted(props: { open: number | undefined; listed: number }) {
  const { open, listed } = props;
  const { t } = useTranslation();
  if (open !== undefined && open <= listed) {
    return null;
  }
  return (
    <Text variant="body-small" color="secondary">
      {open === undefined
        ? t('auditQuestions.unlistedUnknown')
        : t('auditQuestions.unlisted', { count: open - listed })}
    </Text>
  );
}

/** A deployment has a page of its own; other members have one in their source. */
function Member(props: { member: ResultMember; entityRef: string }) {
  const { title, at, uri, deployment, status, reason } = props.member;
  const { formatTime } = useTimeFormat();
  const asset = useEntityAddress()(props.entityRef);
  return (
    <li>
      <span className={list.line}>
        <StatusBadge status={status} />
        {deployment && (
          <Link href={addressOfDeployment(asset, { deployment, at })}>
            {title}
          </Link>
        )}
        {!deployment && uri && <WebLink href={uri}>{title}</WebLink>}
        {!deployment && !uri && <Text weight="bold">{title}</Text>}
        <Text variant="body-small" color="secondary">
          {formatTime(at)}
        </Text>
      </span>
      <Text>{reason.sentence}</Text>
    </li>
  );
}
