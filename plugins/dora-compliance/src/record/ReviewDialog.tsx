import { useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextAreaField,
} from '@backstage/ui';
import type { AssetRecordView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  CriticalityBadge,
  doraComplianceApiRef,
  messageOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { RecordFields } from './RecordFields';
import styles from './record.module.css';

const LONGEST_NOTE = 2000;

type ReviewProps = {
  record: AssetRecordView;
  entityRef: string;
  /** The record is not what it was, be it reviewed or changed. */
  onChange: () => void;
  onClose: () => void;
};

/** Confirms the record as it reads now; another one is not confirmed. */
export function ReviewDialog(props: ReviewProps) {
  const { record, onClose } = props;
  const [note, setNote] = useState('');
  const { confirm, isPending, error } = useReview(props);
  return (
    <Dialog
      isOpen
      isDismissable
      onOpenChange={isOpen => !isOpen && onClose()}
      width={640}
    >
      <DialogHeader>Review {record.asset.title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {error && <ReviewFailure error={error} />}
          <Text>
            You confirm, under your name and as of today, that this record is
            right as it reads here:
          </Text>
          <Flex>
            <CriticalityBadge level={record.criticality.level} />
          </Flex>
          <div className={styles.confirmed}>
            <RecordFields record={record} />
          </div>
          <TextAreaField
            label="Note"
            secondaryLabel="optional"
            value={note}
            onChange={setNote}
            maxLength={LONGEST_NOTE}
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="primary"
          isPending={isPending}
          onPress={() => confirm(note)}
        >
          Confirm review
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function useReview({ record, entityRef, onChange, onClose }: ReviewProps) {
  const api = useApi(doraComplianceApiRef);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const confirm = async (note: string) => {
    setPending(true);
    setError(undefined);
    try {
      await api.reviewAsset(entityRef, {
        digest: record.digest,
        note: note.trim() || undefined,
      });
      onChange();
      onClose();
    } catch (caught) {
      setError(caught as Error);
      setPending(false);
      if (isOutdated(caught)) {
        onChange();
      }
    }
  };
  return { confirm, isPending, error };
}

function ReviewFailure({ error }: { error: Error }) {
  return isOutdated(error) ? (
    <Alert
      status="warning"
      icon
      title="The record has changed since you opened it"
      description="Nothing was confirmed. It is shown below as it reads now: look at it again before you confirm it."
    />
  ) : (
    <Alert
      status="danger"
      icon
      title="The review was not recorded"
      description={messageOf(error)}
    />
  );
}

function isOutdated(error: unknown): boolean {
  return (
    error instanceof ResponseError && error.body.error.code === 'record-changed'
  );
}
