import { ResponseError } from '@backstage/errors';
import { Alert, Button } from '@backstage/ui';

/** Why something can't be shown, and what can be done. */
export function Failure(props: { error: Error; onRetry: () => void }) {
  const { error, onRetry } = props;
  const isUnknown =
    error instanceof ResponseError && error.response.status === 404;
  return (
    <Alert
      status={isUnknown ? 'info' : 'danger'}
      icon
      title={
        isUnknown ? titleOfUnknown(error) : 'Compliance could not be loaded'
      }
      description={
        error instanceof ResponseError
          ? error.body.error.message
          : error.message
      }
      customActions={
        <Button variant="secondary" size="small" onPress={onRetry}>
          Try again
        </Button>
      }
    />
  );
}

function titleOfUnknown({ body }: ResponseError): string {
  return body.error.code === 'control-unknown'
    ? 'No such control'
    : 'Not in the inventory';
}
