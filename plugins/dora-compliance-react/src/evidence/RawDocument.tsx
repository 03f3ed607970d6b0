import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button, Flex, Skeleton, Text } from '@backstage/ui';
import {
  type Digest,
  digestOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '../api/doraComplianceApiRef';
import { messageOf } from '../loading/messageOf';
import { readOnce } from '../loading/readOnce';
import { saveFile } from '../loading/saveFile';
import { useLoaded } from '../loading/useLoaded';
import styles from './evidence.module.css';

/**
 * A source document, byte for byte as it was received. The browser computes
 * its digest again, so that nobody has to believe the server.
 *
 * @public
 */
export function RawDocument(props: { entityRef: string; digest: Digest }) {
  const { entityRef, digest } = props;
  const api = useApi(doraComplianceApiRef);
  const { value: bytes, error } = useLoaded(`${entityRef} ${digest}`, () =>
    readOnce(api, `document ${digest}`, () =>
      api.readDocument(entityRef, digest),
    ),
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
    return (
      <div role="status" aria-label="Loading">
        <Skeleton width="100%" height={80} />
      </div>
    );
  }
  return (
    <Flex direction="column" gap="2">
      <Verdict digest={digest} found={digestOf(bytes)} />
      <Text variant="body-small" className={styles.digest}>
        Document digest: {digest}
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
      <pre
        className={styles.raw}
        role="region"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label="Raw document"
      >
        {readable(bytes)}
      </pre>
    </Flex>
  );
}

function Verdict({ digest, found }: { digest: Digest; found: Digest }) {
  return found === digest ? (
    <Alert
      status="success"
      icon
      title="The bytes match the digest"
      description="Your browser computed the digest just now."
    />
  ) : (
    <Alert
      status="danger"
      icon
      title="The bytes do not match the digest"
      description={`Their digest is ${found}. Do not rely on this document.`}
    />
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
