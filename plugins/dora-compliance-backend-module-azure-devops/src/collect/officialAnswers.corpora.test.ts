import { toInstant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { fillAzure } from '../__testUtils__/exampleAzure';
import { FakeAzureDevOps } from '../__testUtils__/FakeAzureDevOps';
import {
  type Operation,
  unofficial,
} from '../__testUtils__/officialShapes.corpora';
import { createAzureDevOpsCollector } from './AzureDevOpsCollector';

const OPERATIONS: Record<Operation, RegExp> = {
  builds: /\/build\/builds\?/,
  timeline: /\/timeline\?/,
  generalSettings: /generalsettings\?/,
  retention: /\/retention\?/,
  policies: /\/policy\/configurations\?/,
  checks: /\/checks\/configurations\?/,
  approvals: /\/approvals\?/,
  environments: /\/environments\?/,
  records: /environmentdeploymentrecords\?/,
};

/** All that the collector is answered by the fake. */
async function answers() {
  const azure = await FakeAzureDevOps.start();
  fillAzure(azure);
  const collector = createAzureDevOpsCollector({
    config: azure.config,
    apiUrl: () => azure.api.url,
  });
  const found = [];
  for await (const { document } of collector.collect(
    {
      kind: 'repository',
      uri: 'https://dev.azure.com/bank/payments/_git/ledger',
    },
    {
      now: () => toInstant(new Date()),
      signal: new AbortController().signal,
      cache: { get: async () => undefined, set: async () => {} },
    },
  )) {
    found.push(...document.answers);
  }
  await azure.api.stop();
  return found;
}

it('the fake Azure DevOps answers as the official description says', async () => {
  const all = await answers();
  for (const [operation, path] of Object.entries(OPERATIONS)) {
    const own = all.filter(({ request }) => path.test(request));
    expect([operation, own.length > 0]).toEqual([operation, true]);
    for (const { body } of own) {
      expect([operation, unofficial(operation as Operation, body)]).toEqual([
        operation,
        [],
      ]);
    }
  }
});
