import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import {
  type FlawedState,
  instantOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { ActionOutcome } from './ActionOutcome';
import { Progress } from './Progress';
import type { PanelProps } from './PanelProps';
import styles from './sources.module.css';
import { many } from './sourceWords';
import { useAction } from './useAction';

/** Has all flawed documents of a source read again, some at each call. */
export function ReplayAll(props: PanelProps & { state: FlawedState }) {
  const { source, state, onChange } = props;
  const api = useApi(doraComplianceApiRef);
  const flawed = source.documents?.all[state] ?? 0;
  const action = useAction();
  const [reached, setReached] = useState({ queued: 0, of: 0 });
  const replayAll = () =>
    action.run(async say => {
      const of = flawed;
      // What is flawed again when it was read again is not taken again.
      const until = instantOf(new Date());
      let queued = 0;
      let more = true;
      try {
        while (more) {
          const answer = await api.replayFlawed(source.id, { state, until });
          queued += answer.queued;
          setReached({ queued, of });
          say(`${many(queued, 'document')} queued so far.`);
          // Nothing taken though there is more: no call takes any of it.
          more = answer.more && answer.queued > 0;
        }
      } finally {
        onChange();
      }
      return `${many(queued, 'document')} queued for replay.`;
    });
  return (
    <div className={styles.actions}>
      {(flawed > 0 || action.isPending) && (
        <Button
          variant="secondary"
          isPending={action.isPending}
          onPress={replayAll}
        >
          Replay all
        </Button>
      )}
      {action.isPending && reached.of > 0 && (
        <Progress
          label="Documents queued for replay"
          done={reached.queued}
          total={reached.of}
        />
      )}
      <ActionOutcome of={action} />
    </div>
  );
}
