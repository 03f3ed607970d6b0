import type {
  DeliveryProof,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import {
  readInstant,
  readNumber,
  type StoredInstant,
  type StoredNumber,
} from '../../kernel/database/columns';
import type { LaterDelivery } from '../ClaimedDocument';
import { SCOPED_ID, readSenderId } from '../receive/deliveryScope';

/**
 * Later deliveries of the same bytes with other headers or another verification
 * level, by document; and all deliveries with a scope, as the same delivery may
 * also arrive without one.
 */
export async function readLaterDeliveries(
  knex: Knex,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, LaterDelivery[]>> {
  const rows: {
    document_number: StoredNumber;
    source_id: string;
    delivery_id: string;
    headers: string | null;
    verification: Verification | null;
    proof: DeliveryProof | null;
    received_at: StoredInstant;
  }[] = await knex('delivery')
    .whereIn('document_number', numbers)
    .where(either =>
      either
        .whereNotNull('headers')
        .orWhereNotNull('verification')
        .orWhere('delivery_id', 'like', `${SCOPED_ID}%`),
    )
    .orderBy(['received_at', 'delivery_id'])
    .select(
      'document_number',
      'source_id',
      'delivery_id',
      'headers',
      'verification',
      'proof',
      'received_at',
    );
  const found = new Map<number, LaterDelivery[]>();
  for (const row of rows) {
    const number = readNumber(row.document_number);
    const known = found.get(number) ?? [];
    const delivery: LaterDelivery = {
      sourceId: row.source_id,
      senderId: readSenderId(row.delivery_id),
      receivedAt: readInstant(row.received_at),
      ...(row.headers !== null && { headers: JSON.parse(row.headers) }),
      ...(row.verification && { verification: row.verification }),
      ...(row.proof && { proof: row.proof }),
    };
    found.set(number, [...known, delivery]);
  }
  return found;
}
