import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import {
  type FlawedState,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { useTranslation } from '../translation/useTranslation';
import { ActionOutcome } from './ActionOutcome';
import { Progress } from './Progress';
import type { PanelProps } from './PanelProps';
import styles from './sources.module.css';
import { useAction } from './useAction';

/** Queues all flawed documents of a source for replay, some with each call. */
export function ReplayAll(props: PanelProps & { state: FlawedState }) {
  const { source, state, onChange } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const flawed = source.documents?.all[state] ?? 0;
  const action = useAction();
  const [reached, setReached] = useState({ queued: 0, of: 0 });
  const replayAll = () =>
    action.run(async say => {
      const of = flawed;
      // A document that is still flawed after its replay is not queued again.
      const until = toInstant(new Date());
      let queued = 0;
      let more = true;
      try {
        while (more) {
          const answer = await api.replayFlawed(source.id, { state, until });
          queued += answer.queued;
          setReached({ queued, of });
          say(t('sourceAction.replayedSoFar', { count: queued }));
          // If a call queues nothing although there is more, no call does.
          more = answer.more && answer.queued > 0;
        }
      } finally {
        onChange();
      }
      return t('sourceAction.replayedAll', { count: queued });
    });
  return (
    <div className={styles.actions}>
      {(flawed > 0 || action.isPending) && (
        <Button
          variant="secondary"
          isPending={action.isPending}
          onPress={replayAll}
        >
          {t('sourceAction.replayAll')}
        </Button>
      )}
      {action.isPending && reached.of > 0 && (
        <Progress
          label={t('sourceAction.replayProgress')}
          done={reached.queued}
          total={reached.of}
        />
      )}
      <ActionOutcome of={action} />
    </div>
  );
}
