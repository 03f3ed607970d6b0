import { englishRules } from './englishRules';
import type { RuleName, RuleParams } from './RuleParams';

/** A rule and its parameters. */
type Rule = { rule: RuleName; params: Record<string, string> };

const ruleByMessage = new Map<string, Rule>();

/**
 * The message of a schema for a rule, so that the rule is found again by the
 * message when a value breaks it.
 */
export function schemaMessage<R extends RuleName>(
  rule: R,
  params: RuleParams[R],
): string {
  const phrase: (of: RuleParams[R]) => string = englishRules[rule];
  const message = phrase(params);
  ruleByMessage.set(message, { rule, params: { ...params } });
  return message;
}

/** The rule whose message a schema has reported, if it is one of ours. */
export function ruleOfMessage(message: string): Rule | undefined {
  return ruleByMessage.get(message);
}
