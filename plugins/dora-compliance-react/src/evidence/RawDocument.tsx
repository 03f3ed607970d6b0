import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button, Flex, Skeleton, Text } from '@backstage/ui';
import {
  type Digest,
  digestOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '../api/doraComplianceApiRef';
import { messageOf } from '../loading/messageOf';
import { saveFile } from '../loading/saveFile';
import { useLoaded } from '../loading/useLoaded';
import styles from './evidence.module.css';

/**
 * A source document, byte for byte as it was received. Its digest is computed
 * anew in the browser, so that nobody has to believe the server.
 *
 * @public
 */
export function RawDocument(props: { entityRef: string; digest: Digest }) {
  const { entityRef, digest } = props;
  const api = useApi(doraComplianceApiRef);
  const { value: bytes, error } = useLoaded(`${entityRef} ${digest}`, () =>
    api.readDocument(entityRef, digest),
  );
  if (error) {
    return (
      <Alert
        status="danger"
        icon
        title="The document can't be read"
        description={messageOf(error)}
      />
    );
  }
  if (!bytes) {
    return <Skeleton height={80} />;
  }
  const found = digestOf(bytes);
  return (
    <Flex direction="column" gap="2">
      {found === digest ? (
        <Alert
          status="success"
          icon
          title="The bytes match the digest"
          description="Computed in your browser just now."
        />
      ) : (
        <Alert
          status="danger"
          icon
          title="The bytes do not match the digest"
          description={`They have ${found}. Do not rely on this document.`}
        />
      )}
      <Text variant="body-small" className={styles.digest}>
        {digest}
      </Text>
      <Flex>
        <Button
          variant="secondary"
          size="small"
          onPress={() => saveFile(bytes, `${digest.replace(':', '-')}.json`)}
        >
          Download as received ({bytes.byteLength} bytes)
        </Button>
      </Flex>
      {/* Keyboard users scroll what has the focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.raw} tabIndex={0} aria-label="Raw document">
        {readable(bytes)}
      </pre>
    </Flex>
  );
}

/** Indented for reading; the download has the bytes. */
function readable(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
