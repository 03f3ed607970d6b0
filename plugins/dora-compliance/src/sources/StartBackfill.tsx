import { useApi } from '@backstage/core-plugin-api';
import { Button, NumberField } from '@backstage/ui';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { useTranslation } from '../translation/useTranslation';
import { ActionOutcome } from './ActionOutcome';
import type { PanelProps } from './PanelProps';
import styles from './sources.module.css';
import { useAction } from './useAction';

const LEAST_DAYS = 1;
const MOST_DAYS = 400;

/** Starts a backfill of the last days. */
export function StartBackfill(
  props: PanelProps & {
    /** The target to backfill; all of them by default. */
    target?: string;
  },
) {
  const { source, target, onChange } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const action = useAction();
  const [days, setDays] = useState(30);
  const isValid =
    Number.isInteger(days) && days >= LEAST_DAYS && days <= MOST_DAYS;
  const start = () =>
    action.run(async () => {
      const { queued } = await api.startBackfill(source.id, {
        days,
        ...(target && { target }),
      });
      onChange();
      if (queued === 0) {
        return t('sourceAction.backfill.nothingQueued');
      }
      return target
        ? t('sourceAction.backfill.queuedOne')
        : t('sourceAction.backfill.queued', { count: queued });
    });
  return (
    <div className={styles.actions}>
      <div className={styles.fields}>
        <NumberField
          className={styles.days}
          label={t('sourceAction.backfill.days')}
          secondaryLabel={t('sourceAction.backfill.dayRange', {
            least: LEAST_DAYS,
            most: MOST_DAYS,
          })}
          minValue={LEAST_DAYS}
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
          {t('sourceAction.backfill.start')}
        </Button>
      </div>
      <ActionOutcome of={action} />
    </div>
  );
}
