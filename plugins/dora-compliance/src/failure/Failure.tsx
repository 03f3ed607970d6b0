import { ResponseError } from '@backstage/errors';
import { Alert, Button } from '@backstage/ui';
import { useErrorMessage } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { failureMessages } from '../translation/messages/failureMessages';
import { type Translate, useTranslation } from '../translation/useTranslation';

/** Everything that can fail to load. */
type FailureSubject = keyof typeof failureMessages.notLoaded;

/** Why something is not shown, and what can be done. */
export function Failure(props: {
  /** What could not be loaded: a common subject, or a sentence. */
  what: FailureSubject | { title: string };
  error: Error;
  onRetry: () => void;
}) {
  const { error, what, onRetry } = props;
  const { t } = useTranslation();
  const title =
    typeof what === 'string' ? t(`failure.notLoaded.${what}`) : what.title;
  const explain = useErrorMessage();
  const { status, code } = readResponse(error);
  const expected = expectedTitle(t, status, code);
  const isExpected = expected !== undefined;
  // What is missing or forbidden is still so a moment later.
  const canRetry = !isExpected || code === 'asset-pending';
  const message = explain(error);
  return (
    <Alert
      status={isExpected ? 'info' : 'danger'}
      icon
      title={expected ?? title}
      description={
        status === 403 ? t('failure.askForPermission', { message }) : message
      }
      customActions={
        canRetry && (
          <Button variant="secondary" size="small" onPress={onRetry}>
            {t('failure.retry')}
          </Button>
        )
      }
    />
  );
}

function readResponse(error: Error): { status?: number; code?: string } {
  return error instanceof ResponseError
    ? {
        status: error.response.status,
        code: String(error.body.error.code),
      }
    : {};
}

/**
 * The title if this is no fault. A status 404 without a code of ours is one:
 * while the backend starts, it has no routes yet.
 */
function expectedTitle(
  t: Translate,
  status?: number,
  code?: string,
): string | undefined {
  if (status === 403) {
    return t('failure.noPermission');
  }
  switch (code) {
    case 'control-unknown':
      return t('failure.unknownControl');
    case 'asset-pending':
      return t('failure.notYetInInventory');
    case 'scope-unknown':
      return t('failure.unknownScope');
    case 'asset-unknown':
      return t('failure.notInInventory');
    default:
      return undefined;
  }
}
