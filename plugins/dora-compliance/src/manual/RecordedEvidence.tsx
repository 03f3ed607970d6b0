import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import {
  type Digest,
  type EvidenceType,
  type EvidenceView,
  type Identity,
  type ManualEvidence,
  ManualEvidenceType,
  type Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  RelativeTime,
  useLive,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import list from '../page/list.module.css';
import { useTranslation } from '../translation/useTranslation';
import { DecideEvidence } from './DecideEvidence';
import styles from './manual.module.css';
import { RecordEvidence } from './RecordEvidence';

/**
 * What was recorded about an asset of the types that a control reads, whether a second
 * person confirmed it, and a form for more. Nothing if the control reads nothing that people record.
 */
export function RecordedEvidence(props: {
  entityRef: string;
  /** What a control reads. */
  reads: readonly { type: EvidenceType }[];
}) {
  const { entityRef, reads } = props;
  const types = ManualEvidenceType.options.filter(type =>
    reads.some(read => read.type === type),
  );
  return types.length > 0 ? (
    <Records entityRef={entityRef} types={types} />
  ) : null;
}

function Records(props: {
  entityRef: string;
  types: readonly ManualEvidenceType[];
}) {
  const { entityRef, types } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const { value, error, reload } = useLive(
    useLoaded(`people:${entityRef}`, () =>
      api.listEvidence(entityRef, { sourceId: 'people', limit: 100 }),
    ),
  );
  const items = value?.items ?? [];
  const records = items.filter(({ type }) => types.some(one => one === type));
  return (
    <Flex direction="column" gap="3">
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('manual.recordedTitle')}
      </Text>
      <RecordEvidence entityRef={entityRef} types={types} onRecorded={reload} />
      {error && (
        <Failure
          what={{ title: t('assetEvidence.notLoaded') }}
          error={error}
          onRetry={reload}
        />
      )}
      {value && records.length === 0 && <Text>{t('manual.none')}</Text>}
      <ul className={list.items} aria-label={t('manual.recordedTitle')}>
        {records.map(record => (
          <Recorded
            key={record.id}
            entityRef={entityRef}
            record={record}
            decisions={listDecisions(items, record.id)}
            onDecided={reload}
          />
        ))}
      </ul>
    </Flex>
  );
}

/** The decisions about recorded evidence, latest first. */
function listDecisions(items: readonly EvidenceView[], id: Digest) {
  return items.filter(
    ({ type, predicate }) =>
      type === 'evidence-confirmed' &&
      (predicate as { evidence: Digest }).evidence === id,
  );
}

function Recorded(props: {
  entityRef: string;
  record: EvidenceView;
  decisions: readonly EvidenceView[];
  onDecided: () => void;
}) {
  const { decisions, record } = props;
  const { t } = useTranslation();
  const [latest] = decisions;
  const { recordedBy = {} } = record.predicate as Partial<ManualEvidence>;
  const recorder = nameAccount(recordedBy);
  return (
    <li className={`${list.item} ${styles.record}`}>
      <div>
        <Text as="p" weight="bold">
          {record.title}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {recorder && <>{t('production.by', { person: recorder })} </>}
          <RelativeTime instant={record.recordedAt} />
          {' · '}
          <Decision latest={latest} />
        </Text>
      </div>
      <DecideEvidence {...props} latest={latest} />
    </li>
  );
}

/** Who confirmed or refused it last. */
function Decision({ latest }: { latest: EvidenceView | undefined }) {
  const { t } = useTranslation();
  if (!latest) {
    return <>{t('manual.unconfirmed')}</>;
  }
  const { decision, confirmedBy } =
    latest.predicate as Predicate<'evidence-confirmed'>;
  return (
    <>
      {t(`manual.decided.${decision}`, { person: nameAccount(confirmedBy) })}{' '}
      <RelativeTime instant={latest.recordedAt} />
    </>
  );
}

/** An account: the name of an entity of the catalog, or that of another system. */
function nameAccount({ login, id }: Partial<Identity>): string {
  return login?.split('/').pop() ?? id ?? '';
}
