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
import { RiArrowDownLine } from '@remixicon/react';
import { useState } from 'react';
import surface from '../page/surface.module.css';
import { RecordFields } from './RecordFields';
import styles from './record.module.css';
import { useReachedEnd } from './useReachedEnd';

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
  const { title } = record.asset;
  const [note, setNote] = useState('');
  const [body, setBody] = useState<HTMLDivElement | null>(null);
  const isRead = useReachedEnd(body, record.digest);
  const { confirm, isPending, error } = useReview(props);
  return (
    <Dialog
      isOpen
      isDismissable
      onOpenChange={isOpen => !isOpen && onClose()}
      width={640}
    >
      <DialogHeader>Review {title}</DialogHeader>
      <DialogBody
        ref={setBody}
        className={`${surface.surface} ${isRead ? '' : styles.unread}`}
        // Keyboard users scroll what has the focus.
        tabIndex={0}
        role="region"
        aria-label={`Record of ${title}`}
      >
        <Flex direction="column" gap="4">
          {error && <ReviewFailure error={error} />}
          <Text>
            You confirm, under your name and as of today, that this record is
            correct:
          </Text>
          <Flex>
            <CriticalityBadge level={record.criticality.level} />
          </Flex>
          <RecordFields record={record} withoutLinks />
          <TextAreaField
            label="Note"
            secondaryLabel="optional"
            value={note}
            onChange={setNote}
            maxLength={LONGEST_NOTE}
          />
        </Flex>
      </DialogBody>
      <DialogFooter className={styles.decision}>
        <ScrollCue isRead={isRead} />
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="primary"
          isPending={isPending}
          isDisabled={!isRead}
          onPress={() => confirm(note)}
        >
          Confirm review
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function ScrollCue({ isRead }: { isRead: boolean }) {
  return (
    <Text role="status" variant="body-small" className={styles.cue}>
      {!isRead && (
        <>
          <RiArrowDownLine size={16} aria-hidden />
          The record continues below. Scroll to the end to confirm it.
        </>
      )}
    </Text>
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
      description="Nothing was confirmed. The current record is shown below: read it before you confirm it."
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
