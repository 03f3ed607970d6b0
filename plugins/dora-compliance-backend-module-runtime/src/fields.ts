import { Moment } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

/** Names of Kubernetes have at most 253 characters, images some more. */
const LONGEST = 1000;

/** A text that can be kept and shown: no control characters, no half ones. */
export const Text = z
  .string()
  .max(LONGEST)
  .refine(text => !/[\p{Cc}\p{Surrogate}]/u.test(text), {
    message: 'has a control character or half of a surrogate pair',
  });

/** A text that says something. */
export const Name = Text.min(1);

/** A namespace: a DNS label. */
export const Namespace = z
  .string()
  .max(63)
  .regex(/^[a-z0-9-]+$/, 'must be the name of a namespace');

/** A time that only adds to what is reported: without it if it can't be read. */
export const OptionalMoment = Moment.nullish().catch(undefined);

/** A list of at most this many; of a longer one, nothing is read. */
export function shortList<T extends z.ZodType>(part: T, most = 1000) {
  return z.array(z.unknown()).max(most).pipe(z.array(part));
}

/** Labels or annotations. Only a few are read, and other values may be anything. */
const Values = z.record(z.string(), z.unknown()).nullish();

/** What all objects of Kubernetes have, as far as it is read. */
export const Metadata = z.looseObject({
  name: Name,
  namespace: Namespace.nullish(),
  uid: Text.nullish(),
  labels: Values,
  annotations: Values,
  ownerReferences: shortList(
    z.looseObject({
      kind: Name,
      name: Name,
      uid: Text.nullish(),
      controller: z.boolean().nullish(),
    }),
  ).nullish(),
});

export type Metadata = z.output<typeof Metadata>;

/** The text of a label or an annotation. */
export function readValue(
  values: Metadata['labels'],
  key: string,
): string | undefined {
  const value = values && Object.hasOwn(values, key) ? values[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
