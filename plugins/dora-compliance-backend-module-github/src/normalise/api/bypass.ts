import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ClassicProtection, Ruleset } from './protectionAnswers';

type Bypass = NonNullable<
  Statement<'branch-protection-observed'>['predicate']['bypass']
>[number];

/** The roles of repositories that GitHub has itself, by their number. */
const ROLES: Readonly<Record<number, string>> = {
  2: 'maintain',
  4: 'write',
  5: 'admin',
};

/**
 * Who may act past the rules of a branch, and whether administrators are
 * bound by all of them. Nothing is said of either when a ruleset keeps it
 * from us.
 */
export function readBypass(
  classic: ClassicProtection | undefined,
  rules: readonly { ruleset_id?: number }[],
  rulesets: readonly Ruleset[],
  allKnown: boolean,
): { bypass?: Bypass[]; enforcedForAdmins?: boolean } {
  const needed = new Set(rules.map(rule => rule.ruleset_id));
  const told = rulesets.filter(
    ({ id, bypass_actors: actors }) => needed.has(id) && actors,
  );
  const isTold =
    allKnown &&
    [...needed].every(id => told.some(ruleset => ruleset.id === id));
  const actors = told.flatMap(({ bypass_actors }) =>
    (bypass_actors ?? []).map(actor => ({
      kind: actor.actor_type,
      name: nameActor(actor.actor_type, actor.actor_id),
      mode: actor.bypass_mode ?? 'always',
    })),
  );
  const classicBinds = classic?.enforce_admins?.enabled;
  const adminsPass =
    classicBinds === false ||
    actors.some(
      ({ kind, name }) => kind === 'OrganizationAdmin' || name === 'admin',
    );
  const isBound = classic !== undefined || rules.length > 0;
  return {
    ...(isTold && { bypass: distinct([...actors, ...allowances(classic)]) }),
    ...(isBound &&
      (adminsPass || (isTold && (!classic || classicBinds !== undefined))) && {
        enforcedForAdmins: !adminsPass,
      }),
  };
}

/** Those that classic protection lets merge without a review. */
function allowances(classic: ClassicProtection | undefined): Bypass[] {
  const { users, teams, apps } =
    classic?.required_pull_request_reviews?.bypass_pull_request_allowances ??
    {};
  const named = (kind: string, actors: typeof users) =>
    (actors ?? []).map(({ login, slug }) => ({
      kind,
      name: login ?? slug ?? 'unknown',
      mode: 'pull_request',
    }));
  return [
    ...named('User', users),
    ...named('Team', teams),
    ...named('Integration', apps),
  ];
}

function nameActor(kind: string, id: number | null | undefined): string {
  const role = kind === 'RepositoryRole' ? ROLES[id ?? 0] : undefined;
  return role ?? (id ? String(id) : kind);
}

function distinct(actors: Bypass[]): Bypass[] {
  const byKey = new Map(actors.map(actor => [JSON.stringify(actor), actor]));
  return [...byKey.values()];
}
