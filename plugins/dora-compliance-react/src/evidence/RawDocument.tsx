import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button, Flex, Skeleton, Text } from '@backstage/ui';
import {
  type Digest,
  computeDigest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '../api/doraComplianceApiRef';
import { readCached } from '../loading/readCached';
import { saveFile } from '../loading/saveFile';
import { useErrorMessage } from '../loading/useErrorMessage';
import { useLoaded } from '../loading/useLoaded';
import { useTranslation } from '../translation/useTranslation';
import styles from './evidence.module.css';

/**
 * A source document, byte for byte as it was stored. The browser computes its
 * digest again, so that nobody has to trust the server.
 */
export function RawDocument(props: { entityRef: string; digest: Digest }) {
  const { entityRef, digest } = props;
  const { t } = useTranslation();
  const explain = useErrorMessage();
  const api = useApi(doraComplianceApiRef);
  const { value: bytes, error } = useLoaded(`${entityRef} ${digest}`, () =>
    readCached(api, `document:${entityRef}:${digest}`, () =>
      api.readDocument(entityRef, digest),
    ),
  );
  if (error) {
    return (
      <Alert
        status="danger"
        icon
        title={t('evidence.raw.loadFailed')}
        description={explain(error)}
      />
    );
  }
  if (!bytes) {
    return (
      <div role="status" aria-label={t('loading')}>
        <Skeleton width="100%" height={80} />
      </div>
    );
  }
  return (
    <Flex direction="column" gap="2">
      <Verdict digest={digest} found={computeDigest(bytes)} />
      <Text variant="body-small" className={styles.digest}>
        {t('evidence.raw.digest', { digest })}
      </Text>
      <Flex>
        <Button
          variant="secondary"
          size="small"
          onPress={() => saveFile(bytes, `${digest.replace(':', '-')}.json`)}
        >
          {t('evidence.raw.download', { bytes: bytes.byteLength })}
        </Button>
      </Flex>
      {/* Keyboard users can scroll it only if it takes the focus. */}
      <pre
        className={styles.raw}
        role="region"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t('evidence.raw.label')}
      >
        {indent(bytes)}
      </pre>
    </Flex>
  );
}

function Verdict({ digest, found }: { digest: Digest; found: Digest }) {
  const { t } = useTranslation();
  return found === digest ? (
    <Alert
      status="success"
      icon
      title={t('evidence.raw.match')}
      description={t('evidence.raw.matchDetail')}
    />
  ) : (
    <Alert
      status="danger"
      icon
      title={t('evidence.raw.mismatch')}
      description={t('evidence.raw.mismatchDetail', { digest: found })}
    />
  );
}

/** JSON with indentation; the download has the original bytes. */
function indent(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
