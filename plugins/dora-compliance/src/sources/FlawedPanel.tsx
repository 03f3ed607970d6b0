import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import {
  type DocumentView,
  documentReplayPermission,
  type FlawedState,
  sourceOperatePermission,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { ReactNode } from 'react';
import { useMay } from '../permissions/useMay';
import { useTranslation } from '../translation/useTranslation';
import { ActionOutcome } from './ActionOutcome';
import { DocumentItem, shortDigest } from './DocumentItem';
import { PagedList } from './PagedList';
import { ReplayAll } from './ReplayAll';
import type { PanelProps } from './PanelProps';
import styles from './sources.module.css';
import { useAction } from './useAction';
import { useDocuments } from './useDocuments';

/** Documents that could not be read, or only in part, and their replay. */
export function FlawedPanel(
  props: PanelProps & {
    state: FlawedState;
    empty: ReactNode;
  },
) {
  const { source, state, empty, onChange } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const documents = useDocuments(source, state);
  const operate = useMay(sourceOperatePermission);
  const replay = useMay(documentReplayPermission);
  const action = useAction();
  const replayOne = ({ document: { digest } }: DocumentView) =>
    action.run(async () => {
      await api.replayDocument(digest);
      onChange();
      return t('sourceAction.replayed', { digest: shortDigest(digest) });
    });
  return (
    <div className={styles.panel}>
      {operate.allowed && (
        <ReplayAll source={source} state={state} onChange={onChange} />
      )}
      <ActionOutcome of={action} />
      <PagedList
        what={state}
        pages={documents}
        toKey={({ document }) => document.digest}
        empty={empty}
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
                  aria-label={t('sourceAction.replayDocument', {
                    digest: shortDigest(view.document.digest),
                  })}
                  onPress={() => replayOne(view)}
                >
                  {t('sourceAction.replay')}
                </Button>
              )
            }
          />
        )}
      </PagedList>
    </div>
  );
}
