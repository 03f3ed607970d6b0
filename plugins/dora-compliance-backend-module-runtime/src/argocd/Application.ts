import { z } from 'zod';
import { Metadata, Name, Namespace, OptionalMoment, Text } from '../fields';

/** An application of Argo CD, as far as it is read. */
export const Application = z.looseObject({
  metadata: Metadata,
  spec: z.looseObject({
    destination: z.looseObject({
      name: Text.nullish(),
      server: Text.nullish(),
      namespace: Namespace.or(z.literal('')).nullish(),
    }),
  }),
  status: z
    .looseObject({
      /** When the application was last compared with the cluster. */
      reconciledAt: OptionalMoment,
      /** Images of its pods, as their specifications name them. */
      summary: z.looseObject({ images: z.array(Name).nullish() }).nullish(),
      sync: z.looseObject({ status: Text.nullish() }).nullish(),
      conditions: z
        .array(z.looseObject({ type: Name, message: z.string().nullish() }))
        .nullish(),
    })
    .nullish(),
});

export type Application = z.output<typeof Application>;
