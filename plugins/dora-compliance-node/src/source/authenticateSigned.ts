import type {
  Duration,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { authenticateSignature } from './authenticateSignature';
import type { Authentication, Delivery } from './EvidenceSource';
import { isFresh } from './isFresh';
import type { SourceSecret } from './SourceSecret';

/** The length of a signature with SHA-256. */
const BYTES = 32;

/**
 * How a sender signs the bodies of its deliveries.
 *
 * @public
 */
export type SignedDeliveries = {
  /** The header that has signatures with HMAC SHA-256, separated by commas. */
  readonly header: string;
  /** What precedes each signature that counts, such as `sha256=`. */
  readonly prefix?: string;
  /** Default: hexadecimal digits. */
  readonly encoding?: 'base64' | 'hex';
  /**
   * The header with the time in seconds, if the sender may sign it as
   * `<time>:<body>`.
   */
  readonly timestamp?: {
    readonly header: string;
    readonly tolerance: Duration;
  };
  readonly secrets: readonly SourceSecret[];
};

/**
 * Checks the signature in a header of a delivery.
 *
 * @public
 */
export function authenticateSigned(
  { headers, body }: Delivery,
  receivedAt: Instant,
  { header, timestamp, secrets, ...form }: SignedDeliveries,
): Authentication {
  const signatures = headers[header];
  if (!signatures) {
    return { outcome: 'refused', code: 'signature-missing' };
  }
  const sentAt = timestamp && headers[timestamp.header];
  const given = decodeSignatures(signatures, form);
  if (timestamp === undefined || sentAt === undefined) {
    return authenticateSignature(body, {
      given,
      secrets,
      proof: 'signed-body',
    });
  }
  const judged = authenticateSignature([Buffer.from(`${sentAt}:`), body], {
    given,
    secrets,
    proof: 'signed-delivery',
  });
  return judged.outcome === 'refused' ||
    isFresh(sentAt, receivedAt, timestamp.tolerance)
    ? judged
    : { outcome: 'refused', code: 'signature-stale' };
}

function decodeSignatures(
  header: string,
  {
    prefix = '',
    encoding = 'hex',
  }: Pick<SignedDeliveries, 'encoding' | 'prefix'>,
): Buffer[] {
  return header
    .split(',')
    .map(part => part.trim())
    .filter(part => part.startsWith(prefix))
    .map(part => Buffer.from(part.slice(prefix.length), encoding))
    .filter(({ length }) => length === BYTES);
}
