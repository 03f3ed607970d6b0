import {
  type DeliveryProof,
  type Digest,
  isProven,
  type SourceDocument,
  type Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readNumber, type StoredNumber } from '../../kernel/database/columns';
import { scopeIn } from './deliveryScope';
import type { ReceivedDocument } from '../ReceivedDocument';
import { deliveryRow, type DocumentRow } from '../documentRow';
import { provesMore } from './provesMore';
import type { Proven } from './receiveDelivery';

/**
 * The most sets of headers that are stored for the same bytes from senders with
 * the same level and scope if their proof does not cover headers: whoever sends
 * captured bytes again can invent any number, and does not use up the limit of
 * other senders.
 */
const MAX_UNPROVEN_HEADERS = 8;

/** A delivery, and how it differs from the first one of its bytes. */
export function deliveryAfter(one: ReceivedDocument, first: First) {
  const { document } = one;
  const headers = JSON.stringify(one.headers);
  const { verification } = document;
  if (headers === first.headers && document.sourceId === first.source_id) {
    return deliveryRow(
      one,
      first.number,
      provesMore(document, first) ? { verification } : {},
    );
  }
  if (!mayDiffer(one, headers, first)) {
    return deliveryRow(one, first.number);
  }
  return deliveryRow(one, first.number, {
    headers,
    ...(verification !== first.verification && { verification }),
  });
}

/**
 * Whether a delivery may add its own headers to bytes that are known. Headers
 * without a proof are stored once, up to a limit.
 */
function mayDiffer(
  { document, headers: told }: ReceivedDocument,
  headers: string,
  { unproven }: First,
): boolean {
  if (isProven('deliveryId', document.proof)) {
    return true;
  }
  const sets = ensureSets(unproven, toSenderKey(document, told));
  if (sets.has(headers) || sets.size >= MAX_UNPROVEN_HEADERS) {
    return false;
  }
  sets.add(headers);
  return true;
}

/** Senders with the same source, level and scope are not distinguished. */
function toSenderKey(
  { sourceId, verification }: Pick<SourceDocument, 'sourceId' | 'verification'>,
  headers: ReceivedDocument['headers'],
): string {
  return JSON.stringify([sourceId, verification, scopeIn(headers)]);
}

function ensureSets(unproven: Unproven, sender: string): Set<string> {
  const sets = unproven.get(sender) ?? new Set();
  unproven.set(sender, sets);
  return sets;
}

/** Later headers that are stored although no proof covers them, by sender. */
type Unproven = Map<string, Set<string>>;

/** How a document was first stored. */
type First = Proven & {
  number: number;
  source_id: string;
  headers: string;
  unproven: Unproven;
};

type FirstRow = Pick<
  DocumentRow,
  'digest' | 'source_id' | 'headers' | 'verification' | 'proof'
> & { number: StoredNumber };

/** How documents were first stored, by digest. */
export async function findFirst(
  transaction: Knex.Transaction,
  received: readonly ReceivedDocument[],
  newNumbers: ReadonlyMap<Digest, number>,
): Promise<ReadonlyMap<Digest, First>> {
  const first = new Map<Digest, First>();
  for (const { document, headers } of received) {
    const { digest, sourceId, verification, proof } = document;
    const number = newNumbers.get(digest);
    if (number !== undefined && !first.has(digest)) {
      first.set(digest, {
        number,
        source_id: sourceId,
        headers: JSON.stringify(headers),
        verification,
        proof,
        unproven: new Map(),
      });
    }
  }
  const known = received
    .map(({ document }) => document.digest)
    .filter(digest => !newNumbers.has(digest));
  if (known.length === 0) {
    return first;
  }
  const rows: FirstRow[] = await transaction('document')
    .whereIn('digest', known)
    .select(
      'digest',
      'number',
      'source_id',
      'headers',
      'verification',
      'proof',
    );
  const byNumber = new Map<number, First>();
  for (const { digest, ...row } of rows) {
    const number = readNumber(row.number);
    const one = { ...row, number, unproven: new Map() };
    first.set(digest, one);
    byNumber.set(number, one);
  }
  await recordUnproven(transaction, byNumber);
  return first;
}

async function recordUnproven(
  transaction: Knex.Transaction,
  first: ReadonlyMap<number, First>,
) {
  const rows: {
    document_number: StoredNumber;
    source_id: string;
    headers: string;
    verification: Verification | null;
    proof: DeliveryProof;
  }[] = await transaction('delivery')
    .whereIn('document_number', [...first.keys()])
    .whereNotNull('headers')
    .select('document_number', 'source_id', 'headers', 'verification', 'proof');
  for (const row of rows) {
    const one = first.get(readNumber(row.document_number));
    if (one && !isProven('deliveryId', row.proof)) {
      const verification = row.verification ?? one.verification;
      const { source_id: sourceId, headers } = row;
      const sender = toSenderKey(
        { sourceId, verification },
        JSON.parse(headers),
      );
      ensureSets(one.unproven, sender).add(headers);
    }
  }
}
