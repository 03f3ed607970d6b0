import { useApi } from '@backstage/core-plugin-api';
import { Button, NumberField } from '@backstage/ui';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { ActionOutcome } from './ActionOutcome';
import type { PanelProps } from './PanelProps';
import styles from './sources.module.css';
import { many } from './sourceWords';
import { useAction } from './useAction';

const MOST_DAYS = 400;

/** Asks a source for what happened in the days before now. */
export function StartBackfill(
  props: PanelProps & {
    /** The target that is asked about; all of them where absent. */
    target?: string;
  },
) {
  const { source, target, onChange } = props;
  const api = useApi(doraComplianceApiRef);
  const action = useAction();
  const [days, setDays] = useState(30);
  const isValid = Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
  const start = () =>
    action.run(async () => {
      const { queued } = await api.startBackfill(source.id, {
        days,
        ...(target && { target }),
      });
      onChange();
      if (queued === 0) {
        return 'Nothing was queued: there is no target, or a backfill of it is already queued or running.';
      }
      return target
        ? 'The backfill is queued. The Backfills tab shows its progress.'
        : `${many(queued, 'backfill')} queued, one for each target.`;
    });
  return (
    <div className={styles.actions}>
      <div className={styles.fields}>
        <NumberField
          className={styles.days}
          label="Days back"
          secondaryLabel={`1 to ${MOST_DAYS}`}
          minValue={1}
          maxValue={MOST_DAYS}
          value={days}
          onChange={setDays}
        />
        <Button
          variant="secondary"
          isPending={action.isPending}
          isDisabled={!isValid}
          onPress={start}
        >
          Start backfill
        </Button>
      </div>
      <ActionOutcome of={action} />
    </div>
  );
}
