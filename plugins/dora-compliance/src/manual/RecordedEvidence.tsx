import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import {
  type Digest,
  type EvidenceType,
  type EvidenceView,
  type ManualEvidence,
  ManualEvidenceType,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  RelativeTime,
  useLive,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
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
      <ul className={styles.records}>
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
  const recorder = nameRecorder(record);
  return (
    <li>
      <Flex direction="column" gap="1">
        <Text>{record.title}</Text>
        <Text variant="body-small" color="secondary">
          {recorder && <>{t('production.by', { person: recorder })} </>}
          <RelativeTime instant={record.recordedAt} />
          {' · '}
          {latest ? latest.title : t('manual.unconfirmed')}
        </Text>
        <DecideEvidence {...props} latest={latest} />
      </Flex>
    </li>
  );
}

/** The account that recorded evidence: an entity of the catalog, or the name of another system. */
function nameRecorder({ predicate }: EvidenceView): string | undefined {
  const { recordedBy } = predicate as Partial<ManualEvidence>;
  return recordedBy?.login?.split('/').pop() ?? recordedBy?.id;
}
