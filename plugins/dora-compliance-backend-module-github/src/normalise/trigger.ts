import { z } from 'zod';
import { User } from './fields';

/** What a run reports about who or what started it. */
export const Trigger = z.object({
  event: z.string().nullish(),
  run_attempt: z.number().int().positive().nullish(),
  actor: User.nullish(),
  triggering_actor: User.nullish(),
});

type Trigger = z.output<typeof Trigger>;

/**
 * Who started a run. A schedule is started by nobody: GitHub names the account
 * that last changed it. Of a run that was run again only the triggering actor
 * did so; the other one started the first attempt.
 */
export function findTriggeringUser(run: Trigger): User | null | undefined {
  const isFirst = (run.run_attempt ?? 1) === 1;
  if (isFirst) {
    return run.event === 'schedule' ? null : run.triggering_actor ?? run.actor;
  }
  return run.triggering_actor;
}

/** Whether an account is only named because it last changed the schedule. */
export function isOfSchedule(user: User, run: Trigger): boolean {
  return (
    run.event === 'schedule' &&
    run.actor?.login === user.login &&
    findTriggeringUser(run)?.login !== user.login
  );
}
