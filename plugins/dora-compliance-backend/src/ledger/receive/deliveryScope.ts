import { hash } from 'node:crypto';
import type { Authentication } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { ReceivedDocument } from '../ReceivedDocument';

/**
 * Under which the scope of the secret that proved a delivery is kept, with the
 * headers: the same bytes from a sender with another scope say something else.
 * It can't come in with a delivery.
 */
const SCOPE_HEADER = 'dora-scope';

type Headers = ReceivedDocument['headers'];

type Scope = Extract<Authentication, { outcome: 'accepted' }>['scope'];

/** How ids of deliveries begin that came with a scope. */
export const SCOPED_ID = 'scope ';

/** A short name of a scope: the same for the same patterns. */
export function scopeKey(scope: NonNullable<Scope>): string {
  return `${SCOPED_ID}${hash('sha256', JSON.stringify(scope), 'hex').slice(
    0,
    32,
  )}`;
}

/** The id of a delivery as its sender told it. */
export function readSenderId(deliveryId: string): string {
  return deliveryId.replace(/^scope [0-9a-f]{32} /, '');
}

/** Keeps with the headers what the sender may speak for. */
export function withScope(headers: Headers, scope: Scope): Headers {
  return scope
    ? { ...headers, [SCOPE_HEADER]: JSON.stringify(scope) }
    : headers;
}

export function withoutScope(headers: Headers): Headers {
  const { [SCOPE_HEADER]: _, ...others } = headers;
  return others;
}

/** What the sender may speak for; undefined for everything. */
export function scopeIn(headers: Headers): Scope {
  const kept = headers[SCOPE_HEADER];
  return kept === undefined ? undefined : (JSON.parse(kept) as string[]);
}
