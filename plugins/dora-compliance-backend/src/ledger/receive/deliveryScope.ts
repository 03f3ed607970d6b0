import { hash } from 'node:crypto';
import type { Authentication } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { ReceivedDocument } from '../ReceivedDocument';

/**
 * The header under which the scope of the secret is stored: the same bytes from
 * a sender with another scope say something else. A delivery can't set it.
 */
const SCOPE_HEADER = 'dora-scope';

type Headers = ReceivedDocument['headers'];

type Scope = Extract<Authentication, { outcome: 'accepted' }>['scope'];

/** The prefix of ids of deliveries with a scope. */
export const SCOPED_ID = 'scope ';

/** A short name of a scope: the same for the same patterns. */
export function scopeKey(scope: NonNullable<Scope>): string {
  return `${SCOPED_ID}${hash('sha256', JSON.stringify(scope), 'hex').slice(
    0,
    32,
  )}`;
}

/** The id of a delivery as its sender chose it. */
export function readSenderId(deliveryId: string): string {
  return deliveryId.replace(/^scope [0-9a-f]{32} /, '');
}

/** Adds the scope of the sender to the headers. */
export function withScope(headers: Headers, scope: Scope): Headers {
  return scope
    ? { ...headers, [SCOPE_HEADER]: JSON.stringify(scope) }
    : headers;
}

export function withoutScope(headers: Headers): Headers {
  const { [SCOPE_HEADER]: _, ...others } = headers;
  return others;
}

/** The scope of the sender; undefined for everything. */
export function scopeIn(headers: Headers): Scope {
  const kept = headers[SCOPE_HEADER];
  return kept === undefined ? undefined : (JSON.parse(kept) as string[]);
}
