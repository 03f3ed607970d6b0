import type { Predicate } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { classifyEnvironment } from '../../lineage/classifyEnvironment';
import { areAll, isAny, matchActor, type Member } from './matchActor';
import type { Rules } from './readRules';

type Protection = Predicate<'environment-protection-observed'>;

/** Whether an administrator holds the two other rights, too. */
export function holdsAll(member: Member, rules: Rules): boolean | null {
  return areAll(
    mayBypass(member, rules),
    isAny(
      ...rules.environments.map(({ predicate }) =>
        areAll(mayDeploy(member, predicate), isProduction(predicate)),
      ),
    ),
  );
}

function mayBypass(member: Member, { branches }: Rules): boolean | null {
  return isAny(
    ...branches.map(({ predicate }) =>
      isAny(
        !predicate.protected,
        predicate.enforcedForAdmins === false,
        predicate.bypass
          ? isAny(...predicate.bypass.map(actor => matchActor(actor, member)))
          : null,
      ),
    ),
  );
}

/** Whether an administrator needs nobody else for a deployment to an environment. */
function mayDeploy(
  member: Member,
  { reviewers, adminsMayBypass, complete }: Protection,
): boolean | null {
  // Where not all was read, reviewers may be missing.
  const isOpen = reviewers.length === 0 && (complete || null);
  return isAny(
    isOpen,
    adminsMayBypass === true,
    ...reviewers.map(actor => matchActor(actor, member)),
  );
}

/** Null if nobody said so. */
function isProduction({ environment }: Protection): boolean | null {
  const kind = classifyEnvironment(environment);
  return kind === 'unclassified' ? null : kind === 'production';
}

/** An environment that nobody classified, and that decides for an administrator. */
export function findUnclassified(
  rules: Rules,
  administrators: readonly Member[],
): string | undefined {
  return rules.environments.find(
    ({ predicate }) =>
      isProduction(predicate) === null &&
      administrators.some(
        member =>
          mayBypass(member, rules) === true &&
          mayDeploy(member, predicate) === true,
      ),
  )?.predicate.environment.name;
}

/** The teams and roles that an administrator may be in. */
export function listUnclear(
  { branches, environments }: Rules,
  administrators: readonly Member[],
): string {
  const actors = [
    ...branches.flatMap(({ predicate }) => predicate.bypass ?? []),
    ...environments.flatMap(({ predicate }) => predicate.reviewers),
  ].filter(actor =>
    administrators.some(member => matchActor(actor, member) === null),
  );
  const names = actors.map(({ kind, name }) =>
    kind === name ? kind : `${kind} ${name}`,
  );
  return [...new Set(names)].sort().join(', ');
}
