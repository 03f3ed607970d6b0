import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { FakeApi } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { AzureDevOpsApi } from './AzureDevOpsApi';
import { RepositoryReader } from './RepositoryReader';

const SINCE = '2026-03-01T10:00:00.000Z' as Instant;

/** An organisation whose lists name these tokens, one after another. */
async function naming(tokens: readonly string[]) {
  const left = [...tokens];
  const fake = await FakeApi.start(({ url }) => {
    const token = /deploymentrecords|\/list/.test(url.pathname)
      ? left.shift()
      : undefined;
    return {
      headers: { ...(token && { 'x-ms-continuationtoken': token }) },
      body: { id: 1, name: 'production', count: 1, value: [{}] },
    };
  });
  const api = new AzureDevOpsApi({
    organisationUrl: fake.url,
    headers: async () => ({}),
    context: {
      now: () => SINCE,
      signal: new AbortController().signal,
      cache: { get: async () => undefined, set: async () => {} },
    },
  });
  return { fake, api };
}

describe('a list that leads back', () => {
  it('to the same page is not whole, and does not go on', async () => {
    const { fake, api } = await naming(['a']);
    const page = await api.page('/list', {}, 'a');
    await fake.stop();
    expect(page).toMatchObject({
      complete: false,
      items: [{}],
      problem: 'Azure DevOps leads from a page of GET /list to itself',
    });
    expect(page.next).toBeUndefined();
  });

  it('to an earlier page is not whole', async () => {
    const { fake, api } = await naming(['a', 'b', 'a', 'b', 'a']);
    const list = await api.all('/list');
    await fake.stop();
    expect(list.complete).toBe(false);
    expect(list.problem).toContain('leads from one page to an earlier one');
    expect(fake.requests).toHaveLength(3);
  });

  it('to earlier deployments is not whole', async () => {
    const { fake, api } = await naming(['a', 'b', 'a', 'b', 'a', 'b', 'a']);
    const place = { project: 'bank', name: 'ledger' };
    const reader = new RepositoryReader(api, place as never);
    const { reading } = await reader.recentRecords(1, SINCE);
    await fake.stop();
    expect(reading).toMatchObject({
      complete: false,
      problem:
        'Azure DevOps leads from one page of the deployments to environment 1 to an earlier one',
    });
  });
});
