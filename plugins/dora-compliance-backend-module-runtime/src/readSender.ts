import {
  type Instant,
  parseInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { headers as names } from './runtimeDefaults';

/** What the sender of a document adds to it. */
export type Sender = {
  readonly cluster?: string;
  /** When the tool read the cluster, never later than we received it. */
  readonly observedAt: Instant;
};

/**
 * Reads the headers that the sender adds, as the tools print neither the name of
 * the cluster nor the time. Throws a TypeError that names the header.
 */
export function readSender(
  headers: Readonly<Record<string, unknown>>,
  receivedAt?: Instant,
): Sender {
  const cluster = readText(headers, names.cluster);
  if (cluster !== undefined && !/^[\x20-\x7e]{1,200}$/.test(cluster)) {
    throw new TypeError(
      `the header ${names.cluster} must be a name of at most 200 ASCII characters`,
    );
  }
  const told = readText(headers, names.observedAt);
  const readAt = told === undefined ? undefined : readTime(told);
  // A clock that is ahead must not make a reading look newer than it can be.
  const [observedAt] = [readAt, receivedAt].filter(isKnown).sort();
  if (!observedAt) {
    throw new TypeError(
      `the header ${names.observedAt} is missing: send the time of the reading, such as 2026-03-31T12:00:00Z`,
    );
  }
  return { observedAt, ...(cluster && { cluster }) };
}

function readText(
  headers: Readonly<Record<string, unknown>>,
  name: string,
): string | undefined {
  const value = headers[name] ?? '';
  if (typeof value !== 'string') {
    throw new TypeError(`${name} must be text, not ${typeof value}`);
  }
  return value.trim() || undefined;
}

function readTime(text: string): Instant {
  const instant = /^\d{4}-\d{2}-\d{2}T/.test(text)
    ? parseInstant(text)
    : undefined;
  if (!instant) {
    throw new TypeError(
      `the header ${names.observedAt} is no time: write it as date -u +%Y-%m-%dT%H:%M:%SZ does`,
    );
  }
  return instant;
}

function isKnown(instant: Instant | undefined): instant is Instant {
  return instant !== undefined;
}
