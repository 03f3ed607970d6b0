import { z } from 'zod';

/** Variables by their names. Their values are dropped before they are stored. */
export const Variables = z
  .record(
    z.string(),
    z.looseObject({ isSecret: z.boolean().nullish() }).nullable(),
  )
  .nullish();

/** A pipeline, and the file that defines it; classic ones have none. */
export const Definition = z.looseObject({
  id: z.number().int(),
  name: z.string().min(1),
  variables: Variables,
  process: z.looseObject({ yamlFilename: z.string().nullish() }).nullish(),
});
