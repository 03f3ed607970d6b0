import { useApi } from '@backstage/core-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import type {
  ControlDetailView,
  ControlResultView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  RelativeTime,
  StatusBadge,
  useLive,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiArrowLeftLine } from '@remixicon/react';
import { Helmet } from 'react-helmet';
import { AboutControl } from '../controls/AboutControl';
import { Failure } from '../failure/Failure';
import { useFocus } from '../focus/useFocus';
import { Loading } from '../loading/Loading';
import { RecordedEvidence } from '../manual/RecordedEvidence';
import { useTranslation } from '../translation/useTranslation';
import { ControlBasis } from './ControlBasis';
import { describeAsset, describeScope } from './describeScope';
import { FindingAdvice } from './fix/FindingAdvice';
import { MemberRow } from './MemberRow';
import { ControlTimeline } from './timeline/ControlTimeline';
import styles from './tab.module.css';
import { useTabAddress } from './useTabAddress';

/** One control: its objective, status, advice, members and legal basis. */
export function ControlDetail(props: {
  entityRef: string;
  controlId: string;
  /** Whether the reader just opened it: its heading takes the focus. */
  hasFocus: boolean;
}) {
  const { entityRef, controlId, hasFocus } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const { allControls } = useTabAddress();
  const { value, error, reload } = useLive(
    useLoaded(`${entityRef} ${controlId}`, () =>
      api.readControl(entityRef, controlId),
    ),
  );
  return (
    <Flex direction="column" gap="4">
      <Link href={allControls} className={styles.back}>
        <RiArrowLeftLine size={16} aria-hidden />
        {t('compliance.allControls')}
      </Link>
      {error && <Failure what="compliance" error={error} onRetry={reload} />}
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
  const { control, resolution, result } = view;
  const { t } = useTranslation();
  const heading = useFocus<HTMLHeadingElement>(hasFocus);
  const name = t('compliance.control', {
    code: control.code,
    title: control.title,
  });
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
          <Freshness result={result} isForeseen={Boolean(resolution)} />
        </Text>
        <AboutControl controlId={control.id} />
      </Flex>
      <FindingAdvice view={view} />
      <RecordedEvidence entityRef={entityRef} reads={view.reads} />
      {result.reason.code === 'does-not-apply' && (
        <Text>
          {describeAsset(view.asset, t)}{' '}
          {t('compliance.scope.appliesTo', {
            condition: describeScope(control.appliesTo, t),
          })}
        </Text>
      )}
      <Members view={view} entityRef={entityRef} />
      <ControlTimeline entityRef={entityRef} controlId={control.id} />
      <ControlBasis control={control} reads={view.reads} />
    </>
  );
}

function Members(props: { view: ControlDetailView; entityRef: string }) {
  const { entityRef, view } = props;
  const { rows, omittedRows } = view;
  const { t } = useTranslation();
  if (rows.length === 0) {
    return null;
  }
  return (
    <Flex direction="column" gap="2">
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('compliance.members')}
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
          {t('compliance.omitted', { count: omittedRows })}
        </Text>
      )}
    </Flex>
  );
}

/**
 * When it was assessed, and when the result may change without new evidence, unless
 * the advice says that already.
 */
function Freshness(props: { result: ControlResultView; isForeseen: boolean }) {
  const { assessedAt, validUntil } = props.result;
  const { t } = useTranslation();
  if (!assessedAt) {
    return <>{t('compliance.neverAssessed')}</>;
  }
  return (
    <>
      {t('compliance.assessed', {
        time: <RelativeTime instant={assessedAt} />,
      })}{' '}
      {validUntil &&
        !props.isForeseen &&
        t('compliance.nextAssessment', {
          time: <RelativeTime instant={validUntil} />,
        })}
    </>
  );
}
