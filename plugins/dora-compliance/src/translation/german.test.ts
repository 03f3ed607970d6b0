import { doraComplianceReactTranslationRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { TranslationRef } from '@backstage/frontend-plugin-api';
import { doraComplianceTranslationRef } from './doraComplianceTranslationRef';

/** Words that are the same in both languages. */
const SAME = new Set([
  ...['ICT', 'System', 'Compliance', 'Scorecard', 'Standard', 'Internet'],
  ...['Digest', 'Repository', 'API', 'optional', 'Parameter', 'none', 'Name'],
  'Status',
  'Commit',
  ...['Team', 'Teams'],
]);

type Messages = Record<string, string>;
type Loadable = {
  getDefaultMessages(): Messages;
  getDefaultResource(): {
    resources: {
      language: string;
      loader(): Promise<{ messages: Messages }>;
    }[];
  };
};

async function readMessages(ref: TranslationRef) {
  const of = ref as unknown as Loadable;
  const { resources } = of.getDefaultResource();
  const german = resources.find(({ language }) => language === 'de');
  const { messages } = await german!.loader();
  return { english: of.getDefaultMessages(), german: messages };
}

/** The names and formats of the parameters of a message. */
function listParameters(text: string): string[] {
  return (text.match(/\{\{[^}]*\}\}/g) ?? []).sort();
}

describe.each([
  ['of this plugin', doraComplianceTranslationRef],
  ['that are shared', doraComplianceReactTranslationRef],
])('the German texts %s', (_, ref: TranslationRef) => {
  it('are as many as the English ones', async () => {
    const { english, german } = await readMessages(ref);
    const missing = Object.keys(english).filter(key => !german[key]);
    expect(missing).toEqual([]);
    expect(Object.keys(german)).toHaveLength(Object.keys(english).length);
  });

  it('have the same parameters', async () => {
    const { english, german } = await readMessages(ref);
    const other = Object.keys(english).filter(
      key =>
        String(listParameters(german[key]!)) !==
        String(listParameters(english[key]!)),
    );
    expect(other).toEqual([]);
  });

  it('are not English', async () => {
    const { english, german } = await readMessages(ref);
    const same = Object.keys(english).filter(key => {
      const words = english[key]!.replace(/\{\{[^}]*\}\}/g, '').match(
        /\p{L}{3,}/gu,
      );
      return (
        english[key] === german[key] &&
        (words ?? []).some(word => !SAME.has(word))
      );
    });
    expect(same).toEqual([]);
  });
});
