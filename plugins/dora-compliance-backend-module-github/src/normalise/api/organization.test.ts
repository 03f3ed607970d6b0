import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { bankLedger, ledger } from '../../__testUtils__/github/bankLedger';
import {
  collectPart,
  createCollector,
  MemoryCache,
  readStatements,
} from '../../__testUtils__/github/rounds';

jest.setTimeout(600_000);

let github = bankLedger();
beforeEach(async () => {
  github = await bankLedger().start();
});
afterEach(() => github.stop());

const part = 'organization';

async function read() {
  const { documents, statements, heartbeat } = await collectPart(github, part);
  expect(statements).toHaveLength(1);
  return { ...statements[0]!, document: documents[0]!, heartbeat };
}

describe('the settings of an organization', () => {
  it('are what its owners may see, and of nothing else', async () => {
    const { type, subjects, predicate, heartbeat } = await read();
    expect(type).toBe('organization-settings-observed');
    expect(subjects).toEqual([
      { kind: 'organization', uri: 'https://github.example/bank' },
    ]);
    expect(predicate).toEqual({
      complete: true,
      name: 'bank',
      account: 'organization',
      requiresTwoFactor: true,
      defaultRepositoryPermission: 'read',
      membersMayCreateRepositories: true,
      membersMayCreatePublicRepositories: false,
      membersMayCreatePrivateRepositories: true,
      membersMayForkPrivateRepositories: false,
      membersMayChangeVisibility: false,
      membersMayDeleteRepositories: false,
      membersMayInviteOutsiders: true,
      requiresSignOff: false,
      owners: 2,
      membersWithoutTwoFactor: 1,
      outsidersWithoutTwoFactor: 0,
    });
    expect(heartbeat?.complete).toBe(true);
  });

  it.each([null, undefined])(
    'are unknown, never off, where GitHub hides them as %s',
    async hidden => {
      github.settings.organization = {
        login: 'bank',
        id: 100,
        web_commit_signoff_required: true,
        two_factor_requirement_enabled: hidden,
      };
      const { predicate, heartbeat } = await read();
      expect(predicate).toEqual({
        complete: false,
        problem: expect.stringMatching(
          /organization bank only to its owners.*Administration: read/,
        ),
        name: 'bank',
        account: 'organization',
        requiresSignOff: true,
        owners: 2,
        membersWithoutTwoFactor: 1,
        outsidersWithoutTwoFactor: 0,
      });
      // The rest of the round does not depend on rights over the organization.
      expect(heartbeat?.complete).toBe(true);
    },
  );

  it.each([403, 404, 502])(
    'are unknown where GitHub answers %s, and the round says so',
    async status => {
      const body = { message: 'Not Found' };
      github.refusals.set('/orgs/bank', { status, body });
      const { predicate, heartbeat } = await read();
      expect(predicate).toEqual({
        complete: false,
        problem: expect.stringContaining('/orgs/bank'),
        name: 'bank',
        account: 'organization',
      });
      expect(heartbeat?.problem).toContain('/orgs/bank');
    },
  );

  it('have no number where GitHub keeps a list for owners, and the round is whole', async () => {
    github.refusals.set('/orgs/bank/outside_collaborators', {
      status: 422,
      body: { message: 'Only owners can use this filter.' },
    });
    const { predicate, heartbeat } = await read();
    expect(predicate).toMatchObject({
      complete: false,
      problem: expect.stringMatching(
        /outside_collaborators\?filter=2fa_disabled was refused.*admin:org/,
      ),
      owners: 2,
      membersWithoutTwoFactor: 1,
    });
    expect(predicate).not.toHaveProperty('outsidersWithoutTwoFactor');
    expect(heartbeat?.complete).toBe(true);
  });

  it.each(['members', 'outside_collaborators'])(
    'have no number where a right over %s is missing',
    async list => {
      const body = { message: 'Resource not accessible by integration' };
      github.refusals.set(`/orgs/bank/${list}`, { status: 403, body });
      const { predicate, heartbeat } = await read();
      expect(predicate).toMatchObject({
        complete: false,
        problem: expect.stringContaining(
          'the permission Members: read of the organization',
        ),
        requiresTwoFactor: true,
      });
      expect(predicate).not.toHaveProperty('owners');
      expect(predicate).not.toHaveProperty('membersWithoutTwoFactor');
      expect(predicate).not.toHaveProperty('outsidersWithoutTwoFactor');
      expect(heartbeat?.complete).toBe(false);
    },
  );

  it('of an account of a person are none, without a request', async () => {
    github.repository.body.owner = {
      ...github.repository.body.owner,
      type: 'User',
    };
    const { predicate } = await read();
    expect(predicate).toEqual({
      complete: true,
      name: 'bank',
      account: 'person',
    });
    expect(github.api.requests.join()).not.toContain('/orgs/');
  });

  it('are nothing if the repository itself is not known', async () => {
    github.refusals.set('/repos/bank/ledger', {
      status: 404,
      body: { message: 'Not Found' },
    });
    const { statements } = await collectPart(github, part);
    expect(statements).toEqual([]);
  });

  it('are read once in a quarter of an hour for all repositories', async () => {
    const collector = createCollector(github);
    const round = async (minute: number) => {
      const found = [];
      for await (const { document } of collector.collect(ledger, {
        now: () =>
          new Date(
            Date.UTC(2030, 0, 1) + minute * 60_000,
          ).toISOString() as Instant,
        signal: new AbortController().signal,
        cache: new MemoryCache(),
        parts: [part],
      })) {
        found.push(document);
      }
      expect(found.at(-1)?.complete).toBe(true);
      return found.slice(0, -1).flatMap(readStatements).length;
    };
    const found = [];
    for (const minute of [0, 1, 14, 15, 16, 3]) {
      found.push(await round(minute));
    }
    // A clock that was set back does not stop it.
    expect(found).toEqual([1, 0, 0, 1, 0, 1]);
  });
});
