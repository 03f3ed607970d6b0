import type { Config } from '@backstage/config';
import type { z } from 'zod';
import { ConfigurationError } from './ConfigurationError';
import { problemsIn } from './problemsIn';

/**
 * Reads a part of the configuration and checks all of it. Throws a
 * `ConfigurationError` that names each key that is unknown or wrong.
 *
 * @param key - the whole key, e.g. `doraCompliance.github`
 * @public
 */
export function readConfig<T extends z.ZodType>(
  config: Config,
  key: string,
  schema: T,
): z.output<T> {
  const given: unknown = config.getOptional(key) ?? {};
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigurationError(
      problemsIn(parsed.error, { key, schema, given }),
    );
  }
  return parsed.data;
}
