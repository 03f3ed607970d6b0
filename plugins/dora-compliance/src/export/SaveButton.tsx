import { Alert, Button, Flex } from '@backstage/ui';
import {
  saveFile,
  useErrorMessage,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiDownloadLine } from '@remixicon/react';
import { type ReactNode, useState } from 'react';

/** Saves what it loads as a CSV file, or says why it could not. */
export function SaveButton(props: {
  /** The name of the file, without the day and the extension. */
  name: string;
  load: () => Promise<Uint8Array>;
  failed: string;
  isDisabled?: boolean;
  children: ReactNode;
}) {
  const { name, load, failed, isDisabled, children } = props;
  const explain = useErrorMessage();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const save = async () => {
    setPending(true);
    setError(undefined);
    try {
      const day = new Date().toISOString().slice(0, 10);
      saveFile(await load(), `${name}-${day}.csv`, 'text/csv');
    } catch (caught) {
      setError(caught as Error);
    } finally {
      setPending(false);
    }
  };
  return (
    <Flex direction="column" gap="2" align="end">
      <Button
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden />}
        isPending={isPending}
        isDisabled={isDisabled}
        onPress={save}
      >
        {children}
      </Button>
      {error && (
        <Alert
          status="danger"
          icon
          title={failed}
          description={explain(error)}
        />
      )}
    </Flex>
  );
}
