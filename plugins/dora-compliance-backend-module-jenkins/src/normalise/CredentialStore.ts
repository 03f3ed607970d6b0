import { z } from 'zod';
import { Text } from './fields';

/** A store of credentials, with its domains by their names; `_` is the global one. */
export const StoreJson = z.looseObject({
  domains: z.record(z.string(), z.unknown()),
});

/** The credentials of one domain: never more than ids and types. */
export const DomainJson = z.looseObject({
  credentials: z.array(z.looseObject({ id: Text.min(1) })),
});

/** The fields above in the words of Jenkins's `tree`. */
export const DOMAIN_TREE = 'credentials[id,typeName]';
