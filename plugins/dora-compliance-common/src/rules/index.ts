export { englishRules } from './englishRules';
export type { RuleName, RuleParams, RulePhrases } from './RuleParams';
