import { Text } from '@backstage/ui';
import type { ActionView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { RelativeTime } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../translation/useTranslation';

/** How severe it is, how long it takes, and since when it waits, if that is known. */
export function ActionFacts({ action }: { action: ActionView }) {
  const { severity, effort, since } = action;
  const { t } = useTranslation();
  return (
    <Text variant="body-small" color="secondary">
      {t('joined', {
        parts: [
          t(`action.severity.${severity}`),
          ...(effort ? [t(`action.effort.${effort}`)] : []),
        ],
      })}
      {since && (
        <> {t('action.since', { time: <RelativeTime instant={since} /> })}</>
      )}
    </Text>
  );
}
