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

/** What all objects of Kubernetes have, as far as it is read. */
export const Metadata = z.looseObject({
  name: Name,
  namespace: Namespace.nullish(),
  uid: Text.nullish(),
  labels: z.record(z.string(), z.string()).nullish(),
  annotations: z.record(z.string(), z.string()).nullish(),
  ownerReferences: z
    .array(
      z.looseObject({
        kind: Name,
        name: Name,
        uid: Text.nullish(),
        controller: z.boolean().nullish(),
      }),
    )
    .nullish(),
});

export type Metadata = z.output<typeof Metadata>;
