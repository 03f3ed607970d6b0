import type { FieldChange } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { Changes, toFieldChange, listFieldChanges } from './fieldChanges';

const Rule = z.looseObject({ type: z.string(), parameters: z.unknown() });

const Rules = z.array(Rule.partial({ parameters: true })).nullish();

type RuleList = NonNullable<z.output<typeof Rules>>;

type ChangedRules = { added: RuleList; deleted: RuleList };

const Fields = z.record(z.string(), z.unknown());

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
        .array(z.looseObject({ condition: Fields.nullish(), changes: Changes }))
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
    ...listFieldChanges(plain, ruleset),
    ...(rules ? ruleChanges(rules, Rules.parse(ruleset.rules)) : []),
    ...(conditions ? conditionChanges(conditions) : []),
  ].sort((a, b) => (a.field < b.field ? -1 : 1));
}

/**
 * Rules by their type: which there are, what those that were added or deleted
 * require, and what changed in one.
 */
function ruleChanges(
  { added, deleted, updated }: NonNullable<RulesetChanges['rules']>,
  present: z.output<typeof Rules>,
): FieldChange[] {
  const change = { added: added ?? [], deleted: deleted ?? [] };
  return [
    ...(present ? listChanges(change, present) : presenceChanges(change)),
    ...parameterChanges(change),
    ...(updated ?? []).flatMap(({ rule, changes }) =>
      listFieldChanges(changes, {
        configuration: toText(rule?.parameters),
        rule_type: rule?.type,
      }).map(one => ({
        ...one,
        field: `rules.${rule?.type ?? 'unknown'}.${one.field}`,
      })),
    ),
  ];
}

/** The types of all rules before and after, where the payload lists them. */
function listChanges(
  { added, deleted }: ChangedRules,
  present: RuleList,
): FieldChange[] {
  const now = listTypes(present);
  const before = [
    ...now.filter(type => !listTypes(added).includes(type)),
    ...listTypes(deleted),
  ];
  return added.length + deleted.length > 0
    ? [toFieldChange('rules', before.sort(), now.sort())]
    : [];
}

/** Whether the ruleset had and has a rule, for each one it got or lost. */
function presenceChanges({ added, deleted }: ChangedRules): FieldChange[] {
  const [before, after] = [
    new Set(listTypes(deleted)),
    new Set(listTypes(added)),
  ];
  return [...new Set([...before, ...after])]
    .filter(type => before.has(type) !== after.has(type))
    .map(type =>
      toFieldChange(`rules.${type}`, before.has(type), after.has(type)),
    );
}

/** Each parameter of deleted rules as it was, of added ones as it is. */
function parameterChanges({ added, deleted }: ChangedRules): FieldChange[] {
  const [before, after] = [readParameters(deleted), readParameters(added)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(field => toText(before.get(field)) !== toText(after.get(field)))
    .map(field => toFieldChange(field, before.get(field), after.get(field)));
}

function readParameters(rules: RuleList): Map<string, unknown> {
  return new Map(
    rules.flatMap(({ type, parameters }) =>
      Object.entries(Fields.safeParse(parameters).data ?? {}).map(
        ([name, value]) => [`rules.${type}.${name}`, value] as const,
      ),
    ),
  );
}

function listTypes(rules: RuleList): string[] {
  return rules.map(({ type }) => type);
}

/** `ref_name: { include, exclude }`, or the same of repositories. */
function conditionChanges({
  added,
  deleted,
  updated,
}: NonNullable<RulesetChanges['conditions']>): FieldChange[] {
  const listed = (added ?? []).length + (deleted ?? []).length;
  return [
    ...(listed > 0
      ? [toFieldChange('conditions', deleted ?? [], added ?? [])]
      : []),
    ...(updated ?? []).flatMap(({ condition, changes }) =>
      listFieldChanges(changes, Object.values(condition ?? {})[0]).map(
        change => ({
          ...change,
          field: `conditions.${change.field}`,
        }),
      ),
    ),
  ];
}

function toText(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
