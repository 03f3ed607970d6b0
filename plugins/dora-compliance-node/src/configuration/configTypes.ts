import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import {
  Duration,
  nearestName,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { shownValue } from './shownValue';

const DURATION = 'a duration longer than zero such as PT6H, 6h or { hours: 6 }';

/**
 * An object of the configuration; a key it does not list is an error.
 *
 * @public
 */
export const configObject = z.strictObject;

/**
 * Text that is not empty.
 *
 * @public
 */
export function text() {
  return z
    .string({
      error: ({ input }) => `is ${shownValue(input)}; it must be text`,
    })
    .min(1, 'is empty; it must be text');
}

/**
 * A list of texts; empty where it is not set.
 *
 * @public
 */
export function textList() {
  return z.array(text()).default([]);
}

/**
 * True or false, also in the words that Backstage takes from environment
 * variables.
 *
 * @public
 */
export function flag() {
  return z.unknown().transform((value, context): boolean => {
    const word = String(value).trim();
    const is = /^(y|yes|true|1|on)$/i.test(word);
    return is || /^(n|no|false|0|off)$/i.test(word)
      ? is
      : refuse(context, value, 'true or false');
  });
}

/**
 * A number in a range.
 *
 * @public
 */
export function numberWithin(least: number, most: number) {
  return z.unknown().transform((value, context): number => {
    const number = typeof value === 'string' ? Number(value) : value;
    return typeof number === 'number' && number >= least && number <= most
      ? number
      : refuse(context, value, `a number from ${least} to ${most}`);
  });
}

/**
 * One of some words.
 *
 * @public
 */
export function oneOf<T extends string>(words: readonly T[]) {
  return z.unknown().transform((value, context): T => {
    const found = words.find(word => word === value);
    const nearest =
      typeof value === 'string' ? nearestName(value, words) : undefined;
    const meant = nearest ? ` (did you mean ${nearest}?)` : '';
    return found ?? refuse(context, value, `${words.join(' or ')}${meant}`);
  });
}

/**
 * A length of time in ISO 8601 form, such as `P3D`.
 *
 * @public
 */
export function isoDuration() {
  return z.unknown().transform((value, context): Duration => {
    const parsed = Duration.safeParse(value);
    return parsed.success
      ? parsed.data
      : refuse(context, value, 'a positive ISO 8601 duration such as P3D');
  });
}

/**
 * A length of time in any form that Backstage takes.
 *
 * @public
 */
export function duration() {
  return z.unknown().transform((value, context): HumanDuration => {
    const read = parseHumanDuration(value);
    return read && durationToMilliseconds(read) > 0
      ? read
      : refuse(context, value, DURATION);
  });
}

/**
 * A length of time, or false for not at all.
 *
 * @public
 */
export function durationOrFalse() {
  return z.unknown().transform((value, context): HumanDuration | false => {
    if (value === false || value === 'false') {
      return false;
    }
    const read = parseHumanDuration(value);
    return read && durationToMilliseconds(read) > 0
      ? read
      : refuse(context, value, `${DURATION}, or false`);
  });
}

function parseHumanDuration(value: unknown): HumanDuration | undefined {
  try {
    const config = new ConfigReader({ value: value as string });
    return readDurationFromConfig(config, { key: 'value' });
  } catch {
    return undefined;
  }
}

/** Says what is allowed in place of a value. */
function refuse(
  context: z.core.$RefinementCtx,
  value: unknown,
  allowed: string,
): never {
  const message = `is ${shownValue(value)}; it must be ${allowed}`;
  context.addIssue({ code: 'custom', message, input: value });
  return z.NEVER;
}
