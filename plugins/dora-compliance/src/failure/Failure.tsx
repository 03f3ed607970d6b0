import { ResponseError } from '@backstage/errors';
import { Alert, Button } from '@backstage/ui';
import { messageOf } from '@ict-assurance/backstage-plugin-dora-compliance-react';

/** Why something can't be shown, and what can be done. */
export function Failure(props: {
  /** What could not be loaded, as the beginning of a sentence. */
  of?: string;
  error: Error;
  onRetry: () => void;
}) {
  const { error, of = 'Compliance', onRetry } = props;
  const status = error instanceof ResponseError && error.response.status;
  const isExpected = status === 404 || status === 403;
  return (
    <Alert
      status={isExpected ? 'info' : 'danger'}
      icon
      title={titleOf(error) ?? `${of} could not be loaded`}
      description={
        status === 403
          ? `${of} may not be seen with your account. If you need it for your work, ask those who run this Backstage for permission. (${messageOf(
              error,
            )})`
          : messageOf(error)
      }
      customActions={
        <Button variant="secondary" size="small" onPress={onRetry}>
          Try again
        </Button>
      }
    />
  );
}

/** What is not there, by the code of the error. */
const missing: Readonly<Record<string, string>> = {
  'control-unknown': 'No such control',
  'asset-pending': 'Not yet in the inventory',
};

function titleOf(error: Error): string | undefined {
  if (!(error instanceof ResponseError)) {
    return undefined;
  }
  switch (error.response.status) {
    case 403:
      return 'No permission';
    case 404:
      return missing[String(error.body.error.code)] ?? 'Not in the inventory';
    default:
      return undefined;
  }
}
