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
  useErrorMessage,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiArrowDownLine } from '@remixicon/react';
import { useState } from 'react';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import { RecordFields } from './RecordFields';
import styles from './record.module.css';
import { useReachedEnd } from './useReachedEnd';

const LONGEST_NOTE = 2000;

type ReviewProps = {
  record: AssetRecordView;
  entityRef: string;
  /** The record was reviewed, or has changed. */
  onChange: () => void;
  onClose: () => void;
};

/** Confirms the record that is shown, identified by its digest. */
export function ReviewDialog(props: ReviewProps) {
  const { record, onClose } = props;
  const { title } = record.asset;
  const { t } = useTranslation();
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
      <DialogHeader>{t('record.review.title', { title })}</DialogHeader>
      <DialogBody
        ref={setBody}
        className={`${surface.surface} ${isRead ? '' : styles.unread}`}
        // Keyboard users can scroll it only if it takes the focus.
        tabIndex={0}
        role="region"
        aria-label={t('record.review.record', { title })}
      >
        <Flex direction="column" gap="4">
          {error && <ReviewFailure error={error} />}
          <Text>{t('record.review.statement')}</Text>
          <Flex>
            <CriticalityBadge level={record.criticality.level} />
          </Flex>
          <RecordFields record={record} withoutLinks />
          <TextAreaField
            label={t('record.review.note')}
            secondaryLabel={t('record.review.optional')}
            value={note}
            onChange={setNote}
            maxLength={LONGEST_NOTE}
          />
        </Flex>
      </DialogBody>
      <DialogFooter className={styles.decision}>
        <ScrollCue isRead={isRead} />
        <Button variant="secondary" onPress={onClose}>
          {t('record.review.cancel')}
        </Button>
        <Button
          variant="primary"
          isPending={isPending}
          isDisabled={!isRead}
          onPress={() => confirm(note)}
        >
          {t('record.review.confirm')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function ScrollCue({ isRead }: { isRead: boolean }) {
  const { t } = useTranslation();
  return (
    <Text role="status" variant="body-small" className={styles.cue}>
      {!isRead && (
        <>
          <RiArrowDownLine size={16} aria-hidden />
          {t('record.review.scroll')}
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
  const { t } = useTranslation();
  const explain = useErrorMessage();
  return isOutdated(error) ? (
    <Alert
      status="warning"
      icon
      title={t('record.review.changed')}
      description={t('record.review.changedExplanation')}
    />
  ) : (
    <Alert
      status="danger"
      icon
      title={t('record.review.failed')}
      description={explain(error)}
    />
  );
}

function isOutdated(error: unknown): boolean {
  return (
    error instanceof ResponseError && error.body.error.code === 'record-changed'
  );
}
