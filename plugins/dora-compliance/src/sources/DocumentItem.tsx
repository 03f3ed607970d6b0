import { Text } from '@backstage/ui';
import type { DocumentView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  originWords,
  RelativeTime,
  verificationWords,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { ReactNode } from 'react';
import { Fact } from './Fact';
import styles from './sources.module.css';

/** The beginning of a digest; enough to tell documents apart. */
export function shortDigest(digest: string): string {
  return `${digest.slice(0, 'sha256:'.length + 12)}…`;
}

/** A document that could not be read, or only in part, and why. */
export function DocumentItem(props: {
  view: DocumentView;
  /** What can be done about it. */
  action?: ReactNode;
}) {
  const { view, action } = props;
  const { document, rejection, flaws = [] } = view;
  return (
    <>
      <div className={styles.said}>
        {rejection !== undefined && (
          <Text weight="bold">{rejection || 'No reason was recorded'}</Text>
        )}
        {flaws.length > 0 && (
          <ul aria-label="What could not be read">
            {flaws.map(flaw => (
              <li key={flaw}>{flaw}</li>
            ))}
          </ul>
        )}
        <dl className={styles.facts}>
          <Fact title="Received">
            <RelativeTime instant={document.receivedAt} />
          </Fact>
          <Fact title="Origin">
            {originWords[document.origin]},{' '}
            {verificationWords[document.verification]}
          </Fact>
          <Fact title="Size">
            {document.size?.toLocaleString('en-US') ?? 'Unknown'} bytes
          </Fact>
          <Fact title="Digest">
            <code title={document.digest}>{shortDigest(document.digest)}</code>
          </Fact>
        </dl>
      </div>
      {action}
    </>
  );
}
