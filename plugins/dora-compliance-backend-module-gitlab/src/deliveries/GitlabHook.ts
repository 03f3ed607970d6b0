import { z } from 'zod';

/** A webhook as the API lists it. */
export const Hook = z.looseObject({ id: z.number(), url: z.string() });

/** What a webhook sent, as the API lists it. */
export const HookEvent = z.looseObject({
  request_headers: z.record(z.string(), z.unknown()),
  request_data: z.record(z.string(), z.unknown()),
});

export type HookEvent = z.output<typeof HookEvent>;
