import { Alert, Text } from '@backstage/ui';
import { messageOf } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { Action } from './useAction';

/** What came of an action, read aloud when it changes. */
export function ActionOutcome({
  of,
}: {
  of: Pick<Action, 'message' | 'error'>;
}) {
  const { message, error } = of;
  return (
    <>
      <Text role="status" aria-live="polite">
        {message}
      </Text>
      {error && (
        <Alert
          status="danger"
          icon
          title="The action failed"
          description={messageOf(error)}
        />
      )}
    </>
  );
}
