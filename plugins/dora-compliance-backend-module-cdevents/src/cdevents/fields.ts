import {
  type Instant,
  parseInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';

/** A text that can be kept: no half characters, no zero character. */
export const Text = z
  .string()
  .refine(text => !/\p{Surrogate}/u.test(text) && !text.includes('\0'), {
    message: 'has a NUL or half of a surrogate pair',
  });

/** Bytes a text may have that things are looked up by. */
const MAX_KEY = 1000;

function fitsIndex(text: string): boolean {
  return Buffer.byteLength(text) <= MAX_KEY;
}

/** A text that says something. */
export const Name = Text.min(1);

/** A moment as RFC 3339 writes it, offset included. */
export const Timestamp = Text.regex(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i,
  'must be a timestamp of RFC 3339',
).transform((text, context): Instant => {
  // A leap second is none of the moments we keep; the one before it is.
  const instant = parseInstant(
    text.toUpperCase().replace(/:60(?=[.Z+-])/, ':59'),
  );
  if (!instant) {
    context.addIssue({ code: 'custom', message: 'is no moment in time' });
    return z.NEVER;
  }
  return instant;
});

/**
 * An address people can open; nothing else is shown as a link. One that holds
 * a name and a password is none.
 */
export const WebAddress = Text.regex(
  /^https?:\/\/[^\s/@]+(\/\S*)?$/i,
  'must be a web address',
).refine(fitsIndex, { message: `must have at most ${MAX_KEY} bytes` });

/** The address when it can be opened. */
export function webAddress(text: string | undefined): string | undefined {
  return WebAddress.safeParse(text).data;
}

/** Another thing an event reports on, within a source. */
export const Reference = z.looseObject({
  id: Name,
  source: Text.optional(),
});

/** A repository as the catalog names it, without the suffix for clones. */
export function bareRepository(address: string): string {
  return address.replace(/(?<!\/)\/+$/, '').replace(/\.git$/, '');
}
