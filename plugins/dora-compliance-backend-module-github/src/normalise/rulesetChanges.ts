import type { FieldChange } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { Changes, changeOf, changesOf } from './fieldChanges';

const Rule = z.looseObject({ type: z.string(), parameters: z.unknown() });

const Rules = z.array(Rule.partial({ parameters: true })).nullish();

const Condition = z.record(z.string(), z.unknown());

const RulesetChanges = z.looseObject({
  rules: z
    .looseObject({
      added: Rules,
      deleted: Rules,
      updated: z
        .array(
          z.looseObject({
            rule: Rule.partial({ parameters: true }).nullish(),
            changes: Changes,
          }),
        )
        .nullish(),
    })
    .nullish(),
  conditions: z
    .looseObject({
      added: z.array(z.unknown()).nullish(),
      deleted: z.array(z.unknown()).nullish(),
      updated: z
        .array(
          z.looseObject({ condition: Condition.nullish(), changes: Changes }),
        )
        .nullish(),
    })
    .nullish(),
});

type RulesetChanges = z.output<typeof RulesetChanges>;

/** What changed of a ruleset, its rules and where they apply. */
export function rulesetChanges(
  changes: z.output<typeof Changes>,
  ruleset: { rules?: unknown },
): FieldChange[] {
  const { rules, conditions } = RulesetChanges.parse(changes ?? {});
  const { rules: _, conditions: __, ...plain } = changes ?? {};
  return [
    ...changesOf(plain, ruleset),
    ...(rules ? ruleChanges(rules, Rules.parse(ruleset.rules)) : []),
    ...(conditions ? conditionChanges(conditions) : []),
  ].sort((a, b) => (a.field < b.field ? -1 : 1));
}

/** Rules by their type: which there are, and what changed in one. */
function ruleChanges(
  { added, deleted, updated }: NonNullable<RulesetChanges['rules']>,
  present: z.output<typeof Rules>,
): FieldChange[] {
  const types = (list: z.output<typeof Rules>) =>
    (list ?? []).map(({ type }) => type);
  const now = present ? types(present) : undefined;
  const before = now && [
    ...now.filter(type => !types(added).includes(type)),
    ...types(deleted),
  ];
  const listed = types(added).length + types(deleted).length;
  return [
    ...(listed > 0 ? [changeOf('rules', before?.sort(), now?.sort())] : []),
    ...(updated ?? []).flatMap(({ rule, changes }) =>
      changesOf(changes, {
        configuration: textOf(rule?.parameters),
        rule_type: rule?.type,
      }).map(change => ({
        ...change,
        field: `rules.${rule?.type ?? 'unknown'}.${change.field}`,
      })),
    ),
  ];
}

/** `ref_name: { include, exclude }`, or the same of repositories. */
function conditionChanges({
  added,
  deleted,
  updated,
}: NonNullable<RulesetChanges['conditions']>): FieldChange[] {
  const listed = (added ?? []).length + (deleted ?? []).length;
  return [
    ...(listed > 0 ? [changeOf('conditions', deleted ?? [], added ?? [])] : []),
    ...(updated ?? []).flatMap(({ condition, changes }) =>
      changesOf(changes, Object.values(condition ?? {})[0]).map(change => ({
        ...change,
        field: `conditions.${change.field}`,
      })),
    ),
  ];
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
