import { z } from 'zod';

/** A webhook as the API lists it. */
export const Hook = z.looseObject({ id: z.number(), url: z.string() });

/** What a webhook sent, as the API lists it. */
export const HookEvent = z.looseObject({
  request_headers: z.record(z.string(), z.unknown()),
  request_data: z.record(z.string(), z.unknown()),
});

export type HookEvent = z.output<typeof HookEvent>;

/** Whether an address is ours, however its host and its end are written. */
export function isSameAddress(one: string, other: string): boolean {
  return URL.canParse(one) && normalised(one) === normalised(other);
}

function normalised(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/(?<!\/)\/+$/, '')}`;
}
