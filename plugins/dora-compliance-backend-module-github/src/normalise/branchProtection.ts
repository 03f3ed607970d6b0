import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { DeliveryContext } from './DeliveryContext';
import { Moment } from './fields';
import { readPlace } from './place';
import { Changes, listFieldChanges } from './fieldChanges';
import { rulesetChanges } from './rulesetChanges';
import { settingsChanged } from './settings';

const Action = z.enum(['created', 'edited', 'deleted']);

const RuleEvent = z.looseObject({
  action: Action,
  rule: z.looseObject({ name: z.string(), created_at: Moment.nullish() }),
  changes: Changes,
});

const RulesetEvent = z.looseObject({
  action: Action,
  repository_ruleset: z.looseObject({
    name: z.string(),
    target: z.string().nullish(),
    rules: z.unknown().optional(),
    created_at: Moment.nullish(),
  }),
  changes: Changes,
});

/** `branch_protection_rule`, by the pattern of its branches. */
export function readBranchProtectionRule(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action, rule, changes } = RuleEvent.parse(payload);
  return [
    settingsChanged(payload, readPlace(payload), context, {
      setting: 'branch-protection',
      action,
      name: rule.name,
      changes: listFieldChanges(changes, rule),
      // Only of the making does a rule report the moment reliably.
      changedAt: createdAt(action, rule),
    }),
  ];
}

/** `branch_protection_configuration`: all protection switched on or off. */
export function readBranchProtectionConfiguration(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action } = z
    .looseObject({ action: z.enum(['enabled', 'disabled']) })
    .parse(payload);
  return [
    settingsChanged(payload, readPlace(payload), context, {
      setting: 'branch-protection',
      action: 'edited',
      changes: [{ field: 'enabled', after: action === 'enabled' }],
    }),
  ];
}

/**
 * `repository_ruleset`, of a repository, an organization or an enterprise. One
 * with the target `repository` restricts the repositories themselves.
 */
export function readRuleset(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const {
    action,
    repository_ruleset: ruleset,
    changes,
  } = RulesetEvent.parse(payload);
  return [
    settingsChanged(payload, readPlace(payload), context, {
      setting:
        ruleset.target === 'repository' ? 'repository' : 'branch-protection',
      action,
      name: ruleset.name,
      changes: rulesetChanges(changes, ruleset),
      changedAt: createdAt(action, ruleset),
    }),
  ];
}

function createdAt(
  action: z.output<typeof Action>,
  rule: z.output<typeof RuleEvent>['rule'],
) {
  return action === 'created' ? rule.created_at ?? undefined : undefined;
}
