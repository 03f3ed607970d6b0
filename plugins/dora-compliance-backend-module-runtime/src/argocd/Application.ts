import { z } from 'zod';
import {
  Metadata,
  Name,
  Namespace,
  OptionalMoment,
  shortList,
  Text,
} from '../fields';

/** An application has at most as many pods as a cluster. */
const MOST_IMAGES = 10_000;

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
      summary: z
        .looseObject({ images: shortList(Name, MOST_IMAGES).nullish() })
        .nullish(),
      sync: z.looseObject({ status: Text.nullish() }).nullish(),
      conditions: shortList(z.looseObject({ type: Name })).nullish(),
    })
    .nullish(),
});

export type Application = z.output<typeof Application>;
