import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { DeliveryContext } from './DeliveryContext';
import { Moment } from './fields';
import { placeOf } from './place';
import { Changes, fieldsOf, settingsChanged } from './settings';

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
    settingsChanged(payload, placeOf(payload), context, {
      setting: 'branch-protection',
      action,
      name: rule.name,
      fields: fieldsOf(changes),
      // Only of the making does a rule tell the moment reliably.
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
    settingsChanged(payload, placeOf(payload), context, {
      setting: 'branch-protection',
      action: 'edited',
      fields: [action],
    }),
  ];
}

/** `repository_ruleset`, of a repository or of a whole organisation. */
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
    settingsChanged(payload, placeOf(payload), context, {
      setting: 'branch-protection',
      action,
      name: ruleset.name,
      fields: fieldsOf(changes),
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
