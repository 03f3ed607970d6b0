import { z } from 'zod';
import { Name, Text, Timestamp } from './fields';

/**
 * What all CDEvents have, of any version so far. `specversion` was called
 * `version` up to 0.4, when the subject still reported its type; `chainId`,
 * `links` and `schemaUri` came later and are optional. Fields we don't know are
 * left alone.
 */
const Event = z.looseObject({
  context: z
    .looseObject({
      specversion: Name.optional(),
      version: Name.optional(),
      id: Name,
      source: Name,
      type: Text.regex(
        /^dev\.cdeventsx?\.[a-z0-9-]+\.[a-z]+(\.\d+\.\d+\.\d+(-[0-9a-z.]+)?)?$/i,
        'must be a type of CDEvents',
      ),
      timestamp: Timestamp,
    })
    .refine(({ specversion, version }) => specversion ?? version, {
      path: ['specversion'],
      message: 'is missing',
    }),
  subject: z.looseObject({
    id: Name,
    source: Text.optional(),
    content: z.looseObject({}),
  }),
  /** An object, or a text of another content type; nothing else is ours. */
  customData: z.unknown().optional(),
});

/** An event; members that are null count as left out. */
export const CdEvent = z.preprocess(withoutNulls, Event);

export type CdEvent = z.output<typeof Event>;

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutNulls);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, member]) => member !== null)
          .map(([name, member]) => [name, withoutNulls(member)]),
      )
    : value;
}

/** Subject and predicate, e.g. `service.deployed`; undefined of custom events. */
export function readPredicate({ context }: CdEvent): string | undefined {
  return /^dev\.cdevents\.([^.]+\.[^.]+)/i
    .exec(context.type)?.[1]
    ?.toLowerCase();
}
