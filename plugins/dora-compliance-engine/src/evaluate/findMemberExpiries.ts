import type { TimedCheck } from '../registry/Judgement';
import { isReading } from '../lineage/isReading';
import type { Expiry } from '../registry/Expiry';
import type { Member } from '../registry/Population';

type Answer = Pick<TimedCheck, 'passed' | 'changesAt' | 'runsSince'>;

/**
 * When answers about a member that comply now end. What happened counts since then,
 * such as a scan. A reading repeats the dates that people set, and does not begin
 * them.
 */
export function findMemberExpiries(
  { describes, evidence: [first] }: Pick<Member, 'describes' | 'evidence'>,
  answers: readonly Answer[],
): Expiry[] {
  const begin =
    first && !isReading(first)
      ? describes.period?.from ?? describes.at
      : undefined;
  return answers.flatMap(({ passed, changesAt: at, runsSince = begin }) =>
    passed && at ? [{ at, ...(runsSince && { since: runsSince }) }] : [],
  );
}
