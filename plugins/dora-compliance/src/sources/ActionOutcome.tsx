import { Alert, Text } from '@backstage/ui';
import { useErrorMessage } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../translation/useTranslation';
import type { Action } from './useAction';

/** The result of an action, announced to screen readers. */
export function ActionOutcome({
  of,
}: {
  of: Pick<Action, 'message' | 'error'>;
}) {
  const { message, error } = of;
  const { t } = useTranslation();
  const explain = useErrorMessage();
  return (
    <>
      <Text role="status" aria-live="polite">
        {message}
      </Text>
      {error && (
        <Alert
          status="danger"
          icon
          title={t('sourceAction.failed')}
          description={explain(error)}
        />
      )}
    </>
  );
}
