import { isMisspelt, nearestName, suggestName } from './nearestName';

const keys = ['webhookSecrets', 'events', 'collect', 'job'];

it.each([
  ['webhookSecret', 'webhookSecrets'],
  ['webhook_secrets', 'webhookSecrets'],
  ['secrets', 'webhookSecrets'],
  ['event', 'events'],
  ['colelct', 'collect'],
  ['jobs', 'job'],
  ['schedule', undefined],
  ['xyz', undefined],
])('%s may have meant %s', (given, meant) => {
  expect(nearestName(given, keys)).toBe(meant);
});

it.each([
  ['doraComplience', true],
  ['doracompliance', true],
  ['dora-compliance', true],
  ['doraCompliance', false],
  ['compliance', false],
  ['dora', false],
])('%s is a misspelt doraCompliance: %s', (given, isIt) => {
  expect(isMisspelt(given, 'doraCompliance')).toBe(isIt);
});

it.each([
  ['deploymnt', '; did you mean "deployment"?'],
  ['certificate', ''],
])('suggests a name for %s: %s', (given, text) => {
  expect(suggestName(given, new Set(['deployment', 'branch']))).toBe(text);
});
