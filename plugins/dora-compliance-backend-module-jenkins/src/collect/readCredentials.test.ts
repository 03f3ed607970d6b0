import type { CollectorContext } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { CANARY } from '../__testUtils__/credentialAnswers';
import { FakeJenkins } from '../__testUtils__/FakeJenkins';
import {
  createCollector,
  createContext,
  readStatements,
} from '../__testUtils__/rounds';

let jenkins: FakeJenkins;

beforeEach(async () => {
  jenkins = await FakeJenkins.start();
  jenkins.addJob('bank/ledger');
});
afterEach(() => jenkins.api.stop());

async function read(job = 'bank/ledger') {
  const cached: unknown[] = [];
  const context: CollectorContext = {
    ...createContext(['secrets']),
    cache: {
      get: async () => undefined,
      set: async (_, answer) => void cached.push(answer),
    },
  };
  const documents = [];
  const round = createCollector(jenkins).collect(jenkins.target(job), context);
  for await (const { document } of round) {
    documents.push(document);
  }
  const statements = readStatements(documents[0]!);
  return {
    statement: statements[0],
    heartbeat: documents.at(-1),
    stored: JSON.stringify([documents, cached, statements]),
  };
}

describe('credentials of Jenkins', () => {
  it('are told by id and store, never by value', async () => {
    const { statement, heartbeat, stored } = await read();
    expect(statement).toMatchObject({
      type: 'secrets-observed',
      subjects: [{ kind: 'pipeline', uri: jenkins.target('bank/ledger').uri }],
      predicate: {
        complete: true,
        secrets: [
          { name: 'registry', scope: 'organization', masked: true },
          { name: 'git', scope: 'organization', masked: true },
          { name: 'bank/deploy', scope: 'repository', masked: true },
        ],
      },
    });
    expect(heartbeat?.complete).toBe(true);
    expect(stored).toContain('registry');
    expect(stored).not.toContain(CANARY);
  });

  it.each([
    ['/credentials/store/system/api/json', 'forbidden'],
    ['/credentials/store/system/domain/_/api/json', 'forbidden'],
    ['/job/bank/credentials/store/folder/api/json', undefined],
  ])('are not whole where %s is %s, and the round is', async (path, answer) => {
    jenkins.answers.set(path, answer);
    const { statement, heartbeat } = await read();
    expect(statement?.predicate).toMatchObject({
      complete: false,
      problem: expect.stringMatching(
        /Jenkins answered 40[34].*Credentials\/View/,
      ),
    });
    expect(heartbeat?.complete).toBe(true);
  });

  it('are not whole where the answer is something else', async () => {
    jenkins.answers.set('/credentials/store/system/api/json', [CANARY]);
    const { statement, heartbeat, stored } = await read();
    expect(statement?.predicate).toMatchObject({ complete: false });
    expect(heartbeat?.parts?.[0]?.complete).toBe(false);
    expect(stored).not.toContain(CANARY);
  });

  it('of a job in no folder are those of the controller', async () => {
    jenkins.addJob('alone');
    const { statement } = await read('alone');
    expect(statement?.predicate).toMatchObject({
      complete: true,
      secrets: [{ name: 'registry' }, { name: 'git' }],
    });
  });
});
