import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import {
  type DocumentView,
  documentReplayPermission,
  sourceOperatePermission,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useMay } from '../permissions/useMay';
import { ActionOutcome } from './ActionOutcome';
import { DocumentItem, shortDigest } from './DocumentItem';
import { Nothing } from './Nothing';
import { PagedList } from './PagedList';
import { ReplayAll } from './ReplayAll';
import type { PanelProps } from './SourceDetail';
import styles from './sources.module.css';
import { useAction } from './useAction';
import { useDocuments } from './useDocuments';

/** Documents nothing could be read from, and their replay. */
export function RejectedPanel({ source, onChange }: PanelProps) {
  const api = useApi(doraComplianceApiRef);
  const documents = useDocuments(source, 'rejected');
  const operate = useMay(sourceOperatePermission);
  const replay = useMay(documentReplayPermission);
  const action = useAction();
  const replayOne = ({ document: { digest } }: DocumentView) =>
    action.run(async () => {
      await api.replayDocument(digest);
      onChange();
      return `${shortDigest(digest)} is read again.`;
    });
  return (
    <div className={styles.panel}>
      {operate.allowed && <ReplayAll source={source} onChange={onChange} />}
      <ActionOutcome of={action} />
      <PagedList
        of="Rejected documents"
        pages={documents}
        keyOf={({ document }) => document.digest}
        empty={
          <Nothing title="No document is rejected">
            A document shows up here when nothing could be read from it. It is
            kept as it came, and can be replayed when its reader was mended.
          </Nothing>
        }
      >
        {view => (
          <DocumentItem
            view={view}
            action={
              replay.allowed && (
                <Button
                  variant="secondary"
                  size="small"
                  className={styles.button}
                  isDisabled={action.isPending}
                  aria-label={`Replay ${shortDigest(view.document.digest)}`}
                  onPress={() => replayOne(view)}
                >
                  Replay
                </Button>
              )
            }
          />
        )}
      </PagedList>
    </div>
  );
}
