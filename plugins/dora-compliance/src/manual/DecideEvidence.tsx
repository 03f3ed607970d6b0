import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Flex, Text } from '@backstage/ui';
import {
  evidenceConfirmPermission,
  type EvidenceView,
  type ManualEvidence,
  type Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  useErrorMessage,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { useTranslation } from '../translation/useTranslation';

type Decision = 'approved' | 'rejected';

/** Lets a second person confirm or refuse what was recorded; nothing for who recorded it, and for those who may not. */
export function DecideEvidence(props: {
  entityRef: string;
  record: EvidenceView;
  /** The last decision about it. */
  latest: EvidenceView | undefined;
  onDecided: () => void;
}) {
  const { entityRef, record, latest, onDecided } = props;
  const { t } = useTranslation();
  const { decide, isPending, failed } = useDecide(entityRef, record, onDecided);
  const reader = useReader();
  const said = findOwnDecision(latest, reader);
  const explain = useErrorMessage();
  const { allowed } = usePermission({
    permission: evidenceConfirmPermission,
    resourceRef: entityRef,
  });
  if (!allowed || isRecorder(record, reader)) {
    return null;
  }
  return (
    <Flex align="center" gap="2">
      {said !== 'approved' && (
        <Button
          size="small"
          variant="secondary"
          isDisabled={isPending}
          aria-label={t('manual.confirmThis', { title: record.title })}
          onPress={() => decide('approved')}
        >
          {t('manual.confirm')}
        </Button>
      )}
      {said !== 'rejected' && (
        <Button
          size="small"
          variant="tertiary"
          isDisabled={isPending}
          aria-label={t('manual.refuseThis', { title: record.title })}
          onPress={() => decide('rejected')}
        >
          {t('manual.refuse')}
        </Button>
      )}
      <Text role="status" variant="body-small" color="danger">
        {failed && explain(failed)}
      </Text>
    </Flex>
  );
}

/** The entity of who reads the page, once it is known. */
function useReader(): string | undefined {
  const identity = useApi(identityApiRef);
  return useLoaded('reader', () => identity.getBackstageIdentity()).value
    ?.userEntityRef;
}

function isRecorder(
  { predicate }: EvidenceView,
  reader: string | undefined,
): boolean {
  const { recordedBy } = predicate as Partial<ManualEvidence>;
  return reader !== undefined && recordedBy?.login === reader;
}

/**
 * What the reader decided, if nobody decided after that. Another person may say the same
 * again: a control can ask for one who had no hand in the change.
 */
function findOwnDecision(
  latest: EvidenceView | undefined,
  reader: string | undefined,
): Decision | undefined {
  const { confirmedBy, decision } = (latest?.predicate ?? {}) as Partial<
    Predicate<'evidence-confirmed'>
  >;
  return reader !== undefined && confirmedBy?.login === reader
    ? decision
    : undefined;
}

function useDecide(
  entityRef: string,
  record: EvidenceView,
  onDecided: () => void,
) {
  const api = useApi(doraComplianceApiRef);
  const [failed, setFailed] = useState<Error>();
  const [isPending, setPending] = useState(false);
  const decide = async (decision: Decision) => {
    setPending(true);
    setFailed(undefined);
    try {
      await api.confirmEvidence(entityRef, { evidence: record.id, decision });
      onDecided();
    } catch (caught) {
      setFailed(caught as Error);
    }
    setPending(false);
  };
  return { decide, isPending, failed };
}
