import { z } from 'zod';
import { Instant } from '../time/Instant';
import { RemedyRole } from './RemedyRole';

/**
 * How a finding ends. `by-itself`: what fails now no longer counts from `at` on, if
 * everything else goes on as it does today. `checked-again`: time may change the
 * answer at `at`, but does not end the finding. `after-action`: it ends only when
 * somebody has acted.
 *
 * @public
 */
export const Outlook = z.object({
  kind: z.enum(['by-itself', 'checked-again', 'after-action']),
  at: Instant.optional(),
  /** Until then, what happened is within the time window of the control. */
  notBefore: Instant.optional(),
});

/** @public */
export type Outlook = z.output<typeof Outlook>;

const sentence = z.string();

/**
 * What ends a finding, who can do that, and when it ends without anybody.
 *
 * @public
 */
export const Resolution = z.object({
  /** What turns it green, or why nothing does at once. */
  what: sentence,
  /** Who can do that; who can do most first. */
  who: z.array(z.object({ role: RemedyRole, sentence })).min(1),
  when: Outlook.extend({ sentence }),
});

/** @public */
export type Resolution = z.output<typeof Resolution>;
