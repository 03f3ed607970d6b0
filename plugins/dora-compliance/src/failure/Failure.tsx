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
  const { status, code } = responseOf(error);
  const isExpected = status === 404 || status === 403;
  // What is not there, or not allowed, is the same a moment later.
  const canRetry = !isExpected || code === 'asset-pending';
  return (
    <Alert
      status={isExpected ? 'info' : 'danger'}
      icon
      title={titleOf(status, code) ?? `${of} could not be loaded`}
      description={
        status === 403
          ? `${of} is not available to your account. If you need it for your work, ask the administrators of this Backstage for permission. (${messageOf(
              error,
            )})`
          : messageOf(error)
      }
      customActions={
        canRetry && (
          <Button variant="secondary" size="small" onPress={onRetry}>
            Try again
          </Button>
        )
      }
    />
  );
}

function responseOf(error: Error): { status?: number; code?: string } {
  return error instanceof ResponseError
    ? {
        status: error.response.status,
        code: String(error.body.error.code),
      }
    : {};
}

/** What is not there, by the code of the error. */
const missing: Readonly<Record<string, string>> = {
  'control-unknown': 'No such control',
  'asset-pending': 'Not yet in the inventory',
};

function titleOf(status?: number, code = ''): string | undefined {
  switch (status) {
    case 403:
      return 'No permission';
    case 404:
      return missing[code] ?? 'Not in the inventory';
    default:
      return undefined;
  }
}
